#include "extractors/ocr/engine/raster_rulings.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

namespace muster {
namespace {

constexpr double points_per_inch = 72;
constexpr int faint_threshold = 175;  // thin rules come out of a scanner as a light grey
constexpr double shortest_horizontal_pt = 30;  // serifs of bold words that run together are shorter
constexpr double shortest_vertical_pt = 15;    // a row of a table is taller, the strokes of headlines mostly are not
constexpr double surely_vertical_pt = 36;      // shorter ones could be strokes of big letters, and must stand between two rules
constexpr double meeting_distance_pt = 3;      // of lines that end at one another, rounded corners included
constexpr double thickest_pt = 3.5;   // thicker runs are bands, photographs and the scanner's dark margins
constexpr double bridged_gap_pt = 2;  // noise breaks thin rules
constexpr double page_edge_pt = 5;    // lines nearer to the edge are the paper's own
constexpr int letter_clearance_px = 1;  // painted over beside the line, where its edge is blurred

int pixels(double points, double dpi) { return std::max(1, static_cast<int>(points * dpi / points_per_inch)); }

// The ink that is part of long runs in one direction, those of one line joined.
Picture long_runs(const Picture& ink, bool horizontal, double dpi) {
  const int length = pixels(horizontal ? shortest_horizontal_pt : shortest_vertical_pt, dpi), gap = pixels(bridged_gap_pt, dpi);
  // A line that drifts by a pixel on its way breaks into runs: thicken it across first.
  const Picture thick(horizontal ? pixDilateBrick(nullptr, ink.get(), 1, 3) : pixDilateBrick(nullptr, ink.get(), 3, 1));
  if (!thick) return nullptr;
  const Picture runs(horizontal ? pixOpenBrick(nullptr, thick.get(), length, 1) : pixOpenBrick(nullptr, thick.get(), 1, length));
  if (!runs) return nullptr;
  return Picture(horizontal ? pixCloseSafeBrick(nullptr, runs.get(), gap, 1) : pixCloseSafeBrick(nullptr, runs.get(), 1, gap));
}

struct Frame {
  double points_per_pixel;
  double width_pt, height_pt;
};

bool is_line(const Ruling& r, const Frame& frame) {
  const Box& b = r.box;
  const double length = r.horizontal ? b.width() : b.height(), thickness = r.horizontal ? b.height() : b.width();
  if (thickness > thickest_pt || length < 4 * thickness) return false;
  return r.horizontal ? b.y0 > page_edge_pt && b.y1 < frame.height_pt - page_edge_pt
                      : b.x0 > page_edge_pt && b.x1 < frame.width_pt - page_edge_pt;
}

// Whether a horizontal ruling passes the vertical one at height y.
bool meets_at(const Ruling& vertical, double y, const std::vector<Ruling>& rulings) {
  return std::any_of(rulings.begin(), rulings.end(), [&](const Ruling& h) {
    const double x = vertical.box.center_x();
    return h.horizontal && std::abs(h.box.center_y() - y) <= meeting_distance_pt && h.box.x0 - meeting_distance_pt <= x &&
           x <= h.box.x1 + meeting_distance_pt;
  });
}

bool is_stroke_of_letter(const Ruling& r, const std::vector<Ruling>& rulings) {
  return !r.horizontal && r.box.height() < surely_vertical_pt && !(meets_at(r, r.box.y0, rulings) && meets_at(r, r.box.y1, rulings));
}

// Adds the runs that are lines to `out`, and leaves in `runs` only those.
void keep_lines(const Picture& runs, bool horizontal, const Frame& frame, std::vector<Ruling>& out) {
  Boxa* boxes = pixConnCompBB(runs.get(), 8);
  for (int i = 0; boxes && i < boxaGetCount(boxes); ++i) {
    l_int32 x = 0, y = 0, w = 0, h = 0;
    boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
    const auto points = [&](int p) { return static_cast<float>(p * frame.points_per_pixel); };
    const Ruling ruling{.box = {points(x), points(y), points(x + w), points(y + h)}, .horizontal = horizontal};
    if (is_line(ruling, frame) && !is_stroke_of_letter(ruling, out)) {
      out.push_back(ruling);
    } else {
      ::Box* area = boxCreate(x, y, w, h);
      pixClearInRect(runs.get(), area);
      boxDestroy(&area);
    }
  }
  boxaDestroy(&boxes);
}

}  // namespace

RasterRulings raster_rulings(const StraightPicture& picture, double dpi) {
  RasterRulings out{{}, Picture(pixCopy(nullptr, picture.grey.get()))};
  const Picture ink = ink_of(picture.grey, faint_threshold);
  if (!ink || !out.without) return out;
  const double scale = points_per_inch / dpi;
  const Frame frame{scale, pixGetWidth(ink.get()) * scale, pixGetHeight(ink.get()) * scale};
  for (const bool horizontal : {true, false}) {
    const Picture runs = long_runs(ink, horizontal, dpi);
    if (!runs) continue;
    keep_lines(runs, horizontal, frame, out.rulings);
    constexpr int grown = 2 * letter_clearance_px + 1;
    const Picture mask(horizontal ? pixDilateBrick(nullptr, runs.get(), 1, grown) : pixDilateBrick(nullptr, runs.get(), grown, 1));
    if (mask) pixSetMasked(out.without.get(), mask.get(), picture.paper);
  }
  return out;
}

}  // namespace muster
