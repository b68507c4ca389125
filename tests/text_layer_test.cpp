#include "extractors/ocr/text_layer.h"

#include <doctest/doctest.h>

using namespace muster;

namespace {

Page page_with(size_t visible, size_t invisible, float picture_width) {
  Page page{.number = 1, .width = 600, .height = 800};
  const auto add = [&](size_t glyphs, bool hidden) {
    if (glyphs == 0) return;
    GlyphRun& run = page.runs.emplace_back();
    run.glyph_count = static_cast<uint32_t>(glyphs);
    run.invisible = hidden;
  };
  add(visible, false);
  add(invisible, true);
  if (picture_width > 0) page.images.push_back({{0, 0, picture_width, 800}});
  return page;
}

}  // namespace

TEST_CASE("text_layer_of: whether a page's text is drawn, hidden or missing") {
  struct Case { const char* story; size_t visible, invisible; float picture_width; TextLayer expected; };
  const Case cases[] = {
      {"an ordinary page", 2000, 0, 0, TextLayer::drawn},
      {"a page with a photograph", 900, 0, 200, TextLayer::drawn},
      {"a full page over a background picture", 900, 0, 600, TextLayer::drawn},
      {"a scan", 0, 0, 600, TextLayer::missing},
      {"a scan with a stamp", 40, 0, 590, TextLayer::missing},
      {"a scan that was made searchable", 0, 1800, 600, TextLayer::hidden},
      {"the same with a stamp", 30, 1800, 600, TextLayer::hidden},
      {"a blank page", 0, 0, 0, TextLayer::drawn},
      {"only a small picture: it may hold the text", 0, 0, 100, TextLayer::missing},
  };
  for (const Case& c : cases) CHECK_MESSAGE(text_layer_of(page_with(c.visible, c.invisible, c.picture_width)) == c.expected, c.story);
}

TEST_CASE("reads_like_text: words and figures, not broken encodings") {
  struct Case { const char* text; bool expected; };
  const Case cases[] = {
      {"The team has eleven posts of which two were empty at the end of March", true},
      {"Posts 12.0 13.5 14 Empty 2.0 1.5 3 Rate (%) 16.7 11.1 21.4", true},
      {"too short to tell", true},
      {"xqvk zzrt pwnm bcdf ghjk lmnp qrst vwxz kkjh trwp", false},
      {"T h e t e a m h a s e l e v e n p o s t s", false},
      {"\u25A1\u25A1\u25A1 \u25A1\u25A1\u25A1\u25A1 \u25A1\u25A1 \u25A1\u25A1\u25A1\u25A1 \u25A1\u25A1 \u25A1\u25A1\u25A1 \u25A1\u25A1 \u25A1\u25A1 \u25A1\u25A1\u25A1", false},
  };
  for (const Case& c : cases) CHECK_MESSAGE(reads_like_text(c.text) == c.expected, c.text);
}

TEST_CASE("shared_words: how much of one text stands in another") {
  CHECK(shared_words("Eleven posts, 12.5 filled", "12.5 of eleven posts are filled") == doctest::Approx(1));
  CHECK(shared_words("Eleven posts, filled", "Library opening hours") == doctest::Approx(0));
  CHECK(shared_words("posts posts", "posts") == doctest::Approx(0.5));
  CHECK(shared_words("", "anything") == doctest::Approx(1));
}
