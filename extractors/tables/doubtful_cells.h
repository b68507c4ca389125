// Cells of scanned tables whose figures could not be read for certain.
#pragma once

#include <vector>

#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/table.h"

namespace muster {

// Marks cells damaged that hold a figure whose certainty is so low that it is likely another one; each gets a diagnostic
// figure_hardly_legible. The text stays.
void mark_doubtful_cells(const Document& document, std::vector<Table>& tables, Diagnostics& diagnostics);

}  // namespace muster
