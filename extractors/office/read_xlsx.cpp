#include "extractors/office/read_xlsx.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "extractors/office/office_package.h"
#include "extractors/office/sheet_pieces.h"
#include "extractors/office/tag_writer.h"
#include "extractors/office/xlsx_sheet.h"
#include "extractors/office/xlsx_workbook.h"
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

class WorkbookWriter {
 public:
  WorkbookWriter(OfficePackage& package, const Workbook& book, const Limits& limits, Document& document, Diagnostics& diagnostics)
      : package_(package), book_(book), limits_(limits), writer_(document.tags, limits, diagnostics) {}

  void write() {
    writer_.open("body");
    for (const SheetEntry& entry : book_.sheets)
      if (!writer_.full()) write_sheet(entry);
    writer_.close();
  }

 private:
  void write_sheet(const SheetEntry& entry) {
    static const RE2 given_by_program(R"((?i)(?:sheet|table|page) ?\d*)");
    std::string fault;
    const Sheet sheet = read_sheet(package_.part(entry.part), book_, limits_.tags / 2, fault);
    report(entry, sheet, fault);
    if (!sheet.cells.empty() && !RE2::FullMatch(entry.name, given_by_program)) {
      writer_.open("h2", {{"class", "sheet-name"}}, entry.hidden);
      writer_.text(entry.name);
      writer_.close();
    }
    for (const SheetPiece& piece : sheet_pieces(sheet)) {
      if (!piece.table) write_lines(sheet, piece, entry.hidden);
      else if (!TableWriter(sheet, writer_).write(piece.cells, limits_.table_cells, entry.hidden))
        package_.report("limit_reached", entry.name, "a table has more cells than can be read; its last rows are left out");
    }
  }

  void write_lines(const Sheet& sheet, const SheetPiece& piece, bool hidden) {
    for (const SheetCell* cell : piece.cells) {
      writer_.open("p", {}, hidden || sheet.hidden_rows.contains(cell->row));
      write_text(cell->text, cell->bold, writer_);
      writer_.close();
    }
  }

  void report(const SheetEntry& entry, const Sheet& sheet, const std::string& fault) {
    if (!fault.empty()) package_.report("damaged_part", entry.name, "the sheet is read up to a fault: " + fault);
    if (sheet.cut) package_.report("limit_reached", entry.name, "the sheet has more cells than can be read; the rest is left out");
    if (sheet.formulas_without_value > 0)
      package_.report("formula_without_value", entry.name,
                      std::to_string(sheet.formulas_without_value) + " formulas have no stored value: open the workbook in a spreadsheet program and save it");
    if (!sheet.cells.empty() && (entry.hidden || !sheet.hidden_rows.empty() || !sheet.hidden_columns.empty()))
      package_.report("hidden_cells", entry.name, entry.hidden ? "the sheet is hidden" : "the sheet has hidden rows or columns");
  }

  OfficePackage& package_;
  const Workbook& book_;
  const Limits& limits_;
  TagWriter writer_;
};

}  // namespace

Document read_xlsx(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  Document document;
  OfficePackage package(source.bytes, limits, diagnostics);
  document.failure = package.failure();
  if (!document.failure.empty()) return document;
  const Workbook book = read_workbook(package);
  if (book.sheets.empty()) {
    document.failure = "the workbook has no sheets that can be read: open it in a spreadsheet program and save it as XLSX";
    return document;
  }
  package.take_metadata(document);
  WorkbookWriter(package, book, limits, document, diagnostics).write();
  if (std::ranges::none_of(document.tags, [](const Tag& t) { return !trimmed(t.text).empty(); })) document.tags.clear();
  return document;
}

}  // namespace muster
