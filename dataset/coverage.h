// Who has answered what: council by question by period, from the written dataset and the register of requests.
#pragma once

#include <string>
#include <vector>

#include "schemas/csv.h"

namespace muster {

// One body that a request was sent to.
struct AskedBody {
  std::string request, publisher_code, publisher_name, nation;
  std::string sent, due;  // ISO 8601 days
};

// One row of coverage.csv. `period` empty: the answer as a whole; every question of every body has that row once.
struct CoverageRow {
  std::string request_cluster, question_cluster, question, publisher_code, publisher_name, period;
  std::string state;  // value part refused not_held not_applicable elsewhere attached not_yet unanswered no_reply
  std::string legal_reference, sent, due, replied;
  std::string document_id, answer_ids, observation_ids;  // several joined by ';'
};

// `documents`, `answers`, `observations` are the dataset's CSV files. A body of the register without a reply in the request's
// cluster has `no_reply` for each of its questions. Rows in order of request, question, publisher, period.
std::vector<CoverageRow> coverage(const CsvTable& documents, const CsvTable& answers, const CsvTable& observations,
                                  const std::vector<AskedBody>& asked);

std::string coverage_csv(const std::vector<CoverageRow>& rows);

// For reading: for each request a line of questions and a line for each body, one letter a question, with their meaning.
std::string coverage_matrix(const std::vector<CoverageRow>& rows);

}  // namespace muster
