#include "extractors/layout/bind_table_words.h"

#include <doctest/doctest.h>

#include "extractors/layout/lay_out.h"
#include "extractors/read/read_html.h"

using namespace muster;

TEST_CASE("bind_table_words: a title above and notes below belong to the table") {
  static const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  const std::string table = "<table><tr><th>Team<th>FTE<sup>1</sup><tr><td>North<td>5*</table>";
  struct Case { const char *name; std::string html; const char* title; std::vector<std::string> notes; };
  const Case cases[] = {
      {"announced", "<p>Table 2: vacancies</p>" + table, "Table 2: vacancies", {}},
      {"a bold line", "<p><b>Vacancies by team</b></p>" + table, "Vacancies by team", {}},
      {"a sentence is no title", "<p>The figures are these:</p>" + table, "", {}},
      {"the caption first", "<p>Table 2</p><table><caption>Own</caption><tr><th>a<td>1</table>", "Own", {}},
      {"marked notes", table + "<p>* estimated<br>1 full-time equivalent</p><p>Other words</p>", "", {"*|* estimated", "1|1 full-time equivalent"}},
      {"a superscript mark", table + "<p><sup>1</sup> full-time equivalent</p>", "", {"1|\u00B9 full-time equivalent"}},
      {"a mark that no cell bears", table + "<p>2 more questions</p>", "", {}},
      {"note and source", table + "<p>Note: as at 31 March</p><p>Source: payroll</p>", "", {"|Note: as at 31 March", "|Source: payroll"}},
  };
  for (const Case& c : cases) {
    Diagnostics diagnostics;
    const Blocks blocks = lay_out(read_html({.bytes = c.html}, {}, diagnostics), words, diagnostics);
    REQUIRE_MESSAGE(blocks.tables.size() == 1, c.name);
    CHECK_MESSAGE(blocks.tables[0].title == c.title, c.name);
    std::vector<std::string> notes;
    for (const TableNote& note : blocks.tables[0].notes) notes.push_back(note.mark + "|" + note.text);
    CHECK_MESSAGE(notes == c.notes, c.name);
  }
}
