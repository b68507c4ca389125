// A Dataset as plain rows of text: what every written form (SQLite, CSV) is made from. Columns and their order are those of
// docs/dataset.md; their types and meanings stand in schemas/dataset.sql.
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "schemas/geometry.h"

namespace muster {

struct RowTable {
  std::string name;
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  // cells in the order of the columns; empty: no value
};

// documents, occurrences, observations, answers, actions, findings, diagnostics: those that are also written as CSV.
std::vector<RowTable> tabulate(const Dataset& dataset);

// statuses, texts, tables, cells, finding_observations, corrections: in SQLite alone.
std::vector<RowTable> tabulate_background(const Dataset& dataset);

// The rows of one document in all tables but statuses and corrections. `occurrences`: its own.
struct DocumentRows {
  std::vector<RowTable> written, background;  // tabulate, tabulate_background
};
DocumentRows rows_of_document(const DocumentResult& document, std::span<const Occurrence> occurrences);

// The known statuses, and these where they are others.
RowTable status_rows(const std::set<std::string>& used);

RowTable correction_rows(const Dataset& dataset);

// "x0 y0 x1 y1" in points with two decimals at most; empty for no box.
std::string box_text(const Box& box);

// At most `decimals` decimals, trailing zeros dropped, no exponent, whatever the locale.
std::string decimal_text(double number, int decimals);

// A table's notes with their marks, one a line: "* as at 31 March".
std::string notes_text(const Table& table);

}  // namespace muster
