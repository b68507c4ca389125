// The private working store beside the written files: every document's result as it left the worker, and what was read of it before
// it was interpreted. One transaction for each document, so that a run that is killed at any moment goes on where it was; what the
// dataset holds is told apart from what is merely kept. Its form belongs to one version of the program and is nobody else's business.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "dataset/dataset.h"

namespace muster {

// What was read of a document, kept for another interpretation. The pieces are the business of who puts them in.
struct KeptExtraction {
  std::string key;         // of everything it depends on besides the content
  std::string password;    // of the passwords that opened it; empty when it needed none
  std::string extraction, members;
};

// What a result was interpreted with: the version of the vocabulary, and what was asked of it.
struct KeptReading {
  std::string vocabulary, consulted;
};

// What a dataset was made with and what it is a part of.
struct StoreOrigin {
  std::string program;      // hash of program, vocabularies and options that results depend on; "mixed" when there were several
  std::string listing;      // hash of the whole listing of files; for shards alone
  int shards = 1;
  std::vector<int> shard;   // which of them are in it, sorted; empty: not a shard

  template <class Visitor>
  void fields(Visitor& v) { v(program, listing, shards, shard); }
};

// Where a dataset keeps it.
std::string store_path(const std::string& dataset_directory);

class Store {
 public:
  enum class Mode {
    build,      // made when missing; one of another version is begun anew
    extend,     // must be there, of this version
    read_only,  // must be there, of this version, and finished
  };

  // The store belongs to one process at a time. Throws std::runtime_error, with what to do, when it is missing, of another version,
  // unfinished or in use.
  Store(const std::string& path, Mode mode);
  ~Store();

  // Whether the document has a result of this key, not a failed one.
  bool has_result(const std::string& document_id, const std::string& key) const;
  std::optional<KeptExtraction> extraction(const std::string& document_id) const;
  KeptReading reading(const std::string& document_id) const;

  // The description of a vocabulary by its version; empty when it is not known.
  std::string vocabulary(const std::string& version) const;
  void keep_vocabulary(const std::string& version, const std::string& description);
  // The document's result holds under this vocabulary too.
  void renew(const std::string& document_id, const std::string& vocabulary);

  // One transaction. A result without key (a failed one) is kept for the dataset but made again by the next run.
  void put(const DocumentResult& result, const std::string& key, const KeptReading& reading, const std::optional<KeptExtraction>& extraction);

  // What the dataset holds, as of the last finished run, and the results of these documents.
  std::vector<Occurrence> occurrences() const;
  StoreOrigin origin() const;
  Batch load(std::vector<Occurrence> occurrences) const;
  // The result of one document; none when it is not there.
  std::optional<DocumentResult> result(const std::string& document_id) const;

  // Forgets everything.
  void clear();

  // Takes over what the other store's dataset holds: the better result of each document, whatever the order of calls.
  void take_over(const Store& other);

  // The end of a run: what the dataset holds now; everything else is forgotten.
  void finish(const std::vector<Occurrence>& occurrences, const StoreOrigin& origin);

 private:
  struct Statements;
  std::unique_ptr<Statements> statements_;
};

// All that the dataset at this store holds.
Batch load_batch(const std::string& path);

}  // namespace muster
