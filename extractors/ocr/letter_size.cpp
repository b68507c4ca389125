#include "extractors/ocr/letter_size.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

// Parts of the font size, the mean of common text faces.
constexpr float x_height_em = 0.47f;
constexpr float rise_em = 0.69f;  // capitals, figures and ascenders above the baseline
constexpr float hang_em = 0.21f;  // descenders and brackets below it

constexpr float least_letter_share = 0.25f;  // of the mean width: narrower "letters" are the recogniser's slips

bool hangs(char c) { return std::string_view("gjpqyQ,;()[]").find(c) != std::string_view::npos; }

bool rises(char c) { return is_digit(c) || (c >= 'A' && c <= 'Z') || std::string_view("bdfhijklt()[]%&/?!\"'").find(c) != std::string_view::npos; }

// Letters in order, none of them hardly there.
bool one_for_each(const std::vector<float>& begins, const Box& word, size_t count) {
  if (begins.size() != count) return false;
  const float least = least_letter_share * word.width() / static_cast<float>(count);
  for (size_t i = 0; i < count; ++i)
    if ((i + 1 < count ? begins[i + 1] : word.x1) - (i == 0 ? word.x0 : begins[i]) < least) return false;
  return true;
}

}  // namespace

float size_of_word(std::string_view text, const Box& box) {
  const bool up = std::any_of(text.begin(), text.end(), rises), down = std::any_of(text.begin(), text.end(), hangs);
  const bool letters = std::any_of(text.begin(), text.end(), [](char c) { return is_letter(c) || is_digit(c); });
  if (!letters) return 0;
  return box.height() / ((up ? rise_em : x_height_em) + (down ? hang_em : 0));
}

std::vector<Box> touching_boxes(std::vector<float> begins, const Box& word, size_t count) {
  if (!one_for_each(begins, word, count)) {
    begins.resize(count);
    for (size_t i = 0; i < count; ++i) begins[i] = word.x0 + word.width() * static_cast<float>(i) / static_cast<float>(count);
  }
  begins.front() = word.x0;
  begins.push_back(word.x1);
  std::vector<Box> out;
  for (size_t i = 0; i < count; ++i) out.push_back({begins[i], word.y0, begins[i + 1], word.y1});
  return out;
}

}  // namespace muster
