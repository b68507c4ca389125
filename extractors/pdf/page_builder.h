// Private to extractors/pdf, yet free of Poppler: gathers drawn glyphs into the runs of a Page.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "extractors/read/limits.h"
#include "schemas/document.h"

namespace muster {

// Document::styles with each style once.
class StyleTable {
 public:
  explicit StyleTable(std::vector<TextStyle>& styles) : styles_(styles) {}
  uint16_t index_of(const TextStyle& style);
  uint16_t bold_variant(uint16_t index);

 private:
  using Key = std::tuple<std::string, float, bool, bool, uint32_t>;
  std::vector<TextStyle>& styles_;
  std::map<Key, uint16_t> known_;
};

// What all glyphs of a run have in common.
struct RunTraits {
  float baseline = 0;
  float size_pt = 0;
  uint16_t style = 0;
  uint16_t rotation = 0;
  bool skewed = false, invisible = false, artifact = false;
  int32_t mcid = -1, tag = -1;
  bool operator==(const RunTraits&) const = default;
};

class PageBuilder {
 public:
  PageBuilder(Page& page, StyleTable& styles, const Limits& limits) : page_(page), styles_(styles), limits_(limits) {}

  // Glyphs of another show operation start another run.
  void begin_show() { run_open_ = false; }
  void add_glyph(const RunTraits& traits, const Box& box, std::string_view text);

  // Between the two calls glyphs only show; their letters are `text`, spread over the boxes of the glyphs.
  // An empty text takes the glyphs out. A lone soft hyphen leaves them: the hyphen that is seen tells that the word goes on.
  void begin_actual_text(std::string text);
  void end_actual_text();

  // An opaque picture painted over glyphs hides them: they are an OCR layer.
  void hide_under(const Box& picture);

  bool full() const { return page_.glyphs.size() >= limits_.glyphs_per_page; }
  size_t outside_page() const { return outside_page_; }  // glyphs that lie off the page and were left out

 private:
  bool is_double(const RunTraits& traits, const Box& box, std::string_view text);
  bool join_mark(std::string_view text);
  std::string with_accent_before(const RunTraits& traits, const Box& box, std::string_view text);
  void put(const RunTraits& traits, const Box& box, std::string_view text);
  bool shows_nothing(size_t first_glyph) const;  // glyphs from there on are blanks
  void truncate(size_t glyphs, size_t runs);
  void replace_one_for_one(size_t first_glyph, const std::vector<std::string_view>& letters);
  void spread(const RunTraits& traits, const Box& extent, const std::vector<std::string_view>& letters);

  struct ActualText {
    std::string text;
    size_t first_glyph = 0, first_run = 0;
  };
  struct Seen {
    uint32_t glyph = 0, run = 0;
  };

  Page& page_;
  StyleTable& styles_;
  const Limits& limits_;
  RunTraits traits_;
  bool run_open_ = false;
  std::vector<ActualText> actual_;
  std::unordered_map<uint64_t, Seen> seen_;  // by text and place, to find glyphs drawn twice
  size_t outside_page_ = 0;
};

}  // namespace muster
