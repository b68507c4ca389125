#include "dataset/key_check.h"

#include "dataset/sorted_rows.h"

namespace muster {
namespace {

Database empty_tables() {
  Database database("", Database::Mode::create);
  database.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
               "CREATE TABLE keys (name, key, PRIMARY KEY (name, key)) WITHOUT ROWID;"
               "CREATE TABLE refs (file, line INTEGER, field, name, key); BEGIN");
  return database;
}

}  // namespace

KeyCheck::KeyCheck()
    : database_(empty_tables()),
      add_(database_, "INSERT OR IGNORE INTO keys VALUES (?, ?) RETURNING 1"),
      refer_(database_, "INSERT INTO refs VALUES (?, ?, ?, ?, ?)") {}

bool KeyCheck::add(const std::string& table, const std::vector<std::string_view>& key) {
  add_.bind_text(0, table);
  add_.bind_text(1, joined_key(key));
  const bool is_new = add_.step();
  add_.reset();
  return is_new;
}

void KeyCheck::refer(const std::string& file, long long line, const std::string& column, const std::string& table, const std::vector<std::string_view>& key) {
  refer_.bind_text(0, file);
  refer_.bind_text(1, std::to_string(line));
  refer_.bind_text(2, column);
  refer_.bind_text(3, table);
  refer_.bind_text(4, joined_key(key));
  refer_.step();
}

void KeyCheck::dangling(const std::function<void(const std::string&, long long, const std::string&, const std::string&)>& take) {
  Statement find(database_, "SELECT file, line, field, name FROM refs r WHERE NOT EXISTS (SELECT 1 FROM keys k WHERE k.name = r.name AND k.key = r.key) ORDER BY rowid");
  while (find.step()) take(find.text(0), find.integer(1), find.text(2), find.text(3));
}

}  // namespace muster
