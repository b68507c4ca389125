#include "extractors/ocr/text_layer.h"

#include <algorithm>
#include <map>

#include "schemas/text.h"

namespace muster {
namespace {

// A picture that covers this much of the page is the page; a photograph or a logo covers less.
constexpr float least_picture_share = 0.5f;
// Stamps, page numbers and the name of the sender that were put on a scan afterwards have fewer letters.
constexpr size_t most_stamped_glyphs = 150;
// Fewer words say nothing about a text.
constexpr size_t fewest_words_to_judge = 8;
// English prose has 36 to 40 vowels in 100 letters, its abbreviations fewer; letters at random have 19.
constexpr double least_vowel_share = 0.25, most_vowel_share = 0.6;
// Share of the characters that are letters, figures, blanks or ordinary punctuation: broken encodings fall far below.
constexpr double least_plain_share = 0.85;
// Words of one to fifteen letters, or figures; letters spread apart or run together give few of the usual lengths.
constexpr double least_usual_word_share = 0.7;
constexpr size_t fewest_letters_compared = 4;

float area(const Box& box) { return std::max(0.0f, box.width()) * std::max(0.0f, box.height()); }

// Strips of one scan add up; what they share counts twice, which no scan does by much.
float picture_share(const Page& page) {
  const Box whole{0, 0, page.width, page.height};
  float covered = 0;
  for (const ImageBox& image : page.images) covered += area(common_part(image.box, whole));
  return area(whole) > 0 ? covered / area(whole) : 0;
}

bool is_vowel(char c) { return std::string_view("aeiouyAEIOUY").find(c) != std::string_view::npos; }

bool is_plain(char c) { return is_letter(c) || is_digit(c) || std::string_view(" \n\t.,;:!?()[]/%&'\"+-*=@#<>_").find(c) != std::string_view::npos; }

// Words that tell one text from another, with how often each stands there.
std::map<std::string, int> telling_words(std::string_view text) {
  std::map<std::string, int> out;
  std::string word;
  const auto close = [&] {
    const bool figure = std::any_of(word.begin(), word.end(), is_digit);
    if (figure || word.size() >= fewest_letters_compared) ++out[word];
    word.clear();
  };
  for (const char c : ascii_lower(text)) {
    if (is_letter(c) || is_digit(c)) word += c;
    else close();
  }
  close();
  return out;
}

}  // namespace

TextLayer text_layer_of(const Page& page) {
  size_t visible = 0, invisible = 0;
  for (const GlyphRun& run : page.runs) (run.invisible ? invisible : visible) += run.glyph_count;
  const bool pictured = picture_share(page) >= least_picture_share;
  const bool blank = visible + invisible == 0 && (!page.images.empty() || !page.shadings.empty());
  if (visible > most_stamped_glyphs || !(pictured || blank)) return TextLayer::drawn;
  return invisible > visible ? TextLayer::hidden : TextLayer::missing;
}

std::string hidden_text(const Page& page) {
  std::string out;
  for (const GlyphRun& run : page.runs)
    if (run.invisible) (out += run_text(page, run)) += ' ';
  return out;
}

bool reads_like_text(std::string_view text) {
  size_t letters = 0, vowels = 0, plain = 0, words = 0, usual = 0;
  for (const char c : text) {
    letters += is_letter(c);
    vowels += is_vowel(c);
    plain += is_plain(c);
  }
  const std::string spaced = single_spaced(text);
  for (std::string_view word : split(std::string_view(spaced), ' ')) {
    ++words;
    const size_t size = code_points(word);
    usual += (size >= 2 && size <= 15) || is_digit(word.empty() ? ' ' : word[0]) || word == "a" || word == "I";
  }
  if (words < fewest_words_to_judge) return true;
  const auto share = [](size_t part, size_t whole) { return whole ? static_cast<double>(part) / static_cast<double>(whole) : 1.0; };
  const double vowel_share = share(vowels, letters);
  return share(plain, text.size()) >= least_plain_share && share(usual, words) >= least_usual_word_share &&
         (letters < fewest_words_to_judge * 4 || (vowel_share >= least_vowel_share && vowel_share <= most_vowel_share));
}

double shared_words(std::string_view one, std::string_view other) {
  const std::map<std::string, int> a = telling_words(one), b = telling_words(other);
  int all = 0, shared = 0;
  for (const auto& [word, count] : a) {
    all += count;
    if (const auto found = b.find(word); found != b.end()) shared += std::min(count, found->second);
  }
  return all ? static_cast<double>(shared) / all : 1;
}

}  // namespace muster
