#include "dataset/export.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <set>
#include <span>
#include <utility>

#include "dataset/export_sqlite.h"
#include "dataset/schema.h"
#include "dataset/stream_file.h"
#include "dataset/tables_json.h"
#include "dataset/whole_documents.h"
#include "dataset/write_file.h"
#include "schemas/csv.h"
#include "schemas/sha256.h"

namespace muster {
namespace {

WrittenFile described(const std::string& name, const std::string& table, StreamFile& file) {
  file.close();
  return {name, table, file.bytes(), file.sha256(), {}};
}

// Of a file that another hand has written.
WrittenFile described(const std::string& name, const std::string& table, const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::array<char, 1 << 16> piece;
  Sha256 digest;
  long long bytes = 0;
  while (in.read(piece.data(), piece.size()), in.gcount() > 0) {
    digest.add({piece.data(), static_cast<size_t>(in.gcount())});
    bytes += in.gcount();
  }
  return {name, table, bytes, digest.hex(), {}};
}

std::span<const Occurrence> occurrences_of(const std::string& document, const std::vector<Occurrence>& sorted) {
  const auto range = std::ranges::equal_range(sorted, document, {}, &Occurrence::document_id);
  return {range.begin(), range.end()};
}

// A table's CSV file and the codes that its rows have.
struct CsvFile {
  std::string table;
  StreamFile file;
  CodeCollector codes;
};

// The files while their rows come, document by document.
class DatasetFiles {
 public:
  DatasetFiles(const std::string& directory, const std::vector<CodebookRow>& codebook) : directory_(directory), jsonl_(path_of("tables.jsonl")), sqlite_(path_of("workforce.sqlite")) {
    for (const RowTable& table : tabulate({})) {
      csv_.push_back({table.name, StreamFile(path_of(table.name + ".csv")), CodeCollector(codebook, table_schema(table.name))});
      csv_.back().file.write(csv_line(table.columns));
    }
  }

  void add(const DocumentResult& document, std::span<const Occurrence> occurrences) {
    const DocumentRows rows = rows_of_document(document, occurrences);
    for (size_t i = 0; i < rows.written.size(); ++i) {
      for (const auto& row : rows.written[i].rows) csv_[i].file.write(csv_line(row)), csv_[i].codes.take(row);
      sqlite_.add(rows.written[i]);
    }
    for (const RowTable& table : rows.background) sqlite_.add(table);
    for (const Table& table : document.outline.tables) jsonl_.write(table_json(table, document.interpretation.record.document_id) + '\n');
    for (const Observation& o : document.interpretation.observations) statuses_.insert(o.quantity.status);
  }

  std::vector<WrittenFile> close(const RowTable& corrections) {
    sqlite_.add(status_rows(statuses_));
    sqlite_.add(corrections);
    sqlite_.close();
    std::vector<WrittenFile> files;
    for (CsvFile& csv : csv_) {
      files.push_back(described(csv.table + ".csv", csv.table, csv.file));
      files.back().codes = csv.codes.seen();
    }
    files.push_back(described("tables.jsonl", "", jsonl_));
    files.push_back(described("workforce.sqlite", "", path_of("workforce.sqlite")));
    return files;
  }

 private:
  std::string path_of(const std::string& name) const { return (std::filesystem::path(directory_) / name).string(); }

  std::string directory_;
  std::vector<CsvFile> csv_;
  StreamFile jsonl_;
  SqliteExport sqlite_;
  std::set<std::string> statuses_;
};

}  // namespace

std::string csv_text(const RowTable& table) {
  std::string out = csv_line(table.columns);
  for (const std::vector<std::string>& row : table.rows) out += csv_line(row);
  return out;
}

void export_dataset(const Dataset& dataset, const std::string& directory, const std::vector<CodebookRow>& codebook, const std::function<void(const DocumentResult&)>& see) {
  std::filesystem::create_directories(directory);
  const auto path = [&](const std::string& name) { return (std::filesystem::path(directory) / name).string(); };
  DatasetFiles rows(directory, codebook);
  for_each_document(dataset, [&](const DocumentResult& document) {
    rows.add(document, occurrences_of(document.interpretation.record.document_id, dataset.occurrences));
    if (see) see(document);
  });
  std::vector<WrittenFile> files = rows.close(correction_rows(dataset));
  write_file(path("codebook.csv"), codebook_csv(codebook));
  files.push_back(described("codebook.csv", codebook_table, path("codebook.csv")));
  write_file(path("datapackage.json"), datapackage_json(files, codebook, Database(path("workforce.sqlite"), Database::Mode::read_only)));
}

}  // namespace muster
