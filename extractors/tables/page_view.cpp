#include "extractors/tables/page_view.h"

#include <algorithm>
#include <array>

#include "extractors/tables/glyph_words.h"
#include "extractors/tables/rules_of_signs.h"

namespace muster {
namespace {

// Sideways text below this many glyphs is a margin note or an axis label, and gets no view of its own.
constexpr size_t least_glyphs_of_view = 40;

Box turned_box(const Box& b, int turn, float width, float height) {
  switch (turn) {
    case 90: return {b.y0, width - b.x1, b.y1, width - b.x0};
    case 180: return {width - b.x1, height - b.y1, width - b.x0, height - b.y0};
    case 270: return {height - b.y1, b.x0, height - b.y0, b.x1};
    default: return b;
  }
}

float turned_baseline(float baseline, int turn, float width, float height) {
  if (turn == 90) return width - baseline;
  return turn == 180 ? height - baseline : baseline;
}

// How many glyphs run in each direction: 0, 90, 180, 270.
std::array<size_t, 4> glyphs_by_turn(const Page& page) {
  std::array<size_t, 4> counts{};
  for (const GlyphRun& run : page.runs)
    if (!run.skewed) counts[size_t(run.rotation / 90 % 4)] += run.glyph_count;
  return counts;
}

// Text that a reader cannot see is left out, unless the whole page is such text over a picture of it.
bool keeps_invisible(const Page& page) {
  size_t invisible = 0, visible = 0;
  for (const GlyphRun& run : page.runs) (run.invisible ? invisible : visible) += run.glyph_count;
  return page.from_ocr || invisible > visible;
}

std::vector<UprightGlyph> upright_glyphs(const Page& page, const std::vector<TextStyle>& styles, int turn) {
  const bool invisible_too = keeps_invisible(page);
  std::vector<UprightGlyph> glyphs;
  for (const GlyphRun& run : page.runs) {
    if (run.rotation != turn || run.skewed || (run.invisible && !invisible_too)) continue;
    const TextStyle* style = run.style < styles.size() ? &styles[run.style] : nullptr;
    const float baseline = turned_baseline(run.baseline, turn, page.width, page.height);
    for (uint32_t i = 0; i < run.glyph_count; ++i) {
      const Glyph& g = page.glyphs[run.first_glyph + i];
      const Box box = turned_box(g.box, turn, page.width, page.height);
      glyphs.push_back({box, baseline, style ? style->size_pt : box.height(), std::string_view(page.text).substr(g.text_begin, g.text_size),
                        style, run.tag});
    }
  }
  return glyphs;
}

// A word that runs in another direction than the view's.
TableWord seen_sideways(TableWord word, int from_turn, int to_turn, const Page& page) {
  const bool across = from_turn % 180 != 0;
  const float width = across ? page.height : page.width, height = across ? page.width : page.height;
  const auto to_view = [&](const Box& b) {
    return turned_box(turned_box(b, (360 - from_turn) % 360, width, height), to_turn, page.width, page.height);
  };
  word.box = to_view(word.box);
  for (Box& glyph : word.glyphs) glyph = to_view(glyph);
  word.baseline = word.box.y1;
  word.turn = (from_turn - to_turn + 360) % 360;
  return word;
}

Ruling turned_ruling(Ruling r, int turn, const Page& page) {
  r.box = turned_box(r.box, turn, page.width, page.height);
  r.horizontal = r.horizontal != (turn % 180 != 0);
  return r;
}

PageView view_of(const Page& page, int turn, const std::array<std::vector<TableWord>, 4>& words) {
  PageView view{page.number, turn, page.width, page.height};
  if (turn % 180) std::swap(view.width, view.height);
  view.words = words[size_t(turn / 90)];
  for (int other = 0; other < 360; other += 90)
    if (other != turn)
      for (const TableWord& word : words[size_t(other / 90)]) view.words.push_back(seen_sideways(word, other, turn, page));
  for (const Shading& s : page.shadings) view.shadings.push_back({turned_box(s.box, turn, page.width, page.height), s.rgb});
  for (const ImageBox& image : page.images) view.images.push_back({turned_box(image.box, turn, page.width, page.height)});
  std::vector<Ruling> rulings = rules_of_signs(view.words);
  for (const Ruling& r : page.rulings) rulings.push_back(turned_ruling(r, turn, page));
  view.edges = joined_edges(find_edges(rulings, view.shadings));
  return view;
}

}  // namespace

std::vector<PageView> page_views(const Page& page, const std::vector<TextStyle>& styles) {
  const auto counts = glyphs_by_turn(page);
  std::array<std::vector<TableWord>, 4> words;
  for (size_t i = 0; i < 4; ++i)
    if (counts[i]) words[i] = words_of_glyphs(upright_glyphs(page, styles, int(i) * 90));
  const size_t main = size_t(std::max_element(counts.begin(), counts.end()) - counts.begin());
  std::vector<PageView> views{view_of(page, int(main) * 90, words)};
  for (size_t i = 0; i < 4; ++i)
    if (i != main && counts[i] >= least_glyphs_of_view) views.push_back(view_of(page, int(i) * 90, words));
  return views;
}

Box on_page(const PageView& view, const Box& box) {
  return turned_box(box, (360 - view.turn) % 360, view.width, view.height);
}

}  // namespace muster
