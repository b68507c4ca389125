#include "tools/tables_text.h"

#include <algorithm>

#include "dataset/tables_json.h"
#include "schemas/csv.h"
#include "schemas/text.h"

namespace muster {
namespace {

using GridOfText = std::vector<std::vector<std::string>>;

GridOfText grid_of_text(const Table& table) {
  GridOfText grid(size_t(table.rows), std::vector<std::string>(size_t(table.cols)));
  for (const Cell& c : table.cells)
    if (c.row < table.rows && c.col < table.cols) grid[size_t(c.row)][size_t(c.col)] = text_with_marks(c);
  return grid;
}

std::string escaped(std::string_view text, std::initializer_list<std::pair<char, const char*>> replacements) {
  std::string out;
  for (const char c : text) {
    const auto found = std::find_if(replacements.begin(), replacements.end(), [&](const auto& r) { return r.first == c; });
    found != replacements.end() ? out += found->second : out += c;
  }
  return out;
}

std::string html_text(std::string_view text) {
  return escaped(text, {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"}, {'\n', "<br>"}});
}

std::string html_cell(const Cell& cell) {
  const bool header = cell.kind == CellKind::column_header || cell.kind == CellKind::row_header;
  std::string tag = header ? "th" : "td", open = "<" + tag;
  if (cell.rowspan > 1) open += " rowspan=\"" + std::to_string(cell.rowspan) + "\"";
  if (cell.colspan > 1) open += " colspan=\"" + std::to_string(cell.colspan) + "\"";
  return open + ">" + html_text(text_with_marks(cell)) + "</" + tag + ">";
}

std::string table_html(const Table& table) {
  std::string html = "<table>\n";
  if (!table.title.empty()) html += "<caption>" + html_text(table.title) + "</caption>\n";
  int row = -1;
  for (const Cell& c : table.cells) {
    if (c.row != row) html += row < 0 ? "<tr>" : "</tr>\n<tr>";
    row = c.row;
    html += html_cell(c);
  }
  html += row < 0 ? "</table>\n" : "</tr>\n</table>\n";
  for (const TableNote& note : table.notes) html += "<p>" + html_text(note.mark + " " + note.text) + "</p>\n";
  return html;
}

std::string markdown_row(const std::vector<std::string>& cells) {
  std::string row = "|";
  for (const std::string& cell : cells) row += " " + escaped(cell, {{'|', "\\|"}, {'\n', "<br>"}}) + " |";
  return row + "\n";
}

std::string table_markdown(const Table& table) {
  GridOfText grid = grid_of_text(table);
  if (grid.empty()) return {};
  const size_t header_rows = std::clamp<size_t>(size_t(table.header_rows), 1, grid.size());
  std::vector<std::string> header = grid[0];
  for (size_t r = 1; r < header_rows; ++r)
    for (size_t c = 0; c < header.size(); ++c)
      if (!grid[r][c].empty()) header[c] += (header[c].empty() ? "" : " ") + grid[r][c];
  std::string text = table.title.empty() ? "" : "**" + table.title + "**\n\n";
  text += markdown_row(header) + markdown_row(std::vector<std::string>(header.size(), "---"));
  for (size_t r = header_rows; r < grid.size(); ++r) text += markdown_row(grid[r]);
  for (const TableNote& note : table.notes) text += "\n" + note.mark + " " + note.text + "\n";
  return text;
}

}  // namespace

std::string tables_csv(const std::vector<Table>& tables) {
  std::string csv;
  for (const Table& table : tables) {
    if (!csv.empty()) csv += "\n";
    for (const auto& row : grid_of_text(table)) {
      std::vector<std::string> cells;
      for (const std::string& text : row) cells.push_back(csv_cell(text));
      csv += joined(cells, ",") + "\n";
    }
  }
  return csv;
}

std::string tables_html(const std::vector<Table>& tables) {
  std::string html = "<!doctype html>\n<meta charset=\"utf-8\">\n<title>Tables</title>\n";
  for (const Table& table : tables) html += table_html(table);
  return html;
}

std::string tables_markdown(const std::vector<Table>& tables) {
  std::string text;
  for (const Table& table : tables) text += (text.empty() ? "" : "\n") + table_markdown(table);
  return text;
}

}  // namespace muster
