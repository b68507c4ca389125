#include "extractors/tables/cell_words.h"

#include <re2/re2.h>

#include "schemas/text.h"

namespace muster {
namespace {

// Longer cells are prose, whatever numbers are in it.
constexpr size_t most_figure_bytes = 120;

// Sign, digits with separators, a short unit ("17.2 FTE", "7 weeks"), a second number, footnote marks.
const RE2& value_pattern() {
  static const RE2 pattern(
      R"((?i)[<>≤≥~±£$€(+\-–−\s]*\d[\d,. ]*(?:%|[a-z]{1,6}\.?)?(?:\s*(?:-|–|to|/|\()\s*£?\d[\d,. ]*(?:%|[a-z]{1,6})?\)?)?[)*†‡#\[\]¹²³⁴⁵⁶⁷⁸⁹⁰\s]*)");
  return pattern;
}

const RE2& range_pattern() {
  static const RE2 pattern(R"((?i)(?:[<>]\s*)?\d{1,3}(?:\s*(?:-|–|to|<)\s*\d{1,3}|\s*\+)(?:\s*(?:years?|yrs?|months?))?)");
  return pattern;
}

// A number next to a money or per cent sign, or at the front of the words.
const RE2& figure_pattern() {
  static const RE2 pattern(R"([£$€]\s?\d|\d\s?%|^\d[\d,]*(?:\.\d+)?\s|\d\.\d)");
  return pattern;
}

// "1. 45 / 2. none": answers to numbered questions in one cell, not a figure of the table's own.
bool is_numbered_list(std::string_view text) {
  static const RE2 label(R"(\(?\w{1,3}[.)]\s)");
  return text.find('\n') != std::string_view::npos && RE2::PartialMatch(re2::StringPiece(text.data(), std::min<size_t>(text.size(), 6)), label);
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

CellWords words_in_cell(std::string_view text, const DocumentWords& words) {
  text = trimmed(text);
  if (text.empty()) return CellWords::blank;
  if (words.is("period_label", text)) return CellWords::period;
  if (RE2::FullMatch(piece(text), range_pattern())) return CellWords::range;
  if (RE2::FullMatch(piece(text), value_pattern()) || words.is("cell_placeholder", text)) return CellWords::value;
  if (is_numbered_list(text)) return CellWords::words;
  return text.size() <= most_figure_bytes && RE2::PartialMatch(piece(text), figure_pattern()) ? CellWords::figure : CellWords::words;
}

}  // namespace muster
