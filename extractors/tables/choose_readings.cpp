#include "extractors/tables/choose_readings.h"

#include <algorithm>

#include "extractors/tables/areas.h"
#include "extractors/tables/captions.h"
#include "extractors/tables/framed_areas.h"
#include "extractors/tables/judge.h"
#include "extractors/tables/ruled.h"

namespace muster {
namespace {

// A ruled reading with a higher score needs no rival.
constexpr double clear_score = 0.97;
// Rules with fewer rows of two cells between them frame a chart.
constexpr double least_full_rows_between_rules = 0.6;
// A second reading this near to the first is kept beside it.
constexpr double rival_margin = 0.2;

// A tree's table that fits its words less well is not believed.
constexpr double least_tagged_score = 0.85;
// A reading with so many times the words of another is the whole of which that is a part, and may score so much less.
constexpr double part_words = 1.5;
constexpr double whole_margin = 0.15;
// Words of a place that a diagnostic shows.
constexpr size_t words_of_place = 12;

bool lies_in(const TableWord& word, const Box& box) { return box.contains(word.box.center_x(), word.box.center_y()); }

// What alignment makes of the words in a grid whose borders draw but a part of its cells.
std::optional<Reading> aligned_in_grid(const PageView& view, const Grid& grid) {
  std::vector<size_t> chosen;
  for (size_t i = 0; i < view.words.size(); ++i)
    if (lies_in(view.words[i], grid.box())) chosen.push_back(i);
  auto reading = read_aligned(view.words, {text_rows(view.words, chosen), {}, grid.edges, -1, view.shadings});
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

void report(const PageView& view, const Reading& reading, const char* code, std::string message, Diagnostics& diagnostics) {
  std::vector<size_t> first;
  for (size_t w = 0; w < reading.words.size() && w < words_of_place; ++w) first.push_back(w);
  diagnostics.add({"lay_out", code, Severity::info, {.page = view.page, .box = on_page(view, reading.box)}, text_of(reading.words, first), std::move(message)});
}

bool overlap(const Box& a, const Box& b) { return !common_part(a, b).empty(); }

// Whether a is the better reading of a place that both share: by score, but a part of a table (its bordered header) does
// not beat the whole that reads nearly as well.
bool is_better(const Reading& a, const Reading& b) {
  const double whole_a = double(a.words.size()), whole_b = double(b.words.size());
  if (whole_a > part_words * whole_b) return a.score > b.score - whole_margin;
  if (whole_b > part_words * whole_a) return a.score - whole_margin > b.score;
  return a.score > b.score;
}

// Of readings that share a place the best one.
std::vector<Reading> best_of_each_place(std::vector<Reading> readings) {
  std::vector<Reading> chosen;
  for (Reading& reading : readings) {
    const auto same_place = std::find_if(chosen.begin(), chosen.end(), [&](const Reading& r) { return overlap(r.box, reading.box); });
    if (same_place == chosen.end()) chosen.push_back(std::move(reading));
    else if (is_better(reading, *same_place)) *same_place = std::move(reading);
  }
  return chosen;
}

// Readings of what has bounds of its own: grids of borders, and tables of the structure tree.
std::vector<Reading> bounded_readings(const PageView& view, const TaggedTables& tagged, std::vector<Box>& drawings, Diagnostics& diagnostics) {
  std::vector<Reading> readings;
  for (const Grid& grid : find_grids(view.edges))
    if (auto reading = best_in_grid(view, grid, drawings)) readings.push_back(std::move(*reading));
  for (Reading& reading : read_tagged(view, tagged)) {
    if (reading.score >= least_tagged_score) readings.push_back(std::move(reading));
    else report(view, reading, "table_tags_unfit", "the structure tree's table does not fit the places of its words; the page was read without it", diagnostics);
  }
  return best_of_each_place(std::move(readings));
}

std::vector<Reading> aligned_readings(const PageView& view, std::vector<Area> areas, Diagnostics* diagnostics = nullptr) {
  std::vector<Reading> readings;
  for (Area& area : areas)
    for (const Area& part : parts_side_by_side(view.words, std::move(area))) {
      auto reading = read_aligned(view.words, part);
      if (!reading) continue;
      judge_aligned(view, *reading);
      if (reading->score >= table_score) readings.push_back(std::move(*reading));
      else if (diagnostics && !reading->evidence.empty()) report(view, *reading, "table_refused", "values stand in columns here, and it was not taken for a table: " + reading->evidence, *diagnostics);
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
                          std::vector<Reading>& readings, Diagnostics& diagnostics) {
  std::vector<Box> taken = drawings;
  for (const Reading& r : readings) taken.push_back(r.box);
  const std::vector<bool> free = free_words(view, taken);
  std::vector<Reading> between_rules = aligned_readings(view, find_framed_areas(view, free, document_words));
  std::vector<Reading> open;
  if (!between_rules.empty()) open = aligned_readings(view, find_areas(view, free, document_words));
  const size_t taken_before = taken.size();
  for (Reading& framed : between_rules) {
    const bool inside = std::any_of(taken.begin() + long(taken_before), taken.end(), [&](const Box& box) { return overlap(box, framed.box); });
    const bool worse = std::any_of(open.begin(), open.end(), [&](const Reading& r) {
      return overlap(r.box, framed.box) && (r.score > framed.score || (r.score == framed.score && r.cols > framed.cols && r.words.size() > framed.words.size()));
    });
    if (inside || worse || full_row_share(framed) < least_full_rows_between_rules) continue;
    framed.evidence += "; between rules";
    taken.push_back(framed.box);
    readings.push_back(std::move(framed));
  }
  open = aligned_readings(view, find_areas(view, free_words(view, taken), document_words), &diagnostics);
  std::move(open.begin(), open.end(), std::back_inserter(readings));
}

}  // namespace

std::vector<Reading> choose_readings(const PageView& view, const TaggedTables& tagged, const DocumentWords& words, Diagnostics& diagnostics) {
  std::vector<Box> drawings;
  std::vector<Reading> readings = bounded_readings(view, tagged, drawings, diagnostics);
  add_aligned_readings(view, words, drawings, readings, diagnostics);
  std::stable_sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
    return a.box.y0 < b.box.y0 || (a.box.y0 == b.box.y0 && a.box.x0 < b.box.x0);
  });
  bind_captions(view, words, readings);
  return readings;
}

}  // namespace muster
