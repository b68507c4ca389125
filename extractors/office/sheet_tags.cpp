#include "extractors/office/sheet_tags.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "extractors/office/sheet_pieces.h"
#include "schemas/text.h"

namespace muster {
namespace {

void write_text(const RichText& text, bool bold, TagWriter& writer) {
  if (bold) writer.open("b");
  for (const TextRun& run : text) {
    if (run.superscript) writer.open("sup");
    bool first = true;
    for (const std::string_view line : split(run.text, '\n')) {
      if (!first) writer.empty("br");
      first = false;
      writer.text(std::string(line));
    }
    if (run.superscript) writer.close();
  }
  if (bold) writer.close();
}

// Numbers of the kept rows (or columns) from 0: only those in which some cell begins.
class Kept {
 public:
  void add(int place) { index_[place] = 0; }
  void number() {
    int next = 0;
    for (auto& [place, index] : index_) index = next++;
  }
  int index(int place) const { return index_.at(place); }
  int count() const { return static_cast<int>(index_.size()); }
  // How many kept ones stand in [place, place + span).
  int span(int place, int span) const {
    return static_cast<int>(std::distance(index_.lower_bound(place), index_.lower_bound(place + span)));
  }
  const std::map<int, int>& all() const { return index_; }

 private:
  std::map<int, int> index_;
};

class TableWriter {
 public:
  TableWriter(const Sheet& sheet, TagWriter& writer) : sheet_(sheet), writer_(writer) {}

  // False when the table has more places than can be read; its first rows are written.
  bool write(const std::vector<const SheetCell*>& cells, size_t most_places, bool hidden) {
    for (const SheetCell* cell : cells) {
      rows_.add(cell->row);
      columns_.add(cell->col);
      by_place_[{cell->row, cell->col}] = cell;
    }
    rows_.number();
    columns_.number();
    open_.assign(static_cast<size_t>(columns_.count()), 0);
    const int most_rows = static_cast<int>(most_places / static_cast<size_t>(std::max(1, columns_.count())));
    writer_.open("table", {}, hidden);
    for (const auto& [row, index] : rows_.all()) {
      if (index >= most_rows) break;
      write_row(row, index);
    }
    writer_.close();
    return rows_.count() <= most_rows;
  }

 private:
  void write_row(int row, int index) {
    writer_.open("tr", {}, sheet_.hidden_rows.contains(row));
    for (auto column = columns_.all().begin(); column != columns_.all().end();) {
      const auto at = static_cast<size_t>(column->second);
      const auto found = by_place_.find({row, column->first});
      const int width = open_[at] > index || found == by_place_.end() ? 1 : write_cell(*found->second, index, at);
      if (open_[at] <= index) writer_.open("td", {}, sheet_.hidden_columns.contains(column->first)), writer_.close();
      std::advance(column, width);
    }
    writer_.close();
  }

  // Its width in kept columns; `open_` then says that these places are taken.
  int write_cell(const SheetCell& cell, int index, size_t at) {
    int colspan = std::max(1, columns_.span(cell.col, cell.colspan));
    for (int i = 1; i < colspan; ++i)
      if (open_[at + static_cast<size_t>(i)] > index) colspan = i;
    const int rowspan = std::max(1, rows_.span(cell.row, cell.rowspan));
    std::fill_n(open_.begin() + static_cast<long>(at), colspan, index + rowspan);
    TagWriter::Attributes spans;
    if (colspan > 1) spans.emplace_back("colspan", std::to_string(colspan));
    if (rowspan > 1) spans.emplace_back("rowspan", std::to_string(rowspan));
    writer_.open("td", std::move(spans), sheet_.hidden_columns.contains(cell.col));
    write_text(cell.text, cell.bold, writer_);
    writer_.close();
    return colspan;
  }

  const Sheet& sheet_;
  TagWriter& writer_;
  Kept rows_, columns_;
  std::map<std::pair<int, int>, const SheetCell*> by_place_;
  std::vector<int> open_;  // by kept column: the kept row before which a cell from above still stands there
};

void write_lines(const Sheet& sheet, const SheetPiece& piece, TagWriter& writer) {
  for (const SheetCell* cell : piece.cells) {
    writer.open("p", {}, sheet.hidden || sheet.hidden_rows.contains(cell->row));
    write_text(cell->text, cell->bold, writer);
    writer.close();
  }
}

void report(const Sheet& sheet, const char* code, std::string message, Diagnostics& diagnostics) {
  diagnostics.add({.stage = "read", .code = code, .raw = sheet.name, .message = std::move(message)});
}

void report_faults(const Sheet& sheet, Diagnostics& diagnostics) {
  if (sheet.cut) report(sheet, "limit_reached", "the sheet has more cells than can be read; the rest is left out", diagnostics);
  if (sheet.formulas_without_value > 0)
    report(sheet, "formula_without_value",
           std::to_string(sheet.formulas_without_value) + " formulas have no stored value: open the workbook in a spreadsheet program and save it",
           diagnostics);
  if (!sheet.cells.empty() && (sheet.hidden || !sheet.hidden_rows.empty() || !sheet.hidden_columns.empty()))
    report(sheet, "hidden_cells", sheet.hidden ? "the sheet is hidden" : "the sheet has hidden rows or columns", diagnostics);
}

}  // namespace

void write_sheet(const Sheet& sheet, const Limits& limits, TagWriter& writer, Diagnostics& diagnostics) {
  static const RE2 given_by_program(R"((?i)(?:sheet|table|page) ?\d*)");
  report_faults(sheet, diagnostics);
  if (!sheet.cells.empty() && !sheet.name.empty() && !RE2::FullMatch(sheet.name, given_by_program)) {
    writer.open("h2", {{"class", "sheet-name"}}, sheet.hidden);
    writer.text(sheet.name);
    writer.close();
  }
  for (const SheetPiece& piece : sheet_pieces(sheet)) {
    if (!piece.table) write_lines(sheet, piece, writer);
    else if (!TableWriter(sheet, writer).write(piece.cells, limits.table_cells, sheet.hidden))
      report(sheet, "limit_reached", "a table has more cells than can be read; its last rows are left out", diagnostics);
  }
}

}  // namespace muster
