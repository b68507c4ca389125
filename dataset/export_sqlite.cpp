#include <map>

#include "dataset/built_in.h"
#include "dataset/export.h"
#include "dataset/schema.h"
#include "dataset/sqlite.h"
#include "dataset/write_file.h"
#include "schemas/text.h"

namespace muster {
namespace {

std::string insert_sql(const RowTable& table) {
  std::string names, places;
  for (const std::string& column : table.columns) {
    names += (names.empty() ? "\"" : ", \"") + column + '"';
    places += places.empty() ? "?" : ", ?";
  }
  return "INSERT INTO \"" + table.name + "\" (" + names + ") VALUES (" + places + ")";
}

// Cells are bound as text; the column's type in a STRICT table makes the number, or refuses what is none.
void insert_rows(const Database& database, const RowTable& table) {
  const TableSchema& schema = table_schema(table.name);
  std::vector<bool> nullable;
  for (const std::string& column : table.columns) nullable.push_back(schema.column(column)->nullable);
  Statement insert(database, insert_sql(table));
  for (const std::vector<std::string>& row : table.rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      const int parameter = static_cast<int>(i);
      if (row[i].empty() && nullable[i]) insert.bind_null(parameter);
      else insert.bind_text(parameter, row[i]);
    }
    insert.step();
  }
}

std::map<std::string, RowTable> all_tables(const Dataset& dataset) {
  std::map<std::string, RowTable> tables;
  for (RowTable& table : tabulate(dataset)) tables.emplace(table.name, std::move(table));
  for (RowTable& table : tabulate_background(dataset)) tables.emplace(table.name, std::move(table));
  return tables;
}

}  // namespace

void export_sqlite(const Dataset& dataset, const std::string& path) {
  const std::string temporary = fresh_temporary(path);
  {
    const std::map<std::string, RowTable> tables = all_tables(dataset);
    Database database(temporary, Database::Mode::create);
    // A new file under a name of its own needs no journal: it gets its place only when it is whole.
    database.run("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;");
    database.run("BEGIN");
    database.run(dataset_sql());
    for (const TableSchema& schema : dataset_schema()) insert_rows(database, tables.at(schema.name));
    database.run("INSERT INTO answers_fts (answers_fts) VALUES ('rebuild')");
    database.run("INSERT INTO observations_fts (observations_fts) VALUES ('rebuild')");
    database.run("COMMIT");
  }
  put_in_place(temporary, path);
}

}  // namespace muster
