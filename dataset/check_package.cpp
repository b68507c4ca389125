#include "dataset/check_package.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <stdexcept>

#include "dataset/csv_rows.h"
#include "dataset/key_check.h"
#include "schemas/read_file.h"
#include "schemas/sha256.h"
#include "schemas/text.h"

namespace muster {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr const char* write_again = "; write it again with muster export, or describe it anew";

struct Field {
  std::string name, type;
  bool required = false, unique = false;
  std::optional<double> minimum, maximum;
  std::set<std::string> missing, categories;
  std::set<std::string> seen;  // only where unique and not the primary key
};

struct Reference {
  std::vector<size_t> fields;
  std::string columns, table;
};

struct Table {
  std::string name, file;
  std::vector<Field> fields;
  std::vector<size_t> primary_key;
  std::vector<Reference> references;
};

// Labelled or plain: ["", "x"] or [{"value": "", "label": "…"}].
std::set<std::string> values_of(const Json& list) {
  std::set<std::string> values;
  for (const Json& item : list) values.insert(item.is_object() ? item.value("value", "") : item.get<std::string>());
  return values;
}

Field field_of(const Json& json, const Json& schema) {
  Field field{.name = json.at("name"), .type = json.value("type", "string")};
  const Json constraints = json.value("constraints", Json::object());
  field.required = constraints.value("required", false);
  field.unique = constraints.value("unique", false);
  if (constraints.contains("minimum")) field.minimum = constraints["minimum"].get<double>();
  if (constraints.contains("maximum")) field.maximum = constraints["maximum"].get<double>();
  const Json missing = json.contains("missingValues") ? json["missingValues"] : schema.value("missingValues", Json::array({""}));
  field.missing = values_of(missing);
  if (json.contains("categories")) field.categories = values_of(json["categories"]);
  return field;
}

std::vector<std::string> names_of(const Json& json) {
  return json.is_string() ? std::vector<std::string>{json.get<std::string>()} : json.get<std::vector<std::string>>();
}

std::vector<size_t> indices_of(const std::vector<std::string>& names, const Table& table) {
  std::vector<size_t> out;
  for (const std::string& name : names) {
    const auto found = std::ranges::find(table.fields, name, &Field::name);
    if (found == table.fields.end()) throw std::runtime_error("datapackage.json: " + table.name + " has a key of the unknown field " + name);
    out.push_back(static_cast<size_t>(found - table.fields.begin()));
  }
  return out;
}

Table table_of(const Json& resource) {
  const Json& schema = resource.at("schema");
  Table table{.name = resource.at("name"), .file = resource.at("path")};
  for (const Json& field : schema.at("fields")) table.fields.push_back(field_of(field, schema));
  if (schema.contains("primaryKey")) table.primary_key = indices_of(names_of(schema["primaryKey"]), table);
  for (const Json& key : schema.value("foreignKeys", Json::array())) {
    const std::vector<std::string> names = names_of(key.at("fields"));
    const std::string target = key.at("reference").value("resource", "");
    table.references.push_back({indices_of(names, table), joined(names, ", "), target.empty() ? table.name : target});
  }
  return table;
}

bool is_number(const std::string& cell, bool whole) {
  double number = 0;
  const char* begin = cell.data() + (cell.starts_with('+') ? 1 : 0);
  const auto [end, error] = std::from_chars(begin, cell.data() + cell.size(), number);
  return error == std::errc() && end == cell.data() + cell.size() && (!whole || cell.find_first_of(".eEnN") == std::string::npos);
}

std::string shown(const std::string& cell) {
  constexpr size_t most = 60;  // characters of a cell in a message
  return '"' + (cell.size() > most ? cell.substr(0, most) + "…" : cell) + '"';
}

std::string number_words(double number) {
  std::string text = std::to_string(number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

// What is wrong with a cell that is not missing; empty: nothing.
std::string fault_of(const std::string& cell, Field& field) {
  if (field.type == "integer" && !is_number(cell, true)) return shown(cell) + " is no whole number; put one there or leave the cell empty";
  if (field.type == "number" && !is_number(cell, false)) return shown(cell) + " is no number; put one there (with a point, without separators) or leave the cell empty";
  if (field.minimum && std::stod(cell) < *field.minimum) return cell + " is less than the least, " + number_words(*field.minimum);
  if (field.maximum && std::stod(cell) > *field.maximum) return cell + " is more than the most, " + number_words(*field.maximum);
  if (!field.categories.empty() && !field.categories.contains(cell))
    return shown(cell) + " is no code of this column; use one of codebook.csv, or add it to the field's categories in datapackage.json";
  if (field.unique && !field.seen.insert(cell).second) return shown(cell) + " stands in this column twice; each value may stand there once";
  return {};
}

struct Check {
  fs::path directory;
  PackageCheck result;
  KeyCheck keys;

  void fault(const std::string& file, long long line, const std::string& column, const std::string& message) {
    result.faults.add({file, line, column, message});
  }
};

void check_cells(Check& check, Table& table, const std::vector<std::string>& row, long long line) {
  for (size_t i = 0; i < row.size(); ++i) {
    Field& field = table.fields[i];
    if (field.missing.contains(row[i])) {
      if (field.required) check.fault(table.file, line, field.name, "the cell is empty, but every row must have a value here");
      continue;
    }
    const std::string fault = fault_of(row[i], field);
    if (!fault.empty()) check.fault(table.file, line, field.name, fault);
  }
}

void check_keys(Check& check, const Table& table, const std::vector<std::string>& row, long long line) {
  const auto cells = [&](const std::vector<size_t>& fields) {
    std::vector<std::string_view> out;
    for (const size_t i : fields) out.push_back(row[i]);
    return out;
  };
  if (!table.primary_key.empty() && !check.keys.add(table.name, cells(table.primary_key)))
    check.fault(table.file, line, table.fields[table.primary_key[0]].name, "the key stands in an earlier row too; take one of the two rows out");
  for (const Reference& reference : table.references) {
    const bool points = std::ranges::none_of(reference.fields, [&](size_t i) { return table.fields[i].missing.contains(row[i]); });
    if (points) check.keys.refer(table.file, line, reference.columns, reference.table, cells(reference.fields));
  }
}

bool check_header(Check& check, const Table& table, CsvRows& rows) {
  std::vector<std::string> header, expected;
  rows.next(header);
  for (const Field& field : table.fields) expected.push_back(field.name);
  if (header == expected) return true;
  check.fault(table.file, 1, "", "the header is " + shown(joined(header, ",")) + ", the descriptor has " + shown(joined(expected, ",")) + write_again);
  return false;
}

void check_rows(Check& check, Table& table) {
  for (const size_t i : table.primary_key) table.fields[i].unique = false;  // the key's own check tells it, without holding all of them
  CsvRows rows((check.directory / table.file).string());
  if (!check_header(check, table, rows)) return;
  for (std::vector<std::string> row; rows.next(row);) {
    ++check.result.rows;
    if (row.size() != table.fields.size()) {
      check.fault(table.file, rows.line(), "", "the row has " + std::to_string(row.size()) + " cells in place of " + std::to_string(table.fields.size()) +
                                                   "; look for a missing comma or quote");
      continue;
    }
    check_cells(check, table, row, rows.line());
    check_keys(check, table, row, rows.line());
  }
  if (rows.open_quote()) check.fault(table.file, rows.line(), "", "a quote that opens here is never closed");
}

std::string digest_of(const fs::path& path) {
  constexpr size_t piece_bytes = 1 << 16;
  std::ifstream in(path, std::ios::binary);
  Sha256 digest;
  for (std::string piece(piece_bytes, '\0'); in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0;)
    digest.add({piece.data(), static_cast<size_t>(in.gcount())});
  return digest.hex();
}

// False when there is nothing to look into.
bool check_file(Check& check, const Json& resource) {
  const std::string file = resource.at("path");
  const fs::path path = check.directory / file;
  const bool stays_inside = fs::path(file).is_relative() && fs::path(file).lexically_normal().string().rfind("..", 0) != 0;
  if (!stays_inside || !fs::is_regular_file(path)) {
    check.fault(file, 0, "", "the file is missing" + std::string(write_again));
    return false;
  }
  ++check.result.files;
  const auto bytes = static_cast<long long>(fs::file_size(path));
  if (resource.contains("bytes") && resource["bytes"].get<long long>() != bytes)
    check.fault(file, 0, "", "has " + std::to_string(bytes) + " bytes, the descriptor says " + resource["bytes"].dump() + ": it was changed afterwards" + write_again);
  else if (resource.value("hash", "").starts_with("sha256:") && resource["hash"] != "sha256:" + digest_of(path))
    check.fault(file, 0, "", "its SHA-256 is not that of the descriptor: it was changed afterwards" + std::string(write_again));
  return true;
}

void check_sqlite(Check& check, const std::string& file) {
  const Database database((check.directory / file).string(), Database::Mode::read_only);
  for (const char* pragma : {"PRAGMA quick_check", "PRAGMA foreign_key_check"}) {
    Statement statement(database, pragma);
    while (statement.step())
      if (statement.text(0) != "ok") check.fault(file, 0, statement.text(0), std::string(pragma) + " finds a fault; build the dataset again");
  }
}

void check_resource(Check& check, const Json& resource) {
  if (!check_file(check, resource)) return;
  const std::string file = resource.at("path");
  if (resource.value("format", "") == "sqlite") return check_sqlite(check, file);
  if (!resource.contains("schema")) return;
  Table table = table_of(resource);
  check_rows(check, table);
}

}  // namespace

PackageCheck check_package(const std::string& directory) {
  Check check{.directory = directory};
  try {
    const Json package = Json::parse(read_file((check.directory / "datapackage.json").string()));
    for (const Json& resource : package.at("resources")) check_resource(check, resource);
  } catch (const Json::exception& fault) {
    throw std::runtime_error((check.directory / "datapackage.json").string() + ": is no descriptor of a data package: " + fault.what());
  }
  check.keys.dangling([&](const std::string& file, long long line, const std::string& column, const std::string& table) {
    check.fault(file, line, column, "names a row of " + table + " that is not there; add the row or put the name right");
  });
  return std::move(check.result);
}

}  // namespace muster
