#include "normalizers/statements.h"

#include <doctest/doctest.h>

#include <string>

using namespace muster;

namespace {

// A paper of paragraphs, tables ("[table]") and headings ("# …"), in order.
Outline paper_of(const std::vector<std::string>& blocks) {
  Outline outline;
  outline.nodes.push_back({NodeKind::document});
  int section = 0;
  for (const std::string& block : blocks) {
    const bool heading = block.starts_with("# "), table = block == "[table]";
    Node node{heading ? NodeKind::section : table ? NodeKind::table : NodeKind::paragraph, heading ? 0 : section};
    if (block.starts_with("- ")) {
      node.kind = NodeKind::list_item;
      node.label = "-";
    }
    const std::string text = heading || node.kind == NodeKind::list_item ? block.substr(2) : block;
    node.span = {static_cast<uint32_t>(outline.text.size()), static_cast<uint32_t>(outline.text.size() + text.size())};
    outline.text += text + "\n\n";
    if (heading) section = static_cast<int>(outline.nodes.size());
    outline.nodes.push_back(node);
  }
  return outline;
}

std::string about_last_table(const Outline& outline) {
  int table = 0;
  for (size_t n = 0; n < outline.nodes.size(); ++n)
    if (outline.nodes[n].kind == NodeKind::table) table = static_cast<int>(n);
  std::string out;
  for (const Context& c : statements_about(outline, Surroundings(outline), table)) out += (out.empty() ? "" : " | ") + c.text;
  return out;
}

}  // namespace

TEST_CASE("clauses that say how a table counts") {
  const char* const stating[] = {
      "Posts and people are FTE", "All figures are shown as whole time equivalents.", "Staff in post are full-time equivalents (FTE) at month end",
      "Vacancies are expressed in WTE", "The bands in Table 3 count people, not posts.", "Numbers are given by headcount",
      "Agency and permanent staff are counted in FTE", "The position described is that at 1 November, and is in FTE.", "Head count, whatever the hours worked.",
      "FTE throughout", "These are people, not full time equivalents.", "Counted as headcount, regardless of hours", "All in WTE.",
      "WTE figures throughout.", "Social worker posts (FTE) as at 31 March 2025", "Staff numbers (headcount), by team",
  };
  for (const char* text : stating) {
    CAPTURE(text);
    CHECK(states_unit(text));
  }
  const char* const silent[] = {
      "The service has 40 FTE.", "Rates are on full-time equivalents.", "FTE: full-time equivalent", "FTE posts are hard to fill.", "Headcount reductions are planned.", "Staff were consulted in June.",
      "The vacancy rate is based on FTE.",
  };
  for (const char* text : silent) {
    CAPTURE(text);
    CHECK_FALSE(states_unit(text));
  }
}

TEST_CASE("statements come from the table's section, from the front of the paper where they hold throughout, and from under the table") {
  struct Row {
    std::vector<std::string> blocks;
    const char* told;
  };
  const Row rows[] = {
      {{"# Teams", "The list is new. Posts are FTE; sickness is in days.", "Some other words.", "[table]"}, "Posts are FTE"},
      {{"# Front", "Unless it says otherwise, numbers of staff are FTE.", "# Teams", "[table]"}, "Unless it says otherwise, numbers of staff are FTE."},
      {{"# Front", "Posts at the front door are FTE.", "# Teams", "[table]"}, ""},
      {{"# Teams", "[table]", "- none. n/k not known", "# Next", "Posts are FTE."}, "- none. n/k not known"},
      {{"# Teams", "Posts are FTE.", "[table]", "[table]", "c withheld"}, "c withheld | Posts are FTE."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.told);
    CHECK(about_last_table(paper_of(row.blocks)) == row.told);
  }
}

TEST_CASE("how years run and what signs stand for holds throughout a paper") {
  CHECK(about_last_table(paper_of({"# One", "[table]", "Words.", "Words.", "Words.", "# Two", "u = withheld by the Department."})) == "Words. | Words. | Words. | u = withheld by the Department.");
  CHECK(about_last_table(paper_of({"# One", "Years run from 1 October to 30 September.", "# Two", "[table]"})) == "Years run from 1 October to 30 September.");
  CHECK(about_last_table(paper_of({"# One", "It is a year since the review.", "# Two", "[table]"})) == "");
}

TEST_CASE("an answer's own sentence on how it counts") {
  Outline outline = paper_of({"Children: 58 permanent. These are people, not full time equivalents.", "Adults: 49.", "All in FTE."});
  Exchange first, second;
  first.answer_nodes = {1, 2};
  second.answer_nodes = {3};
  outline.exchanges = {first, second};
  const std::vector<Context> found = statements_in_answer(outline, Surroundings(outline), 2);
  REQUIRE(found.size() == 1);
  CHECK(found[0].text == "These are people, not full time equivalents.");
  CHECK(statements_in_answer(outline, Surroundings(outline), 3).front().text == "All in FTE.");
}
