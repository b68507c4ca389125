#include "normalizers/table_lead_in.h"

#include <set>
#include <string>

#include "normalizers/sentences.h"
#include "normalizers/text_reading.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Longer lines before a table are sentences about it.
constexpr size_t longest_caption_bytes = 120;
// Further back the text speaks of other things.
constexpr int most_paragraphs_back = 3;
constexpr int prose_weight = 2;
constexpr int most_caption_lines = 6;  // a sheet has its source, place and kind between its title and its header

// The measures that a text names in so many words.
std::set<std::string> measures_of(std::string_view text, const Vocabulary& vocabulary) {
  std::set<std::string> out;
  for (const Mention& m : read_words(text, vocabulary).mentions)
    if (m.kind == MentionKind::measure && m.weight >= prose_weight) out.insert(m.code);
  return out;
}

bool is_caption_line(std::string_view text, const Vocabulary& vocabulary) {
  if (text.size() > longest_caption_bytes || text.ends_with('.') || text.ends_with(';')) return false;
  return !text.ends_with(':') || measures_of(text, vocabulary).size() == 1;
}

}  // namespace

void take_caption(const Table& table, const Vocabulary& vocabulary, std::vector<Context>& around) {
  if (!table.title.empty()) return;
  for (Context& c : around)
    if (c.kind == ContextKind::previous_text && c.distance == 0 && is_caption_line(trimmed(c.text), vocabulary)) c.kind = ContextKind::table_title;
}

std::vector<Context> captions_above(const Outline& outline, const Surroundings& surroundings, int table_node, const Vocabulary& vocabulary) {
  std::vector<Context> out;
  const int section = outline.nodes[static_cast<size_t>(table_node)].parent;
  for (int n = table_node - 1, lines = 0; n > section && lines < most_caption_lines; --n, ++lines) {
    const Node& node = outline.nodes[static_cast<size_t>(n)];
    const std::string_view text = trimmed(outline.slice(node.span));
    if (node.kind != NodeKind::paragraph || !surroundings.is_read(n) || !is_caption(text) || !is_caption_line(text, vocabulary)) break;
    if (lines > 0) out.push_back({ContextKind::table_title, std::string(text), node.span, lines});
  }
  return out;
}

std::vector<Context> sentence_on_table(const Outline& outline, const Surroundings& surroundings, int table_node, const Vocabulary& vocabulary) {
  const int section = outline.nodes[static_cast<size_t>(table_node)].parent;
  int seen = 0;
  for (int n = table_node - 1; n > section && seen < most_paragraphs_back; --n) {
    const Node& node = outline.nodes[static_cast<size_t>(n)];
    if (node.kind == NodeKind::table || node.kind == NodeKind::section) return {};
    if (!is_leaf(node) || !surroundings.is_read(n)) continue;
    ++seen;
    const std::string_view text = outline.slice(node.span);
    if (measures_of(text, vocabulary).size() > 1) return {};
    for (const Span& sentence : find_sentences(text)) {
      const std::string_view words = text.substr(sentence.begin, sentence.size());
      const Span span{node.span.begin + sentence.begin, node.span.begin + sentence.end};
      if (!measures_of(words, vocabulary).empty()) return {{ContextKind::table_title, std::string(words), span, 0}};
    }
  }
  return {};
}

}  // namespace muster
