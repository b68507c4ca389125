#include "extractors/pdf/page_builder.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>

#include "extractors/read/clean_text.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Bold is sometimes faked by drawing text twice, a fraction of a point apart; two real letters are never so close.
constexpr float double_distance_em = 0.1f;
constexpr float double_cell_pt = 2.0f;  // grid of the search for doubles; wider than the distance at ordinary sizes
constexpr size_t longest_glyph_text = 255;  // Glyph::text_size
constexpr std::string_view soft_hyphen = "\xC2\xAD";

bool vertical(const RunTraits& traits) { return traits.rotation == 90 || traits.rotation == 270; }

uint64_t cell_key(std::string_view text, int x, int y) {
  uint64_t h = std::hash<std::string_view>{}(text);
  h ^= (static_cast<uint64_t>(static_cast<uint32_t>(x)) << 32 | static_cast<uint32_t>(y)) * 0x9E3779B97F4A7C15u;
  return h;
}

bool is_combining_mark(std::string_view text) {  // U+0300..U+036F
  const auto b = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  return text.size() == 2 && ((b(0) == 0xCC) || (b(0) == 0xCD && b(1) <= 0xAF));
}

// The combining form of an accent that TeX and old typesetters print as a glyph of its own before the letter.
std::string_view combining_form(std::string_view accent) {
  constexpr std::pair<std::string_view, std::string_view> forms[] = {
      {"`", "\u0300"}, {"\u00B4", "\u0301"}, {"\u02C6", "\u0302"}, {"\u02DC", "\u0303"}, {"\u00AF", "\u0304"},
      {"\u02D8", "\u0306"}, {"\u00A8", "\u0308"}, {"\u02DA", "\u030A"}, {"\u02C7", "\u030C"}, {"\u00B8", "\u0327"}};
  for (const auto& [spacing, combining] : forms)
    if (accent == spacing) return combining;
  return {};
}

std::vector<std::string_view> letters_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (size_t begin = 0, end = 0; begin < text.size(); begin = end) {
    end = begin + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    out.push_back(text.substr(begin, end - begin));
  }
  return out;
}

}  // namespace

uint16_t StyleTable::index_of(const TextStyle& style) {
  const auto [found, added] = known_.try_emplace(Key{style.font, style.size_pt, style.bold, style.italic, style.rgb},
                                                 static_cast<uint16_t>(std::min<size_t>(styles_.size(), UINT16_MAX)));
  if (added && styles_.size() <= UINT16_MAX) styles_.push_back(style);
  return found->second;
}

uint16_t StyleTable::bold_variant(uint16_t index) {
  TextStyle style = styles_[index];
  style.bold = true;
  return index_of(style);
}

void PageBuilder::add_glyph(const RunTraits& traits, const Box& box, std::string_view text) {
  if (text.empty() || full()) return;
  if (box.x1 < 0 || box.y1 < 0 || box.x0 > page_.width || box.y0 > page_.height) {
    ++outside_page_;
    run_open_ = false;
    return;
  }
  if (join_mark(text)) return;
  if (text != " " && actual_.empty() && is_double(traits, box, text)) return;
  const std::string accented = with_accent_before(traits, box, text);
  put(traits, box, accented.empty() ? text : std::string_view(accented));
}

// An accent printed over the letter that follows: takes the accent's glyph out and gives the letter with it; else empty.
std::string PageBuilder::with_accent_before(const RunTraits& traits, const Box& box, std::string_view text) {
  if (page_.glyphs.empty() || !actual_.empty() || text.size() != 1 || !is_letter(text[0])) return {};
  const Glyph accent = page_.glyphs.back();
  const std::string_view combining = combining_form(std::string_view(page_.text).substr(accent.text_begin, accent.text_size));
  if (combining.empty() || !box.contains(accent.box.center_x(), box.center_y()) || vertical(traits)) return {};
  if (page_.runs.back().baseline != traits.baseline) return {};
  page_.text.resize(accent.text_begin);
  page_.glyphs.pop_back();
  if (--page_.runs.back().glyph_count == 0) page_.runs.pop_back(), run_open_ = false;
  return clean_text(std::string(text) + std::string(combining));
}

void PageBuilder::put(const RunTraits& traits, const Box& box, std::string_view text) {
  if (!run_open_ || !(traits == traits_)) {
    GlyphRun& run = page_.runs.emplace_back();
    run.first_glyph = static_cast<uint32_t>(page_.glyphs.size());
    run.box = box;
    run.baseline = traits.baseline;
    run.style = traits.style;
    run.rotation = traits.rotation;
    run.skewed = traits.skewed;
    run.invisible = traits.invisible;
    run.mcid = traits.mcid;
    run.tag = traits.tag;
    run.artifact = traits.artifact;
    traits_ = traits;
    run_open_ = true;
  }
  GlyphRun& run = page_.runs.back();
  run.box = united(run.box, box);
  ++run.glyph_count;
  text = text.substr(0, longest_glyph_text);
  page_.glyphs.push_back({box, static_cast<uint32_t>(page_.text.size()), static_cast<uint8_t>(text.size())});
  page_.text += text;
}

// A combining accent drawn as a glyph of its own belongs to the letter before it.
bool PageBuilder::join_mark(std::string_view text) {
  if (!is_combining_mark(text) || !run_open_ || page_.glyphs.empty()) return false;
  Glyph& letter = page_.glyphs.back();
  const std::string composed = clean_text(page_.text.substr(letter.text_begin) + std::string(text));
  if (composed.size() > longest_glyph_text) return false;
  page_.text.resize(letter.text_begin);
  page_.text += composed;
  letter.text_size = static_cast<uint8_t>(composed.size());
  return true;
}

// Looks the glyph up among those already drawn, and enters it. A double makes the run it repeats bold.
bool PageBuilder::is_double(const RunTraits& traits, const Box& box, std::string_view text) {
  const float reach = double_distance_em * traits.size_pt;
  const float x = box.center_x(), y = box.center_y();
  const int x0 = static_cast<int>(std::floor((x - reach) / double_cell_pt)), x1 = static_cast<int>(std::floor((x + reach) / double_cell_pt));
  const int y0 = static_cast<int>(std::floor((y - reach) / double_cell_pt)), y1 = static_cast<int>(std::floor((y + reach) / double_cell_pt));
  constexpr int widest = 8;  // cells; letters of more than 80 points are not looked up, headlines are not doubled
  if (x1 - x0 > widest || y1 - y0 > widest) return false;
  for (int cx = x0; cx <= x1; ++cx)
    for (int cy = y0; cy <= y1; ++cy) {
      const auto found = seen_.find(cell_key(text, cx, cy));
      if (found == seen_.end()) continue;
      const Box& other = page_.glyphs[found->second.glyph].box;
      GlyphRun& run = page_.runs[found->second.run];
      const bool same_size = std::abs(other.height() - box.height()) <= reach;
      if (!same_size || run.rotation != traits.rotation || run.invisible != traits.invisible) continue;
      if (std::abs(other.center_x() - x) > reach || std::abs(other.center_y() - y) > reach) continue;
      if (!(other == box)) run.style = styles_.bold_variant(run.style);
      return true;
    }
  const auto run = static_cast<uint32_t>(page_.runs.size() - (run_open_ && traits == traits_ ? 1 : 0));
  seen_[cell_key(text, static_cast<int>(std::floor(x / double_cell_pt)), static_cast<int>(std::floor(y / double_cell_pt)))] =
      {static_cast<uint32_t>(page_.glyphs.size()), run};
  return false;
}

void PageBuilder::begin_actual_text(std::string text) {
  actual_.push_back({std::move(text), page_.glyphs.size(), page_.runs.size()});
  run_open_ = false;
}

void PageBuilder::end_actual_text() {
  if (actual_.empty()) return;
  const ActualText actual = std::move(actual_.back());
  actual_.pop_back();
  run_open_ = false;
  if (page_.glyphs.size() == actual.first_glyph) return;
  if (actual.text == soft_hyphen) {  // where nothing is seen of it the word is whole
    if (shows_nothing(actual.first_glyph)) truncate(actual.first_glyph, actual.first_run);
    return;
  }
  const std::string text = clean_text(actual.text);
  const std::vector<std::string_view> letters = letters_of(text);
  const size_t shown = page_.glyphs.size() - actual.first_glyph;
  if (letters.size() == shown && page_.runs.size() == actual.first_run + 1)
    return replace_one_for_one(actual.first_glyph, letters);
  const GlyphRun& first = page_.runs[actual.first_run];
  Box extent = first.box;
  for (size_t i = actual.first_run + 1; i < page_.runs.size(); ++i)
    if (page_.runs[i].baseline == first.baseline) extent = united(extent, page_.runs[i].box);
  RunTraits traits{.baseline = first.baseline, .style = first.style, .rotation = first.rotation, .skewed = first.skewed,
                   .invisible = first.invisible, .artifact = first.artifact, .mcid = first.mcid, .tag = first.tag};
  truncate(actual.first_glyph, actual.first_run);
  spread(traits, extent, letters);
  run_open_ = false;
}

bool PageBuilder::shows_nothing(size_t first_glyph) const {
  return std::string_view(page_.text).substr(page_.glyphs[first_glyph].text_begin).find_first_not_of(' ') == std::string_view::npos;
}

void PageBuilder::truncate(size_t glyphs, size_t runs) {
  page_.text.resize(page_.glyphs[glyphs].text_begin);
  page_.glyphs.resize(glyphs);
  page_.runs.resize(runs);
}

void PageBuilder::replace_one_for_one(size_t first_glyph, const std::vector<std::string_view>& letters) {
  page_.text.resize(page_.glyphs[first_glyph].text_begin);
  for (size_t i = 0; i < letters.size(); ++i) {
    Glyph& glyph = page_.glyphs[first_glyph + i];
    glyph.text_begin = static_cast<uint32_t>(page_.text.size());
    glyph.text_size = static_cast<uint8_t>(letters[i].size());
    page_.text += letters[i];
  }
}

// Every letter gets an equal part of the extent, along the direction of reading.
void PageBuilder::spread(const RunTraits& traits, const Box& extent, const std::vector<std::string_view>& letters) {
  const auto n = static_cast<float>(letters.size());
  for (size_t i = 0; i < letters.size() && !full(); ++i) {
    const bool backwards = traits.rotation == 180 || traits.rotation == 270;
    const float from = (backwards ? n - 1 - static_cast<float>(i) : static_cast<float>(i)) / n, to = from + 1 / n;
    Box box = extent;
    if (vertical(traits)) box.y0 = extent.y0 + from * extent.height(), box.y1 = extent.y0 + to * extent.height();
    else box.x0 = extent.x0 + from * extent.width(), box.x1 = extent.x0 + to * extent.width();
    put(traits, box, letters[i] == "\n" ? " " : letters[i]);
  }
}

void PageBuilder::hide_under(const Box& picture) {
  for (GlyphRun& run : page_.runs)
    if (picture.contains(run.box.center_x(), run.box.center_y())) run.invisible = true;
  run_open_ = false;
}

}  // namespace muster
