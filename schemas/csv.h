// Reading of CSV (RFC 4180): the vocabulary files, manifests, truth tables.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

struct CsvTable {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;  // each as long as the header
  std::vector<int> lines;                      // line in the file where each row starts, for messages

  // Index of a column, -1 when absent.
  int column(std::string_view name) const;
  // Cell by column name; empty when the column is absent.
  const std::string& at(size_t row, std::string_view name) const;
};

// A first line is the header; a UTF-8 byte order mark is passed over; blank lines and lines that begin with '#' are skipped.
// Throws std::runtime_error "NAME:LINE: what is wrong" on a row with another number of cells or an open quote.
CsvTable parse_csv(std::string_view text, const std::string& name);

// Reads the file and parses it; throws std::runtime_error when it cannot be read.
CsvTable read_csv(const std::string& path);

// One CSV cell: quoted where needed. Cells that a spreadsheet would run as a formula get a leading apostrophe
// when `guard_formulas` (a leading = + - @ tab or carriage return on anything that is not a plain number).
std::string csv_cell(std::string_view text, bool guard_formulas = true);

// A row of such cells with its line end, "\n".
std::string csv_line(const std::vector<std::string>& cells);

}  // namespace muster
