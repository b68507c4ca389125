#include "dataset/export_package.h"

#include <filesystem>

#include "dataset/export.h"
#include "dataset/stored_rows.h"
#include "dataset/stream_file.h"
#include "schemas/csv.h"

namespace muster {
namespace {

WrittenFile write_table(const Database& database, const TableSchema& table, const std::filesystem::path& directory) {
  StreamFile file((directory / (table.name + ".csv")).string());
  std::vector<std::string> names;
  for (const ColumnSchema& column : table.columns) names.push_back(column.name);
  file.write(csv_line(names));
  for_each_row(database, table, [&](const StoredRow& row) { file.write(csv_line(row)); });
  file.close();
  return {table.name + ".csv", table.name, file.bytes(), file.sha256()};
}

WrittenFile write_codebook(const std::vector<CodebookRow>& codebook, const std::filesystem::path& directory) {
  StreamFile file((directory / "codebook.csv").string());
  file.write(codebook_csv(codebook));
  file.close();
  return {"codebook.csv", codebook_table, file.bytes(), file.sha256()};
}

}  // namespace

void export_package(const Database& database, const std::vector<CodebookRow>& codebook, const std::string& licence, const std::string& directory) {
  if (!licence.empty()) licence_named(licence);  // throws before anything is written
  const std::filesystem::path path = directory;
  std::filesystem::create_directories(path);
  std::vector<WrittenFile> files;
  for (const TableSchema& table : dataset_schema()) files.push_back(write_table(database, table, path));
  files.push_back(write_codebook(codebook, path));
  StreamFile descriptor((path / "datapackage.json").string());
  descriptor.write(datapackage_json(files, codebook, database, licence));
  descriptor.close();
}

}  // namespace muster
