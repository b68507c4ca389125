// Any bytes as plain text: no crash, every table whole, every block's table there, lines in order.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "extractors/layout/lay_out.h"
#include "extractors/read/read_text.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

// Every place of the grid is covered by exactly one cell.
void check_whole(const muster::Table& table) {
  long covered = 0;
  for (const muster::Cell& cell : table.cells) {
    check(cell.row >= 0 && cell.col >= 0 && cell.rowspan >= 1 && cell.colspan >= 1);
    check(cell.row + cell.rowspan <= table.rows && cell.col + cell.colspan <= table.cols);
    covered += static_cast<long>(cell.rowspan) * cell.colspan;
  }
  check(covered == static_cast<long>(table.rows) * table.cols);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const muster::DocumentWords words = muster::DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  muster::Source source;
  source.bytes.assign(reinterpret_cast<const char*>(data), size);
  muster::Diagnostics diagnostics;
  const muster::Document document = muster::read_text(source, {}, diagnostics);
  const muster::Blocks blocks = muster::lay_out_lines(document, words, diagnostics);
  for (const muster::Block& block : blocks.blocks) check(block.table < static_cast<int>(blocks.tables.size()));
  for (const muster::Table& table : blocks.tables) check_whole(table);
  return 0;
}
