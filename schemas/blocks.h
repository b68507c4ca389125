// The Document laid out: paragraphs, headings, list items and tables in reading order, running headers and footers told apart.
#pragma once

#include <string>
#include <vector>

#include "schemas/source.h"
#include "schemas/table.h"

namespace muster {

enum class BlockKind { paragraph, heading, list_item, table, image };

// Which part of the page or web page a block belongs to. Everything but `main` is kept for evidence (letterhead, address)
// and never read for figures.
enum class Region { main, running_header, running_footer, page_number, navigation, banner, site_footer, form };

struct BlockLine {
  std::string text;
  Locator place;
  bool bold = false;

  template <class Visitor>
  void fields(Visitor& v) { v(text, place, bold); }
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  Region region = Region::main;
  int level = 0;          // headings 1..6; list items: nesting from 1
  std::string label;      // number or bullet as a reader sees it: "1.", "a)", "(iii)", "Q1", "•"; not repeated in text
  std::string text;       // clean: lines joined, hyphenation undone, NFC, one blank between words; '\n' only for a forced break
  std::vector<BlockLine> lines;  // the lines as they stand (forced breaks in markup make lines too)
  Locator place;          // the whole block
  bool bold = false, italic = false;
  float size_pt = 0;      // 0 where unknown
  float indent = 0;       // points, or columns of a text file
  int tag = -1;           // index in Document::tags
  int table = -1;         // index in Blocks::tables, kind table only
  std::vector<std::string> ancestry;  // markup: class and id words of the enclosing elements, outermost first ("field--name-request")

  template <class Visitor>
  void fields(Visitor& v) {
    v(kind, region, level, label, text, lines, place, bold, italic, size_pt, indent, tag, table, ancestry);
  }
};

struct Blocks {
  std::vector<Block> blocks;   // in reading order
  std::vector<Table> tables;

  template <class Visitor>
  void fields(Visitor& v) { v(blocks, tables); }
};

}  // namespace muster
