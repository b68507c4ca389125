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
