#include "extractors/tables/tagged.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "extractors/read/tag_tree.h"
#include "extractors/tables/judge.h"

namespace muster {
namespace {

// A tree with header cells was made with care; one of TD alone tells as much about the grid, but less about its maker.
constexpr double declared_headers_score = 0.98;
constexpr double plain_cells_score = 0.96;
// How much cells that stand in the wrong order, and words in the table's place that are not the table's, weigh.
constexpr double disorder_weight = 3;
constexpr double foreign_weight = 2;
// Cells reach this far into the place of the next one: descenders, italics.
constexpr float overlap_pt = 2;
// Cells with more words on the whole lay out a page, they do not tabulate.
constexpr double most_words_of_cell = 30;
constexpr size_t least_cells = 4;
constexpr int widest_span = 200;

int span_of(const Tag& tag, std::string_view name) {
  const std::string_view text = attribute(tag, name);
  int span = 1;
  std::from_chars(text.data(), text.data() + text.size(), span);
  return std::clamp(span, 1, widest_span);
}

bool is_cell(const Tag& tag) { return tag.name == "TD" || tag.name == "TH"; }

// Puts a row's cells into the columns that no cell from above covers. covered: by column, the row up to which it is taken.
struct GridRows {
  std::vector<int> covered;
  int rows = 0, last_col = 0;

  void begin_row() {
    ++rows;
    last_col = 0;
  }
  void place(TaggedTables::TaggedCell& cell) {
    const int row = std::max(rows - 1, 0);
    while (size_t(last_col) < covered.size() && covered[size_t(last_col)] > row) ++last_col;
    cell.row = row;
    cell.col = last_col;
    for (int k = 1; k < cell.colspan; ++k)
      if (size_t(last_col + k) < covered.size() && covered[size_t(last_col + k)] > row) cell.colspan = k;
    covered.resize(std::max(covered.size(), size_t(last_col + cell.colspan)), 0);
    std::fill_n(covered.begin() + last_col, cell.colspan, row + cell.rowspan);
    last_col += cell.colspan;
  }
};

// Share of neighbouring cells that stand in the tree's order on the page: left before right, upper before lower.
double ordered_share(const Reading& reading) {
  size_t pairs = 0, ordered = 0;
  for (const ReadCell& a : reading.cells)
    for (const ReadCell& b : reading.cells) {
      if (a.blank() || b.blank()) continue;
      const bool beside = a.row == b.row && a.col + a.colspan == b.col, under = a.col == b.col && a.row + a.rowspan == b.row;
      if (!beside && !under) continue;
      ++pairs;
      ordered += beside ? a.box.x1 < b.box.x0 + overlap_pt : a.box.y1 < b.box.y0 + overlap_pt;
    }
  return pairs ? double(ordered) / double(pairs) : 1;
}

// Share of the words in the table's place that the tree does not count to it.
double foreign_share(const PageView& view, const Reading& reading) {
  size_t inside = 0;
  for (const TableWord& w : view.words) inside += reading.box.contains(w.box.center_x(), w.box.center_y());
  return inside ? 1 - double(std::min(inside, reading.words.size())) / double(inside) : 0;
}

// Whether every column keeps to its own strip of the page: cells of one column that lie beside one another do not.
double stray_share(const Reading& reading) {
  std::vector<float> begin(size_t(reading.cols), 1e9f), end(size_t(reading.cols), -1e9f);
  size_t cells = 0, stray = 0;
  for (const ReadCell& c : reading.cells) {
    if (c.blank() || c.colspan > 1) continue;
    ++cells;
    begin[size_t(c.col)] = std::min(begin[size_t(c.col)], c.box.center_x());
    end[size_t(c.col)] = std::max(end[size_t(c.col)], c.box.center_x());
  }
  for (const ReadCell& c : reading.cells) {
    if (c.blank() || c.colspan > 1) continue;
    for (size_t k = 0; k < begin.size(); ++k)
      if (int(k) != c.col && begin[k] < end[k] && c.box.center_x() > begin[k] && c.box.center_x() < end[k]) {
        ++stray;
        break;
      }
  }
  return cells ? double(stray) / double(cells) : 0;
}

void judge_tagged(const PageView& view, Reading& reading, bool headers) {
  const auto filled = size_t(std::count_if(reading.cells.begin(), reading.cells.end(), [](const ReadCell& c) { return !c.blank(); }));
  if (reading.rows < 2 || reading.cols < 2 || filled < least_cells) return;
  if (double(reading.words.size()) > most_words_of_cell * double(filled)) return;
  const double disorder = 1 - ordered_share(reading) + stray_share(reading);
  const double score = (headers ? declared_headers_score : plain_cells_score) - disorder_weight * disorder -
                       foreign_weight * foreign_share(view, reading) - smear_weight * smeared_share(reading);
  reading.score = std::clamp(score, 0.0, 1.0);
}

int leading_header_rows(const std::vector<TaggedTables::TaggedCell>& cells, const Reading& reading, const std::vector<int>& cell_of_read) {
  std::vector<bool> header(size_t(reading.rows), true);
  for (size_t i = 0; i < reading.cells.size(); ++i)
    if (!cells[size_t(cell_of_read[i])].header) header[size_t(reading.cells[i].row)] = false;
  const auto end = std::find(header.begin(), header.end(), false);
  return end == header.end() ? 0 : int(end - header.begin());
}

// The cells of one table that have words on the view, in the rows that the view shows.
Reading part_on_view(const PageView& view, const TaggedTables& tagged, int table, const std::vector<size_t>& chosen) {
  const auto& cells = tagged.tables()[size_t(table)].cells;
  Reading reading{.method = TableMethod::tagged};
  reading.tag = tagged.tables()[size_t(table)].tag;
  std::map<int, std::vector<size_t>> words_of;  // by cell
  for (const size_t w : chosen) {
    words_of[tagged.cell_of(view.words[w].tag)].push_back(reading.words.size());
    reading.words.push_back(view.words[w]);
    reading.box = united(reading.box, view.words[w].box);
  }
  const int first_row = cells[size_t(words_of.begin()->first)].row;
  std::vector<int> cell_of_read;
  bool headers = false;
  for (auto& [index, words] : words_of) {
    const auto& cell = cells[size_t(index)];
    reading.cells.push_back({cell.row - first_row, cell.col, cell.rowspan, cell.colspan, {}, std::move(words)});
    reading.cells.back().kind = cell.header ? CellKind::row_header : CellKind::data;
    for (const size_t w : reading.cells.back().words) reading.cells.back().box = united(reading.cells.back().box, reading.words[w].box);
    reading.rows = std::max(reading.rows, cell.row - first_row + 1);
    reading.cols = std::max(reading.cols, cell.col + cell.colspan);
    cell_of_read.push_back(index);
    headers = headers || cell.header;
  }
  for (ReadCell& c : reading.cells) c.rowspan = std::min(c.rowspan, reading.rows - c.row);
  reading.header_rows = leading_header_rows(cells, reading, cell_of_read);
  for (ReadCell& c : reading.cells)
    if (c.row < reading.header_rows) c.kind = CellKind::column_header;
  judge_tagged(view, reading, headers);
  reading.evidence = headers ? "rows, cells and headers of the structure tree" : "rows and cells of the structure tree";
  return reading;
}

}  // namespace

TaggedTables::TaggedTables(const std::vector<Tag>& tags) : table_of_(tags.size(), -1), cell_of_(tags.size(), -1) {
  std::vector<int> open_table(tags.size(), -1);  // the table that a tag stands in, whether in a cell of it or not
  std::vector<GridRows> grids;
  for (size_t i = 0; i < tags.size(); ++i) {
    const Tag& tag = tags[i];
    const bool has_parent = tag.parent >= 0 && size_t(tag.parent) < i;
    open_table[i] = has_parent ? open_table[size_t(tag.parent)] : -1;
    if (tag.name == "Table") {
      open_table[i] = int(tables_.size());
      tables_.push_back({int(i), {}});
      grids.emplace_back();
      continue;
    }
    if (open_table[i] < 0) continue;
    const auto table = size_t(open_table[i]);
    if (tag.name == "TR") {
      grids[table].begin_row();
    } else if (is_cell(tag)) {
      TaggedCell cell{0, 0, span_of(tag, "RowSpan"), span_of(tag, "ColSpan"), tag.name == "TH"};
      grids[table].place(cell);
      cell_of_[i] = int(tables_[table].cells.size());
      table_of_[i] = int(table);
      tables_[table].cells.push_back(cell);
    } else if (has_parent && table_of_[size_t(tag.parent)] == int(table)) {
      cell_of_[i] = cell_of_[size_t(tag.parent)];
      table_of_[i] = int(table);
    }
  }
}

std::vector<Reading> read_tagged(const PageView& view, const TaggedTables& tagged) {
  if (tagged.tables().empty()) return {};
  std::map<int, std::vector<size_t>> words_of;  // by table
  for (size_t w = 0; w < view.words.size(); ++w)
    if (const int table = tagged.table_of(view.words[w].tag); table >= 0) words_of[table].push_back(w);
  std::vector<Reading> readings;
  for (const auto& [table, words] : words_of) {
    Reading reading = part_on_view(view, tagged, table, words);
    if (reading.score < table_score) continue;
    tidy(reading);
    readings.push_back(std::move(reading));
  }
  return readings;
}

}  // namespace muster
