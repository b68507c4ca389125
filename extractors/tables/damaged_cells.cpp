#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "extractors/tables/flat_rows.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Lines of a cell with so many letters in common are one print twice; "North East" and "South West" have fewer.
constexpr double overlaid_share = 0.7;

size_t digits_in(std::string_view text) { return static_cast<size_t>(std::count_if(text.begin(), text.end(), is_digit)); }

// "£37,107 - £39": a range of money whose second end has lost digits; "£31,371 -": one that has lost its second end;
// "£10,89": thousands that break off.
bool breaks_off(const std::string& text) {
  static const RE2 range(R"re(.*[\x{A3}$\x{20AC}]\s*([\d,]+(?:\.\d+)?)\s*(?:-|\x{2013}|to)\s*[\x{A3}$\x{20AC}]\s*([\d,.]*)\s*)re");
  static const RE2 open_range(R"re(.*\d\s*[-\x{2013}]\s*)re");
  static const RE2 cut_thousands(R"re((?:.*\D)?\d{1,3}(?:,\d{3})*,\d{0,2})re");
  std::string from, to;
  if (RE2::FullMatch(text, range, &from, &to)) return digits_in(to) < digits_in(from.substr(0, from.find('.')));
  return RE2::FullMatch(text, open_range) || RE2::FullMatch(text, cut_thousands);
}

bool is_scrap(const std::string& text) {
  return text.size() <= 3 && std::string_view(",;'`_|").find(text[0]) != std::string_view::npos;
}

bool is_overlaid(const std::string& text) {
  const std::vector<std::string_view> lines = split(text, '\n');
  for (size_t i = 0; i + 1 < lines.size(); ++i)
    if (reads_alike(lines[i], lines[i + 1], overlaid_share)) return true;
  return false;
}

void report(const FlatCell& cell, std::string code, std::string message, Diagnostics& diagnostics) {
  diagnostics.add({"lay_out", std::move(code), Severity::warning, {0, {}, cell.line, cell.column}, cell.text, std::move(message)});
}

}  // namespace

void mark_damaged_cells(FlatGrid& grid, Diagnostics& diagnostics) {
  for (size_t r = grid.header_rows; r < grid.rows.size(); ++r) {
    for (FlatCell& cell : grid.rows[r].cells) {
      if (cell.damaged || !is_filled(cell)) continue;
      const bool cut = breaks_off(cell.text) || is_scrap(cell.text);
      if (cut) report(cell, "cell_cut_short", "the cell breaks off in the source; no figure is read from it", diagnostics);
      const bool overlaid = !cut && is_overlaid(cell.text);
      if (overlaid) report(cell, "cell_overlaid", "the cell holds the same words twice, once garbled; it is left as it stands", diagnostics);
      cell.damaged = cut || overlaid;
    }
  }
}

}  // namespace muster
