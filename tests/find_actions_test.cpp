#include "extractors/outline/find_actions.h"

#include <doctest/doctest.h>

#include "extractors/outline/action_tables.h"
#include "tests/letter_notation.h"

using namespace muster;
using namespace muster::notation;

namespace {

std::string actions_of(const Outline& o) {
  std::string out;
  for (const Action& a : o.actions) {
    out += (out.empty() ? "" : "; ");
    for (const std::string& field : {a.item, a.recommendation, a.action, a.responsibility, a.timescale, a.status}) out += single_spaced(field) + "|";
    if (a.damaged) out += "damaged";
  }
  return out;
}

}  // namespace

TEST_CASE("find_actions: action plans in tables") {
  struct Case { const char *layout, *paper, *actions; };
  const Case cases[] = {
      {"recommendation, action, people and dates",
       "|Recommendation|Action|Lead officer|Timescale|\n|5.1 Keep the site up to date|Publish each vacancy|Resourcing Manager|By March 2026|",
       "5.1|Keep the site up to date|Publish each vacancy|Resourcing Manager|By March 2026||"},
      {"a column of numbers and one of progress",
       "|Ref|Action|Owner|By when|Progress|\n|R1|Review each assignment|Head of Service|2023|Begun|", "R1||Review each assignment|Head of Service|2023|Begun|"},
      {"several actions under one recommendation stay with it",
       "|Recommendation|Action|Responsibility|Timescale|\n|Recommendation 1. That induction be offered.|Ask the teams|Head of Service|May|\n"
       "||Write a guide|Trainer|June|\n|Recommendation 2. That posts be rotated.|Agree a plan|Director|July|",
       "Recommendation 1|That induction be offered.|Ask the teams Write a guide|Head of Service Trainer|May June||; "
       "Recommendation 2|That posts be rotated.|Agree a plan|Director|July||"},
      {"a section row is the recommendation of the rows under it, also on the next page",
       "|Action|Timescale|Lead|Status|\n|Priority 1 \u2013 Recruitment||||\n|Use social media|Ongoing|Officer|Begun|\nPage 2\n"
       "|Action|Timescale|Lead|Status|\n|Run events|June|Officer||",
       "|Priority 1 \u2013 Recruitment|Use social media|Officer|Ongoing|Begun|; |Priority 1 \u2013 Recruitment|Run events|Officer|June||"},
      {"a cell that goes on at the top of the next page",
       "|Action|By when|Owner|\n|Ask leavers why|May|Lead|\nPage 2\n||2026|of workforce|", "||Ask leavers why|Lead of workforce|May 2026||"},
      {"rows broken at printed lines are joined",
       "|Action|Timescale|Lead Officer|Status|\n|Raise the salary|May 2019|Service|Done|\n|of grade nine to|  |Director||\n|the top|||\n"
       "|Run recruitment|June 2019|Project|Begun|\n|events twice a year||Officer||",
       "||Raise the salary of grade nine to the top|Service Director|May 2019|Done|; "
       "||Run recruitment events twice a year|Project Officer|June 2019|Begun|"},
      {"a table of figures is no plan", "|Year|Number|\n|2021|14|", ""},
      {"items under a heading of recommendations",
       "# Recommendations\n1. That the Committee note the report.\n2. That a further report be brought.\n# Background\n1. Text about things.",
       "1|That the Committee note the report.|||||; 2|That a further report be brought.|||||"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(actions_of(outline_of(c.paper)) == c.actions, c.layout << " -> " << actions_of(outline_of(c.paper)));
}

TEST_CASE("find_actions: what cannot be put together for certain is damaged and said so") {
  Diagnostics diagnostics;
  const Blocks blocks = blocks_of("|Action|Timescale|Lead|Status|\n|Workers start at point|||Done|\n|twenty-two of the scale||||\n|and more|||Done|");
  const Outline o = find_structure(Document{}, blocks, words(), diagnostics);
  REQUIRE(o.actions.size() == 1);
  CHECK(o.actions[0].damaged);
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].code == "action_damaged");
}

TEST_CASE("take_item: the number of an item at the front") {
  struct Case { const char *text, *item, *rest; };
  const Case cases[] = {{"Recommendation 2. That posts", "Recommendation 2", "That posts"}, {"5.1 Keep the site", "5.1", "Keep the site"},
                        {"R3 Understand why", "R3", "Understand why"},                      {"2 HR to assess", "2", "HR to assess"},
                        {"Keep the site", "", "Keep the site"},                             {"28 May 2019", "28", "May 2019"}};
  for (const Case& c : cases) {
    std::string text = c.text;
    CHECK_MESSAGE(take_item(text) == c.item, c.text);
    CHECK(text == c.rest);
  }
}
