// Where the lines of a text form a grid: by tabs, by pipes, by one cell a line, or by aligned blanks.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "extractors/tables/flat_grid.h"
#include "schemas/document.h"

namespace muster {

// Each looks for a grid that begins at line `first`; none when the line begins none.
std::optional<FlatGrid> pipe_grid_at(const std::vector<TextLine>& lines, size_t first);
std::optional<FlatGrid> tab_grid_at(const std::vector<TextLine>& lines, size_t first);
std::optional<FlatGrid> cell_line_grid_at(const std::vector<TextLine>& lines, size_t first);
std::optional<FlatGrid> aligned_figures_grid_at(const std::vector<TextLine>& lines, size_t first);
std::optional<FlatGrid> blank_aligned_grid_at(const std::vector<TextLine>& lines, size_t first);
std::optional<FlatGrid> figure_rows_grid_at(const std::vector<TextLine>& lines, size_t first);
std::optional<FlatGrid> year_rows_grid_at(const std::vector<TextLine>& lines, size_t first);
std::optional<FlatGrid> stacked_grid_at(const std::vector<TextLine>& lines, size_t first);

// Quick looks at one line: whether cells parted by several blanks may stand in it, whether it may be the header of rows of
// figures or of years, whether it may be the first of cells that stand one a line.
bool may_be_aligned_row(std::string_view text);
bool may_head_figure_rows(std::string_view text);
bool may_head_year_rows(std::string_view text);
bool may_begin_stack(std::string_view text);

// All grids in reading order, never overlapping.
std::vector<FlatGrid> grids_in_lines(const std::vector<TextLine>& lines);

}  // namespace muster
