#include "normalizers/surroundings.h"

#include <algorithm>

#include "normalizers/pattern.h"
#include "normalizers/period.h"
#include "normalizers/quantity.h"
#include "normalizers/sentences.h"
#include "normalizers/stated_period.h"
#include "normalizers/year_end.h"
#include "schemas/text.h"

namespace muster {
namespace {

// A parent chain is no deeper than this in any real document; beyond it the data are damaged.
constexpr int deepest_nesting = 100;
// Statements of the whole document rank after all that stand near.
constexpr int throughout_distance = 2000;

void add(std::vector<Context>& out, ContextKind kind, std::string_view text, Span span, int distance) {
  if (!text.empty()) out.push_back({kind, std::string(text), span, distance});
}

// "Caseworkers and their managers (full-time equivalents)" over lines of years and figures: no sentence and no figure.
bool opens_lines(const Outline& outline, int node) {
  constexpr size_t longest_heading_bytes = 100;
  const Node& over = outline.nodes[static_cast<size_t>(node)];
  const std::string_view text = outline.slice(over.span);
  return over.kind == NodeKind::paragraph && text.size() <= longest_heading_bytes && is_caption(text) && !text.ends_with('.') && !is_figure_line(text) && find_quantities(text).empty();
}

}  // namespace

bool is_leaf(const Node& node) {
  return node.kind == NodeKind::paragraph || node.kind == NodeKind::list_item || node.kind == NodeKind::table;
}

bool is_item(const Outline& outline, const Node& node) {
  const std::string_view text = outline.slice(node.span);
  return node.kind == NodeKind::list_item || (node.kind == NodeKind::paragraph && (text.starts_with("\u2022") || text.starts_with("\u25AA") || text.starts_with("\u00B7")));
}

bool is_label_line(std::string_view line) {
  constexpr size_t longest_label_bytes = 40, most_words = 4;
  const std::string_view text = trimmed(line);
  if (!(text.ends_with(':') || text.ends_with("\u2013")) || text.size() > longest_label_bytes || split(text, ' ').size() > most_words) return false;
  const std::string_view name = trimmed(text.substr(0, text.size() - (text.ends_with(':') ? 1 : 3)));
  return std::none_of(name.begin(), name.end(), is_digit) || whole_period(name).has_value();
}

bool is_caption(std::string_view text) {
  constexpr size_t longest_caption_bytes = 160;
  static const Pattern verb("\\b(?:is|are|was|were|has|have|had|will|would|can|could|should|shows?|notes?|agreed|reported|continues?|remains?)\\b");
  return text.size() <= longest_caption_bytes && !text.ends_with(':') && !verb.in(text);
}

bool is_figure_line(std::string_view text) {
  constexpr size_t longest_line_bytes = 90;
  static const Pattern pattern("^\\*? ?(?:[^.?!;:\\n]{1,60}?) ?(?:[:=\u2013-]|\\t| {3,}) ?\u00A3?[\\d.,]+ ?(?:%|k|m|fte|wte|staff|people|days|headcount)?\\*?$");
  return text.size() <= longest_line_bytes && pattern.in(trimmed(text));
}

// "Adult Services" on a line of its own over the items of a list.
bool heads_items(const Outline& outline, size_t node) {
  constexpr size_t longest_name_bytes = 40, most_words = 5;
  const Node& n = outline.nodes[node];
  const std::string_view text = trimmed(outline.slice(n.span));
  if (n.kind != NodeKind::paragraph || text.empty() || text.size() > longest_name_bytes || split(text, ' ').size() > most_words) return false;
  if (text.find_first_of("0123456789.?!;,\n") != std::string_view::npos || !(text[0] >= 'A' && text[0] <= 'Z')) return false;
  return node + 1 < outline.nodes.size() && outline.nodes[node + 1].kind == NodeKind::list_item;
}

Surroundings::Surroundings(const Outline& outline)
    : outline_(outline), exchanges_(outline.nodes.size()), previous_leaf_(outline.nodes.size(), -1), labels_(outline.nodes.size()), lead_in_(outline.nodes.size(), -1) {
  for (size_t e = 0; e < outline.exchanges.size(); ++e)
    for (int node : outline.exchanges[e].answer_nodes)
      if (node >= 0 && node < static_cast<int>(exchanges_.size())) exchanges_[static_cast<size_t>(node)].push_back(static_cast<int>(e));
  int previous = -1, lead_in = -1, before_section = -1;
  Span label;
  for (size_t n = 0; n < outline.nodes.size(); ++n) {  // parents stand before their children
    const Node& node = outline.nodes[n];
    if (exchanges_[n].empty() && node.parent >= 0 && node.parent < static_cast<int>(n))
      exchanges_[n] = exchanges_[static_cast<size_t>(node.parent)];
    if (node.kind == NodeKind::section) before_section = previous;
    if (node.kind == NodeKind::question || node.kind == NodeKind::section || node.kind == NodeKind::paper) previous = lead_in = -1;
    if (!is_leaf(node)) continue;
    if (previous < 0 || exchanges_[n] != exchanges_[static_cast<size_t>(previous)]) label = {};
    labels_[n] = label;
    label = heads_items(outline, n) ? node.span : label_after(node, label);
    const bool opens_list = outline.slice(node.span).ends_with(':'), line = node.kind == NodeKind::paragraph && is_figure_line(outline.slice(node.span));
    const bool headed = line && lead_in < 0 && previous >= 0 && opens_lines(outline, previous);
    if (opens_list) lead_in = static_cast<int>(n);
    else if (is_item(outline, node) || line) lead_in_[n] = lead_in = headed ? previous : lead_in;
    else lead_in = -1;
    const bool titled = previous < 0 && node.kind == NodeKind::table && before_section >= 0 && is_caption(outline.slice(outline.nodes[static_cast<size_t>(before_section)].span));
    previous_leaf_[n] = titled ? before_section : before_title(node, previous);
    previous = static_cast<int>(n);
  }
  find_statements();
}

void Surroundings::find_statements() {
  static const Pattern sign("(?:^|[.;] )\\W?(?:[a-z]|low|\\*+|†|‡|#|~|\\.\\.)\\W? ?(?:=|:|–|means?|denotes?|stands? for|is|are) ?(?:not |withheld|above|below|unavailable|suppressed|low |few|less |value|figure|nil|none|zero)");
  static const Pattern of_flows("\\b(?:covers?|is|are|relates? to|for|that of)\\b[^.]{0,40}\\b(?:year|(?:twelve|12)[- ]months?)(?: period)?,? (?:that |which )?(?:to|up to|ending|ended|ends?) (?:on )?(?:that|the|this) (?:same )?(?:day|date)\\b");
  for (size_t n = 0; n < outline_.nodes.size(); ++n) {
    const Node& node = outline_.nodes[n];
    if (!is_leaf(node) || node.kind == NodeKind::table || !is_read(static_cast<int>(n))) continue;
    const std::string_view text = outline_.slice(node.span);
    for (const Span& s : find_sentences(text))
      if (end_of_defined_year(text.substr(s.begin, s.size())) || states_time_throughout(text.substr(s.begin, s.size())) || of_flows.in(text.substr(s.begin, s.size()))) add(statements_throughout_, ContextKind::statement, text.substr(s.begin, s.size()), node.span, throughout_distance);
    if (sign.in(text)) add(statements_throughout_, ContextKind::statement, text, node.span, throughout_distance);
  }
}

// The text before a table's own title, which a table has already.
int Surroundings::before_title(const Node& node, int previous) const {
  if (node.kind != NodeKind::table || node.table < 0 || previous < 0) return previous;
  const std::string_view title = outline_.tables[static_cast<size_t>(node.table)].title;
  const std::string_view text = trimmed(outline_.slice(outline_.nodes[static_cast<size_t>(previous)].span));
  const int before = previous_leaf_[static_cast<size_t>(previous)];
  return !title.empty() && text == trimmed(title) && before >= 0 ? before : previous;
}

// The last label line of the text holds for what follows; words without a figure end what stood before.
Span Surroundings::label_after(const Node& node, Span before) const {
  const std::string_view text = outline_.slice(node.span);
  if (text.find_first_of("0123456789") == std::string_view::npos && !is_label_line(text)) before = {};
  for (std::string_view line : split(text, '\n'))
    if (is_label_line(line)) before = {node.span.begin + static_cast<uint32_t>(line.data() - text.data()), node.span.begin + static_cast<uint32_t>(line.data() - text.data() + line.size())};
  return before;
}

// A page without any reply whose author asked many bodies and shows in a filled table what they said.
bool Surroundings::is_collected(int node) const {
  constexpr long fewest_figures = 12;  // forms to be filled in hold an example or two
  const Node& n = outline_.nodes[static_cast<size_t>(node)];
  if (outline_.document_type != "request" || n.kind != NodeKind::table || n.table < 0) return false;
  const auto& cells = outline_.tables[static_cast<size_t>(n.table)].cells;
  return std::count_if(cells.begin(), cells.end(), [](const Cell& c) {
           return c.kind == CellKind::data && !c.text.empty() && c.text.find_first_of("0123456789") != std::string::npos;
         }) >= fewest_figures;
}

bool Surroundings::is_read(int node) const {
  const Node& n = outline_.nodes[static_cast<size_t>(node)];
  if (n.voice == Voice::boilerplate || (n.voice == Voice::requester && !is_collected(node))) return false;
  int at = node;
  for (int depth = 0; at >= 0 && depth < deepest_nesting; ++depth) {
    const NodeKind kind = outline_.nodes[static_cast<size_t>(at)].kind;
    if (kind == NodeKind::furniture || kind == NodeKind::question || kind == NodeKind::action) return false;
    at = outline_.nodes[static_cast<size_t>(at)].parent;
  }
  return true;
}

// "Out of these, how many …": the question reads on from the one before it.
bool Surroundings::reaches_back(const Exchange& exchange) {
  static const Pattern pattern("^\\W*(?:out )?of (?:these|those|them)\\b");
  return pattern.in(exchange.question) || pattern.in(exchange.parent_question);
}

// How many exchanges before this one are parts of the same question.
int Surroundings::parts_before(int exchange) const {
  const std::string& parent = outline_.exchanges[static_cast<size_t>(exchange)].parent_question;
  int parts = 0;
  while (!parent.empty() && exchange - parts - 2 >= 0 && outline_.exchanges[static_cast<size_t>(exchange - parts - 1)].parent_question == parent) ++parts;
  return parts;
}

void Surroundings::add_questions(int node, std::vector<Context>& out) const {
  int distance = 0;
  for (int e : exchanges(node)) {
    const Exchange& exchange = outline_.exchanges[static_cast<size_t>(e)];
    add(out, ContextKind::question, exchange.question, {}, distance);
    if (!exchange.parent_question.empty())  // a part reads on from the question that it is part of
      add(out, ContextKind::parent_question, exchange.parent_question + " " + exchange.question, {}, distance);
    add(out, ContextKind::preamble, exchange.preamble, {}, distance);
    if (e > 0 && reaches_back(exchange)) {
      const Exchange& before = outline_.exchanges[static_cast<size_t>(e) - 1 - parts_before(e)];
      add(out, ContextKind::preamble, before.question, {}, distance);
    }
    ++distance;
  }
}

void Surroundings::add_headings(int node, std::vector<Context>& out) const {
  int at = outline_.nodes[static_cast<size_t>(node)].parent;
  int heading = 0, paper = 0;
  for (int depth = 0; at >= 0 && depth < deepest_nesting; ++depth) {
    const Node& n = outline_.nodes[static_cast<size_t>(at)];
    if (n.kind == NodeKind::section) add(out, ContextKind::heading, outline_.slice(n.span), n.span, heading++);
    if (n.kind == NodeKind::paper) {
      for (const Fact& fact : outline_.facts)
        if (fact.name == "title" && fact.paper == at) add(out, ContextKind::paper_title, fact.value, fact.span, paper++);
    }
    at = n.parent;
  }
  for (const Fact& fact : outline_.facts)
    if (fact.name == "title" && fact.paper == 0) add(out, ContextKind::document_title, fact.value, fact.span, 0);
}

void Surroundings::add_previous(int node, std::vector<Context>& out) const {
  const int previous = previous_leaf_[static_cast<size_t>(node)], lead_in = lead_in_[static_cast<size_t>(node)];
  const auto text_of = [&](int n, int distance) {
    const Node& leaf = outline_.nodes[static_cast<size_t>(n)];
    const bool same_answer = exchanges(n) == exchanges(node);  // a date line over the answer is not said of its figures
    if (leaf.kind != NodeKind::table && is_read(n) && same_answer) add(out, ContextKind::previous_text, outline_.slice(leaf.span), leaf.span, distance);
  };
  if (lead_in >= 0) text_of(lead_in, 0);
  if (previous >= 0 && previous != lead_in) text_of(previous, lead_in >= 0 ? 1 : 0);
}

std::vector<Context> Surroundings::around(int node) const {
  std::vector<Context> out;
  add_previous(node, out);
  add_questions(node, out);
  add_headings(node, out);
  return out;
}

}  // namespace muster
