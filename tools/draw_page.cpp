#include "tools/draw_page.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>

namespace muster {
namespace {

std::string number(float value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.2f", static_cast<double>(value));
  return text.data();
}

std::string colour(uint32_t rgb) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "#%06x", rgb & 0xFFFFFF);
  return text.data();
}

std::string escaped(const std::string& text) {
  std::string out;
  for (char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

class Drawing {
 public:
  Drawing(float width, float height) {
    svg_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(width) + " " + number(height) + "\" width=\"" + number(width) +
           "\" height=\"" + number(height) + "\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n";
  }

  void box(const Box& b, const std::string& style, const std::string& title = {}) {
    svg_ += "<rect x=\"" + number(b.x0) + "\" y=\"" + number(b.y0) + "\" width=\"" + number(b.width()) + "\" height=\"" + number(b.height()) + "\" " + style;
    svg_ += title.empty() ? "/>\n" : "><title>" + escaped(title) + "</title></rect>\n";
  }

  // `xs` is where the text begins, or a list of the places of its letters; `rotation` as in GlyphRun.
  void text(float x, float y, const std::string& words, float size, const std::string& style, const std::string& xs = {}, int rotation = 0) {
    svg_ += "<text x=\"" + (xs.empty() ? number(x) : xs) + "\" y=\"" + number(y) + "\" font-size=\"" + number(size) + "\" " + style;
    if (rotation != 0) svg_ += " transform=\"rotate(" + std::to_string(rotation) + " " + number(x) + " " + number(y) + ")\"";
    svg_ += ">" + escaped(words) + "</text>\n";
  }

  void group(const char* id) { svg_ += std::string(open_ ? "</g>\n" : "") + "<g id=\"" + id + "\">\n", open_ = true; }
  std::string take() { return svg_ + (open_ ? "</g>\n</svg>\n" : "</svg>\n"); }

 private:
  std::string svg_;
  bool open_ = false;
};

void draw_run(const Page& page, const GlyphRun& run, const std::vector<TextStyle>& styles, Drawing& out) {
  const TextStyle& style = styles[run.style];
  std::string look = "font-family=\"sans-serif\" fill=\"" + (run.invisible ? std::string("#c0f") : colour(style.rgb)) + "\"";
  if (style.bold) look += " font-weight=\"bold\"";
  if (style.italic) look += " font-style=\"italic\"";
  if (run.artifact) look += " opacity=\"0.5\"";
  const Box& b = run.box;
  float x = b.x0, y = run.baseline;
  if (run.rotation == 90) x = run.baseline, y = b.y0;
  if (run.rotation == 180) x = b.x1;
  if (run.rotation == 270) x = run.baseline, y = b.y1;
  std::string xs;  // the viewer's font is not the document's: every letter in its place
  for (uint32_t i = 0; run.rotation == 0 && i < run.glyph_count; ++i) xs += number(page.glyphs[run.first_glyph + i].box.x0) + " ";
  out.text(x, y, run_text(page, run), style.size_pt, look, xs, run.rotation);
}

void draw_recorded(const Page& page, const std::vector<TextStyle>& styles, Drawing& out) {
  out.group("shadings");
  for (const Shading& s : page.shadings) out.box(s.box, "fill=\"" + colour(s.rgb) + "\" fill-opacity=\"0.5\"");
  out.group("images");
  for (const ImageBox& i : page.images) out.box(i.box, "fill=\"#ddd\" stroke=\"#999\" stroke-dasharray=\"4 2\"", "picture");
  out.group("rulings");
  for (const Ruling& r : page.rulings) {
    const bool white = r.rgb == 0xFFFFFF;  // drawn pink, or it could not be seen
    out.box(r.box, "fill=\"" + (white ? std::string("#fbb") : colour(r.rgb)) + "\" stroke=\"#f80\" stroke-width=\"0.3\"");
  }
  out.group("links");
  for (const Link& l : page.links) out.box(l.box, "fill=\"none\" stroke=\"#06c\" stroke-width=\"0.4\"", l.target);
  out.group("text");
  for (const GlyphRun& run : page.runs) draw_run(page, run, styles, out);
}

const char* kind_name(const Block& block) {
  if (block.region == Region::running_header) return "header";
  if (block.region == Region::running_footer) return "footer";
  if (block.region == Region::page_number) return "page number";
  constexpr std::array<const char*, 5> names = {"paragraph", "heading", "list item", "table", "picture"};
  return names[static_cast<size_t>(block.kind)];
}

const char* kind_colour(const Block& block) {
  if (block.region != Region::main) return "#999";
  constexpr std::array<const char*, 5> colours = {"#2a2", "#c00", "#06c", "#a0a", "#888"};
  return colours[static_cast<size_t>(block.kind)];
}

void draw_blocks(const Blocks& blocks, int page, Drawing& out) {
  out.group("blocks");
  for (size_t i = 0; i < blocks.blocks.size(); ++i) {
    const Block& block = blocks.blocks[i];
    if (block.place.page != page) continue;
    const std::string stroke = kind_colour(block);
    out.box(block.place.box, "fill=\"none\" stroke-width=\"0.7\" stroke=\"" + stroke + "\"", block.text);
    const std::string level = block.level > 0 ? " " + std::to_string(block.level) : "";
    const std::string label = block.label.empty() ? "" : " [" + block.label + "]";
    out.text(block.place.box.x0, block.place.box.y0 - 0.5f, std::to_string(i) + " " + kind_name(block) + level + label, 5, "fill=\"" + stroke + "\" font-family=\"monospace\"");
  }
}

const char* cell_letter(CellKind kind) {
  constexpr std::array<const char*, 6> letters = {"-", "d", "C", "R", "S", "T"};
  return letters[static_cast<size_t>(kind)];
}

void draw_tables(const std::vector<Table>& tables, int page, Drawing& out) {
  out.group("tables");
  for (const Table& table : tables)
    for (const Cell& cell : table.cells) {
      if (cell.place.page != page || cell.place.box.empty()) continue;
      out.box(cell.place.box, "fill=\"#a0a\" fill-opacity=\"0.06\" stroke=\"#a0a\" stroke-width=\"0.4\"", cell.text);
      const std::string name = table.table_id + " " + std::to_string(cell.row) + "," + std::to_string(cell.col) + cell_letter(cell.kind);
      out.text(cell.place.box.x0 + 1, cell.place.box.y0 + 4, name, 4, "fill=\"#a0a\" font-family=\"monospace\"");
    }
}

}  // namespace

std::string draw_page(const Document& document, const Blocks& blocks, int page_number) {
  const auto page = std::find_if(document.pages.begin(), document.pages.end(), [&](const Page& p) { return p.number == page_number; });
  if (page == document.pages.end()) throw std::runtime_error("the document has no page " + std::to_string(page_number) + " with a layout to draw");
  Drawing out(page->width, page->height);
  draw_recorded(*page, document.styles, out);
  draw_blocks(blocks, page_number, out);
  draw_tables(blocks.tables, page_number, out);
  return out.take();
}

}  // namespace muster
