// A round trip through a real server, which the test starts itself: as an unprivileged user, in a directory of its own, on a unix socket.
#include "dataset/write_postgresql.h"

#include <doctest/doctest.h>

#include <charconv>

#include "dataset/schema.h"
#include "dataset/stored_rows.h"
#include "schemas/text.h"
#include "tests/run_program.h"
#include "tests/stored_sample.h"

using namespace muster;
namespace fs = std::filesystem;

namespace {

// Where Debian keeps the server's programs; empty without them.
fs::path server_programs() {
  fs::path newest;
  if (fs::exists("/usr/lib/postgresql"))
    for (const auto& version : fs::directory_iterator("/usr/lib/postgresql"))
      if (fs::exists(version.path() / "bin" / "initdb") && newest < version.path() / "bin") newest = version.path() / "bin";
  return newest;
}

bool shell(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

class Server {
 public:
  explicit Server(fs::path programs) : programs_(std::move(programs)), directory_(test_directory("postgresql")) {
    if (geteuid() == 0) {  // the server refuses root
      as_user_ = "setpriv --reuid=nobody --regid=nogroup --clear-groups ";
      shell("chmod 755 '" + test_root().string() + "' && chown nobody:nogroup '" + directory_.string() + "'");
    }
    REQUIRE(run("initdb", "-A trust -U tester -E UTF8 --locale=C.UTF-8 -N"));
    REQUIRE(run("pg_ctl", "-w -l '" + (directory_ / "log").string() + "' -o \"-c listen_addresses='' -c fsync=off -k '" + directory_.string() + "'\" start"));
  }
  ~Server() { run("pg_ctl", "-w -m immediate stop"); }

  std::string uri() const { return "postgresql://tester:secret@/postgres?host=" + directory_.string(); }

  // Rows of text; a missing value is "\N".
  std::vector<std::vector<std::string>> rows(const std::string& sql) const {
    const fs::path out = directory_.parent_path() / "rows", in = directory_.parent_path() / "query";
    put_file(in, sql);
    REQUIRE(shell("psql -X -q -v ON_ERROR_STOP=1 -At -P null='\\N' -F '\x03' -R '\x04' -f '" + in.string() + "' -o '" + out.string() + "' '" + uri() + "'"));
    std::string text = file_text(out);
    if (text.ends_with('\n')) text.pop_back();
    std::vector<std::vector<std::string>> found;
    if (text.empty()) return found;
    for (const std::string_view row : split(text, '\x04')) {
      found.emplace_back();
      for (const std::string_view cell : split(row, '\x03')) found.back().emplace_back(cell);
    }
    return found;
  }

 private:
  bool run(const std::string& program, const std::string& arguments) const {
    return shell("cd / && " + as_user_ + "'" + (programs_ / program).string() + "' -D '" + (directory_ / "data").string() + "' " + arguments);
  }

  fs::path programs_, directory_;
  std::string as_user_;
};

double number(const std::string& text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string key_list(const TableSchema& table) { return '"' + joined(table.primary_key, "\", \"") + '"'; }

void check_table(const Database& dataset, const Server& server, const TableSchema& table) {
  std::vector<StoredRow> ours;
  std::string names;
  for (const ColumnSchema& column : table.columns) names += (names.empty() ? "\"" : ", \"") + column.name + '"';
  for_each_result(dataset, "SELECT " + names + " FROM \"" + table.name + "\" ORDER BY " + key_list(table), [&](const StoredRow& row) { ours.push_back(row); });
  const auto theirs = server.rows("SELECT " + names + " FROM workforce.\"" + table.name + "\" ORDER BY " + key_list(table));
  REQUIRE_MESSAGE(ours.size() == theirs.size(), table.name);
  for (size_t r = 0; r < ours.size(); ++r)
    for (size_t c = 0; c < table.columns.size(); ++c) {
      const ColumnSchema& column = table.columns[c];
      CAPTURE(table.name);
      CAPTURE(column.name);
      if (ours[r][c].empty() && column.nullable) CHECK(theirs[r][c] == "\\N");
      else if (column.type == "TEXT") CHECK(theirs[r][c] == ours[r][c]);
      else CHECK(number(theirs[r][c]) == number(ours[r][c]));
    }
}

std::string message_of(const Database& dataset, const PostgresqlTarget& target) {
  try {
    write_postgresql(dataset, target);
  } catch (const std::runtime_error& fault) {
    return fault.what();
  }
  return {};
}

}  // namespace

TEST_CASE("postgresql: every table comes back equal, with keys, comments and views; twice is the same as once; others' things are left alone") {
  const fs::path programs = server_programs();
  if (postgresql_library().empty() || programs.empty() || !shell("command -v psql")) {
    MESSAGE("skipped: needs libpq-dev at build time and Debian's postgresql");
    return;
  }
  const Server server(programs);
  const Database dataset = open_stored(samples::stored_dataset("postgresql-dataset"));
  const PostgresqlTarget target{server.uri(), "workforce"};
  for (int time = 0; time < 2; ++time) {
    write_postgresql(dataset, target);
    for (const TableSchema& table : dataset_schema()) check_table(dataset, server, table);
  }
  const auto one = [&](const std::string& sql) { return server.rows(sql).at(0).at(0); };
  size_t keys = 0;
  for (const TableSchema& table : dataset_schema()) keys += table.foreign_keys.size();
  CHECK(one("SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND connamespace = 'workforce'::regnamespace") == std::to_string(keys));
  CHECK(one("SELECT col_description('workforce.observations'::regclass, 1)") == table_schema("observations").columns[0].meaning);
  CHECK(one("SELECT obj_description('workforce.documents'::regclass)") == table_schema("documents").meaning);
  for (const char* view : {"facts", "best_figures"}) {
    std::string ours;
    for_each_result(dataset, std::string("SELECT count(*) FROM ") + view, [&](const StoredRow& row) { ours = row[0]; });
    CHECK(one(std::string("SELECT count(*) FROM workforce.") + view) == ours);
  }

  // What somebody has built upon the tables makes the server refuse, and the dataset stays as it was.
  server.rows("CREATE VIEW public.mine AS SELECT count(*) FROM workforce.observations");
  CHECK(message_of(dataset, target).find("replacing the earlier dataset") != std::string::npos);
  CHECK(one("SELECT * FROM public.mine") == std::to_string(std::size(samples::awkward_texts) + 1));
  CHECK(message_of(dataset, {server.uri(), "public"}).find("not made by muster") != std::string::npos);
}

TEST_CASE("postgresql: no message holds the password") {
  if (postgresql_library().empty()) return;
  const Database dataset(":memory:", Database::Mode::create);
  for (const char* uri : {"postgresql://me:secret@/x?host=/nonexistent", "postgresql://me:secret@host:port:port/x", "postgresql://me:secret@[broken/x"}) {
    const std::string said = message_of(dataset, {uri, "workforce"});
    CHECK_FALSE(said.empty());
    CHECK_MESSAGE(said.find("secret") == std::string::npos, said);
  }
}
