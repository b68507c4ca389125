#include "tools/review/cover_names.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>
#include <string>

#include "dataset/personal_data.h"
#include "extractors/layout/lay_out.h"
#include "extractors/outline/find_structure.h"
#include "extractors/read/read.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr float clearance_pt = 1;             // letters reach a little beyond their boxes
constexpr size_t shortest_part_letters = 4;   // of words covered one by one; shorter ones stand everywhere
constexpr float most_share_of_picture = 0.5;  // of a page: what is larger is the page itself, scanned

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// A page's letters without white space, and the glyph of each byte.
struct Letters {
  std::string text;
  std::vector<size_t> glyph;
};

Letters letters_of(const Page& page) {
  Letters out;
  for (size_t i = 0; i < page.glyphs.size(); ++i)
    for (const char c : std::string_view(page.text).substr(page.glyphs[i].text_begin, page.glyphs[i].text_size)) {
      if (is_space(c)) continue;
      out.text += c;
      out.glyph.push_back(i);
    }
  return out;
}

std::string without_space(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out), [](char c) { return !is_space(c); });
  return out;
}

// The box of the page before it was straightened.
Box turned_back(const Box& box, const Page& page) {
  if (!page.from_ocr || page.skew_deg == 0) return box;
  const float turn = page.skew_deg * std::numbers::pi_v<float> / 180, cx = page.width / 2, cy = page.height / 2;
  Box out{page.width, page.height, 0, 0};
  for (const float x : {box.x0, box.x1})
    for (const float y : {box.y0, box.y1}) {
      const float px = cx + (x - cx) * std::cos(turn) - (y - cy) * std::sin(turn), py = cy + (x - cx) * std::sin(turn) + (y - cy) * std::cos(turn);
      out = {std::min(out.x0, px), std::min(out.y0, py), std::max(out.x1, px), std::max(out.y1, py)};
    }
  return out;
}

Box with_clearance(const Box& b) { return {b.x0 - clearance_pt, b.y0 - clearance_pt, b.x1 + clearance_pt, b.y1 + clearance_pt}; }

// Boxes of the glyphs at every place of the words; false when there is none.
bool cover_words(const Letters& letters, const std::string& words, const Page& page, std::vector<Box>& boxes) {
  const std::string wanted = without_space(words);
  bool found = false;
  if (wanted.empty()) return false;
  for (size_t at = letters.text.find(wanted); at != std::string::npos; at = letters.text.find(wanted, at + wanted.size())) {
    found = true;
    for (size_t i = at; i < at + wanted.size(); ++i) boxes.push_back(with_clearance(turned_back(page.glyphs[letters.glyph[i]].box, page)));
  }
  return found;
}

float area(const Box& b) { return std::max(0.0f, b.x1 - b.x0) * std::max(0.0f, b.y1 - b.y0); }

std::vector<std::string> personal_words(const Document& document, const DocumentWords& words) {
  Diagnostics ignored;
  const Outline outline = find_structure(document, lay_out(document, words, ignored), words, ignored);
  std::set<std::string> out;
  for (const PersonalData& p : find_personal_data(outline.text)) out.insert(p.text);
  return {out.begin(), out.end()};
}

}  // namespace

std::vector<Box> boxes_of_words(const Page& page, const std::vector<std::string>& words) {
  const Letters letters = letters_of(page);
  std::vector<Box> boxes;
  for (const std::string& text : words) {
    if (cover_words(letters, text, page, boxes)) continue;
    const std::string spaced = single_spaced(text);
    for (std::string_view part : split(spaced, ' '))
      if (part.size() >= shortest_part_letters) cover_words(letters, std::string(part), page, boxes);
  }
  return boxes;
}

std::optional<std::vector<Box>> boxes_to_cover(const Source& source, int page_number, const DocumentWords& words) {
  Diagnostics ignored;
  const Document document = read(source, Limits{}, ignored);
  const auto page = std::ranges::find(document.pages, page_number, &Page::number);
  if (page == document.pages.end()) return std::nullopt;
  std::vector<Box> boxes = boxes_of_words(*page, personal_words(document, words));
  for (const ImageBox& image : page->images) {
    const bool is_the_page = area(image.box) > most_share_of_picture * page->width * page->height;
    if (is_the_page && page->glyphs.empty()) return std::nullopt;
    if (!is_the_page) boxes.push_back(image.box);
  }
  return boxes;
}

}  // namespace muster
