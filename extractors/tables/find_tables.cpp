#include "extractors/tables/find_tables.h"

#include <algorithm>

#include "extractors/tables/areas.h"
#include "extractors/tables/judge.h"
#include "extractors/tables/ruled.h"

namespace muster {
namespace {

bool lies_in(const TableWord& word, const Box& box) { return box.contains(word.box.center_x(), word.box.center_y()); }

std::vector<Reading> ruled_readings(const PageView& view) {
  std::vector<Reading> readings;
  for (const Grid& grid : find_grids(view.edges))
    if (auto reading = read_ruled(view, grid)) readings.push_back(std::move(*reading));
  return readings;
}

// Tables among the words that no reading has taken yet.
void add_aligned_readings(const PageView& view, const DocumentWords& document_words, std::vector<Reading>& readings) {
  std::vector<bool> free(view.words.size(), true);
  for (size_t i = 0; i < view.words.size(); ++i)
    for (const Reading& r : readings)
      if (lies_in(view.words[i], r.box)) free[i] = false;
  for (Area& area : find_areas(view, free, document_words))
    for (const Area& part : parts_side_by_side(view.words, std::move(area))) {
      auto reading = read_aligned(view.words, part);
      if (!reading) continue;
      judge_aligned(view, *reading);
      if (reading->score >= table_score) readings.push_back(std::move(*reading));
    }
}

std::vector<Reading> readings_of(const PageView& view, const DocumentWords& document_words) {
  std::vector<Reading> readings = ruled_readings(view);
  add_aligned_readings(view, document_words, readings);
  std::stable_sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
    return a.box.y0 < b.box.y0 || (a.box.y0 == b.box.y0 && a.box.x0 < b.box.x0);
  });
  return readings;
}

}  // namespace

std::vector<Table> find_tables(const Document& document, const DocumentWords& words, Diagnostics&) {
  std::vector<Table> tables;
  for (const Page& page : document.pages)
    for (const PageView& view : page_views(page, document.styles))
      for (const Reading& reading : readings_of(view, words)) tables.push_back(table_of(view, reading));
  for (size_t i = 0; i < tables.size(); ++i) tables[i].table_id = "t" + std::to_string(i + 1);
  return tables;
}

}  // namespace muster
