#include "dataset/asked_requests.h"

#include <doctest/doctest.h>

using namespace muster;

namespace {

DocumentResult letter(const std::string& name, const std::vector<std::string>& questions) {
  DocumentResult out;
  out.interpretation.record.document_id = name;
  for (size_t i = 0; i < questions.size(); ++i)
    out.interpretation.answers.push_back({.question_number = std::to_string(i + 1), .question = questions[i]});
  return out;
}

}  // namespace

TEST_CASE("asked_requests: one wording is kept once, what a rule names stands for itself") {
  const std::vector<std::string> questions = {"How many posts are vacant?", "How many posts are filled by agency workers?"};
  AskedRequests requests(Shelf(), {{ClusterRule::Kind::split, "d", "2", "", "", "", 1}});
  WordedRequest stated{.name = "ours", .numbers = {}, .keys = {}};
  add_question(stated, "1", "How many posts are vacant?");
  take_stated_request(stated, requests);
  uint32_t index = 0;
  for (const char* name : {"a", "b", "c", "d"}) take_requests(letter(name, questions), index++, requests);
  take_requests(letter("e", {"HOW many posts are vacant", "How many posts are filled by agency workers?!"}), index++, requests);
  take_requests(letter("f", {"How many posts are vacant?", "How many posts are vacant?"}), index++, requests);
  CHECK(requests.size() == 4);  // the stated one, the letters', that of d, that of f
  CHECK(requests.times == std::vector<uint32_t>{1, 4, 1, 1});
  CHECK(requests.asked.size() == 6);
  CHECK(requests.asked[4].wording == requests.asked[0].wording);
  CHECK(requests.named[0].wording == 2);
  CHECK(requests.named[0].question == 1);
  CHECK(requests.wording(0).name == "ours");
  CHECK(requests.wording(3).keys[0] != requests.wording(3).keys[1]);
}
