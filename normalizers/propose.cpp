#include "normalizers/propose.h"

#include "normalizers/bare_figures.h"
#include "normalizers/propose_table.h"
#include "normalizers/propose_text.h"
#include "normalizers/surroundings.h"
#include "normalizers/text_reading.h"

namespace muster {

namespace {

// "Social Worker (Grade 10) - £37,024": a heading that gives the pay of what it heads.
bool is_priced_heading(const Outline& outline, const Node& node, const Vocabulary& vocabulary) {
  const std::string_view text = outline.slice(node.span);
  return node.kind == NodeKind::section && text.find("\u00A3") != std::string_view::npos && read_words(text, vocabulary).has(MentionKind::role);
}

}  // namespace

std::vector<Candidate> propose(const Outline& outline, const Vocabulary& vocabulary, Diagnostics& diagnostics) {
  const Surroundings surroundings(outline);
  const std::vector<int> labels = labels_of_bare_figures(outline, surroundings, vocabulary);
  std::vector<Candidate> out;
  for (size_t n = 0; n < outline.nodes.size(); ++n) {
    const int node = static_cast<int>(n);
    if (!(is_leaf(outline.nodes[n]) || is_priced_heading(outline, outline.nodes[n], vocabulary)) || !surroundings.is_read(node)) continue;
    if (outline.nodes[n].kind == NodeKind::table) propose_table(outline, node, surroundings, vocabulary, out, diagnostics);
    else if (labels[n] >= 0) propose_bare_figure(outline, node, labels[n], surroundings, vocabulary, out);
    else propose_text(outline, node, surroundings, vocabulary, out);
  }
  return out;
}

}  // namespace muster
