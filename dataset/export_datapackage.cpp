#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "dataset/export.h"
#include "dataset/schema.h"
#include "dataset/stored_rows.h"
#include "schemas/text.h"

namespace muster {
namespace {

using Json = nlohmann::ordered_json;

struct Described {
  const std::vector<WrittenFile>& files;
  const std::vector<CodebookRow>& codebook;
};

const char* field_type(const std::string& sql_type) {
  if (sql_type == "INTEGER") return "integer";
  return sql_type == "REAL" ? "number" : "string";
}

bool in_primary_key(const TableSchema& table, const ColumnSchema& column) {
  return std::ranges::find(table.primary_key, column.name) != table.primary_key.end();
}

// A cell may be empty where the column is NULL, or '' in a column of text.
bool may_be_empty(const TableSchema& table, const ColumnSchema& column) {
  return !in_primary_key(table, column) && (column.nullable || column.type == "TEXT");
}

// What an empty cell says, as the column's meaning has it: "…; empty when unstated".
std::string label_of_empty(const std::string& meaning) {
  const size_t at = meaning.find("empty ");
  return at == std::string::npos ? "nothing said" : meaning.substr(at + std::string("empty ").size());
}

Json constraints_json(const TableSchema& table, const ColumnSchema& column) {
  Json constraints = Json::object();
  if (!may_be_empty(table, column)) constraints["required"] = true;
  if (column.primary_key) constraints["unique"] = true;
  if (column.type == "INTEGER") constraints["minimum"] = column.name == "page" ? 1 : 0;  // pages count from 1, all else from 0
  if (column.name == "confidence") {
    constraints["minimum"] = 0;
    constraints["maximum"] = 1;
  }
  return constraints;
}

Json categories_json(const Described& d, const WrittenFile& file, const TableSchema& table, const ColumnSchema& column) {
  Json categories = Json::array();
  for (const Code& code : codes_in_use(d.codebook, table, column, file.codes)) categories.push_back({{"value", code.value}, {"label", code.label}});
  return categories;
}

Json field_json(const Described& d, const WrittenFile& file, const TableSchema& table, const ColumnSchema& column) {
  Json field = {{"name", column.name}, {"type", field_type(column.type)}, {"description", column.meaning}};
  const Json constraints = constraints_json(table, column);
  if (!constraints.empty()) field["constraints"] = constraints;
  if (may_be_empty(table, column)) field["missingValues"] = Json::array({{{"value", ""}, {"label", label_of_empty(column.meaning)}}});
  const Json categories = categories_json(d, file, table, column);
  if (!categories.empty()) field["categories"] = categories;
  return field;
}

bool is_packed(const Described& d, const std::string& table) {
  return std::ranges::any_of(d.files, [&](const WrittenFile& file) { return file.table == table; });
}

Json foreign_keys_json(const Described& d, const TableSchema& table) {
  Json keys = Json::array();
  for (const ForeignKey& key : table.foreign_keys) {
    if (!is_packed(d, key.table)) continue;
    Json reference = Json::object();
    if (key.table != table.name) reference["resource"] = key.table;  // left out for the same table
    reference["fields"] = table_schema(key.table).primary_key;
    keys.push_back({{"fields", key.columns}, {"reference", reference}});
  }
  return keys;
}

Json schema_json(const Described& d, const WrittenFile& file) {
  const TableSchema& table = table_schema(file.table);
  Json schema = {{"$schema", "https://datapackage.org/profiles/2.0/tableschema.json"}, {"fieldsMatch", {"exact"}}, {"fields", Json::array()}};
  for (const ColumnSchema& column : table.columns) schema["fields"].push_back(field_json(d, file, table, column));
  if (!table.primary_key.empty()) schema["primaryKey"] = table.primary_key;
  const Json foreign_keys = foreign_keys_json(d, table);
  if (!foreign_keys.empty()) schema["foreignKeys"] = foreign_keys;
  return schema;
}

Json codebook_schema_json() {
  Json schema = {{"$schema", "https://datapackage.org/profiles/2.0/tableschema.json"}, {"fieldsMatch", {"exact"}}, {"fields", Json::array()}};
  for (const CodebookColumn& column : codebook_columns()) {
    Json field = {{"name", column.name}, {"type", "string"}, {"description", column.meaning}};
    if (column.key) field["constraints"] = {{"required", true}};
    schema["fields"].push_back(field);
    if (column.key) schema["primaryKey"].push_back(column.name);
  }
  return schema;
}

Json codebook_sources_json(const std::vector<CodebookRow>& codebook) {
  std::set<std::string> standards;
  for (const CodebookRow& row : codebook)
    if (!row.standard.empty()) standards.insert(row.standard);
  Json sources = Json::array();
  for (const std::string& standard : standards) sources.push_back({{"title", standard}});
  return sources;
}

struct Format {
  const char *ending, *media_type;
};

Format format_of(const std::string& name) {
  const std::string ending = name.substr(name.rfind('.') + 1);
  if (ending == "csv") return {"csv", "text/csv"};
  if (ending == "jsonl") return {"jsonl", "application/jsonl"};
  return {"sqlite", "application/vnd.sqlite3"};
}

std::string description_of(const WrittenFile& file) {
  if (file.table == codebook_table) return "every code of the other files' columns, with its meaning";
  if (!file.table.empty()) return table_schema(file.table).meaning;
  return file.name == "tables.jsonl" ? "one extracted table a line, with its cells and their boxes" : "all of this as tables of SQLite with foreign keys";
}

Json resource_json(const Described& d, const WrittenFile& file) {
  const Format format = format_of(file.name);
  Json resource = {{"name", file.name.substr(0, file.name.rfind('.'))}, {"path", file.name}, {"description", description_of(file)}};
  if (!file.table.empty()) {
    resource["type"] = "table";
    resource["encoding"] = "utf-8";
  }
  resource["format"] = format.ending;
  resource["mediatype"] = format.media_type;
  resource["bytes"] = file.bytes;
  resource["hash"] = "sha256:" + file.sha256;
  if (file.table == codebook_table) {
    resource["sources"] = codebook_sources_json(d.codebook);
    resource["schema"] = codebook_schema_json();
  } else if (!file.table.empty()) {
    resource["schema"] = schema_json(d, file);
  }
  return resource;
}

// One for each body whose documents were read; the documents themselves are rows of documents.csv.
Json sources_json(const Database& database) {
  Json sources = Json::array();
  const char* sql = "SELECT max(\"publisher_name\"), \"publisher_code\", count(*) FROM \"documents\" GROUP BY \"publisher_code\" ORDER BY 1, 2";
  for_each_result(database, sql, [&](const StoredRow& row) {
    const std::string name = row[1].empty() ? "Publisher not said" : row[0] + " (" + row[1] + ")";
    sources.push_back({{"title", name + ": " + row[2] + (row[2] == "1" ? " document" : " documents")}});
  });
  return sources;
}

}  // namespace

Licence licence_named(const std::string& text) {
  static const Licence known[] = {
      {"OGL-UK-3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", "Open Government Licence v3.0"},
      {"CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", "Creative Commons Attribution 4.0"},
      {"CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/", "Creative Commons Attribution-ShareAlike 4.0"},
      {"CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"},
  };
  const auto found = std::ranges::find(known, text, &Licence::name);
  if (found != std::end(known)) return *found;
  if (text.starts_with("https://") || text.starts_with("http://")) return {"", text, ""};
  const auto fits = [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_'; };
  if (!std::ranges::all_of(text, fits))
    throw std::runtime_error("a licence is an identifier such as OGL-UK-3.0 or CC-BY-4.0, or an address, not \"" + text + '"');
  return {text, "", ""};
}

std::string datapackage_json(const std::vector<WrittenFile>& files, const std::vector<CodebookRow>& codebook, const Database& database,
                             const std::string& licence) {
  const Described d{files, codebook};
  Json package = {{"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
                  {"name", "workforce"},
                  {"title", "Social-care workforce figures from freedom-of-information replies and committee papers"},
                  {"description", "Figures that public bodies stated, each with its meaning, its period and the place in the document that says so. "
                                  "See codebook.csv for every code."},
                  {"keywords", {"social care", "workforce", "freedom of information", "local government"}}};
  if (!licence.empty()) {
    const Licence l = licence_named(licence);
    Json entry = Json::object();
    if (!l.name.empty()) entry["name"] = l.name;
    if (!l.address.empty()) entry["path"] = l.address;
    if (!l.title.empty()) entry["title"] = l.title;
    package["licenses"] = Json::array({entry});
  }
  package["sources"] = sources_json(database);
  package["resources"] = Json::array();
  for (const WrittenFile& file : files) package["resources"].push_back(resource_json(d, file));
  return package.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace muster
