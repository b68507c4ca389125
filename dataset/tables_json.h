// Tables as JSON, for tables.jsonl and for `muster tables --format json`: page, bbox, method, confidence, title, notes and
// cells with their boxes. A cell's text has its footnote marks as superscripts at its end; `marks` has them apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schemas/table.h"

namespace muster {

// One table as one line, without a line end. document_id is left out where empty.
std::string table_json(const Table& table, std::string_view document_id);

// {"tables":[...]} with one table a line.
std::string tables_json(const std::vector<Table>& tables);

// The cell's text with its marks as superscripts where Unicode has them: "1,234¹".
std::string text_with_marks(const Cell& cell);

}  // namespace muster
