#include "dataset/store.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "dataset/sqlite.h"
#include "dataset/write_file.h"
#include "schemas/serialise.h"

namespace muster {
namespace {

constexpr const char* store_sql = R"(
  CREATE TABLE results (document_id TEXT NOT NULL PRIMARY KEY, result BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE occurrences (document_id TEXT NOT NULL, source BLOB NOT NULL, PRIMARY KEY (document_id, source)) STRICT, WITHOUT ROWID;
)";

// Rows go in by document_id, so that the same batch makes the same file in whatever order its documents came back.
void insert_results(const Database& database, const Batch& batch) {
  std::vector<const DocumentResult*> sorted;
  for (const DocumentResult& result : batch.results) sorted.push_back(&result);
  std::ranges::stable_sort(sorted, {}, [](const DocumentResult* r) { return std::string_view(r->interpretation.record.document_id); });
  Statement insert(database, "INSERT OR IGNORE INTO results VALUES (?, ?)");
  for (const DocumentResult* result : sorted) {
    insert.bind_text(0, result->interpretation.record.document_id);
    insert.bind_blob(1, serialise(*result));
    insert.step();
  }
}

void insert_occurrences(const Database& database, std::vector<Occurrence> occurrences) {
  std::ranges::sort(occurrences);
  Statement insert(database, "INSERT OR IGNORE INTO occurrences VALUES (?, ?)");
  for (const Occurrence& occurrence : occurrences) {
    insert.bind_text(0, occurrence.document_id);
    insert.bind_blob(1, occurrence.source);
    insert.step();
  }
}

void check_version(const Database& database, const std::string& path) {
  Statement version(database, "PRAGMA user_version");
  if (version.step() && version.integer(0) == schema_version) return;
  throw std::runtime_error(path + ": written by another version of muster; build the dataset again with: muster build INPUT... -o DIR");
}

}  // namespace

std::string store_path(const std::string& dataset_directory) {
  return (std::filesystem::path(dataset_directory) / ".muster" / "store.sqlite").string();
}

void save_batch(const std::string& path, const Batch& batch) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  const std::string temporary = fresh_temporary(path);
  {
    Database database(temporary, Database::Mode::create);
    database.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN");
    database.run(store_sql);
    database.run("PRAGMA user_version = " + std::to_string(schema_version));
    insert_results(database, batch);
    insert_occurrences(database, batch.occurrences);
    database.run("COMMIT");
  }
  put_in_place(temporary, path);
}

Batch load_batch(const std::string& path) {
  if (!std::filesystem::exists(path))
    throw std::runtime_error(path + ": there is no dataset here; make one with: muster build INPUT... -o DIR");
  const Database database(path, Database::Mode::read_only);
  check_version(database, path);
  Batch batch;
  Statement results(database, "SELECT result FROM results ORDER BY document_id");
  while (results.step()) batch.results.push_back(deserialise<DocumentResult>(results.text(0)));
  Statement occurrences(database, "SELECT document_id, source FROM occurrences ORDER BY document_id, source");
  while (occurrences.step()) batch.occurrences.push_back({occurrences.text(0), occurrences.text(1)});
  return batch;
}

}  // namespace muster
