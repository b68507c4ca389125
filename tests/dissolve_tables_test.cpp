#include "extractors/outline/dissolve_tables.h"

#include <doctest/doctest.h>

#include "extractors/outline/compose_text.h"
#include "tests/letter_notation.h"

using namespace muster;
using namespace muster::notation;

namespace {

// q: cell of a question, a: of an answer, m: heading row, t: table, g: grid inside an answer, c: other cell.
std::string dissolved(std::string_view text) {
  Composition c = compose_text(blocks_of(text));
  std::string out;
  for (const Passage& p : dissolve_tables(c.passages, c.tables, words())) {
    CHECK(c.text.substr(p.span.begin, p.span.size()) == p.text);
    if (p.kind == PassageKind::table) out += p.side == CellSide::answer ? 'g' : 't';
    else if (p.marker) out += 'm';
    else out += p.side == CellSide::question ? 'q' : p.side == CellSide::answer ? 'a' : 'c';
  }
  return out;
}

}  // namespace

TEST_CASE("dissolve_tables: tables that lay out questions or records fall apart, tables of data stay") {
  struct Case { const char *table, *cells; };
  const Case cases[] = {
      {"|1. How many?|14|\n|2. Who leads?|The head|", "qaqa"},
      {"|Question|Answer|\n|Number of posts|14|", "mmqa"},
      {"|Staff in children's services||\n|1. How many?|14|\n|2. Who leads?|The head|", "mqaqa"},
      {"|1. How many?|Year|Posts|\n||2020|14|\n||2021|15|\n|2. Who leads?|The head||", "qgqa"},
      {"|Request ID|5699|\n|Date Received|3 March|", "cccc"},
      {"|Year|Number|\n|2020|14|\n|2021|15|", "t"},
      {"|1|14|\n|2|15|", "t"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(dissolved(c.table) == c.cells, c.table << " -> " << dissolved(c.table));
}

TEST_CASE("dissolve_tables: a table in a cell comes where the cell's text leaves room for it") {
  struct Case { const char* outer; int row, col, lines; const char* order; };
  const Case cases[] = {
      {"|1. How many?|See below|\n|2. Who leads?|The head|", 0, 1, 1, "qagqa"},
      {"|1. How many?|Adults: // Children: 5|\n|2. Who leads?|The head|", 0, 1, 1, "qagaqa"},
      {"|1. How many?||\n|2. Who leads?|The head|", 0, 1, 0, "qgqa"},
      {"|Reference|17|\n|Response|As below: // 2. None|\n|Request|1. How many? 2. Who?|", 1, 1, 1, "ccccgccc"},
      {"|Year|Number|\n|2020|14|", 1, 1, 1, "tt"},
  };
  for (const Case& c : cases) {
    Composition composition = compose_text(blocks_of(std::string(c.outer) + "\n# Inner\n|Year|Posts|\n|2020|14|"));
    REQUIRE(composition.tables.size() == 2);
    Table& inner = composition.tables[1];
    inner.outer_table = 0, inner.outer_row = c.row, inner.outer_col = c.col, inner.outer_lines = c.lines;
    std::string order;
    for (const Passage& p : dissolve_tables(composition.passages, composition.tables, words()))
      if (p.kind == PassageKind::table) order += p.side == CellSide::answer ? 'g' : p.table == 1 && order != "t" ? 'g' : 't';
      else if (p.kind != PassageKind::heading) order += p.side == CellSide::question ? 'q' : p.side == CellSide::answer ? 'a' : 'c';
    CHECK_MESSAGE(order == c.order, c.outer << " -> " << order);
  }
}
