#include "extractors/tables/aligned_pieces.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

// Printed lines are not wider; what is longer is a paragraph.
constexpr size_t widest_line_bytes = 600;

bool begins_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

size_t overlap(const AlignedPiece& piece, const PrintedColumn& column) {
  const size_t begin = std::max(piece.begin, column.begin), end = std::min(piece.end, column.end);
  return end > begin ? end - begin : 0;
}

size_t distance(const AlignedPiece& piece, const PrintedColumn& column) {
  if (piece.end <= column.begin) return column.begin - piece.end;
  return piece.begin >= column.end ? piece.begin - column.end : 0;
}

}  // namespace

std::vector<AlignedPiece> aligned_pieces(std::string_view line) {
  std::vector<AlignedPiece> pieces;
  if (trimmed(line).empty()) return pieces;
  if (line.size() > widest_line_bytes || line.find('\t') != std::string_view::npos) {
    pieces.push_back({0, code_points(line), std::string(trimmed(line))});
    return pieces;
  }
  size_t column = 0, blanks = 2;
  for (char c : line) {
    if (c == ' ') {
      ++blanks;
      ++column;
      continue;
    }
    if (blanks >= 2) pieces.push_back({column, column, {}});
    else if (blanks == 1) pieces.back().text += ' ';
    blanks = 0;
    pieces.back().text += c;
    column += begins_code_point(c);
    pieces.back().end = column;
  }
  return pieces;
}

int column_of(const AlignedPiece& piece, const std::vector<PrintedColumn>& columns) {
  int best = -1;
  for (size_t c = 0; c < columns.size(); ++c) {
    if (best < 0) {
      best = 0;
      continue;
    }
    const PrintedColumn& chosen = columns[static_cast<size_t>(best)];
    const size_t here = overlap(piece, columns[c]), there = overlap(piece, chosen);
    if (here > there || (here == 0 && there == 0 && distance(piece, columns[c]) < distance(piece, chosen))) best = static_cast<int>(c);
  }
  return best;
}

}  // namespace muster
