#include "extractors/tables/type_cells.h"

#include <doctest/doctest.h>

#include "extractors/tables/cell_words.h"
#include "schemas/text.h"

using namespace muster;

namespace {

const DocumentWords& document_words() {
  static const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  return words;
}

// "Team | 2017 / A | 5": rows by '/', cells by '|'; "<2>x" spans two columns, "^2x" two rows; "*x" is bold, "!x" declared.
struct Drawing {
  Table table;
  std::vector<CellLook> looks;

  explicit Drawing(std::string_view text) {
    std::vector<int> open;  // by column: the row before which a span from above ends
    for (const std::string_view row : split(text, '\n')) {
      int c = 0;
      for (const std::string_view piece : split(row, '|')) {
        while (c < static_cast<int>(open.size()) && open[static_cast<size_t>(c)] > table.rows) ++c;
        c += add(trimmed(piece), c, open);
      }
      table.cols = std::max(table.cols, c);
      ++table.rows;
    }
  }

  int add(std::string_view piece, int c, std::vector<int>& open) {
    Cell cell{.row = table.rows, .col = c};
    CellLook look;
    for (; !piece.empty(); piece.remove_prefix(1)) {
      if (piece[0] == '<' && piece.size() > 2 && piece[2] == '>') cell.colspan = piece[1] - '0', piece.remove_prefix(2);
      else if (piece[0] == '^') cell.rowspan = piece[1] - '0', piece.remove_prefix(1);
      else if (piece[0] == '*' && piece.size() > 1) look.bold = true;
      else if (piece[0] == '!') look.column_header = look.row_header = true;
      else break;
    }
    cell.text = piece;
    open.resize(std::max(open.size(), static_cast<size_t>(c + cell.colspan)), 0);
    for (int i = 0; i < cell.colspan; ++i) open[static_cast<size_t>(c + i)] = table.rows + cell.rowspan;
    table.cells.push_back(cell);
    looks.push_back(look);
    return cell.colspan;
  }
};

// One letter a cell: column header, row header, section, Total, blank _, data .
std::string kinds(const Table& table) {
  static constexpr char letters[] = {'_', '.', 'c', 'r', 's', 'T'};
  std::string out;
  int row = 0;
  for (const Cell& cell : table.cells) {
    for (; row < cell.row; ++row) out += ' ';
    out += letters[static_cast<int>(cell.kind)];
  }
  return out;
}

}  // namespace

TEST_CASE("type_cells: headers, stubs, sections and totals from the words") {
  struct Case { const char *name, *drawing, *kinds; int header_rows, stub_cols; };
  const Case cases[] = {
      {"words over numbers", "Team | FTE\nNorth | 5.5\nSouth | 7", "cc r. r.", 1, 1},
      {"years over numbers", "Team | 2017 | 2018\nNorth | 5 | 6\nSouth | 7 | 8", "ccc r.. r..", 1, 1},
      {"no header at all", "2017 | 56\n2018 | 61\n2019 | 40", "r. r. r.", 0, 1},
      {"labels and values", "Reference | 12345\nDate received | 3 March 2022\nSubject | Agency staff in the last three years", "r. r. r.", 0, 1},
      {"two rows with spans", "^2Team | <2>2017 | <2>2018\nFTE | Heads | FTE | Heads\nNorth | 5 | 6 | 7 | 8", "ccc cccc r....", 2, 1},
      {"three rows, blank corner", " | <4>Establishment\n | <2>2017 | <2>2018\n | FTE | % | FTE | %\nNorth | 5 | 6% | 7 | 8%", "_c _cc _cccc r....", 3, 1},
      {"title over the header", "<3>Table 1: vacancies\nTeam | 2017 | 2018\nNorth | 5 | 6\nSouth | 7 | 8", "c ccc r.. r..", 2, 1},
      {"bold words over words", "*Item | *Who\nTrain all staff in the new year | HR\nReview | Board", "cc .. ..", 1, 0},
      {"words over prose", "Item | Action | Lead\nPay | Review the pay scale of all staff by the spring | Head of Service, Children\nTrain | Set up a new academy with two partners | Director of Adult Services",
       "ccc r.. r..", 1, 1},
      {"section rows and a total", "Team | FTE | Agency\n<3>Children\nNorth | 5 | 1\nSouth | 6 | 2\n<3>Adults\nEast | 4 | -\nTotal | 15 | 3", "ccc s r.. r.. s r.. T..", 1, 1},
      {"section by a lone label", "Team | FTE | Agency\nChildren | | \nNorth | 5 | 1\nSouth | 6 | 2\nAll teams total | 11 | 3", "ccc s__ r.. r.. T..", 1, 1},
      {"a last lone label is a row without figures", "Team | FTE | Agency\nNorth | 5 | 1\nSouth | | ", "ccc r.. r__", 1, 1},
      {"total column", "Year | North | Total\n2017 | 5 | 9\n2018 | 6 | 8", "ccT r.. r..", 1, 1},
      {"pay points", "Point | Salary\n29 | 32,910\n30 | 33,782\n31 | 34,728", "cc r. r. r.", 1, 1},
      {"age bands over numbers", "Team | 18-25 | 26-35\nNorth | 5 | 6\nSouth | 7 | 9", "ccc r.. r..", 1, 1},
      {"two stub columns", "Team | Grade | FTE\nNorth | Senior | 5\nSouth | Junior | <5", "ccc rr. rr.", 1, 2},
      {"declared", "!Year | !Rate\n!2020/21 | Children's 11.0%", "cc r.", 1, 1},
      {"declared everywhere tells nothing", "!Team | !FTE\n!North | !5\n!South | !6", "cc r. r.", 1, 1},
      {"an empty form", "Year | Turnover | Vacancies\n2019 | | \n2020 | | ", "ccc r__ r__", 1, 1},
      {"one cell", "x", ".", 0, 0},
      {"placeholders are values", "Team | Spend\nNorth | n/a\nSouth | -\nEast | \u00A35,000", "cc r. r. r.", 1, 1},
  };
  for (const Case& c : cases) {
    Drawing d(c.drawing);
    type_cells(d.table, d.looks, document_words());
    CHECK_MESSAGE(kinds(d.table) == c.kinds, c.name);
    CHECK_MESSAGE(d.table.header_rows == c.header_rows, c.name);
    CHECK_MESSAGE(d.table.stub_cols == c.stub_cols, c.name);
  }
}

TEST_CASE("type_cells: a note in a row of its own is kept as a note") {
  Drawing d("Team | FTE\nNorth | 5\nSouth | 6\n<2>Note: as at 31 March");
  type_cells(d.table, {}, document_words());
  REQUIRE(d.table.notes.size() == 1);
  CHECK(d.table.notes[0].text == "Note: as at 31 March");
}

TEST_CASE("words_in_cell: what stands in cells") {
  struct Case { const char* text; CellWords kind; };
  const Case cases[] = {
      {"", CellWords::blank},           {"17.2 FTE", CellWords::value},      {"\u00A31,956,180", CellWords::value}, {"<5", CellWords::value},
      {"39.2 (27.8)", CellWords::value}, {"-", CellWords::value},             {"N/A", CellWords::value},             {"12.5%", CellWords::value},
      {"8.0*", CellWords::value},       {"2017", CellWords::period},         {"2017/18", CellWords::period},        {"31 March 2019", CellWords::period},
      {"Apr-16", CellWords::period},    {"Quarter 1", CellWords::period},    {"18-25", CellWords::range},           {"65+", CellWords::range},
      {"up to \u00A338,000", CellWords::figure}, {"Children's 11.0%", CellWords::figure}, {"Market supplement", CellWords::words}, {"Level 3", CellWords::words},
      {"May", CellWords::period},       {"Manager", CellWords::words},
  };
  for (const Case& c : cases) CHECK_MESSAGE(words_in_cell(c.text, document_words()) == c.kind, c.text);
}
