#include "dataset/cluster_questions.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "dataset/shingles.h"

using namespace muster;

namespace {

struct Asked {
  const char *number, *wording;
};

DocumentResult letter(const std::string& name, const std::vector<Asked>& questions) {
  DocumentResult out;
  out.interpretation.record.document_id = "d-" + name;
  out.interpretation.record.source = "in/" + name + ".pdf";
  out.interpretation.record.reference = "FOI " + name;
  for (const Asked& q : questions) out.interpretation.answers.push_back({.question_number = q.number, .question = q.wording});
  return out;
}

const char* const posts = "How many social work posts did children's services have on 31 March 2023?";
const char* const vacant = "How many of these posts were vacant on that same date?";
const char* const agency = "How many of those posts did agency workers cover at that time?";
const char* const spent = "What was the total amount spent on agency social workers in 2022/23?";

// "a: 1=1, 2=2" for each document: the printed number and what stands after the request's name.
std::string told(const Dataset& dataset) {
  std::string out;
  for (const DocumentResult& d : dataset.documents) {
    out += (out.empty() ? "" : " | ") + d.interpretation.record.document_id.substr(2) + ":";
    for (const Answer& a : d.interpretation.answers) {
      std::string cluster = a.question_cluster;
      for (size_t at; !a.request_cluster.empty() && (at = cluster.find(a.request_cluster + "-")) != std::string::npos;) cluster.erase(at, a.request_cluster.size() + 1);
      out += " " + a.question_number + "=" + cluster;
    }
  }
  return out;
}

bool one_request(const Dataset& dataset) {
  return dataset.documents[0].interpretation.answers[0].request_cluster == dataset.documents[1].interpretation.answers[0].request_cluster;
}

}  // namespace

TEST_CASE("shingles: order counts, a part is contained") {
  CHECK(containment(shingles_of(posts), shingles_of(posts)) == 1);
  CHECK(containment(shingles_of("one two three four"), shingles_of("ONE, two three")) == 1);
  CHECK(containment(shingles_of("three two one"), shingles_of("one two three")) == 0);
  CHECK(containment(shingles_of(""), shingles_of(posts)) == 0);
}

TEST_CASE("cluster_questions: renumbered, parted and merged questions line up") {
  Dataset renumbered{{letter("a", {{"1", posts}, {"2", vacant}, {"3", spent}}), letter("b", {{"i", spent}, {"ii", posts}, {"iii", vacant}})}, {}};
  cluster_questions(renumbered, {}, {});
  CHECK(one_request(renumbered));
  CHECK(told(renumbered) == "a: 1=1 2=2 3=3 | b: i=3 ii=1 iii=2");

  const std::string merged = std::string(posts) + " " + vacant;
  Dataset parted{{letter("a", {{"1a", posts}, {"1b", vacant}, {"2", spent}}), letter("b", {{"1", merged.c_str()}, {"2", spent}})}, {}};
  cluster_questions(parted, {}, {});
  CHECK(told(parted) == "a: 1a=1 1b=1 2=2 | b: 1=1 2=2");

  Dataset mostly_parted{{letter("a", {{"1a", posts}, {"1b", vacant}}), letter("b", {{"1a", posts}, {"1b", vacant}}), letter("c", {{"1", merged.c_str()}})}, {}};
  cluster_questions(mostly_parted, {}, {});
  CHECK(told(mostly_parted) == "a: 1a=1a 1b=1b | b: 1a=1a 1b=1b | c: 1=1a;1b");

  Dataset two_numbers{{letter("a", {{"1", posts}, {"2", vacant}}), letter("b", {{"1", merged.c_str()}})}, {}};
  cluster_questions(two_numbers, {}, {});
  CHECK(told(two_numbers) == "a: 1=1 2=2 | b: 1=1;2");
}

TEST_CASE("cluster_questions: other requests stay apart, the same words twice keep their order") {
  Dataset others{{letter("a", {{"1", posts}, {"2", vacant}}), letter("b", {{"1", "Please list every planning application for a wind farm since 2010."}})}, {}};
  cluster_questions(others, {}, {});
  CHECK(!one_request(others));
  Dataset twice{{letter("a", {{"1", posts}, {"1a", agency}, {"2", spent}, {"2a", agency}}), letter("b", {{"1", posts}, {"1a", agency}, {"2", spent}, {"2a", agency}})}, {}};
  cluster_questions(twice, {}, {});
  CHECK(told(twice) == "a: 1=1 1a=1a 2=2 2a=2a | b: 1=1 1a=1a 2=2 2a=2a");
}

TEST_CASE("cluster_questions: a register gives the name, a person's rules decide") {
  Dataset dataset{{letter("a", {{"1", posts}, {"2", vacant}}), letter("b", {{"1", posts}, {"2", vacant}})}, {}};
  const std::vector<StatedRequest> stated = {{"staffing", {{"7", posts}, {"8", vacant}}}};
  CHECK(cluster_questions(dataset, stated, {}).empty());
  CHECK(dataset.documents[1].interpretation.answers[1].question_cluster == "staffing-8");

  const auto rules = parse_cluster_rules("rule,document,question,with_document,with_question,name\nname,b.pdf,1,,,posts\nsplit,d-b,2,,,\nname,FOI a,,,,mine\nname,nobody,,,,x\n", "c.csv");
  const std::vector<std::string> unused = cluster_questions(dataset, {}, rules);
  CHECK(unused.size() == 1);
  CHECK(dataset.documents[0].interpretation.answers[0].question_cluster == "mine-posts");
  CHECK(dataset.documents[0].interpretation.answers[1].question_cluster != dataset.documents[1].interpretation.answers[1].question_cluster);

  Dataset joined{{letter("a", {{"1", posts}}), letter("b", {{"1", "Describe your parks."}})}, {}};
  cluster_questions(joined, {}, parse_cluster_rules("rule,document,question,with_document,with_question,name\njoin,d-a,,d-b,,\njoin,d-a,1,d-b,1,\n", "c.csv"));
  CHECK(one_request(joined));
  CHECK(told(joined) == "a: 1=1 | b: 1=1");
}

TEST_CASE("parse_cluster_rules says what is wrong and where") {
  const std::string header = "rule,document,question,with_document,with_question,name\n";
  for (const char* row : {"merge,a,,,,\n", "name,a,1,,,\n", "join,a,1,b,,\n", "split,,,,,\n"})
    CHECK_THROWS_WITH_AS(parse_cluster_rules(header + row, "c.csv"), doctest::Contains("c.csv:2: "), std::runtime_error);
}
