// Tables of figures in text that keeps the page's layout with blanks: columns are where the figures stand; labels, headers of
// several lines and lines in between are brought to them.
#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <string>

#include "extractors/layout/line_labels.h"
#include "extractors/tables/aligned_pieces.h"
#include "extractors/tables/grids_in_lines.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t fewest_figure_rows = 2;
constexpr size_t most_rows = 1'000;
// Between two rows stand at most so many lines with one piece (section rows, halves of labels), and one blank line.
constexpr size_t most_lone_lines = 3;
constexpr size_t longest_lone_bytes = 90;
// The first rows of figures come within so many lines, or the block is no table of figures.
constexpr size_t most_lines_to_figures = 20;
// A header reaches at most so many lines above the first row of cells.
constexpr size_t most_lines_above = 4;

// A longer header has swallowed text that is none.
constexpr size_t longest_header_bytes = 120;

enum class LineKind { blank, lone, row, other };

struct AlignedLine {
  LineKind kind = LineKind::other;
  size_t index = 0;
  std::vector<AlignedPiece> pieces;
  size_t values = 0;      // pieces that are figures
  bool labelled = false;  // the first piece is the row's label, the others are its cells

  size_t cells() const { return pieces.size() - (labelled ? 1 : 0); }
};

// A figure with little more than its unit: "5.1 Keep the posts" and "26 June 2025" are none.
bool is_value(std::string_view text) {
  constexpr long most_unit_letters = 8;
  return is_figure(text) && std::count_if(text.begin(), text.end(), is_letter) <= most_unit_letters &&
         !is_period(text.substr(text.find_first_not_of("(")));
}

bool is_caption(std::string_view text) {
  static const RE2 caption(R"re((?i)(?:table|figure|chart)\s+\d.*)re");
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), caption);
}

bool is_number_of_paragraph(std::string_view text) {
  return text.size() >= 2 && text.size() <= 6 && is_digit(text[0]) && text.find_first_not_of("0123456789.") == std::string_view::npos &&
         text.find('.') != std::string_view::npos;
}

// "3.2   In the year …", "To:    The Clerk", "\u2022   an item": no rows.
bool is_labelled_text(const std::vector<AlignedPiece>& pieces) {
  if (pieces.size() != 2 || is_value(pieces[1].text)) return false;
  const std::string& front = pieces[0].text;
  return split_label(front).text.empty() || front.ends_with(':') || is_number_of_paragraph(front);
}

LineKind kind_of(const std::vector<AlignedPiece>& pieces) {
  if (pieces.empty()) return LineKind::blank;
  const std::string& front = pieces[0].text;
  if (is_caption(front) || is_labelled_text(pieces)) return LineKind::other;
  if (pieces.size() > 1) return LineKind::row;
  const bool short_words = front.size() <= longest_lone_bytes && !front.ends_with('.') && split_label(front).label.empty() &&
                           split_dotted_number(front).label.empty();
  return short_words ? LineKind::lone : LineKind::other;
}

AlignedLine read_line(const std::vector<TextLine>& lines, size_t index) {
  AlignedLine line;
  line.index = index;
  line.pieces = aligned_pieces(lines[index].text);
  line.kind = kind_of(line.pieces);
  for (const AlignedPiece& piece : line.pieces) line.values += is_value(piece.text);
  return line;
}

// The first piece is a label unless it is a figure that stands further right than labels do.
void tell_labels(std::vector<AlignedLine>& block) {
  size_t margin = std::string::npos;
  for (const AlignedLine& line : block)
    if (line.kind == LineKind::row) margin = std::min(margin, line.pieces[0].begin);
  for (AlignedLine& line : block) {
    if (line.pieces.empty()) continue;
    const AlignedPiece& front = line.pieces[0];
    const bool value = is_value(front.text);
    line.labelled = !value || (line.pieces.size() > 1 && front.begin <= margin + 1);
    if (value && line.labelled) --line.values;
  }
}

bool is_data(const AlignedLine& line) { return line.values > 0 && line.values * 2 >= line.cells(); }

// Lines from `first` to the last row of the block, and what may belong to its last label.
std::vector<AlignedLine> block_at(const std::vector<TextLine>& lines, size_t first) {
  std::vector<AlignedLine> block;
  size_t lone = 0, kept = 0, blanks = 0, figure_rows = 0;
  for (size_t i = first; i < lines.size() && block.size() < most_rows; ++i) {
    AlignedLine line = read_line(lines, i);
    if (line.kind == LineKind::other) break;
    lone = line.kind == LineKind::lone ? lone + 1 : line.kind == LineKind::row ? 0 : lone;
    blanks = line.kind == LineKind::blank ? blanks + 1 : 0;
    if (lone > most_lone_lines || blanks > 1) break;
    const bool row = line.kind == LineKind::row || line.values > 0;
    figure_rows += line.values > 0 && line.values * 2 + 1 >= line.pieces.size();
    if (block.size() >= most_lines_to_figures && figure_rows < fewest_figure_rows) return {};
    block.push_back(std::move(line));
    if (row) kept = block.size();
  }
  tell_labels(block);
  const bool label_ends_below = kept < block.size() && kept > 0 && block[kept].kind == LineKind::lone && !block[kept - 1].labelled &&
                                kept > 1 && block[kept - 2].kind == LineKind::lone &&
                                label_runs_on(block[kept - 2].pieces[0].text, block[kept].pieces[0].text);
  block.resize(kept + (label_ends_below ? 1 : 0));
  return block;
}

// Lone lines right above that stand over the figures: the top of a header.
void take_lines_above(const std::vector<TextLine>& lines, size_t first, size_t labels_end, std::vector<AlignedLine>& block) {
  for (size_t i = first; i-- > 0 && first - i <= most_lines_above;) {
    AlignedLine line = read_line(lines, i);
    if (line.kind != LineKind::lone || line.pieces[0].begin <= labels_end) return;
    block.insert(block.begin(), std::move(line));
  }
}

// Where the cells of a table stand: the labels first, then the columns of figures.
struct Layout {
  std::vector<PrintedColumn> columns;
  size_t figures = 0;  // columns of figures
};

// As many cells as most rows have.
size_t usual_cells(const std::vector<AlignedLine>& block) {
  std::map<size_t, size_t> counts;
  for (const AlignedLine& line : block)
    if (is_data(line)) ++counts[line.cells()];
  size_t usual = 0;
  for (const auto& [cells, rows] : counts)
    if (usual == 0 || rows >= counts[usual]) usual = cells;
  return usual;
}

void widen(PrintedColumn& column, const AlignedPiece& piece) {
  if (column.end == 0) column = {piece.begin, piece.end};
  column.begin = std::min(column.begin, piece.begin);
  column.end = std::max(column.end, piece.end);
}

// Rows that fill every column say where the columns are; a row may stand a little off the others.
Layout layout_of(const std::vector<AlignedLine>& block) {
  Layout layout;
  layout.figures = usual_cells(block);
  layout.columns.resize(layout.figures + 1);
  for (const AlignedLine& line : block) {
    if (!is_data(line) || line.cells() != layout.figures) continue;
    const size_t first = line.labelled ? 1 : 0;
    if (line.labelled) widen(layout.columns[0], line.pieces[0]);
    for (size_t k = first; k < line.pieces.size(); ++k) widen(layout.columns[k - first + 1], line.pieces[k]);
  }
  return layout;
}

// A header line with a piece for each column of figures, with or without one over the labels: index of the first over figures.
size_t first_of_full_header(const AlignedLine& line, const Layout& layout) {
  const size_t count = line.pieces.size();
  if (count < 2 || (count != layout.figures && count != layout.figures + 1)) return std::string::npos;
  const bool over_labels = column_of(line.pieces[0], layout.columns) == 0;
  return over_labels == (count == layout.figures + 1) ? count - layout.figures : std::string::npos;
}

// Print over several columns, of which it is open how many it covers or where in it one cell ends and the next begins.
bool reaches_over_columns(const AlignedPiece& piece, const Layout& layout) {
  long over = 0;
  for (size_t c = 1; c < layout.columns.size(); ++c) over += layout.columns[c].end > piece.begin && layout.columns[c].begin < piece.end;
  return over > 1;
}

// A row of the grid. A full line (its first figure given) fills the columns in order; else each piece goes where it stands.
FlatRow place_pieces(const AlignedLine& line, const Layout& layout, size_t first_in_order, int number, bool& uncertain) {
  FlatRow row;
  row.line = number;
  row.cells.resize(layout.columns.size());
  for (FlatCell& cell : row.cells) cell.line = number;
  for (size_t k = 0; k < line.pieces.size(); ++k) {
    const AlignedPiece& piece = line.pieces[k];
    const bool in_order = first_in_order != std::string::npos;
    const size_t column = in_order ? k + 1 - first_in_order : static_cast<size_t>(column_of(piece, layout.columns));
    FlatCell cell = make_cell(piece.text, number, static_cast<int>(piece.begin) + 1);
    cell.damaged = !in_order && (reaches_over_columns(piece, layout) || (is_filled(row.cells[column]) && column > 0));
    uncertain = uncertain || cell.damaged;
    append_cell(row.cells[column], cell, " ");
  }
  row.printed_cells = row.cells.size();
  return row;
}

FlatRow place_data(const AlignedLine& line, const Layout& layout, int number, bool& uncertain) {
  const bool full = is_data(line) && line.cells() == layout.figures;
  return place_pieces(line, layout, full ? (line.labelled ? 1 : 0) : std::string::npos, number, uncertain);
}

bool has_label(const FlatRow& row) { return is_filled(row.cells[0]); }
bool has_label_alone(const FlatRow& row) { return has_label(row) && filled_cells(row) == 1; }

// Fewer pieces than columns, as many columns under each or each over the middle of its columns: for each column of figures the
// piece over it; empty when they are no such header.
std::vector<size_t> groups_over(const AlignedLine& line, const Layout& layout) {
  std::vector<size_t> over;
  for (size_t k = 0; k < line.pieces.size(); ++k)
    if (column_of(line.pieces[k], layout.columns) > 0) over.push_back(k);
  if (over.size() < 2 || over.size() >= layout.figures) return {};
  const auto away = [&](size_t piece, size_t column) {
    const size_t a = line.pieces[piece].center(), b = (layout.columns[column].begin + layout.columns[column].end) / 2;
    return a > b ? a - b : b - a;
  };
  std::vector<size_t> groups;
  for (size_t column = 1; column <= layout.figures; ++column)
    groups.push_back(*std::min_element(over.begin(), over.end(), [&](size_t a, size_t b) { return away(a, column) < away(b, column); }));
  const auto size_of = [&](size_t piece) { return std::count(groups.begin(), groups.end(), piece); };
  const bool even = size_of(over[0]) > 1 && std::all_of(over.begin(), over.end(), [&](size_t piece) { return size_of(piece) == size_of(over[0]); });
  if (even) return groups;
  for (size_t piece : over) {
    const auto first = std::find(groups.begin(), groups.end(), piece), last = std::find(groups.rbegin(), groups.rend(), piece).base();
    if (first == groups.end()) return {};
    const size_t begin = layout.columns[static_cast<size_t>(first - groups.begin()) + 1].begin;
    const size_t end = layout.columns[static_cast<size_t>(last - groups.begin())].end;
    const size_t center = line.pieces[piece].center(), middle = (begin + end) / 2, slack = (end - begin) / 4 + 1;
    if (center + slack < middle || center > middle + slack) return {};
  }
  return groups;
}

FlatRow group_row(const AlignedLine& line, const Layout& layout, const std::vector<size_t>& groups, int number) {
  FlatRow row;
  row.line = number;
  row.cells.resize(layout.columns.size());
  if (groups[0] > 0) row.cells[0] = make_cell(line.pieces[0].text, number, 1);
  for (size_t column = 0; column < groups.size(); ++column) {
    const AlignedPiece& piece = line.pieces[groups[column]];
    FlatCell& cell = row.cells[column + 1];
    if (column > 0 && groups[column] == groups[column - 1]) {
      cell.covered = true;
      continue;
    }
    cell = make_cell(piece.text, number, static_cast<int>(piece.begin) + 1);
    cell.colspan = static_cast<int>(std::count(groups.begin(), groups.end(), groups[column]));
  }
  return row;
}

// Header lines with a piece for each column say how wide the columns are up there.
Layout header_layout(const std::vector<AlignedLine>& block, size_t count, Layout layout) {
  for (size_t k = 0; k < count; ++k) {
    const size_t first = first_of_full_header(block[k], layout);
    if (first == std::string::npos) continue;
    for (size_t p = first; p < block[k].pieces.size(); ++p) widen(layout.columns[p - first + 1], block[k].pieces[p]);
  }
  return layout;
}

// Whether a line below `k` within the header fills every column: only over such a line can there be groups.
bool has_full_line_below(const std::vector<AlignedLine>& block, size_t k, size_t count, const Layout& layout) {
  for (size_t below = k + 1; below < count; ++below)
    if (first_of_full_header(block[below], layout) != std::string::npos) return true;
  return false;
}

// Headers of neighbouring columns that one blank parts ("FTE Heads") are cut at it, where each word stands over its own column
// and the line then fills all columns.
void part_close_headers(AlignedLine& line, const Layout& layout) {
  std::vector<AlignedPiece> parted;
  for (const AlignedPiece& piece : line.pieces) {
    size_t begin = piece.begin;
    std::vector<AlignedPiece> words;
    for (std::string_view word : split(piece.text, ' ')) {
      words.push_back({begin, begin + code_points(word), std::string(word)});
      begin = words.back().end + 1;
    }
    if (words.size() == 2 && column_of(words[0], layout.columns) + 1 == column_of(words[1], layout.columns))
      parted.insert(parted.end(), words.begin(), words.end());
    else parted.push_back(piece);
  }
  if (parted.size() == layout.figures || parted.size() == layout.figures + 1) line.pieces = std::move(parted);
}

// The lines over the first row of figures: groups keep rows of their own, the others make one header, column by column. A
// label alone right above the figures belongs to them or, when the stub has its header, names a section.
void add_header(const std::vector<TextLine>& lines, std::vector<AlignedLine>& block, size_t count, const Layout& figures,
                FlatGrid& grid) {
  for (size_t k = 0; k < count; ++k)
    if (block[k].kind == LineKind::row) part_close_headers(block[k], figures);
  const Layout layout = header_layout(block, count, figures);
  FlatRow header;
  header.cells.resize(layout.columns.size());
  std::vector<FlatRow> below;
  for (size_t k = 0; k < count; ++k) {
    if (block[k].kind == LineKind::blank) continue;
    const int number = lines[block[k].index].number;
    if (has_full_line_below(block, k, count, layout)) {
      if (const std::vector<size_t> groups = groups_over(block[k], layout); !groups.empty()) {
        grid.rows.push_back(group_row(block[k], layout, groups, number));
        continue;
      }
    }
    const FlatRow row = place_pieces(block[k], layout, first_of_full_header(block[k], layout), number, grid.columns_uncertain);
    if (k + 1 == count && has_label_alone(row) && (has_label(header) || !block[count].labelled)) {
      below.push_back(row);
      continue;
    }
    if (header.line == 0) header.line = number;
    for (size_t c = 0; c < row.cells.size(); ++c) append_cell(header.cells[c], row.cells[c], " ");
  }
  for (const FlatCell& cell : header.cells) grid.columns_uncertain = grid.columns_uncertain || cell.text.size() > longest_header_bytes;
  if (filled_cells(header) > 0) grid.rows.push_back(header);
  grid.header_rows = grid.rows.size();
  grid.rows.insert(grid.rows.end(), below.begin(), below.end());
}

// Figures whose label stands on the lines above and below them.
void give_labels(FlatGrid& grid) {
  std::vector<FlatRow> rows;
  for (size_t r = 0; r < grid.rows.size(); ++r) {
    FlatRow row = std::move(grid.rows[r]);
    const bool waits = r >= grid.header_rows && !has_label(row) && filled_cells(row) > 0;
    if (waits && rows.size() > grid.header_rows && has_label_alone(rows.back())) {
      row.cells[0] = rows.back().cells[0];
      rows.pop_back();
      const bool below = r + 1 < grid.rows.size() && has_label_alone(grid.rows[r + 1]);
      const std::string next = below ? grid.rows[r + 1].cells[0].text : std::string();
      if (below && label_runs_on(row.cells[0].text, next)) {
        append_cell(row.cells[0], grid.rows[r + 1].cells[0], " ");
        ++r;
      }
    }
    rows.push_back(std::move(row));
  }
  grid.rows = std::move(rows);
}

}  // namespace

std::optional<FlatGrid> aligned_figures_grid_at(const std::vector<TextLine>& lines, size_t first) {
  std::vector<AlignedLine> block = block_at(lines, first);
  if (static_cast<size_t>(std::count_if(block.begin(), block.end(), is_data)) < fewest_figure_rows) return std::nullopt;
  const Layout layout = layout_of(block);
  if (layout.columns.size() < 2 || layout.columns[1].end == 0) return std::nullopt;
  take_lines_above(lines, first, layout.columns[0].end, block);
  const auto data = std::find_if(block.begin(), block.end(), is_data);
  FlatGrid grid;
  grid.first = block.front().index;
  grid.last = block.back().index;
  grid.evidence = "figures aligned by blanks";
  grid.ruled_header = true;
  add_header(lines, block, static_cast<size_t>(data - block.begin()), layout, grid);
  for (auto line = data; line != block.end(); ++line)
    if (line->kind != LineKind::blank) grid.rows.push_back(place_data(*line, layout, lines[line->index].number, grid.columns_uncertain));
  give_labels(grid);
  return grid;
}

}  // namespace muster
