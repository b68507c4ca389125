#include "normalizers/table_lead_in.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "schemas/text.h"
#include "tests/outline_of_paragraphs.h"
#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

// Paragraphs and a table after them.
Outline outline_with_table(const std::string& paragraphs) {
  Outline outline = outline_of_paragraphs(paragraphs);
  Node table{NodeKind::table, 0};
  table.table = 0;
  table.span = {static_cast<uint32_t>(outline.text.size()), static_cast<uint32_t>(outline.text.size())};
  outline.nodes.push_back(table);
  outline.tables.emplace_back();
  return outline;
}

std::string texts_of(const std::vector<Context>& contexts) {
  std::vector<std::string> out;
  for (const Context& c : contexts)
    if (c.kind == ContextKind::table_title) out.push_back(c.text);
  return joined(out, " / ");
}

}  // namespace

TEST_CASE("take_caption: which line over a table is its title") {
  struct Case { const char* line; bool title; };
  const Case cases[] = {
      {"Vacancies by team", true},          {"Vacant social worker posts:", true},     {"Turnover rate, by year:", true},
      {"Here is what there is:", false},    {"Vacancies and turnover:", false},        {"The vacancies were counted.", false},
      {"Agency workers at 30 September:", true},
  };
  for (const Case& c : cases) {
    std::vector<Context> around{{ContextKind::previous_text, c.line, {}, 0}};
    take_caption(Table{}, shipped(), around);
    CHECK_MESSAGE((around[0].kind == ContextKind::table_title) == c.title, c.line);
  }
}

TEST_CASE("captions_above: the lines over the one right over the table") {
  struct Case { const char *paragraphs, *titles; };
  const Case cases[] = {
      {"Staff of social work services, 2008|Table 15: Staff by contract", "Staff of social work services, 2008"},
      {"The committee noted it.|Table 15: Staff by contract", ""},
      {"Staff in whole time equivalents|Source: returns|Wales", "Source: returns / Staff in whole time equivalents"},
  };
  for (const Case& c : cases) {
    const Outline outline = outline_with_table(c.paragraphs);
    CHECK_MESSAGE(texts_of(captions_above(outline, Surroundings(outline), static_cast<int>(outline.nodes.size()) - 1, shipped())) == c.titles, c.paragraphs);
  }
}

TEST_CASE("sentence_on_table: paragraphs before that say what is counted") {
  struct Case { const char *paragraphs, *titles; };
  const Case cases[] = {
      {"The vacancy rate of social workers is counted each autumn. It is published.|Here is what there is:", "The vacancy rate of social workers is counted each autumn."},
      {"Vacancies and turnover are counted.|Here is what there is:", ""},
      {"The department was asked.|Here is what there is:", ""},
      {"The turnover rate is counted.|One.|Two.|Three.|Here it is:", ""},
  };
  for (const Case& c : cases) {
    const Outline outline = outline_with_table(c.paragraphs);
    CHECK_MESSAGE(texts_of(sentence_on_table(outline, Surroundings(outline), static_cast<int>(outline.nodes.size()) - 1, shipped())) == c.titles, c.paragraphs);
  }
}
