// Lines of a text laid out with blanks, cut into the pieces that several blanks part.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muster {

struct AlignedPiece {
  size_t begin = 0, end = 0;  // columns, counted in code points
  std::string text;

  size_t center() const { return (begin + end) / 2; }
};

// Pieces parted by at least two blanks. Tabs and very long lines give one piece.
std::vector<AlignedPiece> aligned_pieces(std::string_view line);

struct PrintedColumn {
  size_t begin = 0, end = 0;  // [begin, end) in columns of the text
};

// Index of the column that a piece stands in or, where it stands in none, is nearest to; -1 where there are no columns.
int column_of(const AlignedPiece& piece, const std::vector<PrintedColumn>& columns);

}  // namespace muster
