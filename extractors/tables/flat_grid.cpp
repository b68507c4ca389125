#include "extractors/tables/flat_grid.h"

#include <re2/re2.h>

#include <algorithm>

#include "extractors/layout/inline_marks.h"
#include "schemas/text.h"

namespace muster {
namespace {

// A figure with its unit or note is no longer than this; longer cells that begin with a digit are sentences.
constexpr size_t longest_figure_bytes = 40;

// Shorter words are alike by chance.
constexpr size_t shortest_overlaid_bytes = 6;

bool matches(std::string_view text, const RE2& pattern) { return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern); }

}  // namespace

bool is_filled(const FlatCell& cell) { return !cell.text.empty(); }

size_t filled_cells(const FlatRow& row, size_t from_column) {
  size_t filled = 0;
  for (size_t c = from_column; c < row.cells.size(); ++c) filled += is_filled(row.cells[c]);
  return filled;
}

FlatCell make_cell(std::string_view raw, int line, int column) {
  FlatCell cell;
  MarkedText marked = strip_marks(raw);
  cell.text = std::move(marked.text);
  cell.bold = marked.bold;
  cell.marks = take_marks(cell.text);
  cell.line = line;
  cell.column = column;
  return cell;
}

void pad_rows(FlatGrid& grid) {
  size_t columns = 0;
  for (const FlatRow& row : grid.rows) columns = std::max(columns, row.cells.size());
  for (FlatRow& row : grid.rows) {
    row.printed_cells = std::max(row.printed_cells, row.cells.size());
    while (row.cells.size() < columns) {
      FlatCell blank;
      blank.line = row.line;
      row.cells.push_back(blank);
    }
  }
}

bool is_period(std::string_view text) {
  static const RE2 period(
      R"re((?i)(?:as at |at |to )?(?:(?:19|20)\d\d(?:\s*[/\x{2013}-]\s*(?:(?:19|20)?\d\d))?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*[ '\x{2019}.-]*\d{2,4}|q[1-4](?: ?(?:19|20)\d\d.*)?|[0-9]{2}/[0-9]{2}):?)re");
  return matches(trimmed(text), period);
}

bool is_figure(std::string_view text) {
  static const RE2 figure(R"re([(\[<>~+\x{2264}\x{2265}\x{2212}\x{2013}-]*\s*[\x{A3}$\x{20AC}]?\s*\d.*)re");
  static const RE2 stand_in(R"re((?i)n/?a|nil|none|[-\x{2013}\x{2014}]+|\*+|\.\.|:|x|c|z)re");
  text = trimmed(text);
  if (text.empty() || text.size() > longest_figure_bytes || is_period(text)) return false;
  return matches(text, figure) || matches(text, stand_in);
}

bool reads_alike(std::string_view a, std::string_view b, double share) {
  const size_t shorter = std::min(a.size(), b.size()), longer = std::max(a.size(), b.size());
  if (a == b || shorter < shortest_overlaid_bytes || longer > shorter + 2) return false;
  size_t same = 0, digits = 0;
  for (size_t i = 0; i < shorter; ++i) {
    same += a[i] == b[i];
    digits += is_digit(a[i]);
  }
  return digits == 0 && static_cast<double>(same) >= share * static_cast<double>(longer);
}

bool begins_lower_case(std::string_view text) { return !text.empty() && text[0] >= 'a' && text[0] <= 'z'; }

bool label_runs_on(std::string_view label, std::string_view next) {
  static constexpr std::string_view links[] = {" and", " &", " of", " for", " the", ",", "-", "/", " with", " in", " to"};
  if (begins_lower_case(next) || next.starts_with('(') || next.starts_with('&')) return true;
  return std::any_of(std::begin(links), std::end(links), [&](std::string_view link) { return label.ends_with(link); });
}

void append_cell(FlatCell& cell, const FlatCell& more, std::string_view separator) {
  if (!is_filled(more)) return;
  if (!is_filled(cell)) {
    const int rowspan = cell.rowspan, colspan = cell.colspan;
    cell = more;
    cell.rowspan = rowspan;
    cell.colspan = colspan;
    return;
  }
  cell.text.append(separator).append(more.text);
  cell.marks += more.marks;
  cell.damaged = cell.damaged || more.damaged;
}

}  // namespace muster
