#include "extractors/layout/line_labels.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "schemas/text.h"

namespace muster {
namespace {

// Only the front of a line can be a label; a longer look costs time on hostile lines.
constexpr size_t longest_label_bytes = 24;

constexpr std::array<std::string_view, 14> bullets = {"\u2022", "\u00B7", "\u25AA", "\u25CF", "\u25CB", "\u25A0", "\u25A1",
                                                      "\u27A2", "\u2023", "\u25E6", "-", "\u2013", "\u2014", "*"};

// Length of the bullet at the front with a blank (or the line's end) behind it, 0 when there is none.
size_t bullet_at_front(std::string_view text) {
  if (text.starts_with("o ") || text.starts_with("o\t")) return 1;
  for (std::string_view bullet : bullets) {
    if (!text.starts_with(bullet)) continue;
    const std::string_view rest = text.substr(bullet.size());
    const bool dash_or_star = bullet == "-" || bullet == "*" || bullet == "\u2013" || bullet == "\u2014";
    if (!dash_or_star || rest.starts_with(' ') || rest.starts_with('\t')) return bullet.size();
  }
  return 0;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

// Length of the match of `pattern` (one group: the label) at the front of the text, 0 when there is none.
size_t label_length(std::string_view text, const RE2& pattern) {
  re2::StringPiece label;
  if (!RE2::PartialMatch(piece(text.substr(0, longest_label_bytes)), pattern, &label)) return 0;
  return label.size();
}

// "1." "1)" "(1)" "1a." "12b)" "1.a)" "2.1.": what follows is a blank, the line's end or, after a full stop, a letter
// ("1a.What"), but no digit ("1.5").
size_t number_label(std::string_view text) {
  static const RE2 number(R"re(^(\(\d{1,3}[a-z]?\)|\d{1,3}[a-z]?\.?\)|\d{1,3}[a-z]?\.|\d{1,2}(?:\.\d{1,2})+[.)])(?:[\s(]|[A-Za-z]|$))re");
  return label_length(text, number);
}

// "a)" "(iv)" "iv." "b." "A." with a blank or the line's end behind; "a)Text" too. A lone capital with a full stop is a label
// up to H only: further on it is somebody's initial.
size_t letter_label(std::string_view text) {
  static const RE2 letter(R"re(^(\([a-z]\)|[a-zA-Z]\)|\([ivx]{1,5}\)|[ivx]{1,5}\)|\([IVX]{1,5}\)|[IVX]{1,5}\))(?:[\s\w]|$))re");
  static const RE2 stopped(R"re(^([a-z]\.|[A-H]\.|[ivx]{1,5}\.|[IVX]{1,5}\.)(?:\s|$))re");
  if (const size_t n = label_length(text, letter)) return n;
  return label_length(text, stopped);
}

// "Q3 21/22", "Q2 2024", "Q1 (Apr to Jun)", "Q3 1 / Q4 2": quarters of years, no questions.
bool is_quarter(std::string_view text) {
  static const RE2 quarter(R"re(^Q[1-4]\s?[,:]?\s?(?:\d\d\s?[/-]\s?\d\d\b|(?:19|20)\d\d\b|\((?:Jan|Apr|Jul|Oct|\d)|[^?A-Za-z]{1,20}\bQ[1-4]\b))re");
  return RE2::PartialMatch(piece(text.substr(0, longest_label_bytes)), quarter);
}

// "Q1" "Q.4" "A.1:" "Q1a)".
size_t question_label(std::string_view text) {
  static const RE2 question(R"re(^([QA]\.?\s?\d{1,2}[a-z]?[.:)]?)(?:\s|$))re");
  return is_quarter(text) ? 0 : label_length(text, question);
}

size_t any_label(std::string_view text) {
  const bool may_be_question = text.starts_with('Q') || text.starts_with('A');
  if (!may_be_question && text.substr(0, longest_label_bytes).find_first_of(".)") == std::string_view::npos) return 0;
  if (const size_t n = number_label(text)) return n;
  if (const size_t n = question_label(text)) return n;
  return letter_label(text);
}

std::vector<int> parts_of(std::string_view dotted) {
  std::vector<int> parts;
  for (std::string_view part : split(dotted, '.')) parts.push_back(std::atoi(std::string(part).c_str()));
  return parts;
}

// Whether `b` is the number after `a`: 1.1 1.2; 1.4 2.0 or 2.1; 1.1 1.1.1; 1.1.3 1.2.
bool counts_on(const std::vector<int>& a, const std::vector<int>& b) {
  const size_t common = static_cast<size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  if (common >= b.size()) return false;
  if (common == a.size()) return b.size() == a.size() + 1 && b.back() <= 1;
  if (b[common] != a[common] + 1) return false;
  return std::all_of(b.begin() + static_cast<long>(common) + 1, b.end(), [](int n) { return n <= 1; });
}

}  // namespace

bool is_bullet(std::string_view label) {
  return label == "o" || std::find(bullets.begin(), bullets.end(), label) != bullets.end();
}

LabelledText split_label(std::string_view text) {
  text = trimmed(text);
  LabelledText labelled{{}, text};
  if (const size_t n = bullet_at_front(text)) {
    labelled = {std::string(text.substr(0, n)), trimmed(text.substr(n))};
    text = labelled.text;
    if (any_label(text) == 0) return labelled;
  }
  const size_t first = any_label(text);
  if (first == 0) return labelled;
  const std::string_view rest = trimmed(text.substr(first));
  const size_t second = is_digit(text[first > 1 && text[0] == '(' ? 1 : 0]) ? letter_label(rest) : 0;
  const size_t end = second ? static_cast<size_t>(rest.data() - text.data()) + second : first;
  return {std::string(text.substr(0, end)), trimmed(text.substr(end))};
}

LabelledText split_dotted_number(std::string_view text) {
  static const RE2 dotted(R"re(^(\d{1,2}(?:\.\d{1,2}){1,3})\s+(?:\pL|\d|["'(\x{2018}\x{201C}]))re");
  text = trimmed(text);
  std::string_view rest = text;
  if (const size_t n = bullet_at_front(rest)) rest = trimmed(rest.substr(n));
  const size_t length = !rest.empty() && is_digit(rest[0]) ? label_length(rest, dotted) : 0;
  if (length == 0) return {{}, text};
  return {std::string(rest.substr(0, length)), trimmed(rest.substr(length))};
}

std::vector<bool> in_sequence(const std::vector<std::string>& dotted_numbers) {
  std::vector<bool> accepted(dotted_numbers.size());
  for (size_t i = 1; i < dotted_numbers.size(); ++i)
    if (counts_on(parts_of(dotted_numbers[i - 1]), parts_of(dotted_numbers[i]))) accepted[i - 1] = accepted[i] = true;
  return accepted;
}

}  // namespace muster
