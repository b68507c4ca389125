#include "extractors/tables/rules_of_signs.h"

#include <doctest/doctest.h>

#include "tests/hand_made_page.h"

using namespace muster;

namespace {

std::vector<TableWord> words_on(const HandMadePage& page) {
  const Document document = page.document();
  return page_views(document.pages[0], document.styles)[0].words;
}

std::vector<Edge> edges_on(const HandMadePage& page) {
  const Document document = page.document();
  return page_views(document.pages[0], document.styles)[0].edges;
}

}  // namespace

TEST_CASE("lines of hyphens and of equal signs are rules, signs for missing figures are not") {
  struct Case {
    const char* text;
    bool rule;
  };
  for (const auto& [text, rule] : {Case{"-----", true}, {"==========", true}, {"---", false}, {"--", false}, {"-1-2-3", false}, {"*****", false}}) {
    CAPTURE(text);
    HandMadePage page;
    page.text(100, 100, text);
    CHECK(words_on(page).empty() == rule);
    CHECK(edges_on(page).size() == size_t(rule));
  }
}

TEST_CASE("bars and wide colons one under the other are a rule") {
  for (const char* sign : {"|", ":"}) {
    CAPTURE(sign);
    HandMadePage column, two;
    for (int i = 0; i < 4; ++i) column.text(150, 100 + 12.f * float(i), sign);
    for (int i = 0; i < 2; ++i) two.text(150, 100 + 12.f * float(i), sign);
    CHECK(edges_on(column).size() == 1);
    CHECK(words_on(column).empty());
    CHECK(words_on(two).size() == 2);
  }
}
