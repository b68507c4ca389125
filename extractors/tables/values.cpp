#include "extractors/tables/values.h"

#include <algorithm>
#include <string>

#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t longest_unit = 3;  // "k", "bn", "FTE"

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> pieces, size_t& length) {
  for (const std::string_view piece : pieces)
    if (text.starts_with(piece)) return length = piece.size(), true;
  return false;
}

// Signs that may stand within or around a number.
bool number_sign(std::string_view text, size_t& length) {
  return starts_with_any(text, {"\u00A3", "\u20AC", "$", "%", "+", "-", "\u2013", "\u2014", "\u2212", "(", ")", "[", "]", ",", ".", "'",
                                "\u2019", " ", "\u00A0", "<", ">", "\u2264", "\u2265", "/", "*", "~", "\u00B1", "\u2020", "\u2021",
                                "\u2030", "^", ":", "#", "="},
                         length);
}

bool is_placeholder(std::string_view text) {
  const std::string t = ascii_lower(text);
  for (const std::string_view p : {"-", "--", "---", "\u2013", "\u2014", "\u2212", ".", "..", "...", "\u2026", ":", "*", "**", "n/a", "na", "n.a.",
                                   "n.a", "nil", "x", "\u00D7", "z", "c", "u", "nr", "n/k", "n.k.", "(-)", "(x)", "(d)", "(s)", "(na)", "(z)",
                                   "\u2022", "\u2713", "\u2714", "#", "yes", "no", "\u2191", "\u2193", "\u2192", "\u2194"})
    if (t == p) return true;
  return false;
}

}  // namespace

bool is_value(std::string_view text) {
  const std::string_view t = trimmed(text);
  if (t.empty()) return false;
  if (is_placeholder(t)) return true;
  size_t digits = 0, letters = 0;
  for (size_t i = 0; i < t.size();) {
    size_t length = 1;
    if (is_digit(t[i])) ++digits;
    else if (is_letter(t[i]) && digits > 0) ++letters;  // a unit or mark after the number; words and names have letters first
    else if (!number_sign(t.substr(i), length)) return false;
    i += length;
  }
  return digits > 0 && letters <= longest_unit;
}

bool is_year(std::string_view text) {
  std::string_view t = trimmed(text);
  if (t.size() > 2 && t.front() == '(' && t.back() == ')') t = t.substr(1, t.size() - 2);
  if (ascii_lower(t.substr(0, 2)) == "fy") t = trimmed(t.substr(2));
  if (t.size() < 4 || !std::all_of(t.begin(), t.begin() + 4, is_digit)) return false;
  if (t[0] != '1' && t[0] != '2') return false;
  if ((t[0] == '1' && t[1] < '8') || (t[0] == '2' && t[1] > '1')) return false;
  return std::all_of(t.begin() + 4, t.end(), [](char c) { return is_digit(c) || c == '/' || c == '-' || c == ' ' || c == '*' || (c & 0x80); }) &&
         t.size() <= 12;
}

bool is_thousands_head(std::string_view text) {
  while (!text.empty() && !is_digit(text.front())) text.remove_prefix(1);
  return !text.empty() && text.size() <= 3 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_thousands_group(std::string_view text) {
  if (text.size() < 3 || !std::all_of(text.begin(), text.begin() + 3, is_digit)) return false;
  const std::string_view rest = text.substr(3);
  return rest.empty() || !is_digit(rest.front());
}

}  // namespace muster
