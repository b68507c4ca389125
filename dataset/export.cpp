#include "dataset/export.h"

#include <filesystem>

#include "dataset/schema.h"
#include "dataset/tables_json.h"
#include "dataset/write_file.h"
#include "schemas/csv.h"
#include "schemas/identity.h"
#include "schemas/read_file.h"

namespace muster {
namespace {

WrittenFile described(const std::string& name, const std::string& table, std::string_view content) {
  return {name, table, static_cast<long long>(content.size()), sha256_hex(content), {}};
}

CodesSeen codes_of(const RowTable& table, const std::vector<CodebookRow>& codebook) {
  CodeCollector codes(codebook, table_schema(table.name));
  for (const std::vector<std::string>& row : table.rows) codes.take(row);
  return codes.seen();
}

}  // namespace

std::string csv_text(const RowTable& table) {
  std::string out = csv_line(table.columns);
  for (const std::vector<std::string>& row : table.rows) out += csv_line(row);
  return out;
}

std::string tables_jsonl(const Dataset& dataset) {
  std::string out;
  for (const DocumentResult& d : dataset.documents)
    for (const Table& table : d.outline.tables) out += table_json(table, d.interpretation.record.document_id) + '\n';
  return out;
}

void export_dataset(const Dataset& dataset, const std::string& directory, const std::vector<CodebookRow>& codebook) {
  std::filesystem::create_directories(directory);
  const auto path = [&](const std::string& name) { return (std::filesystem::path(directory) / name).string(); };
  std::vector<WrittenFile> files;
  const auto put = [&](const std::string& name, const std::string& table, const std::string& content) {
    write_file(path(name), content);
    files.push_back(described(name, table, content));
  };
  for (const RowTable& table : tabulate(dataset)) {
    put(table.name + ".csv", table.name, csv_text(table));
    files.back().codes = codes_of(table, codebook);
  }
  put("tables.jsonl", "", tables_jsonl(dataset));
  put("codebook.csv", codebook_table, codebook_csv(codebook));
  export_sqlite(dataset, path("workforce.sqlite"));
  files.push_back(described("workforce.sqlite", "", read_file(path("workforce.sqlite"))));
  write_file(path("datapackage.json"), datapackage_json(files, codebook, Database(path("workforce.sqlite"), Database::Mode::read_only)));
}

}  // namespace muster
