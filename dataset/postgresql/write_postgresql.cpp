// The only place of libpq.
#include "dataset/write_postgresql.h"

#include <libpq-fe.h>

#include <memory>
#include <stdexcept>

#include "dataset/schema.h"
#include "dataset/stored_rows.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr const char* made_by = "Social-care workforce dataset, made by muster";  // begins the schema's comment: whose it is
constexpr size_t copy_block_bytes = 1 << 16;  // enough that a block costs more than its sending

using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

// What the server says, on one line.
[[noreturn]] void fail(const Connection& connection, const std::string& doing) {
  throw std::runtime_error("PostgreSQL, " + doing + ": " + single_spaced(PQerrorMessage(connection.get())));
}

// `doing`: what goes wrong if it fails.
Result run(const Connection& connection, const std::string& sql, const std::string& doing) {
  Result result(PQexec(connection.get(), sql.c_str()), PQclear);
  const ExecStatusType status = PQresultStatus(result.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_COPY_IN) fail(connection, doing);
  return result;
}

std::string quoted(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) out += c == quote ? std::string(2, c) : std::string(1, c);
  return out + quote;
}

std::string name(std::string_view identifier) { return quoted(identifier, '"'); }
std::string literal(std::string_view text) { return quoted(text, '\''); }

std::string names(const std::vector<std::string>& identifiers) {
  std::string out;
  for (const std::string& identifier : identifiers) out += (out.empty() ? "" : ", ") + name(identifier);
  return out;
}

// Text is compared byte by byte, as in SQLite, so that order and views agree whatever the server's locale.
std::string column_type(const ColumnSchema& column) {
  if (column.type == "INTEGER") return "bigint";
  return column.type == "REAL" ? "double precision" : "text COLLATE \"C\"";
}

std::string table_sql(const TableSchema& table) {
  std::string columns;
  for (const ColumnSchema& column : table.columns)
    columns += name(column.name) + ' ' + column_type(column) + (column.nullable ? ", " : " NOT NULL, ");
  if (table.primary_key.empty()) columns.erase(columns.size() - 2);
  else columns += "PRIMARY KEY (" + names(table.primary_key) + ")";
  return "CREATE TABLE " + name(table.name) + " (" + columns + ")";
}

std::string comments_sql(const TableSchema& table) {
  std::string out = "COMMENT ON TABLE " + name(table.name) + " IS " + literal(table.meaning) + ';';
  for (const ColumnSchema& column : table.columns)
    out += "COMMENT ON COLUMN " + name(table.name) + '.' + name(column.name) + " IS " + literal(column.meaning) + ';';
  return out;
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) switch (c) {
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default: out += c;
    }
}

// A line of COPY's text format.
void append_line(std::string& out, const TableSchema& table, const StoredRow& row) {
  for (size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out += '\t';
    if (row[i].empty() && table.columns[i].nullable) out += "\\N";
    else append_escaped(out, row[i]);
  }
  out += '\n';
}

void copy_rows(const Connection& connection, const Database& dataset, const TableSchema& table) {
  const std::string doing = "filling the table " + table.name;
  run(connection, "COPY " + name(table.name) + " FROM STDIN", doing);
  std::string block;
  const auto send = [&] {
    if (!block.empty() && PQputCopyData(connection.get(), block.data(), static_cast<int>(block.size())) != 1) fail(connection, doing);
    block.clear();
  };
  for_each_row(dataset, table, [&](const StoredRow& row) {
    append_line(block, table, row);
    if (block.size() >= copy_block_bytes) send();
  });
  send();
  if (PQputCopyEnd(connection.get(), nullptr) != 1) fail(connection, doing);
  while (PGresult* raw = PQgetResult(connection.get())) {
    const Result result(raw, PQclear);
    if (PQresultStatus(raw) != PGRES_COMMAND_OK) fail(connection, doing);
  }
}

void make_schema(const Connection& connection, const std::string& schema) {
  const Result found = run(connection, "SELECT coalesce(obj_description(oid, 'pg_namespace'), '') FROM pg_namespace WHERE nspname = " + literal(schema),
                           "looking for the schema");
  if (PQntuples(found.get()) == 0) run(connection, "CREATE SCHEMA " + name(schema), "making the schema " + schema);
  else if (!std::string_view(PQgetvalue(found.get(), 0, 0)).starts_with(made_by))
    throw std::runtime_error("PostgreSQL: the schema " + schema + " is there and was not made by muster; name another with --schema");
  run(connection, "COMMENT ON SCHEMA " + name(schema) + " IS " + literal(made_by), "describing the schema");
  run(connection, "SET LOCAL search_path TO " + name(schema), "entering the schema");
}

std::string view_name(const std::string& view_sql) {
  const size_t open = view_sql.find('"');
  return view_sql.substr(open + 1, view_sql.find('"', open + 1) - open - 1);
}

// Without CASCADE: what others have built upon the tables is never taken away with them, it makes the server refuse.
void drop_earlier(const Connection& connection) {
  std::string views, tables;
  for (const std::string& view : dataset_views()) views += (views.empty() ? "" : ", ") + name(view_name(view));
  for (const TableSchema& table : dataset_schema()) tables += (tables.empty() ? "" : ", ") + name(table.name);
  run(connection, "DROP VIEW IF EXISTS " + views + "; DROP TABLE IF EXISTS " + tables, "replacing the earlier dataset");
}

// After the rows: checking a key over all rows at once is quicker than row by row.
void add_foreign_keys(const Connection& connection, const TableSchema& table) {
  for (const ForeignKey& key : table.foreign_keys)
    run(connection, "ALTER TABLE " + name(table.name) + " ADD FOREIGN KEY (" + names(key.columns) + ") REFERENCES " + name(key.table) + " (" +
                        names(table_schema(key.table).primary_key) + ") DEFERRABLE INITIALLY DEFERRED", "adding the keys of " + table.name);
}

// An address that libpq cannot read would stand in its message, password and all.
void check_address(const std::string& uri) {
  char* message = nullptr;
  PQconninfoOption* options = PQconninfoParse(uri.c_str(), &message);
  PQfreemem(message);
  if (!options) throw std::runtime_error("PostgreSQL: the address is not of the form postgresql://USER@HOST:PORT/DATABASE");
  PQconninfoFree(options);
}

Connection connect(const std::string& uri) {
  check_address(uri);
  Connection connection(PQconnectdb(uri.c_str()), PQfinish);
  if (!connection || PQstatus(connection.get()) != CONNECTION_OK) fail(connection, "connecting");
  PQsetNoticeProcessor(connection.get(), [](void*, const char*) {}, nullptr);  // "table does not exist, skipping" is nobody's business
  if (PQsetClientEncoding(connection.get(), "UTF8") != 0) fail(connection, "setting UTF-8");
  return connection;
}

}  // namespace

std::string postgresql_library() { return "libpq " + std::to_string(PQlibVersion() / 10000); }

void write_postgresql(const Database& dataset, const PostgresqlTarget& target) {
  const Connection connection = connect(target.uri);
  run(connection, "BEGIN", "beginning");
  make_schema(connection, target.schema);
  drop_earlier(connection);
  for (const TableSchema& table : dataset_schema()) {
    run(connection, table_sql(table), "making the table " + table.name);
    copy_rows(connection, dataset, table);
    run(connection, comments_sql(table), "describing the table " + table.name);
  }
  for (const TableSchema& table : dataset_schema()) add_foreign_keys(connection, table);
  for (const std::string& index : dataset_indexes()) run(connection, index, "making an index");
  for (const std::string& view : dataset_views()) run(connection, view, "making the view " + view_name(view));
  run(connection, "COMMIT", "ending");
}

}  // namespace muster
