#include "extractors/outline/dissolve_tables.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "extractors/outline/numbering.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr double least_share = 0.5;  // of the filled rows that must look like question and answer, or like label and value
constexpr int least_questions = 2;   // fewer make no column of questions, unless a header names it

enum class Layout { data, questions, record };

struct TableLayout {
  Layout layout = Layout::data;
  bool one_request_a_row = false;  // a list of requests: reference, date, request, reply
  int question_col = 0;  // the number may stand in a column before it
  int first_row = 0;     // after the header
};

std::string_view text_at(const Table& table, int row, int col) {
  const Cell* cell = cell_at(table, row, col);
  return cell && cell->row == row && cell->col == col ? std::string_view(cell->text) : std::string_view();
}

bool is_question_text(std::string_view text, const DocumentWords& words) {
  if (text.find('?') != std::string_view::npos) return true;
  const auto label = scan_label(text, words);
  return label && words.prefix("asks", text.substr(label->length)) > 0;
}

bool names_record(std::string_view text, const DocumentWords& words) {
  return !text.empty() && (words.is("reference_label", text) || words.is("record_label", text));
}

// "Reference | Date | Request | Response": the column of requests in a list that has one a row; -1 in other tables.
int column_of_requests(const Table& table, const DocumentWords& words) {
  int col = 0;
  while (col < table.cols && names_record(text_at(table, 0, col), words)) ++col;
  if (col == 0 || col + 1 >= table.cols || !words.is("question_column", text_at(table, 0, col))) return -1;
  return words.is("answer_column", text_at(table, 0, col + 1)) ? col : -1;
}

int question_column(const Table& table, const DocumentWords& words) {
  for (int col = 0; col + 1 < table.cols && col < 2; ++col)
    if (words.is("question_column", text_at(table, 0, col)) || is_question_text(text_at(table, 0, col), words)) return col;
  if (const int col = column_of_requests(table, words); col >= 0) return col;
  int numbers = 0;
  for (int row = 0; row < table.rows; ++row) {
    const std::string_view text = text_at(table, row, 0);
    const auto label = scan_label(text, words);
    numbers += label && label->length == text.size();
  }
  return numbers >= least_questions && table.cols > 2 ? 1 : 0;
}

// First row after a header that names the columns, 0 without one.
int rows_of_header(const Table& table, int question_col, const DocumentWords& words) {
  if (!words.is("question_column", text_at(table, 0, question_col))) return 0;
  for (int col = question_col + 1; col < table.cols; ++col)
    if (words.is("answer_column", text_at(table, 0, col))) return 1;
  return 0;
}

TableLayout layout_of(const Table& table, const DocumentWords& words) {
  TableLayout out;
  if (table.cols < 2 || table.rows < 1) return out;
  out.question_col = question_column(table, words);
  out.first_row = rows_of_header(table, out.question_col, words);
  out.one_request_a_row = out.first_row > 0 && column_of_requests(table, words) == out.question_col;
  int filled = 0, questions = 0, labels = 0;
  for (int row = out.first_row; row < table.rows; ++row) {
    const std::string_view text = text_at(table, row, out.question_col);
    if (text.empty()) continue;
    ++filled;
    questions += is_question_text(text, words);
    labels += words.is("record_label", text) || words.is("reference_label", text) || words.is("request_heading", text) ||
              words.is("reply_heading", text);
  }
  if (filled == 0) return out;
  if (labels >= least_share * filled && table.cols == 2) out.layout = Layout::record;
  else if (out.first_row > 0 || (questions >= least_questions && questions >= least_share * filled)) out.layout = Layout::questions;
  return out;
}

Passage cell_passage(const Passage& whole, const Cell& cell, CellSide side) {
  Passage out = whole;
  out.kind = PassageKind::cell;
  out.text = cell.text;
  out.span = cell.span;
  out.place = cell.place;
  out.line_starts.clear();
  out.row = cell.row;
  out.col = cell.col;
  out.side = side;
  out.opens_block = false;
  return out;
}

void add_lines(const Passage& cell, std::vector<Passage>& out) {
  for (const std::string_view line : split(cell.text, '\n')) {
    const auto begin = static_cast<size_t>(line.data() - cell.text.data());
    Passage piece = part_of(cell, begin, begin + line.size());
    if (!piece.text.empty()) out.push_back(std::move(piece));
  }
}

bool in_question_side(const Cell& cell, const TableLayout& layout) { return cell.col <= layout.question_col; }

int filled_answers(const Table& table, const TableLayout& layout, int row) {
  int count = 0;
  for (const Cell& cell : table.cells) count += cell.row == row && !in_question_side(cell, layout) && !cell.text.empty();
  return count;
}

bool continues(const Table& table, const TableLayout& layout, int row) {
  for (const Cell& cell : table.cells)
    if (cell.row == row && in_question_side(cell, layout) && !cell.text.empty()) return false;
  return filled_answers(table, layout, row) > 0;
}

// The answers of rows [first, last) as a table of its own; its first row is its header.
Table inner_table(const Table& table, const TableLayout& layout, int first, int last) {
  Table out;
  out.table_id = table.table_id + "." + std::to_string(first + 1);
  out.method = table.method;
  out.confidence = table.confidence;
  out.evidence = "a grid inside the answers of a table of questions";
  out.rows = last - first;
  out.cols = table.cols - layout.question_col - 1;
  out.header_rows = 1;
  out.stub_cols = 1;
  for (const Cell& cell : table.cells) {
    if (cell.row < first || cell.row >= last || in_question_side(cell, layout)) continue;
    Cell copy = cell;
    copy.row -= first;
    copy.col -= layout.question_col + 1;
    copy.kind = cell.text.empty() ? CellKind::blank : copy.row == 0 ? CellKind::column_header : copy.col == 0 ? CellKind::row_header : CellKind::data;
    out.place = copy.row == 0 && copy.col == 0 ? copy.place : Locator{copy.place.page, united(out.place.box, copy.place.box), 0, 0};
    out.cells.push_back(copy);
  }
  return out;
}

Passage grid_passage(const Passage& whole, const Table& grid, int index) {
  Passage out = whole;
  out.kind = PassageKind::table;
  out.side = CellSide::answer;
  out.table = index;
  out.place = grid.place;
  out.opens_block = false;
  out.span = {};
  for (const Cell& cell : grid.cells) {
    if (cell.text.empty()) continue;
    if (out.span.empty()) out.span = cell.span;
    out.span.end = std::max(out.span.end, cell.span.end);
  }
  const size_t from = out.span.begin - whole.span.begin;
  out.text = from < whole.text.size() ? whole.text.substr(from, out.span.size()) : std::string();
  return out;
}

// Takes layout tables apart, row by row. A table that stands in a cell comes where its cell's text leaves room for it.
class Dissolver {
 public:
  Dissolver(const std::vector<Passage>& passages, std::vector<Table>& tables, const DocumentWords& words)
      : passages_(passages), tables_(tables), words_(words), taken_(passages.size()) {
    for (size_t i = 0; i < passages.size(); ++i) {
      if (passages[i].kind != PassageKind::table) continue;
      const Table& table = tables[static_cast<size_t>(passages[i].table)];
      if (table.outer_table >= 0) inner_[{table.outer_table, table.outer_row, table.outer_col}].push_back(i);
    }
  }

  std::vector<Passage> dissolve() {
    for (size_t i = 0; i < passages_.size(); ++i)
      if (!taken_[i]) add(passages_[i]);
    return std::move(out_);
  }

 private:
  void add(const Passage& passage) {
    const bool is_table = passage.kind == PassageKind::table && passage.is_main();
    const TableLayout layout = is_table ? layout_of(tables_[static_cast<size_t>(passage.table)], words_) : TableLayout{};
    if (layout.layout != Layout::data) return take_apart(passage, layout);
    if (is_table) add_number_of(passage);
    out_.push_back(passage);
  }

  // "(b) | Children | Adults" over years: the number of the question stands in the corner of its table.
  void add_number_of(const Passage& passage) {
    const Table& table = tables_[static_cast<size_t>(passage.table)];
    const Cell* corner = table.rows > 1 ? cell_at(table, 0, 0) : nullptr;
    const auto label = corner ? scan_label(corner->text, words_) : std::nullopt;
    const bool whole = label && label->length == corner->text.size() && label->form != LabelForm::alone;
    if (!whole || scan_label(text_at(table, 1, 0), words_)) return;
    out_.push_back(cell_passage(passage, *corner, CellSide::none));
    out_.back().kind = PassageKind::text;
    out_.back().table = -1;
  }

  void take_apart(const Passage& whole, const TableLayout& layout) {
    const Table table = tables_[static_cast<size_t>(whole.table)];
    for (int row = 0; row < table.rows; ++row) {
      int last = row + 1;
      const bool grid_starts = layout.layout == Layout::questions && row >= layout.first_row && filled_answers(table, layout, row) > 1;
      while (grid_starts && last < table.rows && continues(table, layout, last)) ++last;
      const bool grid = last > row + 1;
      for (const Cell& cell : table.cells)
        if (cell.row == row && (!grid || in_question_side(cell, layout))) add_cell(whole, table, layout, cell);
      if (!grid) continue;
      tables_.push_back(inner_table(table, layout, row, last));
      out_.push_back(grid_passage(whole, tables_.back(), static_cast<int>(tables_.size()) - 1));
      row = last - 1;
    }
  }

  void add_cell(const Passage& whole, const Table& table, const TableLayout& layout, const Cell& cell) {
    const bool questions = layout.layout == Layout::questions, asks = in_question_side(cell, layout);
    const CellSide side = !questions ? CellSide::none : asks ? CellSide::question : CellSide::answer;
    Passage piece = cell_passage(whole, cell, side);
    const bool titles = questions && filled_answers(table, layout, cell.row) == 0 && !scan_label(cell.text, words_) && !is_question_text(cell.text, words_);
    if (cell.row < layout.first_row || titles) piece.marker = true;
    if (layout.one_request_a_row && cell.row >= layout.first_row) {
      piece.opens_request = cell.col == 0;
      piece.marker = cell.col < layout.question_col;  // reference and date
    }
    std::vector<Passage> lines;
    if (!cell.text.empty()) add_lines(piece, lines);
    const auto found = inner_.find({whole.table, cell.row, cell.col});
    const std::vector<size_t> inner = asks || found == inner_.end() ? std::vector<size_t>{} : found->second;
    size_t next = 0;
    for (size_t line = 0; line <= lines.size(); ++line) {
      for (; next < inner.size() && (line == lines.size() || lines_before(inner[next]) <= line); ++next) add_inner(inner[next], side);
      if (line < lines.size()) out_.push_back(lines[line]);
    }
  }

  size_t lines_before(size_t passage) const { return static_cast<size_t>(tables_[static_cast<size_t>(passages_[passage].table)].outer_lines); }

  void add_inner(size_t passage, CellSide side) {
    taken_[passage] = true;
    Passage p = passages_[passage];
    p.side = side;
    add(p);
  }

  const std::vector<Passage>& passages_;
  std::vector<Table>& tables_;
  const DocumentWords& words_;
  std::map<std::tuple<int, int, int>, std::vector<size_t>> inner_;  // passages of the tables in a cell: outer table, row, column
  std::vector<bool> taken_;
  std::vector<Passage> out_;
};

}  // namespace

std::vector<Passage> dissolve_tables(const std::vector<Passage>& passages, std::vector<Table>& tables,
                                     const DocumentWords& words) {
  return Dissolver(passages, tables, words).dissolve();
}

}  // namespace muster
