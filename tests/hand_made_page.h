// Pages made by hand: words of half-em letters at given places, rules and bands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schemas/document.h"

namespace muster {

class HandMadePage {
 public:
  explicit HandMadePage(float size_pt = 10) : size_(size_pt) {
    page_.number = 1;
    page_.width = 600;
    page_.height = 800;
    document_.media_type = "application/pdf";
    document_.page_count = 1;
    document_.styles = {{"Body", size_pt}, {"Body-Bold", size_pt, true}, {"Small", size_pt * 0.6f}};
  }

  // Text from x on the baseline y; every letter is half an em wide, blanks included.
  HandMadePage& text(float x, float y, std::string_view letters, uint16_t style = 0) {
    GlyphRun run{uint32_t(page_.glyphs.size()), 0, {}, y, style};
    const float size = document_.styles[style].size_pt, step = size / 2;
    for (const char c : letters) {
      page_.glyphs.push_back({{x, y - 0.7f * size, x + step, y + 0.2f * size}, uint32_t(page_.text.size()), 1});
      run.box = united(run.box, page_.glyphs.back().box);
      page_.text += c;
      x += step;
    }
    run.glyph_count = uint32_t(letters.size());
    page_.runs.push_back(run);
    return *this;
  }

  // Text that ends at x.
  HandMadePage& right(float x, float y, std::string_view letters, uint16_t style = 0) {
    return text(x - float(letters.size()) * document_.styles[style].size_pt / 2, y, letters, style);
  }

  // Text with its middle at x.
  HandMadePage& centered(float x, float y, std::string_view letters, uint16_t style = 0) {
    return text(x - float(letters.size()) * document_.styles[style].size_pt / 4, y, letters, style);
  }

  HandMadePage& across(float y, float x0, float x1) {
    page_.rulings.push_back({{x0, y - 0.25f, x1, y + 0.25f}, true});
    return *this;
  }
  HandMadePage& down(float x, float y0, float y1) {
    page_.rulings.push_back({{x - 0.25f, y0, x + 0.25f, y1}, false});
    return *this;
  }

  HandMadePage& shade(Box box, uint32_t rgb = 0x808080) {
    page_.shadings.push_back({box, rgb});
    return *this;
  }
  // Text on its side that reads up: from y upwards, its baseline at x.
  HandMadePage& text_up(float x, float y, std::string_view letters) {
    const float step = size_ / 2;
    for (const char c : letters) {
      GlyphRun run{uint32_t(page_.glyphs.size()), 1, {x - 0.7f * size_, y - step, x + 0.2f * size_, y}, x, 0, 270};
      page_.glyphs.push_back({run.box, uint32_t(page_.text.size()), 1});
      page_.text += c;
      page_.runs.push_back(run);
      y -= step;
    }
    return *this;
  }
  // The text drawn last belongs to that element of the structure tree.
  HandMadePage& tagged(int tag) {
    page_.runs.back().tag = tag;
    return *this;
  }

  Document document() const {
    Document whole = document_;
    whole.pages = {page_};
    return whole;
  }
  const Page& page() const { return page_; }
  const std::vector<TextStyle>& styles() const { return document_.styles; }

 private:
  float size_;
  Page page_;
  Document document_;
};

}  // namespace muster
