#include "normalizers/propose_table.h"

#include <algorithm>
#include <cstdlib>

#include "normalizers/pattern.h"
#include "normalizers/text_reading.h"
#include "schemas/text.h"

namespace muster {
namespace {

bool covers_row(const Cell& cell, int row) { return row >= cell.row && row < cell.row + cell.rowspan; }
bool covers_column(const Cell& cell, int col) { return col >= cell.col && col < cell.col + cell.colspan; }

// Share of cells with words that makes a first column labels where the table's reader told none.
constexpr double least_share_of_words = 0.6;
constexpr int least_letters_of_word = 2;

bool has_words(const Cell& cell) {
  return std::count_if(cell.text.begin(), cell.text.end(), is_letter) >= least_letters_of_word;
}

// "Up to 1 year", "Grade 9": labels that look like figures.
bool first_column_is_labels(const Table& table) {
  if (table.stub_cols > 0) return false;
  int cells = 0, with_words = 0;
  for (const Cell& c : table.cells) {
    if (c.col != 0 || (c.kind != CellKind::data && c.kind != CellKind::row_header) || trimmed(c.text).empty()) continue;
    ++cells;
    with_words += has_words(c);
  }
  return cells > 0 && with_words >= least_share_of_words * cells;
}

bool is_row_label(const Cell& cell, const Table& table) {
  if (cell.kind == CellKind::row_header || (cell.kind == CellKind::total && cell.col < std::max(table.stub_cols, 1))) return true;
  return cell.kind == CellKind::data && cell.col == 0 && first_column_is_labels(table);
}

bool is_column_header(const Cell& cell, const Table& table) {
  return cell.kind == CellKind::column_header || (cell.kind == CellKind::total && cell.row < table.header_rows);
}

// A header over the whole table is its title.
bool spans_table(const Cell& cell, const Table& table) { return table.cols > 2 && cell.colspan >= table.cols - std::max(table.stub_cols, 1); }

void add(std::vector<Context>& out, ContextKind kind, const Cell& cell, int distance) {
  if (!trimmed(cell.text).empty()) out.push_back({kind, cell.text, cell.span, distance});
}

// Headers over a column, the innermost first: a later row, then a narrower cell.
std::vector<const Cell*> column_headers(const Table& table, const Cell& of) {
  std::vector<const Cell*> headers;
  for (const Cell& c : table.cells)
    if (is_column_header(c, table) && covers_column(c, of.col) && c.row < of.row) headers.push_back(&c);
  std::stable_sort(headers.begin(), headers.end(), [](const Cell* a, const Cell* b) { return a->row > b->row; });
  return headers;
}

// The section row that the row stands under: the last one above it; a section of the outermost level closes inner ones.
const Cell* section_above(const Table& table, int row) {
  const Cell* found = nullptr;
  for (const Cell& c : table.cells)
    if (c.kind == CellKind::section && c.row < row && !trimmed(c.text).empty() && (!found || c.row >= found->row)) found = &c;
  return found;
}

void add_headers(const Table& table, const Cell& cell, std::vector<Context>& out) {
  int distance = 0;
  for (const Cell* header : column_headers(table, cell))
    add(out, spans_table(*header, table) ? ContextKind::table_title : ContextKind::column_header, *header, distance++);
  distance = 0;
  for (auto c = table.cells.rbegin(); c != table.cells.rend(); ++c)  // the label nearest to the cell is the innermost
    if (is_row_label(*c, table) && covers_row(*c, cell.row) && c->col < cell.col) {
      add(out, ContextKind::row_header, *c, distance++);
      for (const Cell* stub : column_headers(table, *c))
        if (!spans_table(*stub, table)) add(out, ContextKind::stub_header, *stub, distance);
    }
  if (const Cell* section = section_above(table, cell.row)) add(out, ContextKind::section_row, *section, 0);
}

// Notes of the cell's own marks come first, then those of the whole table; marks of other cells are not its notes.
void add_notes(const Table& table, const Cell& cell, std::vector<Context>& out) {
  for (const TableNote& note : table.notes)
    if (!note.mark.empty() && cell.marks.find(note.mark) != std::string::npos)
      out.push_back({ContextKind::table_note, note.text, note.span, 0});
  for (const TableNote& note : table.notes)
    if (note.mark.empty() || cell.marks.find(note.mark) == std::string::npos)
      out.push_back({ContextKind::table_note, note.mark.empty() ? note.text : note.mark + " " + note.text, note.span, 1});
}

// Cells that hold one whole number each, rising by one: pay points, ranks. Fewer rows could agree by chance.
constexpr int least_index_rows = 4;

bool is_index_column(const Table& table, int col) {
  int rows = 0, last = 0;
  for (const Cell& c : table.cells) {
    if (c.col != col || c.kind != CellKind::data || trimmed(c.text).empty()) continue;
    const std::string_view text = trimmed(c.text);
    if (text.size() > 3 || !std::all_of(text.begin(), text.end(), is_digit)) return false;
    const int n = std::atoi(std::string(text).c_str());
    if (rows > 0 && n != last + 1) return false;
    last = n;
    ++rows;
  }
  return rows >= least_index_rows;
}

bool speaks_of_points(const Table& table, int col) {
  static const Pattern pattern("\\bpoints?\\b|\\bs\\.?c\\.?p\\b");
  if (pattern.in(table.title)) return true;
  return std::any_of(table.cells.begin(), table.cells.end(), [&](const Cell& c) {
    return c.kind == CellKind::column_header && covers_column(c, col) && pattern.in(c.text);
  });
}

// The number beside a row's figures that names the row: "pay point 19". It is a label, whatever the table's reader took it for.
void add_index_labels(const Table& table, const std::vector<int>& index_columns, const Cell& cell, std::vector<Context>& out) {
  for (const Cell& c : table.cells)
    if (c.row == cell.row && c.kind == CellKind::data && speaks_of_points(table, c.col) &&
        std::find(index_columns.begin(), index_columns.end(), c.col) != index_columns.end())
      out.push_back({ContextKind::row_header, "point " + std::string(trimmed(c.text)), c.span, 0});
}

std::vector<Context> contexts_of(const Table& table, const Cell& cell, const std::vector<Context>& around) {
  std::vector<Context> out;
  add_headers(table, cell, out);
  if (!table.title.empty()) out.push_back({ContextKind::table_title, table.title, table.title_span, 0});
  add_notes(table, cell, out);
  out.insert(out.end(), around.begin(), around.end());
  return out;
}

bool names_measure(std::string_view text, const Vocabulary& vocabulary) {
  return read_words(text, vocabulary).has(MentionKind::measure);
}

bool table_names_measure(const Table& table, const std::vector<Context>& around, const Vocabulary& vocabulary) {
  if (names_measure(table.title, vocabulary)) return true;
  for (const Cell& c : table.cells)
    if (c.kind != CellKind::blank && !trimmed(c.text).empty() && names_measure(c.text, vocabulary)) return true;
  for (const Context& c : around)
    if (c.kind != ContextKind::document_title && names_measure(c.text, vocabulary)) return true;
  return false;
}

bool is_put_right(const Outline& outline, const Cell& cell) {
  return !cell.text_as_read.empty() && !cell.span.empty() && outline.slice(cell.span) != cell.text;
}

// The text of a cell as it stands in the canonical text, so that offsets within it are places there. A cell put right from
// rival readings has its own text; its offsets count within the hull of the cells that share the words.
std::string cell_text(const Outline& outline, const Cell& cell) {
  return cell.span.empty() || is_put_right(outline, cell) ? cell.text : std::string(outline.slice(cell.span));
}

void propose_cell(const Outline& outline, int node, const Table& table, const Cell& cell, const std::vector<Context>& contexts,
                  const Vocabulary& vocabulary, std::vector<Candidate>& out) {
  const std::string text = cell_text(outline, cell);
  const TextReading reading = read_words(text, vocabulary, TextKind::cell);
  for (const Mention& mention : reading.mentions) {
    const bool absence = mention.kind == MentionKind::absence && (reading.quantities.empty() || mention.scope == "bracket");
    if (mention.kind != MentionKind::quantity && !absence) continue;
    Candidate c;
    c.basis = Basis::table;
    c.raw = text.substr(mention.begin, mention.end - mention.begin);
    c.span = {cell.span.begin + static_cast<uint32_t>(mention.begin), cell.span.begin + static_cast<uint32_t>(mention.end)};
    c.quote = cell.span;
    c.place = cell.place;
    c.node = node;
    c.table = outline.nodes[static_cast<size_t>(node)].table;
    c.row = cell.row;
    c.col = cell.col;
    c.columns_uncertain = table.columns_uncertain;
    c.context.push_back({ContextKind::own_text, text, cell.span, 0});
    c.context.insert(c.context.end(), contexts.begin(), contexts.end());
    out.push_back(std::move(c));
  }
}

// Headers of a plan of actions; two of them make the table one, whether or not its rows were understood.
constexpr int least_action_headers = 2;

bool is_action_table(const Outline& outline, int table) {
  static const Pattern header("^(?:recommendations?|(?:proposed )?actions?(?: (?:taken|required|proposed).*)?|timescales?|by when|deadline|due(?: date)?|"
                              "lead(?: officer)?|responsib(?:le|ility)(?: officer)?|owner|status|progress)$");
  if (std::any_of(outline.actions.begin(), outline.actions.end(), [&](const Action& a) { return a.table == table; })) return true;
  const auto& cells = outline.tables[static_cast<size_t>(table)].cells;
  return std::count_if(cells.begin(), cells.end(), [](const Cell& c) {
           return c.kind == CellKind::column_header && header.is(c.text);
         }) >= least_action_headers;
}

}  // namespace

void propose_table(const Outline& outline, int node, const Surroundings& surroundings, const Vocabulary& vocabulary,
                   std::vector<Candidate>& out, Diagnostics& diagnostics) {
  const int index = outline.nodes[static_cast<size_t>(node)].table;
  if (index < 0 || is_action_table(outline, index)) return;
  const Table& table = outline.tables[static_cast<size_t>(index)];
  const std::vector<Context> around = surroundings.around(node);
  if (!table_names_measure(table, around, vocabulary)) {
    diagnostics.add({"propose", "table_without_measure", Severity::info, table.place, table.title,
                     "No header, title or question of the table names a measure; its figures are left out."});
    return;
  }
  std::vector<int> index_columns;
  for (int col = 0; col < table.cols; ++col)
    if (is_index_column(table, col)) index_columns.push_back(col);
  const size_t first = out.size();
  for (const Cell& cell : table.cells) {
    const bool figure = cell.kind == CellKind::data && !cell.hidden && !cell.damaged && !is_row_label(cell, table);
    if (!figure || trimmed(cell.text).empty()) continue;
    if (std::find(index_columns.begin(), index_columns.end(), cell.col) != index_columns.end()) continue;
    std::vector<Context> contexts = contexts_of(table, cell, around);
    add_index_labels(table, index_columns, cell, contexts);
    propose_cell(outline, node, table, cell, contexts, vocabulary, out);
  }
  const std::vector<int>& exchanges = surroundings.exchanges(node);
  for (size_t i = first; i < out.size() && !exchanges.empty(); ++i) out[i].exchange = exchanges.front();
}

}  // namespace muster
