#include "dataset/store.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <stdexcept>

#include "dataset/sqlite.h"
#include "schemas/serialise.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

// `failed` counts what cannot be taken for done. `contents` is the dataset; the other tables may hold more, and less while a run goes on.
constexpr const char* store_sql = R"(
  CREATE TABLE extractions (document_id TEXT NOT NULL PRIMARY KEY, key TEXT NOT NULL, password TEXT NOT NULL, extraction BLOB NOT NULL,
                            members BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE results (document_id TEXT NOT NULL PRIMARY KEY, key TEXT NOT NULL, failed INTEGER NOT NULL, result BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE readings (document_id TEXT NOT NULL PRIMARY KEY, vocabulary TEXT NOT NULL, consulted BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE vocabularies (version TEXT NOT NULL PRIMARY KEY, description BLOB NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE contents (document_id TEXT NOT NULL, source BLOB NOT NULL, PRIMARY KEY (document_id, source)) STRICT, WITHOUT ROWID;
  CREATE TABLE origin (origin BLOB NOT NULL) STRICT;
)";

// One process at a time, without shared memory, so that it also works where a dataset lies on a network file system. A killed
// process leaves a whole store: what it had committed, and nothing else.
constexpr const char* writing_sql = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE; COMMIT";

bool is_of_this_version(const Database& database) {
  Statement version(database, "PRAGMA user_version");
  return version.step() && version.integer(0) == schema_version;
}

bool is_finished(const Database& database) {
  Statement origins(database, "SELECT count(*) FROM origin");
  return origins.step() && origins.integer(0) == 1;
}

void remove_store(const std::string& path) {
  for (const char* end : {"", "-wal", "-shm", "-journal"}) fs::remove(path + end);
}

// Opens it to be written. An open one in other hands is a fault; a damaged one is begun anew where that loses nothing but time.
Database open_for_writing(const std::string& path, bool may_begin_anew) {
  try {
    Database database(path, Database::Mode::create);
    database.run(writing_sql);
    return database;
  } catch (const std::runtime_error& fault) {
    if (std::string_view(fault.what()).find("locked") != std::string_view::npos)
      throw std::runtime_error(path + ": another muster is at work on this dataset; wait for it, or end it");
    if (!may_begin_anew || std::string_view(fault.what()).find("not a database") == std::string_view::npos) throw;
  }
  remove_store(path);
  return open_for_writing(path, false);
}

void make_tables(const Database& database) {
  Database& writable = const_cast<Database&>(database);
  writable.run("BEGIN");
  writable.run(store_sql);
  writable.run("PRAGMA user_version = " + std::to_string(schema_version));
  writable.run("COMMIT");
}

Database open_or_make(const std::string& path) {
  const fs::path directory = fs::path(path).parent_path();
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) throw std::runtime_error(directory.string() + ": cannot be made: " + error.message() + "; choose a directory that you may write to");
  Database database = open_for_writing(path, true);
  if (is_of_this_version(database)) return database;
  Statement tables(database, "SELECT count(*) FROM sqlite_schema");
  if (tables.step() && tables.integer(0) == 0) {
    make_tables(database);
    return database;
  }
  { const Database closed = std::move(database); }
  remove_store(path);
  Database fresh = open_for_writing(path, true);
  make_tables(fresh);
  return fresh;
}

Database open_existing(const std::string& path, bool to_write) {
  if (!fs::exists(path)) throw std::runtime_error(path + ": there is no dataset here; make one with: muster build INPUT... -o DIR");
  Database database = to_write ? open_for_writing(path, false) : Database(path, Database::Mode::read_only);
  if (!is_of_this_version(database))
    throw std::runtime_error(path + ": written by another version of muster; build the dataset again with: muster build INPUT... -o DIR");
  if (!is_finished(database))
    throw std::runtime_error(path + ": its build was not finished; run that build again, it goes on where it stopped");
  return database;
}

Database opened(const std::string& path, Store::Mode mode) {
  return mode == Store::Mode::build ? open_or_make(path) : open_existing(path, mode == Store::Mode::extend);
}

}  // namespace

struct Store::Statements {
  Database database;
  Statement has_result{database, "SELECT 1 FROM results WHERE document_id = ? AND key = ? AND NOT failed"};
  Statement extraction{database, "SELECT key, password, extraction, members FROM extractions WHERE document_id = ?"};
  Statement result{database, "SELECT key, failed, result FROM results WHERE document_id = ?"};
  Statement put_extraction{database, "INSERT OR REPLACE INTO extractions VALUES (?, ?, ?, ?, ?)"};
  Statement put_result{database, "INSERT OR REPLACE INTO results VALUES (?, ?, CAST(? AS INTEGER), ?)"};
  Statement reading{database, "SELECT vocabulary, consulted FROM readings WHERE document_id = ?"};
  Statement put_reading{database, "INSERT OR REPLACE INTO readings VALUES (?, ?, ?)"};
  Statement renew{database, "UPDATE readings SET vocabulary = ? WHERE document_id = ?"};
  Statement vocabulary{database, "SELECT description FROM vocabularies WHERE version = ?"};
  Statement put_vocabulary{database, "INSERT OR REPLACE INTO vocabularies VALUES (?, ?)"};
  Statement put_occurrence{database, "INSERT OR IGNORE INTO contents VALUES (?, ?)"};

  void keep(const std::string& document_id, const KeptExtraction& e) {
    put_extraction.bind_text(0, document_id);
    put_extraction.bind_text(1, e.key);
    put_extraction.bind_text(2, e.password);
    put_extraction.bind_blob(3, e.extraction);
    put_extraction.bind_blob(4, e.members);
    put_extraction.step();
  }
  void keep(const std::string& document_id, const KeptReading& r) {
    put_reading.bind_text(0, document_id);
    put_reading.bind_text(1, r.vocabulary);
    put_reading.bind_blob(2, r.consulted);
    put_reading.step();
  }
  void keep(const std::string& document_id, const std::string& key, bool failed, const std::string& bytes) {
    put_result.bind_text(0, document_id);
    put_result.bind_text(1, key);
    put_result.bind_text(2, failed ? "1" : "0");
    put_result.bind_blob(3, bytes);
    put_result.step();
  }
};

namespace {

// One document of a dataset to be merged, and what decides between two results of it: one that did not fail, then the one under
// the name that comes first (as one build of all would have read it), then the smaller bytes.
struct Contender {
  bool failed = true;
  std::string source, key, result;
  auto rank() const { return std::tie(failed, source, result); }
};

std::map<std::string, std::string> least_sources(const std::vector<Occurrence>& occurrences) {
  std::map<std::string, std::string> least;
  for (const Occurrence& o : occurrences) least.emplace(o.document_id, o.source);  // they come sorted
  return least;
}

}  // namespace

std::string store_path(const std::string& dataset_directory) { return (fs::path(dataset_directory) / ".muster" / "store.sqlite").string(); }

Store::Store(const std::string& path, Mode mode) : statements_(new Statements{opened(path, mode)}) {
  if (mode == Mode::build) statements_->database.run("DELETE FROM origin");  // unfinished from now on
}
Store::~Store() = default;

bool Store::has_result(const std::string& document_id, const std::string& key) const {
  Statement& found = statements_->has_result;
  found.bind_text(0, document_id);
  found.bind_text(1, key);
  const bool has = found.step();
  found.reset();
  return has;
}

std::optional<KeptExtraction> Store::extraction(const std::string& document_id) const {
  Statement& found = statements_->extraction;
  found.bind_text(0, document_id);
  std::optional<KeptExtraction> out;
  if (found.step()) out = {found.text(0), found.text(1), found.text(2), found.text(3)};
  found.reset();
  return out;
}

KeptReading Store::reading(const std::string& document_id) const {
  Statement& found = statements_->reading;
  found.bind_text(0, document_id);
  KeptReading out;
  if (found.step()) out = {found.text(0), found.text(1)};
  found.reset();
  return out;
}

std::string Store::vocabulary(const std::string& version) const {
  Statement& found = statements_->vocabulary;
  found.bind_text(0, version);
  std::string out = found.step() ? found.text(0) : std::string();
  found.reset();
  return out;
}

void Store::keep_vocabulary(const std::string& version, const std::string& description) {
  statements_->put_vocabulary.bind_text(0, version);
  statements_->put_vocabulary.bind_blob(1, description);
  statements_->put_vocabulary.step();
}

void Store::renew(const std::string& document_id, const std::string& vocabulary) {
  statements_->renew.bind_text(0, vocabulary);
  statements_->renew.bind_text(1, document_id);
  statements_->renew.step();
}

void Store::put(const DocumentResult& result, const std::string& key, const KeptReading& reading, const std::optional<KeptExtraction>& extraction) {
  const DocumentRecord& record = result.interpretation.record;
  statements_->database.run("BEGIN");
  if (extraction) statements_->keep(record.document_id, *extraction);
  statements_->keep(record.document_id, reading);
  statements_->keep(record.document_id, key, record.outcome == "failed", serialise(result));
  statements_->database.run("COMMIT");
}

std::vector<Occurrence> Store::occurrences() const {
  std::vector<Occurrence> out;
  Statement contents(statements_->database, "SELECT document_id, source FROM contents ORDER BY document_id, source");
  while (contents.step()) out.push_back({contents.text(0), contents.text(1)});
  return out;
}

StoreOrigin Store::origin() const {
  Statement origin(statements_->database, "SELECT origin FROM origin");
  return origin.step() ? deserialise<StoreOrigin>(origin.text(0)) : StoreOrigin();
}

std::optional<DocumentResult> Store::result(const std::string& document_id) const {
  Statement& found = statements_->result;
  found.bind_text(0, document_id);
  std::optional<DocumentResult> out;
  if (found.step()) out = deserialise<DocumentResult>(found.text(2));
  found.reset();
  return out;
}

Batch Store::load(std::vector<Occurrence> occurrences) const {
  std::ranges::sort(occurrences);
  Batch batch;
  for (const auto& [document, source] : least_sources(occurrences))
    if (std::optional<DocumentResult> found = result(document)) batch.results.push_back(std::move(*found));
  batch.occurrences = std::move(occurrences);
  return batch;
}

void Store::clear() {
  statements_->database.run("BEGIN; DELETE FROM contents; DELETE FROM origin; DELETE FROM results; DELETE FROM extractions; DELETE FROM readings; DELETE FROM vocabularies; COMMIT");
}

void Store::take_over(const Store& other) {
  const auto contender = [](Statements& s, const std::string& document) {
    s.result.bind_text(0, document);
    std::optional<Contender> out;
    if (s.result.step()) out = {s.result.integer(1) != 0, {}, s.result.text(0), s.result.text(2)};
    s.result.reset();
    if (out) out->source = deserialise<DocumentResult>(out->result).interpretation.record.source;
    return out;
  };
  Statements& to = *statements_;
  to.database.run("BEGIN");
  const std::vector<Occurrence> occurrences_there = other.occurrences();
  for (const auto& [document, source] : least_sources(occurrences_there)) {
    const auto theirs = contender(*other.statements_, document);
    const auto held = contender(to, document);
    if (!theirs || (held && held->rank() <= theirs->rank())) continue;
    to.keep(document, theirs->key, theirs->failed, theirs->result);
    const KeptReading reading = other.reading(document);
    to.keep(document, reading);
    keep_vocabulary(reading.vocabulary, other.vocabulary(reading.vocabulary));
    if (const auto extraction = other.extraction(document)) to.keep(document, *extraction);
  }
  for (const Occurrence& o : occurrences_there) {
    to.put_occurrence.bind_text(0, o.document_id);
    to.put_occurrence.bind_blob(1, o.source);
    to.put_occurrence.step();
  }
  to.database.run("COMMIT");
}

void Store::finish(const std::vector<Occurrence>& occurrences, const StoreOrigin& origin) {
  Statements& s = *statements_;
  s.database.run("BEGIN; DELETE FROM contents; DELETE FROM origin");
  for (const Occurrence& o : occurrences) {
    s.put_occurrence.bind_text(0, o.document_id);
    s.put_occurrence.bind_blob(1, o.source);
    s.put_occurrence.step();
  }
  Statement put_origin(s.database, "INSERT INTO origin VALUES (?)");
  put_origin.bind_blob(0, serialise(origin));
  put_origin.step();
  s.database.run("DELETE FROM results WHERE document_id NOT IN (SELECT document_id FROM contents);"
                 "DELETE FROM extractions WHERE document_id NOT IN (SELECT document_id FROM contents);"
                 "DELETE FROM readings WHERE document_id NOT IN (SELECT document_id FROM contents);"
                 "DELETE FROM vocabularies WHERE version NOT IN (SELECT vocabulary FROM readings)");
  s.database.run("COMMIT; PRAGMA journal_mode = DELETE");  // one plain file is left
}

Batch load_batch(const std::string& path) {
  const Store store(path, Store::Mode::read_only);
  return store.load(store.occurrences());
}

}  // namespace muster
