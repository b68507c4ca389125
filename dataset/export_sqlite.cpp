#include "dataset/export_sqlite.h"

#include <map>
#include <optional>
#include <stdexcept>
#include <vector>

#include "dataset/built_in.h"
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

// A statement for the rows of one table.
struct Insert {
  std::unique_ptr<Statement> statement;
  std::vector<bool> nullable;
};

Insert insert_into(const Database& database, const RowTable& table) {
  Insert insert{std::make_unique<Statement>(database, insert_sql(table)), {}};
  for (const std::string& column : table.columns) insert.nullable.push_back(table_schema(table.name).column(column)->nullable);
  return insert;
}

// Cells are bound as text; the column's type in a STRICT table makes the number, or refuses what is none.
void insert_row(Insert& insert, const std::vector<std::string>& row) {
  for (size_t i = 0; i < row.size(); ++i) {
    const int parameter = static_cast<int>(i);
    if (row[i].empty() && insert.nullable[i]) insert.statement->bind_null(parameter);
    else insert.statement->bind_text(parameter, row[i]);
  }
  insert.statement->step();
}

void check_keys(const Database& database, const std::string& path) {
  Statement broken(database, "SELECT \"table\", \"parent\" FROM pragma_foreign_key_check");
  if (broken.step()) throw std::logic_error(path + ": a row of " + broken.text(0) + " names one of " + broken.text(1) + " that is not there");
}

}  // namespace

struct SqliteExport::State {
  std::string path, temporary;
  std::optional<Database> database;
  std::map<std::string, Insert> inserts;
};

SqliteExport::SqliteExport(const std::string& path) : state_(std::make_unique<State>()) {
  state_->path = path;
  state_->temporary = fresh_temporary(path);
  Database& database = state_->database.emplace(state_->temporary, Database::Mode::create);
  // A new file under a name of its own needs no journal: it gets its place only when it is whole. Keys are checked once, at the end: a row
  // that names a later one would make every row in between look for it.
  database.run("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -4096");
  database.run("BEGIN");
  database.run(dataset_sql());
}

SqliteExport::~SqliteExport() = default;

void SqliteExport::add(const RowTable& table) {
  auto insert = state_->inserts.find(table.name);
  if (insert == state_->inserts.end()) insert = state_->inserts.emplace(table.name, insert_into(*state_->database, table)).first;
  for (const std::vector<std::string>& row : table.rows) insert_row(insert->second, row);
}

void SqliteExport::close() {
  state_->inserts.clear();
  Database& database = *state_->database;
  database.run("INSERT INTO answers_fts (answers_fts) VALUES ('rebuild')");
  database.run("INSERT INTO observations_fts (observations_fts) VALUES ('rebuild')");
  check_keys(database, state_->path);
  database.run("COMMIT");
  state_->database.reset();
  put_in_place(state_->temporary, state_->path);
}

}  // namespace muster
