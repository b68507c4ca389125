#include "extractors/ocr/scan_reader.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>

#include "extractors/ocr/engine/picture.h"
#include "extractors/ocr/engine/raster_rulings.h"
#include "extractors/ocr/engine/recognise.h"
#include "extractors/tables/grids.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr double points_per_inch = 72;
constexpr int text_threshold = 140;
constexpr double border_clearance_pt = 0.5;  // rulings are painted over already; only their blurred crossings are left
constexpr double largest_cell_share = 0.2;   // of the page: what is larger is a frame around text, not a cell
constexpr double least_ink_pt = 2;           // lower or narrower runs of ink are specks
constexpr int least_blob_px = 3;             // at 300 dots to the inch a full stop of eight points is five wide
constexpr int ink_clearance_px = 6;          // also keeps a full stop or comma that is narrower than a speck may be
constexpr float sure_certainty = 0.92f;      // readings below it are often wrong by a figure
constexpr float disagreement_weight = 0.5f;  // of the certainty of a reading that no other try confirms

// The recogniser wants paper around letters, and its slips change with margin and size.
struct CellTry {
  float margin_pt, scale;
  bool tight;  // only the cell's ink, not the whole cell
};
constexpr CellTry cell_tries[] = {{4, 1, false}, {4, 1, true}, {4, 0.75f, false}, {8, 1.3f, true}, {6, 0.6f, true}};

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

// Rows (or columns) of a picture's ink that hold some, as runs that are no specks.
std::vector<std::pair<int, int>> ink_runs(const Picture& ink, bool rows, double dpi) {
  Numa* counts = rows ? pixCountPixelsByRow(ink.get(), nullptr) : pixCountPixelsByColumn(ink.get());
  const int least = std::max(1, static_cast<int>(least_ink_pt * dpi / points_per_inch));
  std::vector<std::pair<int, int>> out;
  const int size = counts ? numaGetCount(counts) : 0;
  for (int at = 0, begin = 0; at <= size; ++at) {
    l_int32 count = 0;
    if (at < size) numaGetIValue(counts, at, &count);
    if (count > 0) continue;
    if (at - begin >= least) out.emplace_back(begin, at);
    begin = at + 1;
  }
  numaDestroy(&counts);
  return out;
}

// The part of a cell's area that holds its ink, with as much of the cell around it as letters' blurred edges need.
PixelArea around_ink(const PixelArea& cell, const std::vector<std::pair<int, int>>& rows, const std::vector<std::pair<int, int>>& columns) {
  return {std::max(cell.left, cell.left + columns.front().first - ink_clearance_px), std::max(cell.top, cell.top + rows.front().first - ink_clearance_px),
          std::min(cell.right, cell.left + columns.back().second + ink_clearance_px),
          std::min(cell.bottom, cell.top + rows.back().second + ink_clearance_px)};
}

float mean_certainty(const std::vector<ScannedWord>& words) {
  float sum = 0;
  for (const ScannedWord& word : words) sum += word.certainty;
  return words.empty() ? 0 : sum / static_cast<float>(words.size());
}

// Blobs of ink that are no specks: a figure of one line has one for each of its digits and points, or fewer where they touch.
size_t blobs_of(const Picture& ink) {
  Boxa* boxes = pixConnCompBB(ink.get(), 8);
  size_t blobs = 0;
  for (int i = 0; boxes && i < boxaGetCount(boxes); ++i) {
    l_int32 width = 0, height = 0;
    boxaGetBoxGeometry(boxes, i, nullptr, nullptr, &width, &height);
    blobs += width >= least_blob_px && height >= least_blob_px;
  }
  boxaDestroy(&boxes);
  return blobs;
}

// Whether a reading that is a bare figure leaves a blob unread, as when a decimal point is lost.
bool loses_ink(const std::vector<ScannedWord>& words, size_t blobs) {
  size_t signs = 0;
  for (const ScannedWord& word : words) {
    if (!std::all_of(word.text.begin(), word.text.end(), [](char c) { return is_digit(c) || c == '.' || c == ','; })) return false;
    signs += word.text.size();
  }
  return signs > 0 && signs < blobs;
}

std::string joined(const std::vector<ScannedWord>& words) {
  std::string out;
  for (const ScannedWord& word : words) (out += word.text) += ' ';
  return out;
}

// Whether the last of the readings says something, and the same as one before it.
bool agrees_with_earlier(const std::vector<std::vector<ScannedWord>>& readings) {
  const std::string last = joined(readings.back());
  return !last.empty() && std::any_of(readings.begin(), readings.end() - 1, [&](const auto& reading) { return joined(reading) == last; });
}

const std::vector<ScannedWord>& most_certain(const std::vector<std::vector<ScannedWord>>& readings) {
  return *std::max_element(readings.begin(), readings.end(), [](const auto& a, const auto& b) { return mean_certainty(a) < mean_certainty(b); });
}

void paint_over(const Picture& picture, const PixelArea& area, uint32_t paper) {
  ::Box* box = boxCreate(area.left, area.top, area.right - area.left, area.bottom - area.top);
  if (box) pixSetInRectArbitrary(picture.get(), box, paper);
  boxDestroy(&box);
}

}  // namespace

struct ScanReader::Engine {
  Recogniser recogniser;

  // One cell. A doubtful reading is tried again in other sizes and margins until two agree; where none do, the most
  // certain one stands and is called doubtful.
  bool read_cell(const StraightPicture& page, const Picture& without_lines, const PixelArea& area, double dpi, std::vector<ScannedWord>& words) {
    const Picture whole = cut_out(without_lines, area);
    const Picture ink(whole ? pixThresholdToBinary(whole.get(), text_threshold) : nullptr);
    if (!ink) return true;
    const auto lines = ink_runs(ink, true, dpi), columns = ink_runs(ink, false, dpi);
    if (lines.empty() || columns.empty()) return true;
    const size_t blobs = blobs_of(ink);
    const PixelArea tight = around_ink(area, lines, columns);
    const Picture tight_picture = cut_out(without_lines, tight);
    std::vector<std::vector<ScannedWord>> readings;
    for (const CellTry& attempt : cell_tries) {
      std::vector<ScannedWord>& found = readings.emplace_back();
      const PixelArea& part = attempt.tight ? tight : area;
      if (!read_try(page, attempt.tight ? tight_picture : whole, part, lines.size() == 1, dpi, attempt, found)) return false;
      if (loses_ink(found, blobs)) {
        for (ScannedWord& word : found) word.certainty *= disagreement_weight;
        continue;
      }
      if (mean_certainty(found) >= sure_certainty || agrees_with_earlier(readings)) {
        words.insert(words.end(), found.begin(), found.end());
        return true;
      }
    }
    for (ScannedWord word : most_certain(readings)) {
      word.certainty *= disagreement_weight;
      words.push_back(std::move(word));
    }
    return true;
  }

  bool read_try(const StraightPicture& page, const Picture& text, const PixelArea& area, bool one_line, double dpi, const CellTry& attempt,
                std::vector<ScannedWord>& words) {
    const int margin = static_cast<int>(attempt.margin_pt * dpi / points_per_inch);
    const Picture framed(pixAddBorder(text.get(), margin, page.paper));
    const Picture scaled(framed ? pixScale(framed.get(), attempt.scale, attempt.scale) : nullptr);
    if (!scaled) return true;
    const auto at_scale = [&](int pixels) { return static_cast<int>(std::lround(static_cast<float>(pixels - margin) * attempt.scale)); };
    const CutOut place{dpi * static_cast<double>(attempt.scale), at_scale(area.left), at_scale(area.top)};
    return recogniser.read(scaled, one_line ? Segmentation::line : Segmentation::block, place, words);
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
