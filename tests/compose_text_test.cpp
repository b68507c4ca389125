#include "extractors/outline/compose_text.h"

#include <doctest/doctest.h>

using namespace muster;

namespace {

Block block(std::string text, BlockKind kind = BlockKind::paragraph, std::string label = {}) {
  Block out;
  out.kind = kind;
  out.text = std::move(text);
  out.label = std::move(label);
  return out;
}

size_t occurrences(const std::string& text, const std::string& piece) {
  size_t count = 0;
  for (size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + 1)) ++count;
  return count;
}

bool on_boundary(const std::string& text, uint32_t at) {
  return at <= text.size() && (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

Blocks sample() {
  Blocks blocks;
  blocks.blocks = {block("Vacancies \u2013 a letter", BlockKind::heading), block("First line\nSecond \u00A3 line\n\nThird"),
                   block("labelled item", BlockKind::list_item, "1."), block("", BlockKind::table), block("")};
  blocks.blocks[3].table = 0;
  Table table;
  table.rows = 2;
  table.cols = 2;
  table.title = "Table 9: staff";
  table.notes = {{"*", "* a note below", {}}};
  table.cells = {{.row = 0, .col = 0, .text = "Year"}, {.row = 0, .col = 1, .text = "Number"},
                 {.row = 1, .col = 0, .text = "2021"}, {.row = 1, .col = 1, .text = "Ch 4\nAd 5"}};
  blocks.tables = {table};
  return blocks;
}

}  // namespace

TEST_CASE("compose_text: each block's text stands in the canonical text exactly once") {
  const Blocks blocks = sample();
  const Composition c = compose_text(blocks);
  for (const Block& b : blocks.blocks)
    if (!b.text.empty()) CHECK_MESSAGE(occurrences(c.text, b.text) == 1, b.text);
  for (const Cell& cell : c.tables[0].cells) CHECK(c.text.substr(cell.span.begin, cell.span.size()) == cell.text);
  CHECK(c.text.find("Table 9: staff\nYear\tNumber\n2021\tCh 4\nAd 5\n* a note below") != std::string::npos);
  CHECK(c.text.find("\n\n1. labelled item\n\n") != std::string::npos);
}

TEST_CASE("compose_text: every span is in range, on code-point boundaries, and carries the passage's text") {
  const Composition c = compose_text(sample());
  REQUIRE(c.passages.size() == 6);
  for (const Passage& p : c.passages) {
    CHECK(on_boundary(c.text, p.span.begin));
    CHECK(on_boundary(c.text, p.span.end));
    CHECK(c.text.substr(p.span.begin, p.span.size()) == p.text);
  }
  CHECK(c.passages[3].text == "Third");
  CHECK_FALSE(c.passages[2].opens_block);
}

TEST_CASE("compose_text: a table's title or note that is a block beside it is not written twice") {
  Blocks blocks = sample();
  blocks.blocks.insert(blocks.blocks.begin() + 3, block("Table 9: staff"));
  blocks.blocks.push_back(block("* a note below"));
  const Composition c = compose_text(blocks);
  CHECK(occurrences(c.text, "Table 9: staff") == 1);
  CHECK(occurrences(c.text, "* a note below") == 1);
}

TEST_CASE("part_of: white space at the joint belongs to neither part, line starts move along") {
  Passage whole;
  whole.text = "a question? 131 in all";
  whole.span = {10, 32};
  whole.label = "1.";
  whole.line_starts = {2, 16};
  const Passage front = part_of(whole, 0, 11), back = part_of(whole, 11, 22);
  CHECK(front.text == "a question?");
  CHECK(front.label == "1.");
  CHECK(back.text == "131 in all");
  CHECK(back.span == Span{22, 32});
  CHECK(back.label.empty());
  CHECK(back.line_starts == std::vector<uint32_t>{4});
}
