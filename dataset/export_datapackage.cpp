#include <nlohmann/json.hpp>

#include "dataset/export.h"
#include "dataset/schema.h"

namespace muster {
namespace {

using Json = nlohmann::ordered_json;

const char* field_type(const std::string& sql_type) {
  if (sql_type == "INTEGER") return "integer";
  return sql_type == "REAL" ? "number" : "string";
}

Json field_json(const ColumnSchema& column) {
  Json field = {{"name", column.name}, {"type", field_type(column.type)}, {"description", column.meaning}};
  if (column.primary_key) field["constraints"] = {{"required", true}, {"unique", true}};
  return field;
}

Json foreign_key_json(const TableSchema& table, const ColumnSchema& column) {
  const TableSchema& target = table_schema(column.references);
  const std::string resource = target.name == table.name ? "" : target.name;  // "" is the standard's word for the same table
  return {{"fields", {column.name}}, {"reference", {{"resource", resource}, {"fields", {target.columns[0].name}}}}};
}

Json schema_json(const TableSchema& table) {
  Json schema = {{"fields", Json::array()}};
  Json foreign_keys = Json::array();
  for (const ColumnSchema& column : table.columns) {
    schema["fields"].push_back(field_json(column));
    if (column.primary_key) schema["primaryKey"] = {column.name};
    if (!column.references.empty() && column.references != "statuses") foreign_keys.push_back(foreign_key_json(table, column));
  }
  if (!foreign_keys.empty()) schema["foreignKeys"] = foreign_keys;
  return schema;
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

Json resource_json(const WrittenFile& file) {
  const Format format = format_of(file.name);
  Json resource = {{"name", file.name.substr(0, file.name.rfind('.'))}, {"path", file.name}};
  if (!file.table.empty()) {
    resource["type"] = "table";
    resource["description"] = table_schema(file.table).meaning;
    resource["encoding"] = "utf-8";
  }
  resource["format"] = format.ending;
  resource["mediatype"] = format.media_type;
  resource["bytes"] = file.bytes;
  resource["hash"] = "sha256:" + file.sha256;
  if (!file.table.empty()) resource["schema"] = schema_json(table_schema(file.table));
  return resource;
}

}  // namespace

std::string datapackage_json(const std::vector<WrittenFile>& files) {
  Json package = {{"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
                  {"name", "workforce"},
                  {"title", "Social-care workforce figures from freedom-of-information replies and committee papers"},
                  {"resources", Json::array()}};
  for (const WrittenFile& file : files) package["resources"].push_back(resource_json(file));
  return package.dump(1) + '\n';
}

}  // namespace muster
