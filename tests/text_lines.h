// Small texts as the stages of plain text see them, and their tables in short.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/tables/tables_in_lines.h"
#include "schemas/text.h"

namespace muster {

inline const DocumentWords& document_words() {
  static const DocumentWords words = DocumentWords::load(std::string(MUSTER_SOURCE_DIR) + "/schemas/vocabulary");
  return words;
}

inline std::vector<TextLine> lines_of(std::string_view text) {
  std::vector<TextLine> lines;
  int number = 0;
  for (std::string_view line : split(text, '\n')) lines.push_back({++number, std::string(line)});
  return lines;
}

inline std::vector<TableInLines> tables_of(std::string_view text) {
  Diagnostics diagnostics;
  return find_tables_in_lines(lines_of(text), document_words(), diagnostics);
}

// Cells by '|', rows by '/'; a newline within a cell is '~', a spanned place '^'.
inline std::string in_short(const Table& table) {
  std::string out;
  for (int r = 0; r < table.rows; ++r) {
    if (r > 0) out += '/';
    for (int c = 0; c < table.cols; ++c) {
      const Cell* cell = cell_at(table, r, c);
      const bool own = cell && cell->row == r && cell->col == c;
      std::string text = own ? cell->text : "^";
      for (char& letter : text)
        if (letter == '\n') letter = '~';
      out += (c > 0 ? "|" : "") + text;
    }
  }
  return out;
}

// All tables of a text, parted by " || ".
inline std::string tables_in_short(std::string_view text) {
  std::vector<std::string> out;
  for (const TableInLines& table : tables_of(text)) out.push_back(in_short(table.table));
  return joined(out, " || ");
}

}  // namespace muster
