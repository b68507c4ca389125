#include "dataset/schema.h"

#include <stdexcept>

#include "dataset/built_in.h"
#include "schemas/text.h"

namespace muster {
namespace {

// The word between the first two double quotes from `at`.
std::string quoted_word(std::string_view line, size_t at = 0) {
  const size_t open = line.find('"', at);
  const size_t close = open == std::string_view::npos ? open : line.find('"', open + 1);
  return close == std::string_view::npos ? std::string() : std::string(line.substr(open + 1, close - open - 1));
}

std::string comment_of(std::string_view line) {
  const size_t at = line.find("-- ");
  return at == std::string_view::npos ? std::string() : std::string(trimmed(line.substr(at + 3)));
}

// Every word between double quotes, up to the first closing bracket.
std::vector<std::string> quoted_words(std::string_view line) {
  const std::string_view list = line.substr(0, line.find(')'));
  std::vector<std::string> words;
  const std::vector<std::string_view> pieces = split(list, '"');
  for (size_t i = 1; i < pieces.size(); i += 2) words.emplace_back(pieces[i]);
  return words;
}

ColumnSchema parse_column(std::string_view line) {
  const std::string_view definition = trimmed(line.substr(0, line.find("-- ")));
  ColumnSchema column{.name = quoted_word(definition), .meaning = comment_of(line)};
  const std::string_view rest = trimmed(definition.substr(column.name.size() + 2));
  column.type = std::string(rest.substr(0, rest.find_first_of(" ,")));
  column.nullable = rest.find("NOT NULL") == std::string_view::npos;
  column.primary_key = rest.find("PRIMARY KEY") != std::string_view::npos;
  const size_t references = rest.find("REFERENCES");
  if (references != std::string_view::npos) column.references = quoted_word(rest, references);
  return column;
}

void add_column(TableSchema& table, ColumnSchema column) {
  if (column.primary_key) table.primary_key = {column.name};
  if (!column.references.empty()) table.foreign_keys.push_back({{column.name}, column.references});
  table.columns.push_back(std::move(column));
}

// PRIMARY KEY ("a", "b") and FOREIGN KEY ("a", "b") REFERENCES "table".
void add_key(TableSchema& table, std::string_view line) {
  if (line.starts_with("PRIMARY KEY")) table.primary_key = quoted_words(line);
  if (line.starts_with("FOREIGN KEY")) table.foreign_keys.push_back({quoted_words(line), quoted_word(line, line.find("REFERENCES"))});
}

std::vector<TableSchema> parse(std::string_view sql) {
  std::vector<TableSchema> tables;
  bool inside = false;
  for (std::string_view line : split(sql, '\n')) {
    if (line.starts_with("CREATE TABLE ")) {
      tables.push_back({quoted_word(line), comment_of(line), {}, {}, {}});
      inside = true;
    } else if (line.starts_with(")")) {
      inside = false;
    } else if (inside && trimmed(line).starts_with('"')) {
      add_column(tables.back(), parse_column(line));
    } else if (inside) {
      add_key(tables.back(), trimmed(line));
    }
  }
  return tables;
}

std::vector<std::string> statements_beginning(const std::string& beginning) {
  const std::string& sql = dataset_sql();
  std::vector<std::string> statements;
  for (size_t at = sql.find(beginning); at != std::string::npos; at = sql.find(beginning, at + 1))
    statements.push_back(sql.substr(at, sql.find(';', at) - at));
  return statements;
}

}  // namespace

const ColumnSchema* TableSchema::column(const std::string& column_name) const {
  for (const ColumnSchema& c : columns)
    if (c.name == column_name) return &c;
  return nullptr;
}

const std::vector<TableSchema>& dataset_schema() {
  static const std::vector<TableSchema> schema = parse(dataset_sql());
  return schema;
}

std::vector<std::string> dataset_indexes() { return statements_beginning("CREATE INDEX "); }
std::vector<std::string> dataset_views() { return statements_beginning("CREATE VIEW "); }

const TableSchema& table_schema(const std::string& name) {
  for (const TableSchema& t : dataset_schema())
    if (t.name == name) return t;
  throw std::logic_error("schemas/dataset.sql has no table " + name);
}

}  // namespace muster
