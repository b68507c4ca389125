#include "tools/doctor.h"

#include <filesystem>
#include <functional>
#include <iostream>
#include <stdexcept>

#include "dataset/sqlite.h"
#include "dataset/write_file.h"
#include "dataset/write_parquet.h"
#include "dataset/write_postgresql.h"
#include "dataset/write_workbook.h"
#include "extractors/read/parser_versions.h"
#include "schemas/serialise.h"
#include "tools/batch/pool.h"
#include "tools/pipeline.h"
#include "tools/vocabulary_path.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

struct Check {
  const char* name;
  std::function<std::string()> look;  // says what it found; throws what is wrong
  const char* what_to_do;
};

std::string check_vocabularies(const std::string& overlay_directory) {
  const std::string directory = vocabulary_directory();
  load_knowledge(directory, overlay_directory);
  return directory + (overlay_directory.empty() ? "" : " with " + overlay_directory + " over it");
}

std::string check_sqlite() {
  Database database(":memory:", Database::Mode::create);
  database.run("CREATE TABLE t (a TEXT) STRICT; CREATE VIRTUAL TABLE f USING fts5(a, content='t');");
  Statement version(database, "SELECT sqlite_version()");
  version.step();
  return "version " + version.text(0) + ", strict tables and full-text search";
}

// What `muster export` can write here beside what needs no library: a program without one of these works.
std::string check_exports() {
  std::string found;
  const auto tell = [&](const char* kind, const std::string& library) { found += (found.empty() ? "" : ", ") + std::string(kind) + " (" + (library.empty() ? "not built in" : library) + ')'; };
  tell("parquet", has_parquet() ? parquet_library(duckdb_path()) : "");
  tell("xlsx", workbook_library());
  tell("postgresql", postgresql_library());
  return found;
}

std::string check_writing() {
  const fs::path file = fs::current_path() / ".muster-doctor";
  write_file(file.string(), "x");
  fs::remove(file);
  return fs::current_path().string();
}

// A whole document through a real worker.
std::string check_worker(const std::string& overlay_directory) {
  const PoolOptions pool{
      .command = {program_path(), "worker", "--vocabulary-directory", vocabulary_directory(), "--vocabulary", overlay_directory}};
  bool given = false, came_back = false;
  run_pool(
      pool,
      [&](Order& order) {
        order = {.source = {.name = "doctor.txt", .bytes = "Vacancies: 3\n"}};
        return !std::exchange(given, true);
      },
      [&](const Order&, Reply) { came_back = true; });
  if (!came_back) throw std::runtime_error("the worker did not reply");
  return "one started, read a document and ended";
}

bool passes(const Check& check) {
  try {
    const std::string found = check.look();
    std::cout << "ok      " << check.name << ": " << found << '\n';
    return true;
  } catch (const std::exception& fault) {
    std::cout << "wrong   " << check.name << ": " << fault.what() << "\n        what to do: " << check.what_to_do << '\n';
    return false;
  }
}

}  // namespace

int doctor(const std::string& overlay_directory) {
  const Check checks[] = {
      {"program", [] { return "muster " MUSTER_VERSION ", schema " + std::to_string(schema_version); }, ""},
      {"vocabularies", [&] { return check_vocabularies(overlay_directory); },
       "put the named line right; a fresh copy of the vocabularies comes with: cmake --install BUILD"},
      {"parsers", [] { return parser_versions(); }, "install the packages of tools/debian-packages.txt: tools/install-packages"},
      {"sqlite", [] { return check_sqlite(); }, "install Debian's libsqlite3-0 (3.37 or later, with FTS5): tools/install-packages"},
      {"exports", [] { return check_exports(); }, "build muster again with -DMUSTER_PARQUET=ON, or install it with: cmake --install BUILD"},
      {"workers", [&] { return check_worker(overlay_directory); },
       "start the program from a place where it may be executed; check ulimit -v and ulimit -n"},
      {"writing", [] { return check_writing(); }, "go to a folder that you may write to, or give -o DIR elsewhere"},
  };
  bool well = true;
  for (const Check& check : checks) well &= passes(check);
  return well ? 0 : 2;
}

}  // namespace muster
