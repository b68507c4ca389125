#include <doctest/doctest.h>

#include "extractors/layout/lay_out.h"
#include "tests/text_lines.h"

using namespace muster;

namespace {

// One block a line: H heading, L list item, P paragraph, T table, F furniture; label in brackets; forced breaks do not occur.
std::string blocks_in_short(std::string_view text) {
  Document document;
  document.lines = lines_of(text);
  Diagnostics diagnostics;
  const Blocks blocks = lay_out_lines(document, document_words(), diagnostics);
  std::string out;
  for (const Block& block : blocks.blocks) {
    if (!out.empty()) out += '\n';
    if (block.region != Region::main) out += "F " + block.text;
    else if (block.kind == BlockKind::table) out += "T " + in_short(blocks.tables[static_cast<size_t>(block.table)]);
    else if (block.kind == BlockKind::heading) out += "H" + std::to_string(block.level) + " " + (block.label.empty() ? "" : "[" + block.label + "] ") + block.text;
    else if (block.kind == BlockKind::list_item) out += "L" + std::to_string(block.level) + " [" + block.label + "] " + block.text;
    else out += "P " + block.text;
  }
  return out;
}

}  // namespace

TEST_CASE("lay_out_lines: blocks of small texts") {
  struct Case { const char *what, *text, *blocks; };
  const Case cases[] = {
      {"a number alone, its question on the next line", "1.\nHow many posts are there?\n\nTwelve.", "L1 [1.] How many posts are there?\nP Twelve."},
      {"questions and answers in turn", "1. How many?\n12\n2. Why?\nNot held", "L1 [1.] How many?\nP 12\nL1 [2.] Why?\nP Not held"},
      {"short answers are no headings", "1. Do you?\n\nYes\n\n2. Did you?\n\nNot applicable\n\n3. Will you?\n\nNo",
       "L1 [1.] Do you?\nP Yes\nL1 [2.] Did you?\nP Not applicable\nL1 [3.] Will you?\nP No"},
      {"plain headings over numbered paragraphs", "Background\n\n1. The committee met in May.\n\nNext steps\n\n2. A paper will follow.",
       "H2 Background\nL1 [1.] The committee met in May.\nH2 Next steps\nL1 [2.] A paper will follow."},
      {"bullets before numbers, nested letters", "- 1.1 First point.\n- 1.2 Second point.\n- a. A letter\n  - i. A roman",
       "L1 [1.1] First point.\nL1 [1.2] Second point.\nL1 [a.] A letter\nL2 [i.] A roman"},
      {"a figure with a point is no label", "1. 11.3 WTE\n2.a) 10.3 SW\nb) 1", "L1 [1.] 11.3 WTE\nL1 [2.a)] 10.3 SW\nL1 [b)] 1"},
      {"years and values keep their lines", "2017/18 = 56\n2018/19 = 60", "P 2017/18 = 56\nP 2018/19 = 60"},
      {"furniture", "PUBLIC\n\nSome text.\n\nThis page is intentionally left blank", "F PUBLIC\nP Some text.\nF This page is intentionally left blank"},
      {"a page break within a sentence", "The figures show that the number of posts that are filled by agency staff has\n\nfallen since last year.",
       "P The figures show that the number of posts that are filled by agency staff has fallen since last year."},
      {"a hyphen at the line's end", "Money for recruitment was found in the budget for the recruit-\nment of staff, and for well-\nbeing at work.",
       "P Money for recruitment was found in the budget for the recruitment of staff, and for well-being at work."},
      {"keys with values are lines, no table", "Our ref:\tAB/12\nDate:\t3 May 2019", "P Our ref: AB/12\nP Date: 3 May 2019"},
      {"a table under its letter", "c)\n| Year | Posts |\n| 2019 | 4 |\n| 2020 | 5 |\nd) Not held.", "L1 [c)] \nT Year|Posts/2019|4/2020|5\nL1 [d)] Not held."},
  };
  for (const Case& c : cases) CHECK_MESSAGE(blocks_in_short(c.text) == c.blocks, c.what);
}
