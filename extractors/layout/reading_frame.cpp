#include "extractors/layout/reading_frame.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace muster {
namespace {

// Where the upright page's origin lies in the reading frame.
struct Origin {
  float x = 0, y = 0;
};

Origin origin_of(int turn, float shown_width, float shown_height) {
  const Box page = to_reading_frame({0, 0, shown_width, shown_height}, turn);
  return {page.x0, page.y0};
}

Box shifted(const Box& b, float dx, float dy) { return {b.x0 + dx, b.y0 + dy, b.x1 + dx, b.y1 + dy}; }

template <class Items>
void turn_boxes(Items& items, int turn, Origin origin) {
  for (auto& item : items) item.box = shifted(to_reading_frame(item.box, turn), -origin.x, -origin.y);
}

void turn_runs(Page& page, int turn, Origin origin) {
  for (GlyphRun& run : page.runs) {
    const bool along_x = run.rotation == 0 || run.rotation == 180;
    const Box line = to_reading_frame(along_x ? Box{0, run.baseline, 0, run.baseline} : Box{run.baseline, 0, run.baseline, 0}, turn);
    run.rotation = static_cast<uint16_t>((run.rotation - turn + 360) % 360);
    const bool now_along_x = run.rotation == 0 || run.rotation == 180;
    run.baseline = now_along_x ? line.y0 - origin.y : line.x0 - origin.x;
  }
  turn_boxes(page.runs, turn, origin);
}

}  // namespace

int main_rotation(const Page& page) {
  std::array<uint64_t, 4> glyphs{};
  for (const GlyphRun& run : page.runs)
    if (!run.skewed && !run.invisible) glyphs[run.rotation / 90 % 4] += run.glyph_count;
  if (glyphs == std::array<uint64_t, 4>{})  // nothing but an OCR layer
    for (const GlyphRun& run : page.runs) glyphs[run.rotation / 90 % 4] += run.glyph_count;
  return static_cast<int>(std::max_element(glyphs.begin(), glyphs.end()) - glyphs.begin()) * 90;
}

Page turned_upright(const Page& shown, int turn) {
  Page page = shown;
  if (turn == 0) return page;
  const Origin origin = origin_of(turn, shown.width, shown.height);
  if (turn != 180) std::swap(page.width, page.height);
  turn_boxes(page.glyphs, turn, origin);
  turn_runs(page, turn, origin);
  turn_boxes(page.rulings, turn, origin);
  if (turn != 180)
    for (Ruling& ruling : page.rulings) ruling.horizontal = !ruling.horizontal;
  turn_boxes(page.shadings, turn, origin);
  turn_boxes(page.images, turn, origin);
  turn_boxes(page.links, turn, origin);
  return page;
}

Box turned_back(const Box& box, int turn, float shown_width, float shown_height) {
  if (turn == 0) return box;
  const Origin origin = origin_of(turn, shown_width, shown_height);
  return from_reading_frame(shifted(box, origin.x, origin.y), turn);
}

}  // namespace muster
