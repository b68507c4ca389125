#include "dataset/sqlite.h"

#include <sqlite3.h>

#include <stdexcept>

namespace muster {
namespace {

// After the primary code of an error that a person can do something about.
const char* what_to_do(int code) {
  switch (code & 0xFF) {
    case SQLITE_FULL: return "; free some space and run the same command again: what is done is kept";
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN: return "; choose a directory that you may write to";
    default: return "";
  }
}

}  // namespace

struct Database::Handle {
  sqlite3* connection = nullptr;
  std::string path;

  void check(int code) const {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
      throw std::runtime_error(path + ": " + sqlite3_errmsg(connection) + what_to_do(code));
  }
  ~Handle() { sqlite3_close(connection); }
};

Database::Database(const std::string& path, Mode mode) : handle_(std::make_unique<Handle>()) {
  handle_->path = path;
  const int flags = mode == Mode::create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  handle_->check(sqlite3_open_v2(path.c_str(), &handle_->connection, flags, nullptr));
}

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;

void Database::run(const std::string& sql) {
  handle_->check(sqlite3_exec(handle_->connection, sql.c_str(), nullptr, nullptr, nullptr));
}

struct Statement::Handle {
  const Database::Handle& database;
  sqlite3_stmt* statement = nullptr;
  ~Handle() { sqlite3_finalize(statement); }
};

Statement::Statement(const Database& database, const std::string& sql)
    : handle_(new Handle{.database = database.handle()}) {
  handle_->database.check(
      sqlite3_prepare_v2(database.handle().connection, sql.data(), static_cast<int>(sql.size()), &handle_->statement, nullptr));
}

Statement::~Statement() = default;

std::vector<std::string> Statement::column_names() const {
  std::vector<std::string> names;
  for (int i = 0; i < sqlite3_column_count(handle_->statement); ++i) names.emplace_back(sqlite3_column_name(handle_->statement, i));
  return names;
}

void Statement::bind_text(int parameter, std::string_view text) {
  handle_->database.check(
      sqlite3_bind_text64(handle_->statement, parameter + 1, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind_blob(int parameter, std::string_view bytes) {
  handle_->database.check(
      sqlite3_bind_blob64(handle_->statement, parameter + 1, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_TRANSIENT));
}

void Statement::bind_null(int parameter) { handle_->database.check(sqlite3_bind_null(handle_->statement, parameter + 1)); }

bool Statement::step() {
  const int code = sqlite3_step(handle_->statement);
  if (code == SQLITE_ROW) return true;
  sqlite3_reset(handle_->statement);
  handle_->database.check(code);
  return false;
}

void Statement::reset() { sqlite3_reset(handle_->statement); }

std::string Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(handle_->statement, column);
  const int size = sqlite3_column_bytes(handle_->statement, column);
  return bytes ? std::string(static_cast<const char*>(bytes), static_cast<size_t>(size)) : std::string();
}

int Statement::columns() const { return sqlite3_column_count(handle_->statement); }

bool Statement::is_null(int column) const { return sqlite3_column_type(handle_->statement, column) == SQLITE_NULL; }

bool Statement::is_real(int column) const { return sqlite3_column_type(handle_->statement, column) == SQLITE_FLOAT; }

double Statement::real(int column) const { return sqlite3_column_double(handle_->statement, column); }

long long Statement::integer(int column) const { return sqlite3_column_int64(handle_->statement, column); }

}  // namespace muster
