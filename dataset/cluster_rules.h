// What a person has decided about clusters of requests and questions: a small CSV file that survives every re-run, since it
// speaks of documents and question numbers and not of the clusters' own names. Columns: rule,document,question,with_document,
// with_question,name. `document` is a document_id, a source, a file's name or the publisher's reference; an empty `question`
// means the whole request.
//   name   gives the cluster that this request or question is in the name `name`
//   join   puts it into one cluster with `with_document`, `with_question`
//   split  takes it out of its cluster and gives it one of its own
#pragma once

#include <string>
#include <vector>

#include "schemas/result.h"

namespace muster {

struct ClusterRule {
  enum class Kind { name, join, split };
  Kind kind = Kind::name;
  std::string document, question, with_document, with_question, name;
  int line = 0;
};

// Throws std::runtime_error "NAME:LINE: what is wrong".
std::vector<ClusterRule> parse_cluster_rules(std::string_view text, const std::string& file);

// Whether the words of a rule name this document.
bool names_document(const std::string& words, const DocumentRecord& record);

}  // namespace muster
