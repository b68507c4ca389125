// The requests of all documents by their wording: one that many councils were asked is kept once, with those who were asked it.
// Private to dataset/.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "dataset/cluster_rules.h"
#include "dataset/dataset.h"
#include "dataset/shingles.h"

namespace muster {

// One wording of a request, in the order in which it was first met.
struct WordedRequest {
  std::string name;                        // of a stated request
  std::vector<std::string> numbers, keys;  // of each question; keys: folded wording with an ordinal among equals of the request

  template <class Visitor>
  void fields(Visitor& v) { v(name, numbers, keys); }
};

// A request or question that a rule names; -1: none. `wording` is that request's alone.
struct NamedPlace {
  int wording = -1, question = -1;
};

struct AskedRequests {
  // One request of one document.
  struct Asked {
    uint32_t document = 0;
    int number = 1;
    uint32_t wording = 0;
  };

  AskedRequests(const Shelf& beside, std::vector<ClusterRule> rules);

  std::shared_ptr<Shelf> wordings;      // WordedRequest
  std::vector<uint32_t> times;          // each wording is asked; a stated one counts as asked once
  std::vector<uint32_t> shingle_count;  // of each wording
  SortedRows shingles;                  // and the wordings that have them
  std::vector<Asked> asked;             // by document
  std::map<std::string, uint32_t> known;  // wordings by a hash
  std::vector<ClusterRule> rules;
  std::vector<NamedPlace> named, named_with;  // by the rules

  WordedRequest wording(size_t index) const;
  size_t size() const { return times.size(); }
};

void add_question(WordedRequest& request, const std::string& number, const std::string& wording);

// A stated request: before those of documents.
void take_stated_request(const WordedRequest& request, AskedRequests& requests);

void take_requests(const DocumentResult& document, uint32_t index, AskedRequests& requests);

}  // namespace muster
