#include "tools/inspect.h"

#include <algorithm>
#include <array>
#include <ostream>

#include "extractors/layout/lay_out.h"
#include "extractors/outline/find_structure.h"
#include "extractors/read/read.h"
#include "schemas/text.h"
#include "tools/console.h"
#include "tools/draw_page.h"
#include "tools/inputs.h"

namespace muster {
namespace {

std::string one_line(std::string text) {
  for (size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) text.replace(at, 1, "\\n");
  return text;
}

std::string place(const Locator& place) {
  if (place.page == 0) return place.line ? "line " + std::to_string(place.line) : "";
  const Box& b = place.box;
  const auto whole = [](float v) { return std::to_string(static_cast<int>(v + 0.5f)); };
  return "p" + std::to_string(place.page) + " " + whole(b.x0) + "," + whole(b.y0) + "-" + whole(b.x1) + "," + whole(b.y1);
}

bool wanted(const InspectOptions& options, int page) { return options.page == 0 || page == 0 || page == options.page; }

void print_page(const Document& document, const Page& page, std::ostream& out) {
  out << "page " << page.number << ": " << page.width << " x " << page.height << " pt, " << page.glyphs.size() << " glyphs in " << page.runs.size()
      << " runs, " << page.rulings.size() << " rulings, " << page.shadings.size() << " shadings, " << page.images.size() << " pictures\n";
  for (const GlyphRun& run : page.runs) {
    const TextStyle& style = document.styles[run.style];
    out << "  " << place({.page = page.number, .box = run.box}) << "  " << style.font << " " << style.size_pt << (style.bold ? " bold" : "")
        << (style.italic ? " italic" : "") << (run.invisible ? " invisible" : "") << (run.artifact ? " artifact" : "");
    if (run.rotation) out << " turned " << run.rotation;
    if (run.tag >= 0) out << " <" << document.tags[static_cast<size_t>(run.tag)].name << " " << run.tag << ">";
    out << "  |" << run_text(page, run) << "|\n";
  }
}

void print_document(const Document& document, const InspectOptions& options, std::ostream& out) {
  out << document.media_type << ", " << document.page_count << " pages, " << document.tags.size() << " tags, " << document.lines.size() << " lines\n";
  for (const Page& page : document.pages)
    if (wanted(options, page.number)) print_page(document, page, out);
  for (const TextLine& line : document.lines) out << line.number << "  |" << line.text << "|\n";
  if (!document.pages.empty()) return;
  std::vector<int> depth(document.tags.size());
  for (size_t i = 0; i < document.tags.size(); ++i) {
    const Tag& tag = document.tags[i];
    depth[i] = tag.parent < 0 ? 0 : depth[static_cast<size_t>(tag.parent)] + 1;
    out << std::string(static_cast<size_t>(depth[i]) * 2, ' ') << tag.name << (tag.hidden ? " (hidden)" : "");
    if (!trimmed(tag.text).empty()) out << "  |" << single_spaced(tag.text) << "|";
    out << "\n";
  }
}

const char* kind_name(BlockKind kind) {
  constexpr std::array<const char*, 5> names = {"paragraph", "heading", "list_item", "table", "image"};
  return names[static_cast<size_t>(kind)];
}

const char* region_name(Region region) {
  constexpr std::array<const char*, 8> names = {"", "running_header", "running_footer", "page_number", "navigation", "banner", "site_footer", "form"};
  return names[static_cast<size_t>(region)];
}

void print_table(const Table& table, std::ostream& out) {
  out << "    " << table.table_id << ": " << table.rows << " rows, " << table.cols << " columns, confidence " << table.confidence << "; " << table.evidence << "\n";
  if (!table.title.empty()) out << "    title: " << one_line(table.title) << "\n";
  for (int row = 0; row < table.rows; ++row) {
    out << "    ";
    for (const Cell& cell : table.cells)
      if (cell.row == row) out << "| " << one_line(cell.text) << " ";
    out << "|\n";
  }
}

void print_blocks(const Blocks& blocks, const InspectOptions& options, std::ostream& out) {
  for (size_t i = 0; i < blocks.blocks.size(); ++i) {
    const Block& block = blocks.blocks[i];
    if (!wanted(options, block.place.page)) continue;
    out << i << "  " << kind_name(block.kind);
    if (block.level) out << " " << block.level;
    if (block.region != Region::main) out << " " << region_name(block.region);
    if (block.bold) out << " bold";
    if (!block.label.empty()) out << " [" << block.label << "]";
    out << "  " << place(block.place) << "  " << one_line(block.text) << "\n";
    if (block.table >= 0) print_table(blocks.tables[static_cast<size_t>(block.table)], out);
  }
}

const char* node_name(NodeKind kind) {
  constexpr std::array<const char*, 10> names = {"document", "paper", "section", "question", "answer", "action", "paragraph", "list_item", "table", "furniture"};
  return names[static_cast<size_t>(kind)];
}

void print_outline(const Outline& outline, const InspectOptions& options, std::ostream& out) {
  out << "type " << outline.document_type << ", language " << outline.language << "\n";
  std::vector<int> depth(outline.nodes.size());
  for (size_t i = 0; i < outline.nodes.size(); ++i) {
    const Node& node = outline.nodes[i];
    depth[i] = node.parent < 0 ? 0 : depth[static_cast<size_t>(node.parent)] + 1;
    if (!wanted(options, node.place.page)) continue;
    out << std::string(static_cast<size_t>(depth[i]) * 2, ' ') << i << " " << node_name(node.kind);
    if (!node.label.empty()) out << " [" << node.label << "]";
    out << "  " << one_line(std::string(outline.slice(node.span))) << "\n";
  }
  for (const Exchange& exchange : outline.exchanges)
    out << "question " << exchange.number << ": " << one_line(exchange.question) << "\n  answer: " << one_line(exchange.answer) << "\n";
  for (const Fact& fact : outline.facts) out << fact.name << ": " << one_line(fact.value) << "\n";
}

void print_diagnostics(const Diagnostics& diagnostics, const InspectOptions& options, std::ostream& out) {
  for (const Diagnostic& d : diagnostics.list())
    if (wanted(options, d.place.page)) out << "! " << d.stage << " " << d.code << "  " << place(d.place) << "  " << d.message << "  " << one_line(d.raw) << "\n";
}

}  // namespace

int inspect(const InspectOptions& options, std::ostream& out) {
  const DocumentWords words = DocumentWords::load(options.vocabulary_directory);
  const Limits limits;
  Diagnostics diagnostics;
  const Document document = read(load_source({.path = options.file, .source = options.file}, limits.source_bytes), limits, diagnostics);
  if (!document.failure.empty()) {
    complain(options.file + ": " + document.failure);
    return 4;
  }
  const bool read_only = options.until == InspectUntil::read;
  const Blocks blocks = read_only ? Blocks{} : lay_out(document, words, diagnostics);
  if (options.svg) {
    out << draw_page(document, blocks, std::max(options.page, 1));
    return 0;
  }
  if (read_only) print_document(document, options, out);
  else if (options.until == InspectUntil::lay_out) print_blocks(blocks, options, out);
  else print_outline(find_structure(document, blocks, words, diagnostics), options, out);
  print_diagnostics(diagnostics, options, out);
  return 0;
}

}  // namespace muster
