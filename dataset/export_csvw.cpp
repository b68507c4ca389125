#include "dataset/export_csvw.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "dataset/export_package.h"
#include "dataset/write_file.h"

namespace muster {
namespace {

using Json = nlohmann::ordered_json;

// A pattern that these codes match and nothing else.
std::string pattern_of(const std::vector<Code>& codes) {
  std::string pattern;
  for (const Code& code : codes) {
    pattern += pattern.empty() ? "" : "|";
    for (const char c : code.value) {
      if (std::string_view("\\^$.|?*+()[]{}").find(c) != std::string_view::npos) pattern += '\\';
      pattern += c;
    }
  }
  return "^(" + pattern + ")$";
}

Json datatype_json(const std::string& type, const std::vector<Code>& codes) {
  if (type == "INTEGER") return "integer";
  if (type == "REAL") return "decimal";
  if (codes.empty()) return "string";
  return {{"base", "string"}, {"format", pattern_of(codes)}};
}

Json column_json(const std::vector<CodebookRow>& codebook, const WrittenFile& file, const TableSchema& table, const ColumnSchema& column) {
  Json json = {{"name", column.name}, {"titles", column.name}, {"dc:description", column.meaning},
               {"datatype", datatype_json(column.type, codes_in_use(codebook, table, column, file.codes))}, {"null", ""}};
  if (column.name == "obs_status") json["propertyUrl"] = "http://purl.org/linked-data/sdmx/2009/attribute#obsStatus";
  if (std::ranges::find(table.primary_key, column.name) != table.primary_key.end()) json["required"] = true;
  return json;
}

// The standard lets a reference be absent only where all of its cells are null, so a key of which one part alone may be is left out.
bool can_be_said(const TableSchema& table, const ForeignKey& key) {
  const auto nullable = [&](const std::string& column) { return table.column(column)->nullable; };
  return std::ranges::all_of(key.columns, nullable) || std::ranges::none_of(key.columns, nullable);
}

Json foreign_keys_json(const TableSchema& table) {
  Json keys = Json::array();
  for (const ForeignKey& key : table.foreign_keys)
    if (can_be_said(table, key))
      keys.push_back({{"columnReference", key.columns},
                      {"reference", {{"resource", key.table + ".csv"}, {"columnReference", table_schema(key.table).primary_key}}}});
  return keys;
}

Json table_json(const std::vector<CodebookRow>& codebook, const WrittenFile& file) {
  const TableSchema& table = table_schema(file.table);
  Json schema = {{"columns", Json::array()}, {"primaryKey", table.primary_key}};
  for (const ColumnSchema& column : table.columns) schema["columns"].push_back(column_json(codebook, file, table, column));
  const Json keys = foreign_keys_json(table);
  if (!keys.empty()) schema["foreignKeys"] = keys;
  return {{"url", table.name + ".csv"}, {"dc:description", table.meaning}, {"tableSchema", schema}};
}

Json codebook_json() {
  Json schema = {{"columns", Json::array()}, {"primaryKey", Json::array()}};
  for (const CodebookColumn& column : codebook_columns()) {
    schema["columns"].push_back({{"name", column.name}, {"titles", column.name}, {"dc:description", column.meaning}, {"datatype", "string"}, {"null", ""}});
    if (!column.key) continue;
    schema["columns"].back()["required"] = true;
    schema["primaryKey"].push_back(column.name);
  }
  return {{"url", "codebook.csv"}, {"dc:description", "every code of the other files' columns, with its meaning"}, {"tableSchema", schema}};
}

}  // namespace

std::string csvw_metadata_json(const std::vector<WrittenFile>& files, const std::vector<CodebookRow>& codebook, const std::string& licence) {
  Json context = Json::array({"http://www.w3.org/ns/csvw", {{"@language", "en"}}});
  Json group = {{"@context", context}, {"dc:title", "Social-care workforce figures from freedom-of-information replies and committee papers"}};
  if (!licence.empty()) {
    const Licence l = licence_named(licence);
    if (l.address.empty()) group["dc:rights"] = l.name;
    else group["dc:license"] = {{"@id", l.address}};
  }
  group["tables"] = Json::array();
  for (const WrittenFile& file : files) group["tables"].push_back(file.table == codebook_table ? codebook_json() : table_json(codebook, file));
  return group.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

void export_csvw(const Database& database, const std::vector<CodebookRow>& codebook, const std::string& licence, const std::string& directory) {
  if (!licence.empty()) licence_named(licence);  // throws before anything is written
  const std::vector<WrittenFile> files = write_csv_files(database, codebook, directory);
  write_file((std::filesystem::path(directory) / "csv-metadata.json").string(), csvw_metadata_json(files, codebook, licence));
}

}  // namespace muster
