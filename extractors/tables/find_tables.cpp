#include "extractors/tables/find_tables.h"

#include <algorithm>

#include "extractors/tables/areas.h"
#include "extractors/tables/captions.h"
#include "extractors/tables/framed_areas.h"
#include "extractors/tables/join_pages.h"
#include "extractors/tables/judge.h"
#include "extractors/tables/ruled.h"
#include "extractors/tables/type_cells.h"

namespace muster {
namespace {

// A ruled reading with a higher score needs no rival.
constexpr double clear_score = 0.97;
// Running headers and footers stand within this share of the page's height from its edges.
constexpr float furniture_share = 0.085f;
// Rules with fewer rows of two cells between them frame a chart.
constexpr double least_full_rows_between_rules = 0.6;
// A second reading this near to the first is kept beside it.
constexpr double rival_margin = 0.2;

bool lies_in(const TableWord& word, const Box& box) { return box.contains(word.box.center_x(), word.box.center_y()); }

// What alignment makes of the words in a grid whose borders draw but a part of its cells.
std::optional<Reading> aligned_in_grid(const PageView& view, const Grid& grid) {
  std::vector<size_t> chosen;
  for (size_t i = 0; i < view.words.size(); ++i)
    if (lies_in(view.words[i], grid.box())) chosen.push_back(i);
  auto reading = read_aligned(view.words, {text_rows(view.words, chosen), {}, grid.edges});
  if (!reading) return reading;
  judge_aligned(view, *reading);
  reading->score -= smear_weight * smeared_share(*reading);
  reading->evidence += "; borders around a part of the cells";
  reading->box = united(reading->box, grid.box());
  return reading;
}

// The better of the two readings of a grid, the other kept as its rival; none where neither is a table.
std::optional<Reading> best_in_grid(const PageView& view, const Grid& grid, std::vector<Box>& drawings) {
  auto [ruled, drawing] = read_ruled(view, grid);
  if (drawing) drawings.push_back(grid.box());
  if (!ruled || ruled->score > clear_score) return ruled;
  auto aligned = aligned_in_grid(view, grid);
  if (!aligned || aligned->score < table_score) return ruled->score < table_score ? std::nullopt : std::move(ruled);
  if (aligned->score > ruled->score) std::swap(ruled, aligned);
  if (aligned->score > ruled->score - rival_margin) ruled->rivals.push_back(std::move(*aligned));
  return ruled;
}

// Share of the rows that have at least two filled cells.
double full_row_share(const Reading& reading) {
  std::vector<int> filled(size_t(reading.rows), 0);
  for (const ReadCell& cell : reading.cells) filled[size_t(cell.row)] += !cell.blank();
  return double(std::count_if(filled.begin(), filled.end(), [](int n) { return n >= 2; })) / double(std::max(reading.rows, 1));
}

bool overlap(const Box& a, const Box& b) { return !common_part(a, b).empty(); }

std::vector<Reading> grid_readings(const PageView& view, std::vector<Box>& drawings) {
  std::vector<Reading> readings;
  for (const Grid& grid : find_grids(view.edges)) {
    auto reading = best_in_grid(view, grid, drawings);
    if (!reading) continue;
    const auto same_place = std::find_if(readings.begin(), readings.end(), [&](const Reading& r) { return overlap(r.box, reading->box); });
    if (same_place == readings.end()) readings.push_back(std::move(*reading));
    else if (reading->score > same_place->score) *same_place = std::move(*reading);
  }
  return readings;
}

std::vector<Reading> aligned_readings(const PageView& view, std::vector<Area> areas) {
  std::vector<Reading> readings;
  for (Area& area : areas)
    for (const Area& part : parts_side_by_side(view.words, std::move(area))) {
      auto reading = read_aligned(view.words, part);
      if (!reading) continue;
      judge_aligned(view, *reading);
      if (reading->score >= table_score) readings.push_back(std::move(*reading));
    }
  return readings;
}

// Words that stand in none of the boxes.
std::vector<bool> free_words(const PageView& view, const std::vector<Box>& taken) {
  std::vector<bool> free(view.words.size(), true);
  for (size_t i = 0; i < view.words.size(); ++i)
    for (const Box& box : taken)
      if (lies_in(view.words[i], box)) free[i] = false;
  return free;
}

// Tables among the words that no reading has taken yet and that stand in no drawing: those that rules bound where that
// reads at least as well as the same place without, then all others.
void add_aligned_readings(const PageView& view, const DocumentWords& document_words, const std::vector<Box>& drawings,
                          std::vector<Reading>& readings) {
  std::vector<Box> taken = drawings;
  for (const Reading& r : readings) taken.push_back(r.box);
  std::vector<bool> free = free_words(view, taken);
  std::vector<Reading> open = aligned_readings(view, find_areas(view, free, document_words));
  const size_t taken_before = taken.size();
  for (Reading& framed : aligned_readings(view, find_framed_areas(view, free, document_words))) {
    const bool inside = std::any_of(taken.begin() + long(taken_before), taken.end(), [&](const Box& box) { return overlap(box, framed.box); });
    const bool worse = std::any_of(open.begin(), open.end(), [&](const Reading& r) {
      return overlap(r.box, framed.box) && (r.score > framed.score || (r.score == framed.score && r.cols > framed.cols && r.words.size() > framed.words.size()));
    });
    if (inside || worse || full_row_share(framed) < least_full_rows_between_rules) continue;
    framed.evidence += "; between rules";
    taken.push_back(framed.box);
    readings.push_back(std::move(framed));
  }
  if (taken.size() > taken_before) open = aligned_readings(view, find_areas(view, free_words(view, taken), document_words));
  std::move(open.begin(), open.end(), std::back_inserter(readings));
}

std::vector<Reading> readings_of(const PageView& view, const DocumentWords& document_words) {
  std::vector<Box> drawings;
  std::vector<Reading> readings = grid_readings(view, drawings);
  add_aligned_readings(view, document_words, drawings, readings);
  std::stable_sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
    return a.box.y0 < b.box.y0 || (a.box.y0 == b.box.y0 && a.box.x0 < b.box.x0);
  });
  bind_captions(view, document_words, readings);
  return readings;
}

// The words of the page that are neither part of the table nor, at the page's edge, its running header or footer.
bool has_text_between(const PageView& view, const Reading& reading, float y0, float y1) {
  const float margin = furniture_share * view.height;
  return std::any_of(view.words.begin(), view.words.end(), [&](const TableWord& w) {
    const float y = w.box.center_y();
    return y > y0 && y < y1 && y > margin && y < view.height - margin && !lies_in(w, reading.whole);
  });
}

std::vector<CellLook> looks_of(const Reading& reading) {
  std::vector<CellLook> looks;
  for (const ReadCell& cell : reading.cells) {
    const bool bold = !cell.blank() && std::all_of(cell.words.begin(), cell.words.end(), [&](size_t w) { return reading.words[w].bold; });
    looks.push_back({cell.row < reading.header_rows, false, bold});
  }
  return looks;
}

// Tables of a page by view; the same place in two views counts once, for the view in which it reads better.
std::vector<TablePart> tables_of_page(const Page& page, const Document& document, const DocumentWords& words) {
  std::vector<TablePart> parts;
  for (const PageView& view : page_views(page, document.styles))
    for (const Reading& reading : readings_of(view, words)) {
      TablePart part{table_of(view, reading), looks_of(reading)};
      part.begins_page = !has_text_between(view, reading, 0, reading.box.y0);
      part.ends_page = !has_text_between(view, reading, reading.box.y1, view.height);
      const bool seen = std::any_of(parts.begin(), parts.end(), [&](const TablePart& p) { return overlap(p.table.place.box, part.table.place.box); });
      if (!seen) parts.push_back(std::move(part));
    }
  return parts;
}

}  // namespace

std::vector<Table> find_tables(const Document& document, const DocumentWords& words, Diagnostics&) {
  std::vector<TablePart> parts;
  for (const Page& page : document.pages)
    for (TablePart& part : tables_of_page(page, document, words)) parts.push_back(std::move(part));
  std::vector<Table> tables;
  for (TablePart& part : joined_pages(std::move(parts))) {
    type_cells(part.table, part.looks, words);
    part.table.table_id = "t" + std::to_string(tables.size() + 1);
    tables.push_back(std::move(part.table));
  }
  return tables;
}

}  // namespace muster
