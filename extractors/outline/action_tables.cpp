#include "extractors/outline/action_tables.h"

#include <re2/re2.h>

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

constexpr int header_search_rows = 3;      // a title row may stand over the header
constexpr double broken_share = 0.2;       // of the filled main cells that begin in mid-sentence: rows are printed lines

std::string text_of(const Table& table, int row, int col) {
  if (col < 0) return {};
  const Cell* cell = cell_at(table, row, col);
  return cell && cell->row == row ? std::string(trimmed(cell->text)) : std::string();
}

bool names_columns(const Table& table, int row, const DocumentWords& words, ActionColumns& out) {
  out = {};
  const struct { const char* kind; int ActionColumns::*column; } kinds[] = {
      {"item_column", &ActionColumns::item},           {"recommendation_column", &ActionColumns::recommendation},
      {"action_column", &ActionColumns::action},       {"responsibility_column", &ActionColumns::responsibility},
      {"timescale_column", &ActionColumns::timescale}, {"status_column", &ActionColumns::status}};
  for (int col = 0; col < table.cols; ++col) {
    const std::string text = single_spaced(text_of(table, row, col));
    for (const auto& kind : kinds)
      if (out.*kind.column < 0 && words.is(kind.kind, text)) {
        out.*kind.column = col;
        break;
      }
  }
  out.columns = table.cols;
  out.first_row = row + 1;
  return out.main() >= 0 && (out.responsibility >= 0 || out.timescale >= 0);
}

bool begins_in_mid_sentence(const std::string& text) {
  return !text.empty() && ((text[0] >= 'a' && text[0] <= 'z') || text[0] == '(' || text[0] == '/');
}

bool is_broken(const Table& table, const ActionColumns& columns) {
  int filled = 0, broken = 0;
  for (int row = columns.first_row; row < table.rows; ++row) {
    const std::string text = text_of(table, row, columns.main());
    filled += !text.empty();
    broken += begins_in_mid_sentence(text);
  }
  return broken > broken_share * filled;
}

void join(std::string& whole, const std::string& piece, char by) {
  if (piece.empty()) return;
  if (!whole.empty()) whole += by;
  whole += piece;
}

class RowReader {
 public:
  RowReader(const Table& table, int index, const ActionColumns& columns, const DocumentWords& words, std::string& section,
            std::vector<Action>& actions)
      : table_(table), index_(index), columns_(columns), words_(words), section_(section), actions_(actions), broken_(is_broken(table, columns)) {}

  void read() {
    for (int row = columns_.first_row; row < table_.rows; ++row) read_row(row);
  }

 private:
  std::string text(int row, int col) const { return text_of(table_, row, col); }

  bool is_header_again(int row) const {
    ActionColumns again;
    return names_columns(table_, row, words_, again);
  }

  // Garbled scraps in other columns aside.
  bool alone(int row) const {
    int filled = 0;
    for (const Cell& cell : table_.cells) filled += cell.row == row && !trimmed(cell.text).empty() && (!cell.damaged || cell.col == columns_.main());
    return filled == 1;
  }

  // A row that names the rows under it.
  bool is_section(int row, const std::string& words_of_row) const {
    const Cell* cell = cell_at(table_, row, columns_.main());
    if (words_of_row.empty() || !alone(row)) return false;
    return (cell && cell->kind == CellKind::section) || (cell && cell->colspan >= table_.cols) || words_.prefix("plan_section", words_of_row) > 0;
  }

  bool continues(int row, const std::string& main) const {
    if (actions_.empty() || main.empty()) return !actions_.empty();
    if (columns_.recommendation >= 0 && columns_.action >= 0 && text(row, columns_.recommendation).empty() && text(row, columns_.item).empty())
      return true;
    if (!broken_) return begins_in_mid_sentence(main) && text(row, columns_.responsibility).empty();
    const std::string when = text(row, columns_.timescale), who = text(row, columns_.responsibility), state = text(row, columns_.status);
    const bool opens_when = !when.empty() && !begins_in_mid_sentence(when) && !is_digit(when[0]);
    const bool opens_without_date = when.empty() && !state.empty() && (who.empty() || main_ended_);
    return begins_in_mid_sentence(main) || !(opens_when || opens_without_date);
  }

  void read_row(int row) {
    const std::string main = text(row, columns_.main());
    if (is_header_again(row)) return;
    if (is_section(row, main)) {
      section_ = main;
      return;
    }
    if (continues(row, main)) extend(row);
    else add(row);
    main_ended_ = main.empty();
  }

  void add(int row) {
    Action a;
    a.item = text(row, columns_.item);
    a.recommendation = columns_.recommendation >= 0 && columns_.action >= 0 ? text(row, columns_.recommendation) : section_;
    a.action = text(row, columns_.main());
    if (columns_.action < 0) std::swap(a.recommendation, a.action);
    std::string& numbered = a.recommendation.empty() || columns_.recommendation < 0 ? a.action : a.recommendation;
    if (a.item.empty()) a.item = take_item(numbered);
    a.responsibility = text(row, columns_.responsibility);
    a.timescale = text(row, columns_.timescale);
    a.status = text(row, columns_.status);
    a.table = index_;
    a.row = row;
    if (const Cell* cell = cell_at(table_, row, columns_.main())) a.place = cell->place;
    const bool unsure_start = broken_ && a.timescale.empty() && a.responsibility.empty();
    a.damaged = unsure_start || table_.columns_uncertain || is_garbled(row);
    actions_.push_back(std::move(a));
  }

  // Actions under one recommendation are parted by lines; printed lines of one cell are joined again.
  void extend(int row) {
    Action& a = actions_.back();
    const char by = broken_ ? ' ' : '\n';
    if (columns_.recommendation >= 0 && columns_.action >= 0) join(a.recommendation, text(row, columns_.recommendation), ' ');
    join(columns_.action >= 0 ? a.action : a.recommendation, text(row, columns_.main()), by);
    join(a.responsibility, text(row, columns_.responsibility), by);
    join(a.timescale, text(row, columns_.timescale), by);
    join(a.status, text(row, columns_.status), by);
    a.damaged = a.damaged || is_garbled(row);
  }

  bool is_garbled(int row) const {
    return std::any_of(table_.cells.begin(), table_.cells.end(), [&](const Cell& cell) {
      return cell.row == row && (cell.damaged || cell.text.find("\uFFFD") != std::string::npos || !cell.text_as_read.empty());
    });
  }

  const Table& table_;
  int index_;
  const ActionColumns& columns_;
  const DocumentWords& words_;
  std::string& section_;
  std::vector<Action>& actions_;
  bool broken_;
  bool main_ended_ = false;  // the row before had no text in the main column
};

}  // namespace

std::optional<ActionColumns> action_columns(const Table& table, const DocumentWords& words) {
  ActionColumns out;
  for (int row = 0; row < std::min(table.rows, header_search_rows); ++row)
    if (names_columns(table, row, words, out)) return out;
  return {};
}

void read_action_rows(const Table& table, int index, const ActionColumns& columns, const DocumentWords& words,
                      std::string& section, std::vector<Action>& actions) {
  RowReader(table, index, columns, words, section, actions).read();
}

std::string take_item(std::string& text) {
  static const RE2 item(R"(^((?:(?i:recommendation|action|objective)\s)?[A-Z]?\d{1,2}(?:\.\d{1,2})*[a-z]?)\s?[.:)\-–]?\s+(?:[A-Z“"']|\S{3,}))");
  re2::StringPiece found;
  if (!RE2::PartialMatch(text, item, &found)) return {};
  std::string out(found.data(), found.size());
  size_t at = out.size();
  while (at < text.size() && (text[at] == '.' || text[at] == ':' || text[at] == ')' || text[at] == ' ')) ++at;
  if (at == out.size()) return {};
  text = std::string(trimmed(std::string_view(text).substr(at)));
  return out;
}

}  // namespace muster
