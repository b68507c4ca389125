#include "extractors/ocr/scan_reader.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/ocr/engine/picture.h"
#include "extractors/ocr/engine/raster_rulings.h"
#include "extractors/ocr/engine/recognise.h"
#include "extractors/tables/grids.h"

namespace muster {
namespace {

constexpr double points_per_inch = 72;
constexpr int text_threshold = 140;
constexpr double border_clearance_pt = 0.5;  // rulings are painted over already; only their blurred crossings are left
constexpr double largest_cell_share = 0.2;   // of the page: what is larger is a frame around text, not a cell
constexpr double paper_margin_pt = 4;        // the recogniser wants paper around letters
constexpr double least_ink_height_pt = 2;    // lower runs of ink rows are specks
constexpr double largest_speck_pt = 1.5;     // in both directions; the dot of a decimal point goes with its word

using CellArea = muster::Box;

// Areas of the cells of ruled tables, row by row.
std::vector<CellArea> ruled_cells(const std::vector<Ruling>& rulings, double page_area) {
  std::vector<CellArea> out;
  for (const Grid& grid : find_grids(joined_edges(find_edges(rulings, {})))) {
    if (grid.cells.size() < 3 || grid.cols() < 2) continue;
    for (const GridCell& cell : grid.cells) {
      const CellArea area = grid.box_of(cell);
      if (area.width() * area.height() < largest_cell_share * page_area) out.push_back(area);
    }
  }
  return out;
}

struct PixelArea {
  int left = 0, top = 0, right = 0, bottom = 0;
};

PixelArea pixel_area(const CellArea& area, double dpi) {
  const double scale = dpi / points_per_inch;
  const auto inner = [&](float p, double by) { return static_cast<int>(std::lround((p + by) * scale)); };
  return {inner(area.x0, border_clearance_pt), inner(area.y0, border_clearance_pt), inner(area.x1, -border_clearance_pt),
          inner(area.y1, -border_clearance_pt)};
}

Picture cut_out(const Picture& from, const PixelArea& area) {
  ::Box* box = boxCreate(area.left, area.top, area.right - area.left, area.bottom - area.top);
  Picture out(box ? pixClipRectangle(from.get(), box, nullptr) : nullptr);
  boxDestroy(&box);
  return out;
}

// Lines of text in a cell's ink, as runs of pixel rows that hold some; 0 for an empty cell.
int text_lines(const Picture& ink, double dpi) {
  Numa* counts = pixCountPixelsByRow(ink.get(), nullptr);
  const int least = std::max(1, static_cast<int>(least_ink_height_pt * dpi / points_per_inch));
  int lines = 0, run = 0;
  for (int y = 0; counts && y < numaGetCount(counts); ++y) {
    l_int32 count = 0;
    numaGetIValue(counts, y, &count);
    run = count > 0 ? run + 1 : 0;
    lines += run == least;
  }
  numaDestroy(&counts);
  return lines;
}

void paint_over(const Picture& picture, const PixelArea& area, uint32_t paper) {
  ::Box* box = boxCreate(area.left, area.top, area.right - area.left, area.bottom - area.top);
  if (box) pixSetInRectArbitrary(picture.get(), box, paper);
  boxDestroy(&box);
}

}  // namespace

struct ScanReader::Engine {
  Recogniser recogniser;

  bool read_cell(const StraightPicture& page, const Picture& without_lines, const PixelArea& area, double dpi, std::vector<ScannedWord>& words) {
    const Picture grey = cut_out(without_lines, area);
    if (!grey) return true;
    const Picture ink(pixThresholdToBinary(grey.get(), text_threshold));
    const int lines = ink ? text_lines(ink, dpi) : 0;
    if (lines == 0) return true;
    const int margin = static_cast<int>(paper_margin_pt * dpi / points_per_inch);
    const Picture framed(pixAddBorder(grey.get(), margin, page.paper));
    const CutOut place{dpi, area.left - margin, area.top - margin};
    return recogniser.read(framed, lines == 1 ? Segmentation::line : Segmentation::block, place, words);
  }

  // Cells one by one, since neighbouring ones merge otherwise; then what is left of the page as a whole.
  void read_page(const StraightPicture& page, double dpi, ScanReading& out) {
    const RasterRulings lines = raster_rulings(page, dpi);
    out.rulings = lines.rulings;
    const double scale = points_per_inch / dpi;
    const double page_area = pixGetWidth(page.grey.get()) * scale * pixGetHeight(page.grey.get()) * scale;
    const Picture rest(pixCopy(nullptr, lines.without.get()));
    if (!rest) return;
    std::vector<ScannedWord> in_cells;
    for (const CellArea& cell : ruled_cells(lines.rulings, page_area)) {
      const PixelArea area = pixel_area(cell, dpi);
      if (area.right <= area.left || area.bottom <= area.top) continue;
      out.broken_off |= !read_cell(page, lines.without, area, dpi, in_cells);
      paint_over(rest, area, page.paper);
    }
    out.broken_off |= !recogniser.read(rest, Segmentation::page, {.dpi = dpi}, out.words);
    out.words.insert(out.words.end(), in_cells.begin(), in_cells.end());
  }
};

ScanReader::ScanReader() : engine_(std::make_unique<Engine>()) {
  if (!engine_->recogniser.ready()) missing_ = "the data of the recogniser are missing: install tesseract-ocr-eng";
}

ScanReader::~ScanReader() = default;

ScanReading ScanReader::read(std::string_view picture, double dpi) {
  ScanReading out;
  if (!engine_->recogniser.ready()) return out;
  const StraightPicture page = straight_picture(picture);
  if (!page.grey) return out;
  out.skew_deg = page.skew_deg;
  engine_->read_page(page, dpi, out);
  return out;
}

}  // namespace muster
