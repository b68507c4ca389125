#include "extractors/tables/doubtful_cells.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

// Of figures that the recogniser gives less than this, most are wrong; of those that it gives half, few.
constexpr float least_certainty = 0.3f;

bool is_doubtful_figure(const Page& page, const GlyphRun& run) {
  if (run.certainty >= least_certainty) return false;
  const std::string text = run_text(page, run);
  return std::any_of(text.begin(), text.end(), is_digit);
}

void mark(const Page& page, const GlyphRun& run, std::vector<Table>& tables, Diagnostics& diagnostics) {
  for (Table& table : tables)
    for (Cell& cell : table.cells) {
      if (cell.place.page != page.number || cell.damaged || cell.text.empty()) continue;
      if (!cell.place.box.contains(run.box.center_x(), run.box.center_y())) continue;
      cell.damaged = true;
      diagnostics.add({"lay_out", "figure_hardly_legible", Severity::warning, cell.place, cell.text,
                       "the figure in this cell of a scan could not be read for certain; it is left out, compare with the page"});
    }
}

}  // namespace

void mark_doubtful_cells(const Document& document, std::vector<Table>& tables, Diagnostics& diagnostics) {
  for (const Page& page : document.pages)
    for (const GlyphRun& run : page.runs)
      if (is_doubtful_figure(page, run)) mark(page, run, tables, diagnostics);
}

}  // namespace muster
