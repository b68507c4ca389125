#include "normalizers/propose_table.h"

#include <algorithm>

#include "normalizers/pattern.h"
#include "normalizers/statements.h"
#include "normalizers/table_labels.h"
#include "normalizers/table_lead_in.h"
#include "normalizers/text_reading.h"
#include "schemas/text.h"

namespace muster {
namespace {

void add(std::vector<Context>& out, ContextKind kind, const Cell& cell, int distance) { out.push_back({kind, cell.text, cell.span, distance}); }

const std::vector<const Cell*>& headers_over(const TableLabels& labels, const Cell& cell) {
  static const std::vector<const Cell*> none;
  return cell.col >= 0 && cell.col < static_cast<int>(labels.headers.size()) ? labels.headers[static_cast<size_t>(cell.col)] : none;
}

void add_column_headers(const Table& table, const TableLabels& labels, const Cell& cell, std::vector<Context>& out) {
  int distance = 0;
  for (const Cell* header : headers_over(labels, cell))
    if (header->row < cell.row)
      add(out, spans_table(*header, table) ? ContextKind::table_title : ContextKind::column_header, *header, distance++);
}

bool is_part_of_row_above(const Cell& label) {
  static const Pattern pattern("^\\W*(?:of (?:which|whom|these|those|them)|thereof)\\b");
  return pattern.in(label.text);
}

// "of which covering a vacancy" reads on from the label above it.
std::string text_of_label(const TableLabels& labels, const Cell& label) {
  if (!is_part_of_row_above(label)) return label.text;
  for (auto above = labels.labels.lower_bound(label.row); above != labels.labels.begin();) {
    --above;
    for (const Cell* other : above->second)
      if (other->col == label.col && !is_part_of_row_above(*other)) return other->text + " " + label.text;
  }
  return label.text;
}

void add_row_labels(const Table& table, const TableLabels& labels, const Cell& cell, std::vector<Context>& out) {
  const auto row = labels.labels.find(cell.row);
  if (row == labels.labels.end()) return;
  int distance = 0;
  for (const Cell* label : row->second) {
    if (label->col >= cell.col || labels.block_of(label->col) != labels.block_of(cell.col)) continue;
    out.push_back({ContextKind::row_header, text_of_label(labels, *label), label->span, distance++});
    for (const Cell* stub : headers_over(labels, *label))
      if (stub->row < label->row && !spans_table(*stub, table)) add(out, ContextKind::stub_header, *stub, distance);
  }
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

bool speaks_of_points(const Table& table, const TableLabels& labels, const Cell& number) {
  static const Pattern pattern("\\bpoints?\\b|\\bs\\.?c\\.?p\\b");
  const auto& headers = headers_over(labels, number);
  return pattern.in(table.title) || std::any_of(headers.begin(), headers.end(), [](const Cell* h) { return pattern.in(h->text); });
}

// The running number beside a row's figures names the row: "point 19".
void add_index_labels(const Table& table, const TableLabels& labels, const Cell& cell, std::vector<Context>& out) {
  const auto row = labels.index_numbers.find(cell.row);
  if (row == labels.index_numbers.end()) return;
  for (const Cell* number : row->second)
    if (speaks_of_points(table, labels, *number))
      out.push_back({ContextKind::row_header, "point " + std::string(trimmed(number->text)), number->span, 0});
}

std::vector<Context> contexts_of(const Table& table, const TableLabels& labels, const Cell& cell, const std::vector<Context>& around) {
  std::vector<Context> out;
  add_column_headers(table, labels, cell, out);
  add_row_labels(table, labels, cell, out);
  add_index_labels(table, labels, cell, out);
  if (const Cell* section = labels.section_above(cell.row)) add(out, ContextKind::section_row, *section, 0);
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

// The figure at these bytes of `text`, which stands at `quote`: the cell's own words, or a label's that hold for the cell.
Candidate candidate_of(const Outline& outline, int node, const Table& table, const Cell& cell, const std::string& text, Span quote, size_t begin, size_t end) {
  Candidate c;
  c.basis = Basis::table;
  c.raw = text.substr(begin, end - begin);
  c.span = {quote.begin + static_cast<uint32_t>(begin), quote.begin + static_cast<uint32_t>(end)};
  c.quote = quote;
  c.place = cell.place;
  c.node = node;
  c.table = outline.nodes[static_cast<size_t>(node)].table;
  c.row = cell.row;
  c.col = cell.col;
  c.columns_uncertain = table.columns_uncertain;
  c.context.push_back({ContextKind::own_text, text, quote, 0});
  return c;
}

void propose_cell(const Outline& outline, int node, const Table& table, const Cell& cell, const std::vector<Context>& contexts,
                  const Vocabulary& vocabulary, std::vector<Candidate>& out) {
  const std::string text = cell_text(outline, cell);
  const TextReading reading = read_words(text, vocabulary, TextKind::cell);
  for (const Mention& mention : reading.mentions) {
    const bool absence = mention.kind == MentionKind::absence && (reading.quantities.empty() || mention.scope == "bracket");
    if (mention.kind != MentionKind::quantity && !absence) continue;
    Candidate c = candidate_of(outline, node, table, cell, text, cell.span, mention.begin, mention.end);
    c.context.insert(c.context.end(), contexts.begin(), contexts.end());
    out.push_back(std::move(c));
  }
}

// The label of a row that names a payment with its amount, beside cells that only say who has it; null for other cells.
const Context* label_of_ticks(const Outline& outline, const Cell& cell, const std::vector<Context>& contexts, const Vocabulary& vocabulary) {
  static const Pattern tick("(?:yes|y|no|n|\u2713|\u2714|\u2717|\u2718)[ *\u2020\u2021\u00B9\u00B2\u00B3]*");
  if (!tick.is(trimmed(cell.text))) return nullptr;
  const auto label = std::find_if(contexts.begin(), contexts.end(), [](const Context& c) { return c.kind == ContextKind::row_header; });
  if (label == contexts.end() || label->span.empty()) return nullptr;
  const TextReading reading = read_words(outline.slice(label->span), vocabulary);
  const bool amount = reading.quantities.size() == 1 && reading.quantities[0].unit.starts_with("gbp");
  return amount && reading.has(MentionKind::measure) ? &*label : nullptr;
}

// "Yes" beside "£3,000 retention payment" and under "Team manager": the amount of the row's label holds for the column.
void propose_tick(const Outline& outline, int node, const Table& table, const Cell& cell, const std::vector<Context>& contexts, const Context& label,
                  const Vocabulary& vocabulary, std::vector<Candidate>& out) {
  static const Pattern no("^\\W*(?:no?\\b|\u2717|\u2718)");
  if (no.in(cell.text)) return;
  const std::string text(outline.slice(label.span));
  const QuantityMatch amount = read_words(text, vocabulary).quantities.front();
  Candidate c = candidate_of(outline, node, table, cell, text, label.span, amount.begin, amount.end);
  for (const Context& context : contexts)
    if (&context != &label) c.context.push_back(context);
  out.push_back(std::move(c));
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
  std::vector<Context> around = surroundings.around(node);
  take_caption(table, vocabulary, around);
  const size_t after_previous = !around.empty() && (around[0].kind == ContextKind::table_title || around[0].kind == ContextKind::previous_text);
  std::vector<Context> captions = captions_above(outline, surroundings, node, vocabulary);
  around.insert(around.begin() + static_cast<long>(after_previous), captions.begin(), captions.end());
  if (!table_names_measure(table, around, vocabulary))
    for (Context& sentence : sentence_on_table(outline, surroundings, node, vocabulary)) around.insert(around.begin(), std::move(sentence));
  if (!table_names_measure(table, around, vocabulary)) {
    diagnostics.add({"propose", "table_without_measure", Severity::info, table.place, table.title,
                     "No header, title or question of the table names a measure; its figures are left out."});
    return;
  }
  for (Context& statement : statements_about(outline, surroundings, node)) around.push_back(std::move(statement));
  const TableLabels labels = read_labels(table);
  const size_t first = out.size();
  for (const Cell& cell : table.cells) {
    const bool figure = cell.kind == CellKind::data && !cell.hidden && !cell.damaged && !labels.is_label(cell, table);
    if (!figure || trimmed(cell.text).empty()) continue;
    const std::vector<Context> contexts = contexts_of(table, labels, cell, around);
    if (const Context* label = label_of_ticks(outline, cell, contexts, vocabulary)) propose_tick(outline, node, table, cell, contexts, *label, vocabulary, out);
    else propose_cell(outline, node, table, cell, contexts, vocabulary, out);
  }
  const std::vector<int>& exchanges = surroundings.exchanges(node);
  for (size_t i = first; i < out.size() && !exchanges.empty(); ++i) out[i].exchange = exchanges.front();
}

}  // namespace muster
