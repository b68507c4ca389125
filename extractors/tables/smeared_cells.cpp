#include "extractors/tables/smeared_cells.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "schemas/text.h"

namespace muster {
namespace {

// A column shows its shape in at least so many rows, and in at least half of all.
constexpr size_t fewest_rows_of_shape = 3;

using Words = std::vector<std::string_view>;

Words words_of(std::string_view text) {
  Words words;
  for (std::string_view line : split(text, '\n'))
    for (std::string_view word : split(line, ' '))
      if (!word.empty()) words.push_back(word);
  return words;
}

// One letter for each word: 'b' bracketed, 'v' a value, 'w' another word.
std::string shape_of(const Words& words) {
  std::string shape;
  for (std::string_view word : words)
    shape += word.starts_with('(') && word.ends_with(')') ? 'b' : is_figure(word) ? 'v' : 'w';
  return shape;
}

std::string shape_of_cell(const FlatCell& cell) { return shape_of(words_of(cell.text)); }

struct SmearedRows {
  size_t first = 0, last = 0;  // rows of the grid
  std::string shape;           // of every other cell of the column
  std::vector<std::string> cells;  // one text for each row that keeps its own line
};

// The shape that most cells of the column have: at least two words, none of them plain text.
std::string common_shape(const FlatGrid& grid, size_t column) {
  std::map<std::string, size_t> counts;
  for (size_t r = grid.header_rows; r < grid.rows.size(); ++r) ++counts[shape_of_cell(grid.rows[r].cells[column])];
  const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  const size_t rows = grid.rows.size() - grid.header_rows;
  if (most == counts.end() || most->second < fewest_rows_of_shape || most->second * 2 < rows) return {};
  return most->first.size() >= 2 && most->first.find('w') == std::string::npos ? most->first : std::string();
}

// Holds nothing but a label and its piece of the column.
bool is_half_row(const FlatRow& row, size_t column) {
  return is_filled(row.cells[0]) && is_filled(row.cells[column]) && filled_cells(row) == 2 && row.cells.size() > 3;
}

// Cuts the words into cells of the shape; empty when they do not fit.
std::vector<std::string> cut_to_shape(const Words& words, const std::string& shape) {
  std::vector<std::string> cells;
  if (words.size() % shape.size() != 0) return cells;
  for (size_t at = 0; at < words.size(); at += shape.size()) {
    const Words piece(words.begin() + static_cast<long>(at), words.begin() + static_cast<long>(at + shape.size()));
    const std::string own = shape_of(piece);
    if (own != shape) return {};
    std::string text;
    for (std::string_view word : piece) text.append(text.empty() ? "" : " ").append(word);
    cells.push_back(text);
  }
  return cells;
}

SmearedRows find_smeared_rows(const FlatGrid& grid, size_t column) {
  SmearedRows smeared;
  smeared.shape = common_shape(grid, column);
  if (smeared.shape.empty()) return {};
  size_t first = grid.header_rows;
  while (first < grid.rows.size() && shape_of_cell(grid.rows[first].cells[column]) == smeared.shape) ++first;
  size_t last = grid.rows.size();
  while (last > first && shape_of_cell(grid.rows[last - 1].cells[column]) == smeared.shape) --last;
  if (last < first + 2) return {};
  smeared.first = first;
  smeared.last = last - 1;
  Words words;
  size_t halves = 0;
  for (size_t r = smeared.first; r <= smeared.last; ++r) {
    const Words own = words_of(grid.rows[r].cells[column].text);
    words.insert(words.end(), own.begin(), own.end());
    halves += r < smeared.last && is_half_row(grid.rows[r], column);
  }
  smeared.cells = cut_to_shape(words, smeared.shape);
  if (smeared.cells.size() != last - first - halves) return {};
  return smeared;
}

// Joins the halves of rows; gives back how many lines went.
size_t join_halves(FlatGrid& grid, size_t column, const SmearedRows& smeared) {
  size_t joined_rows = 0;
  for (size_t r = smeared.first; r < smeared.last - joined_rows;) {
    if (!is_half_row(grid.rows[r], column)) {
      ++r;
      continue;
    }
    FlatRow& next = grid.rows[r + 1];
    for (size_t c = 0; c < next.cells.size(); ++c) {
      FlatCell whole = grid.rows[r].cells[c];
      append_cell(whole, next.cells[c], " ");
      next.cells[c] = whole;
    }
    grid.rows.erase(grid.rows.begin() + static_cast<long>(r));
    ++joined_rows;
  }
  return joined_rows;
}

Cell rival_cell(const FlatCell& cell, size_t row, size_t column, const std::string& text) {
  Cell rival;
  rival.row = static_cast<int>(row);
  rival.col = static_cast<int>(column);
  rival.text = text;
  rival.text_as_read = cell.text;
  rival.place = {0, {}, cell.line, cell.column};
  return rival;
}

}  // namespace

void read_smeared_cells(FlatGrid& grid, Diagnostics& diagnostics) {
  for (size_t column = 1; column < columns_of(grid); ++column) {
    const SmearedRows smeared = find_smeared_rows(grid, column);
    if (smeared.cells.empty()) continue;
    join_halves(grid, column, smeared);
    RivalReading rival;
    rival.method = TableMethod::flat;
    rival.partial = true;
    rival.evidence = "the words of this column slid against its rows: read in order they make one cell of the column's usual shape for each row";
    for (size_t k = 0; k < smeared.cells.size(); ++k) {
      FlatCell& cell = grid.rows[smeared.first + k].cells[column];
      cell.damaged = true;
      rival.cells.push_back(rival_cell(cell, smeared.first + k, column, smeared.cells[k]));
      diagnostics.add({"lay_out", "cells_smeared", Severity::warning, {0, {}, cell.line, cell.column}, cell.text,
                       "the cell holds words of the rows beside it; the table keeps a second reading for the audit to prove"});
    }
    grid.rivals.push_back(std::move(rival));
  }
}

}  // namespace muster
