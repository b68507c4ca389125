#include "normalizers/statements.h"

#include <algorithm>
#include <string>

#include "normalizers/pattern.h"
#include "normalizers/sentences.h"
#include "normalizers/year_end.h"
#include "schemas/text.h"

namespace muster {
namespace {

// A key stands right under its table; further on the text speaks of other things.
constexpr int most_paragraphs_under = 3;
// How far back statements are looked for: the front of a long report, not of a whole pack.
constexpr int most_nodes_before = 400;
// Statements of other sections rank after all of the table's own.
constexpr int other_section_distance = 1000;
constexpr size_t longest_sign_bytes = 3;

const std::string unit_words = "(?:fte|wte|(?:full|whole)[- ]time[- ]equivalents?|head ?-?counts?)";

bool holds_prose(const Outline& outline, const Surroundings& surroundings, int node) {
  const Node& n = outline.nodes[static_cast<size_t>(node)];
  return is_leaf(n) && n.kind != NodeKind::table && surroundings.is_read(node);
}

int paper_of(const Outline& outline, int node) {
  for (int at = node, depth = 0; at > 0 && depth < most_nodes_before; at = outline.nodes[static_cast<size_t>(at)].parent, ++depth)
    if (outline.nodes[static_cast<size_t>(at)].kind == NodeKind::paper) return at;
  return 0;
}

// Sentences, and their parts between semicolons: "Posts are FTE; sickness is in days".
std::vector<std::string_view> clauses_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (const Span& s : find_sentences(text))
    for (std::string_view clause : split(text.substr(s.begin, s.size()), ';')) out.push_back(trimmed(clause));
  return out;
}

void add_units_of(const Outline& outline, int node, bool same_section, int distance, std::vector<Context>& out) {
  const Node& n = outline.nodes[static_cast<size_t>(node)];
  for (std::string_view clause : clauses_of(outline.slice(n.span)))
    if (end_of_defined_year(clause)) out.push_back({ContextKind::statement, std::string(clause), n.span, same_section ? distance : distance + other_section_distance});
    else if ((states_unit(clause) || states_average(clause)) && (same_section || states_unit_throughout(clause)))
      out.push_back({ContextKind::statement, std::string(clause), n.span, same_section ? distance : distance + other_section_distance});
}

// The text of a paragraph under a table, with the sign that was taken for a bullet: "- none".
std::string with_sign(const Outline& outline, const Node& node) {
  const bool sign = node.kind == NodeKind::list_item && !node.label.empty() && node.label.size() <= longest_sign_bytes;
  return sign ? node.label + " " + std::string(outline.slice(node.span)) : std::string(outline.slice(node.span));
}

void add_under(const Outline& outline, const Surroundings& surroundings, int table_node, std::vector<Context>& out) {
  int seen = 0;
  for (size_t n = static_cast<size_t>(table_node) + 1; n < outline.nodes.size() && seen < most_paragraphs_under; ++n) {
    const Node& node = outline.nodes[n];
    if (node.kind == NodeKind::furniture) continue;
    if (!holds_prose(outline, surroundings, static_cast<int>(n))) return;
    out.push_back({ContextKind::statement, with_sign(outline, node), node.span, seen++});
  }
}

}  // namespace

bool states_unit(std::string_view clause) {
  static const Pattern pattern(
      "\\b(?:figures?|numbers?|data|all|staff|staffing|people|posts?|workers?|vacanc(?:y|ies)|vacant|agency|establishment|counts?|rows|columns|bands|totals?|they|table \\w+)\\b"
      ".{0,80}\\b(?:is|are|was|were|shown|given|expressed|stated|reported|presented|measured|counted|quoted|count|counts)"
      "(?: (?:all|both|shown|given|expressed|stated|reported|presented|measured|counted|quoted|also|not headcount but))* (?:as |in |by |on an? |on )?(?:an? |the )?"
      "(?:" + unit_words + "|people|persons)\\b");
  static const Pattern unless("\\b" + unit_words + " unless (?:otherwise )?(?:stated|said|shown|noted)");
  static const Pattern alone("^\\W*(?:and )?(?:the (?:position|picture|table)\\b.{0,60}\\b(?:is|are) in |in |by |as )?" + unit_words + "s?(?:[,;.]| figures?\\b| throughout\\b|$)");  // "Head count, whatever the hours worked."
  static const Pattern captioned("\\b(?:posts?|workers?|staff|workforce|vacanc(?:y|ies)|establishment|figures?|numbers?)\\b[^.;()]{0,30}\\(" + unit_words + "s?\\)");  // "Posts (FTE) as at 31 March"
  if (unless.in(clause) || alone.in(clause) || (is_caption(clause) && captioned.in(clause))) return true;
  static const Pattern of_rates("^\\W*(?:\\w+ ){0,3}(?:rates?|percentages?)\\b");
  return pattern.in(clause) && !of_rates.in(clause);
}

bool states_average(std::string_view clause) {
  static const Pattern pattern("\\b(?:sickness|absence|days|cases|it)\\b.{0,30}\\b(?:is|are|shows?|means?|as) (?:the )?average\\b");
  return pattern.in(clause);
}

bool states_unit_throughout(std::string_view clause) {
  static const Pattern pattern("\\b(?:unless|otherwise|throughout|this (?:report|paper|document|pack|appendix)|all (?:figures|numbers|data|tables|staff(?:ing)? (?:figures|numbers)))\\b|"
                               "^\\W*(?:the )?(?:figures|numbers|data)\\b");
  return pattern.in(clause);
}

std::vector<Context> statements_about(const Outline& outline, const Surroundings& surroundings, int table_node) {
  std::vector<Context> out;
  add_under(outline, surroundings, table_node, out);
  const int paper = paper_of(outline, table_node), section = outline.nodes[static_cast<size_t>(table_node)].parent;
  for (int n = table_node - 1, seen = 0; n > paper && seen < most_nodes_before; --n, ++seen) {
    if (!holds_prose(outline, surroundings, n)) continue;
    add_units_of(outline, n, outline.nodes[static_cast<size_t>(n)].parent == section, table_node - n, out);
  }
  std::stable_sort(out.begin(), out.end(), [](const Context& a, const Context& b) { return a.distance < b.distance; });
  return out;
}

}  // namespace muster
