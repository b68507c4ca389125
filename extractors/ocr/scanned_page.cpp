#include "extractors/ocr/scanned_page.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace muster {
namespace {

// Sizes that differ by less are one font: a word's height is measured to half a pixel, and fonts differ in their proportions.
constexpr float one_font_ratio = 1.12f;
// A gap up to this is a word space; a wider one parts columns.
constexpr float widest_blank_em = 0.6f;
constexpr float ordinary_size_pt = 10;  // of a page whose words are all signs

uint16_t style_index(const TextStyle& style, std::vector<TextStyle>& styles) {
  const auto found = std::find(styles.begin(), styles.end(), style);
  if (found == styles.end() && styles.size() < UINT16_MAX) {
    styles.push_back(style);
    return static_cast<uint16_t>(styles.size() - 1);
  }
  return static_cast<uint16_t>(found == styles.end() ? 0 : found - styles.begin());
}

// The sizes of the page's fonts: measured sizes that lie close together are one, their median.
std::vector<float> font_sizes(const std::vector<float>& measured) {
  std::vector<float> sorted = measured, out;
  std::erase(sorted, 0.0f);
  std::sort(sorted.begin(), sorted.end());
  for (auto first = sorted.begin(); first != sorted.end();) {
    auto last = first;
    while (last != sorted.end() && *last <= *first * one_font_ratio) ++last;
    out.push_back(*(first + (last - first) / 2));
    first = last;
  }
  return out;
}

// The median size of a line's words: one for the whole line, 0 when none could be measured.
std::vector<float> line_sizes(const std::vector<ScannedWord>& words) {
  std::vector<float> out(words.size());
  for (size_t first = 0, end = 0; first < words.size(); first = end) {
    for (end = first; end < words.size() && !words[end].line_end;) ++end;
    end = std::min(end + 1, words.size());
    std::vector<float> sizes;
    for (size_t i = first; i < end; ++i)
      if (words[i].size_pt > 0) sizes.push_back(words[i].size_pt);
    std::sort(sizes.begin(), sizes.end());
    std::fill(out.begin() + static_cast<std::ptrdiff_t>(first), out.begin() + static_cast<std::ptrdiff_t>(end), sizes.empty() ? 0 : sizes[sizes.size() / 2]);
  }
  return out;
}

float nearest(const std::vector<float>& sizes, float size) {
  if (sizes.empty()) return ordinary_size_pt;
  const auto further = [&](float a, float b) { return std::abs(a - size) < std::abs(b - size); };
  return *std::min_element(sizes.begin(), sizes.end(), further);
}

size_t letter_bytes(std::string_view text) {
  size_t n = 1;
  while (n < text.size() && (static_cast<unsigned char>(text[n]) & 0xC0) == 0x80) ++n;
  return n;
}

void add_glyph(Page& page, const Box& box, std::string_view text) {
  page.glyphs.push_back({box, static_cast<uint32_t>(page.text.size()), static_cast<uint8_t>(text.size())});
  page.text += text;
}

void add_run(Page& page, const ScannedWord& word, uint16_t style) {
  GlyphRun& run = page.runs.emplace_back();
  run.first_glyph = static_cast<uint32_t>(page.glyphs.size());
  run.box = word.box;
  run.baseline = word.baseline;
  run.style = style;
  run.certainty = word.certainty;
  std::string_view left = word.text;
  for (const Box& letter : word.letters) {
    if (left.empty()) break;
    add_glyph(page, letter, left.substr(0, letter_bytes(left)));
    left.remove_prefix(letter_bytes(left));
  }
  run.glyph_count = static_cast<uint32_t>(page.glyphs.size()) - run.first_glyph;
}

// The blank between two words of a line goes with the first.
void add_blank(Page& page, const ScannedWord& word, const ScannedWord& next, float size_pt) {
  const float gap = next.box.x0 - word.box.x1;
  if (gap <= 0 || gap > widest_blank_em * size_pt) return;
  add_glyph(page, {word.box.x1, word.box.y0, next.box.x0, word.box.y1}, " ");
  ++page.runs.back().glyph_count;
}

}  // namespace

void fill_page(const ScanReading& reading, Page& page, std::vector<TextStyle>& styles) {
  page.text.clear();
  page.glyphs.clear();
  page.runs.clear();
  page.shadings.clear();
  page.images.clear();  // the paper itself
  page.rulings = reading.rulings;
  page.from_ocr = true;
  page.skew_deg = reading.skew_deg;
  if (std::lround(reading.skew_deg / 90) % 2 != 0) std::swap(page.width, page.height);
  const std::vector<float> measured = line_sizes(reading.words), fonts = font_sizes(measured);
  for (size_t i = 0; i < reading.words.size(); ++i) {
    const ScannedWord& word = reading.words[i];
    const float size = nearest(fonts, measured[i]);
    add_run(page, word, style_index({.size_pt = size}, styles));
    if (!word.line_end && i + 1 < reading.words.size()) add_blank(page, word, reading.words[i + 1], size);
  }
}

void report_legibility(const ScanReading& reading, int page, Diagnostics& diagnostics) {
  constexpr float doubtful_certainty = 0.6f;  // below it, on average, a page is hardly legible
  float sum = 0;
  for (const ScannedWord& word : reading.words) sum += word.certainty;
  const float mean = reading.words.empty() ? 0 : sum / static_cast<float>(reading.words.size());
  if (const long quarters = std::lround(-reading.skew_deg / 90); quarters != 0)
    diagnostics.add({.stage = "read", .code = "page_turned", .severity = Severity::info, .place = {.page = page},
                     .message = "the page lies on its side or upside down; it was read turned clockwise by " + std::to_string((quarters % 4 + 4) % 4 * 90) + " degrees"});
  if (mean < doubtful_certainty)
    diagnostics.add({.stage = "read", .code = "scan_hardly_legible", .place = {.page = page},
                     .message = "the page was read with a mean certainty of " + std::to_string(static_cast<int>(100 * mean)) + " %"});
}

}  // namespace muster
