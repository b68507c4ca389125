// The same request at many councils: which requests and which of their questions are the same, told by their wording alone.
#pragma once

#include <string>
#include <vector>

#include "dataset/asked_requests.h"
#include "dataset/cluster_rules.h"
#include "dataset/dataset.h"

namespace muster {

// A request whose wording is known from elsewhere (the register of requests): its name becomes its cluster's.
struct StatedRequest {
  struct Question {
    std::string number, wording;
  };
  std::string name;
  std::vector<Question> questions;
};

// Sets Answer::request_cluster and question_cluster. Requests are one where half of the smaller one's shingles stand in the other.
// Within them a question is joined to those that it shares most of its words with, so that numbers may differ; a question that
// others ask in parts (1a, 1b) shares a cluster with the parts. One that joins what others ask under several numbers bears all
// their clusters, parted by ';'. Names: that of a rule or a stated request, else "r" and 16 hex digits from the first request's
// wording, and for a question that name, '-' and its number there. A rule that fits nothing is returned in words.
std::vector<std::string> cluster_questions(Dataset& dataset, const std::vector<StatedRequest>& stated,
                                           const std::vector<ClusterRule>& rules);

// The same for requests that were gathered while the documents came by (take_requests): first the stated ones.
AskedRequests gathered_requests(const Shelf& beside, const std::vector<StatedRequest>& stated, const std::vector<ClusterRule>& rules);
std::vector<std::string> cluster_questions(Dataset& dataset, AskedRequests& requests);

}  // namespace muster
