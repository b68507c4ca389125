#include "extractors/tables/broken_words.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("words that break at the end of a header's line are whole where the document prints them whole") {
  struct Row {
    const char *text, *mended;
  };
  const Row rows[] = {
      {"Vacan-cies", "Vacancies"},        {"Ab-sence (%)", "Absence (%)"}, {"Northum-berland", "Northumberland"}, {"Turn-over*", "Turnover*"},
      {"Part-time", "Part-time"},          // printed so elsewhere
      {"Long-term", "Long-term"},          // never printed whole
      {"Stoke-on-Trent", "Stoke-on-Trent"}, {"2019-20", "2019-20"},          {"Vacan-cies and Turn-over", "Vacancies and Turnover"},
  };
  std::set<std::string> words;
  PageView view;
  for (const char* text : {"vacancies,", "absence", "(Northumberland)", "Turnover", "part-time", "parttime", "stoke-on-trent"}) {
    view.words.emplace_back();
    view.words.back().text = text;
  }
  take_words(view, words);
  for (const Row& row : rows) {
    Table table;
    table.cells.push_back({});
    table.cells.back().kind = CellKind::column_header;
    table.cells.back().text = row.text;
    mend_broken_words(table, words);
    CHECK(table.cells[0].text == row.mended);
    table.cells[0] = {};
    table.cells[0].kind = CellKind::data;
    table.cells[0].text = row.text;
    mend_broken_words(table, words);
    CHECK(table.cells[0].text == row.text);
  }
}
