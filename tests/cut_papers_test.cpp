#include "extractors/outline/cut_papers.h"

#include <doctest/doctest.h>

#include "tests/letter_notation.h"

using namespace muster;
using namespace muster::notation;

namespace {

// Texts of the first leaf of each paper.
std::string papers_of(const Outline& o) {
  std::string out;
  for (const Node& n : o.nodes)
    if (n.kind == NodeKind::paper) out += (out.empty() ? "" : "|") + std::string(o.slice(n.span).substr(0, o.slice(n.span).find('\n')));
  return out;
}

}  // namespace

TEST_CASE("cut_papers: an agenda pack falls into its papers, title lines with them") {
  const Outline o = outline_of(
      "Public Document Pack\nStaffing Committee\n# AGENDA\n1. Apologies\n2. Supplements\nPUBLIC\nStaffing Committee\n24 June 2019\n"
      "Report of the Director of People\nAppraisal\n# 1. Purpose\nTo tell members about appraisal.\nThe Director of People\nPUBLIC\n"
      "SOME COUNCIL\nStaffing Committee\n24 June 2019\nReport of the Director of Money\nSupplements\nThe supplement costs money.");
  CHECK(o.document_type == "agenda_pack");
  CHECK(papers_of(o) == "PUBLIC|PUBLIC");
  for (const Fact& f : o.facts)
    if (f.name == "meeting_date") CHECK(o.nodes[static_cast<size_t>(f.paper)].kind == NodeKind::paper);
}

TEST_CASE("count_requests: several requests with their replies on one page") {
  const Outline o = outline_of(
      "Freedom of information\n# First request\nReference:\nF/101\nRequest:\n1. How many posts?\n2. How many vacancies?\nResponse:\n1. 14\n2. 3\n"
      "# Second request\nReference:\nF/102\nRequest:\n1. How many cars?\nResponse:\n1. 9");
  CHECK(answers_of(o) == "1=14; 2=3; 1=9");
  REQUIRE(o.exchanges.size() == 3);
  CHECK(o.exchanges[1].request == 1);
  CHECK(o.exchanges[2].request == 2);
  CHECK(o.exchanges[2].position == 3);
  CHECK(o.nodes[static_cast<size_t>(o.exchanges[2].paper)].kind == NodeKind::paper);
  CHECK(o.exchanges[0].paper != o.exchanges[2].paper);
}

TEST_CASE("count_requests: questions that are answered one by one are one request") {
  const Outline o = outline_of("Freedom of information\nQuestion 1\nHow many posts?\nResponse\n14\nQuestion 2\nHow many vacancies?\nResponse\n3");
  CHECK(answers_of(o) == "1=14; 2=3");
  for (const Exchange& e : o.exchanges) CHECK(e.request == 1);
}
