#include "dataset/export_package.h"

#include <filesystem>

#include "dataset/stored_rows.h"
#include "dataset/stream_file.h"
#include "dataset/write_file.h"
#include "schemas/csv.h"

namespace muster {
namespace {

WrittenFile write_table(const Database& database, const TableSchema& table, const std::vector<CodebookRow>& codebook, const std::filesystem::path& directory) {
  StreamFile file((directory / (table.name + ".csv")).string());
  std::vector<std::string> names;
  for (const ColumnSchema& column : table.columns) names.push_back(column.name);
  file.write(csv_line(names));
  CodeCollector codes(codebook, table);
  for_each_row(database, table, [&](const StoredRow& row) {
    codes.take(row);
    file.write(csv_line(row));
  });
  file.close();
  return {table.name + ".csv", table.name, file.bytes(), file.sha256(), codes.seen()};
}

WrittenFile write_codebook(const std::vector<CodebookRow>& codebook, const std::filesystem::path& directory) {
  StreamFile file((directory / "codebook.csv").string());
  file.write(codebook_csv(codebook));
  file.close();
  return {"codebook.csv", codebook_table, file.bytes(), file.sha256(), {}};
}

}  // namespace

std::vector<WrittenFile> write_csv_files(const Database& database, const std::vector<CodebookRow>& codebook, const std::string& directory) {
  std::filesystem::create_directories(directory);
  std::vector<WrittenFile> files;
  for (const TableSchema& table : dataset_schema()) files.push_back(write_table(database, table, codebook, directory));
  files.push_back(write_codebook(codebook, directory));
  return files;
}

void export_package(const Database& database, const std::vector<CodebookRow>& codebook, const std::string& licence, const std::string& directory) {
  if (!licence.empty()) licence_named(licence);  // throws before anything is written
  const std::vector<WrittenFile> files = write_csv_files(database, codebook, directory);
  write_file((std::filesystem::path(directory) / "datapackage.json").string(), datapackage_json(files, codebook, database, licence));
}

}  // namespace muster
