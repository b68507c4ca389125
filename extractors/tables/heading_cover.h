// A line of headings over groups of columns: the groups that lie together over the columns without gaps, each heading in the
// middle of its own.
#pragma once

#include "extractors/tables/heading_spans.h"

namespace muster {

// Spans the headings of line i where something shows that they head groups: one stands in the middle between columns, reaches
// over several, or a rule under it runs over columns that have no heading on its line. headings: by line from the top, those
// below i with their columns known. columns: extents with the headings of one column; middles: of those headings alone.
// Whether it holds for all headings of the line.
bool span_by_cover(std::vector<std::vector<ColumnHeading>>& headings, size_t i, const std::vector<TextColumn>& columns,
                   const std::vector<TextColumn>& middles, const std::vector<Edge>& edges);

}  // namespace muster
