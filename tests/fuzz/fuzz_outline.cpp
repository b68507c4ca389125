// Any bytes as the text of a letter or a paper: no crash, every span of the outline in range and on a code point, every node
// under one before it, every exchange at nodes that there are.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "extractors/layout/lay_out.h"
#include "extractors/outline/find_structure.h"
#include "extractors/read/read_text.h"

namespace {

void check(bool holds) {
  if (!holds) std::abort();
}

bool on_boundary(const std::string& text, uint32_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

void check_span(const muster::Outline& outline, muster::Span span) {
  if (span.empty()) return;
  check(on_boundary(outline.text, span.begin) && on_boundary(outline.text, span.end));
}

void check_node(const muster::Outline& outline, int node) { check(node >= -1 && node < static_cast<int>(outline.nodes.size())); }

void check_outline(const muster::Outline& outline) {
  for (size_t i = 0; i < outline.nodes.size(); ++i) {
    check(outline.nodes[i].parent < static_cast<int>(i));
    check(outline.nodes[i].table < static_cast<int>(outline.tables.size()));
    check_span(outline, outline.nodes[i].span);
  }
  for (const muster::Exchange& e : outline.exchanges) {
    check_span(outline, e.answer_span);
    check_node(outline, e.question_node);
    check_node(outline, e.paper);
    for (const int node : e.answer_nodes) check_node(outline, node);
    for (const int node : e.note_nodes) check_node(outline, node);
  }
  for (const muster::Fact& f : outline.facts) {
    check_span(outline, f.span);
    check_node(outline, f.paper);
  }
  for (const muster::Table& table : outline.tables)
    for (const muster::Cell& cell : table.cells) check_span(outline, cell.span);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const muster::DocumentWords words = muster::DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  muster::Source source;
  source.bytes = "Freedom of information\n";
  source.bytes.append(reinterpret_cast<const char*>(data), size);
  muster::Diagnostics diagnostics;
  const muster::Document document = muster::read_text(source, {}, diagnostics);
  check_outline(muster::find_structure(document, muster::lay_out_lines(document, words, diagnostics), words, diagnostics));
  return 0;
}
