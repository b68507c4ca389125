#include "normalizers/bare_figures.h"

#include <algorithm>
#include <string>

#include "normalizers/quantity.h"
#include "normalizers/text_reading.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t longest_figure_bytes = 40;  // "1,234.5 full-time equivalents"
constexpr size_t longest_label_bytes = 90;

enum class Sort { other, figure, label };

struct Line {
  int node = -1;
  Sort sort = Sort::other;
  bool names_measure = false;
};

// "Turnover (rolling 12 months)" holds no figure of its own.
bool has_figure(std::string_view text) {
  const std::vector<QuantityMatch> found = find_quantities(text);
  return std::any_of(found.begin(), found.end(), [](const QuantityMatch& q) { return q.unit != "months" && q.unit != "years" && q.unit != "weeks"; });
}

Sort sort_of(const Outline& outline, const Node& node) {
  const std::string_view text = trimmed(outline.slice(node.span));
  if (text.empty() || node.kind == NodeKind::table || text.size() > longest_label_bytes) return Sort::other;
  if (node.kind != NodeKind::section && text.size() <= longest_figure_bytes && whole_quantity(text)) return Sort::figure;
  return text.ends_with('.') || text.ends_with('?') || has_figure(text) ? Sort::other : Sort::label;
}

Line line_of(const Outline& outline, int node, const Surroundings& surroundings, const Vocabulary& vocabulary) {
  const Node& n = outline.nodes[static_cast<size_t>(node)];
  const bool read = (is_leaf(n) || n.kind == NodeKind::section) && surroundings.is_read(node) && surroundings.exchanges(node).empty();
  Line line{node, read ? sort_of(outline, n) : Sort::other};
  if (line.sort == Sort::label) line.names_measure = read_words(outline.slice(n.span), vocabulary).has(MentionKind::measure);
  return line;
}

// Labels of a run in which figures and labels take turns: before their figures where the run begins with a label, after them
// where it begins with a figure. With a label at both ends the one that names no measure is a title or the line after.
void label_run(const std::vector<Line>& run, std::vector<int>& labels) {
  size_t first = 0, last = run.size();
  if (run.size() % 2 == 1) {
    if (run.front().sort == Sort::figure || run.front().names_measure == run.back().names_measure) return;
    run.front().names_measure ? --last : ++first;
  }
  size_t named = 0;  // a heading after the last of several figures is no label of theirs
  for (size_t i = first; i < last; ++i) named += run[i].names_measure;
  if (4 * named < last - first) return;
  for (size_t i = first; i + 1 < last; i += 2) {
    const bool before = run[i].sort == Sort::label;
    const Line &label = before ? run[i] : run[i + 1], &figure = before ? run[i + 1] : run[i];
    if (label.names_measure) labels[static_cast<size_t>(figure.node)] = label.node;
  }
}

}  // namespace

std::vector<int> labels_of_bare_figures(const Outline& outline, const Surroundings& surroundings, const Vocabulary& vocabulary) {
  std::vector<int> labels(outline.nodes.size(), -1);
  std::vector<Line> run;
  const auto close = [&] {
    if (run.size() > 1) label_run(run, labels);
    run.clear();
  };
  for (size_t n = 0; n < outline.nodes.size(); ++n) {
    const Line line = line_of(outline, static_cast<int>(n), surroundings, vocabulary);
    if (line.sort == Sort::other) {
      close();
      continue;
    }
    if (!run.empty() && run.back().sort == line.sort) {
      if (line.sort == Sort::label && run.size() == 1) run.clear();  // a title over the first label
      else close();
    }
    run.push_back(line);
  }
  close();
  return labels;
}

void propose_bare_figure(const Outline& outline, int node, int label, const Surroundings& surroundings, const Vocabulary& vocabulary,
                         std::vector<Candidate>& out) {
  const Span &figure = outline.nodes[static_cast<size_t>(node)].span, &words = outline.nodes[static_cast<size_t>(label)].span;
  const Span quote{std::min(figure.begin, words.begin), std::max(figure.end, words.end)};
  const TextReading reading = read_words(outline.slice(quote), vocabulary);
  for (const Mention& m : reading.mentions) {
    const uint32_t begin = quote.begin + static_cast<uint32_t>(m.begin);
    if (m.kind != MentionKind::quantity || begin < figure.begin || begin >= figure.end) continue;
    Candidate c;
    c.basis = Basis::narrative;
    c.span = {begin, quote.begin + static_cast<uint32_t>(m.end)};
    c.raw = outline.slice(c.span);
    c.quote = quote;
    c.place = outline.nodes[static_cast<size_t>(node)].place;
    c.node = node;
    c.context.push_back({ContextKind::sentence, reading.text, quote, 0});
    c.context.push_back({ContextKind::label_above, std::string(outline.slice(words)), words, 0});
    for (Context& context : surroundings.around(node))
      if (context.kind != ContextKind::previous_text) c.context.push_back(std::move(context));
    out.push_back(std::move(c));
  }
}

}  // namespace muster
