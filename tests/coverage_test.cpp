#include "dataset/coverage.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "dataset/follow_up.h"

using namespace muster;

namespace {

const CsvTable documents = parse_csv("document_id,document_type,publisher_code,publisher_name,reference,request_date,response_date\n"
                                     "d1,foi_response,E1,Northtown Council,F1,2023-05-01,2023-06-01\nd2,foi_response,E2,Southtown Council,F2,,\n", "documents.csv");
const CsvTable answers = parse_csv("answer_id,document_id,publisher_code,question_number,question,status,legal_regime,legal_reference,request_cluster,question_cluster\n"
                                   "a1,d1,E1,1a,How many posts?,answered,,,r,r-1\na2,d1,E1,1b,How many vacant?,not_held,,,r,r-1\na3,d1,E1,10,Which rates?,refused,FOIA,s.43(2),r,r-10\n"
                                   "a4,d2,E2,1,How many posts and vacancies?,answered,,,r,r-1\n", "answers.csv");
const CsvTable observations = parse_csv("observation_id,document_id,question_number,period,status\no1,d1,1a,2022,reported\no2,d1,1a,2023,suppressed\n", "observations.csv");
const CsvTable findings = parse_csv("document_id,severity,message\nd2,error,40 and 8 are not 50.\nd2,warning,small\n", "findings.csv");
const std::vector<AskedBody> asked = {{"r", "E1", "Northtown Council", "", "2023-05-01", "2023-05-31"}, {"r", "E3", "Westtown Council", "", "2023-05-01", "2023-05-31"}};

std::string told(const std::vector<CoverageRow>& rows) {
  std::string out;
  for (const CoverageRow& r : rows) out += r.question_cluster + " " + r.publisher_code + " " + r.period + " " + r.state + "\n";
  return out;
}

}  // namespace

TEST_CASE("coverage: each question of each body once, and its periods; parts together; those who have not replied") {
  const std::vector<CoverageRow> rows = coverage(documents, answers, observations, asked);
  CHECK(told(rows) == "r-1 E1  part\nr-1 E1 2022 value\nr-1 E1 2023 part\nr-1 E2  value\nr-1 E3  no_reply\n"
                      "r-10 E1  refused\nr-10 E2  unanswered\nr-10 E3  no_reply\n");
  CHECK(rows[0].answer_ids == "a1;a2");
  CHECK(rows[1].observation_ids == "o1");
  CHECK(rows[0].due == "2023-05-31");
  CHECK(coverage_matrix(rows).find("Westtown Council   ! !") != std::string::npos);
  CHECK(coverage_csv(rows).starts_with("request_cluster,question_cluster,"));
}

TEST_CASE("coverage: a request that nobody has answered") {
  const std::vector<AskedBody> alone = {{"other", "E3", "Westtown Council", "", "2023-05-01", "2023-05-31"}};
  CHECK(told(coverage(documents, parse_csv("answer_id\n", "answers.csv"), observations, alone)) == "other E3  no_reply\n");
}

TEST_CASE("draft_follow_ups: one letter for each reply that leaves something open, one for each silence") {
  const FollowUpTemplate words = parse_follow_up_template(
      "# mine\n[letter]\n{council} {reference}\n{items}\n[refused]\nQ{number} under {law}\n[failed_sum]\n{message}\n[no_reply]\n{council} since {sent}, due {due}\n", "t.txt");
  const std::vector<Draft> drafts = draft_follow_ups(documents, answers, findings, coverage(documents, answers, observations, asked), words);
  REQUIRE(drafts.size() == 3);
  CHECK(drafts[0].name == "E1-1.txt");
  CHECK(drafts[0].text == "Northtown Council F1\nQ10 under s.43(2) of the Freedom of Information Act 2000\n\n");
  CHECK(drafts[1].text == "Southtown Council F2\n40 and 8 are not 50.\n\n");
  CHECK(drafts[2].text == "Westtown Council since 2023-05-01, due 2023-05-31\n");
  CHECK_THROWS_WITH_AS(parse_follow_up_template("[letter]\n{who}\n", "t.txt"), doctest::Contains("t.txt:2: "), std::runtime_error);
  CHECK_THROWS_WITH_AS(parse_follow_up_template("Dear\n", "t.txt"), doctest::Contains("t.txt:1: "), std::runtime_error);
}
