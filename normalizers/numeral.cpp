#include "normalizers/numeral.h"

#include <algorithm>

namespace muster {
namespace {

constexpr size_t thousands_group = 3;
constexpr size_t most_number_words = 12;  // "nine hundred and ninety-nine thousand nine hundred and ninety-nine"

Decimal without_leading_zeros(Decimal digits) {
  const size_t point = std::min(digits.find('.'), digits.size());
  size_t zeros = 0;
  while (zeros + 1 < point && digits[zeros] == '0') ++zeros;
  return digits.substr(zeros);
}

bool glued_group(const Tokens& t, size_t mark) {
  return t.at(mark).glued && t.at(mark + 1).glued && t.at(mark + 1).digits(thousands_group);
}

// Reads ",345" or " 345" groups after the first digits.
size_t read_groups(const Tokens& t, size_t i, bool blanks, Decimal& digits) {
  if (digits.size() > thousands_group) return i;
  if (t.at(i).is(",")) {
    for (; t.at(i).is(",") && glued_group(t, i); i += 2) digits += t.at(i + 1).text;
  } else if (blanks) {
    for (; t.at(i).digits(thousands_group) && !t.at(i).glued && !t.at(i).starts_line; ++i) digits += t.at(i).text;
  }
  return i;
}

std::string_view fraction_of(const Token& mark) {
  if (!mark.glued) return {};
  if (mark.is("\u00BD")) return ".5";
  if (mark.is("\u00BC")) return ".25";
  return mark.is("\u00BE") ? ".75" : "";
}

// ---- words

struct NumberWord {
  std::string_view word;
  int value;
};

constexpr NumberWord small_numbers[] = {
    {"zero", 0},    {"one", 1},      {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},      {"six", 6},
    {"seven", 7},   {"eight", 8},    {"nine", 9},      {"ten", 10},     {"eleven", 11},  {"twelve", 12},   {"thirteen", 13},
    {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
    {"thirty", 30}, {"forty", 40},   {"fifty", 50},    {"sixty", 60},   {"seventy", 70}, {"eighty", 80},   {"ninety", 90},
};

int small_number(const Token& t) {
  for (const NumberWord& n : small_numbers)
    if (t.is(n.word)) return n.value;
  return -1;
}

int scale_word(const Token& t) {
  return t.is("hundred") ? 100 : t.is("thousand") ? 1000 : t.is("million") ? 1000000 : 0;
}

// "one of", "one in five", "one or more": not a count of one.
bool counts_one(const Token& next) {
  return !next.is_any({"of", "in", "or", "another", "off", "to", "who", "that", "which", "way", "can", "could", "would", "should",
                       "might", "may", "must", "has", "is", "was", "-", "'", "being", "where", "such", "as", "for", "by"});
}

bool fraction_word(const Token& t) {
  return t.is_any({"third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths", "eighth", "sixth"});
}

// State of reading number words: what is complete and what is being built ("two thousand | one hundred and twenty").
struct WordSum {
  long long total = 0, current = 0;
  int last = -1;  // the last small number added, -1 when none since a scale word
  size_t next = 0;

  bool add_small(int n) {
    const bool joins = last < 0 || (last >= 20 && last % 10 == 0 && n > 0 && n < 10);
    if (!joins) return false;
    current += n;
    last = n;
    return true;
  }
  bool add_scale(int scale) {
    if (current == 0 || (scale == 100 && current >= 10)) return false;
    if (scale == 100) {
      current *= scale;
    } else {
      total += current * scale;
      current = 0;
    }
    last = -1;
    return true;
  }
};

// One word or "and" more; false when the number ends.
bool read_word(const Tokens& t, size_t& i, WordSum& sum) {
  size_t at = i;
  const bool joined = t.at(at).is("-") ? t.at(at).glued : t.at(at).is("and") && sum.last < 0;
  if (joined && sum.next > 0) ++at;
  const int scale = scale_word(t.at(at)), small = small_number(t.at(at));
  if (scale ? !sum.add_scale(scale) : small < 0 || !sum.add_small(small)) return false;
  i = sum.next = at + 1;
  return true;
}

}  // namespace

std::optional<Numeral> numeral_at(const Tokens& t, size_t i, bool blanks) {
  Numeral n;
  if (t.at(i).is(".") && t.at(i + 1).number() && t.at(i + 1).glued && !(t.at(i).glued && t.before(i).number())) {
    n.digits = "0." + t.at(i + 1).text;
    n.next = i + 2;
    return n;
  }
  if (!t.at(i).number()) return {};
  n.digits = t.at(i).text;
  size_t at = read_groups(t, i + 1, blanks, n.digits);
  if (t.at(at).is(".") && t.at(at).glued && t.at(at + 1).number() && t.at(at + 1).glued) {
    n.digits += "." + t.at(at + 1).text;
    at += 2;
  } else if (const std::string_view fraction = fraction_of(t.at(at)); !fraction.empty()) {
    n.digits += fraction;
    ++at;
  }
  const bool runs_on = t.at(at).is_any({".", ","}) && t.at(at).glued && t.at(at + 1).number() && t.at(at + 1).glued;
  if (runs_on) return {};
  n.digits = without_leading_zeros(n.digits);
  n.next = at;
  return n;
}

std::optional<Numeral> number_words_at(const Tokens& t, size_t i) {
  if (t.at(i).glued && t.before(i).is_any({"-", "/", "'"})) return {};
  if (i >= 2 && t.before(i).is("in") && small_number(t.at(i - 2)) > 0) return {};  // "one in five"
  WordSum sum;
  size_t at = i;
  if (t.at(i).is("a") && scale_word(t.at(i + 1))) {
    sum.current = 1;
    at = i + 1;
  }
  for (size_t words = 0; words < most_number_words && read_word(t, at, sum); ++words) {}
  if (sum.next == 0) return {};
  Numeral n{std::to_string(sum.total + sum.current), sum.next, true};
  const size_t half = t.after(n.next, {"and", "a", "half"});
  if (half != n.next) return Numeral{n.digits + ".5", half, true};
  const Token& after = t.at(n.next);
  if (fraction_word(after) || (after.is("-") && (fraction_word(t.at(n.next + 1)) || after.glued)) || after.is("in")) return {};
  if (n.digits == "1" && !counts_one(after)) return {};
  return n;
}

Decimal scaled(const Decimal& digits, int places) {
  const size_t point = digits.find('.');
  Decimal whole = digits.substr(0, point), rest = point == Decimal::npos ? "" : digits.substr(point + 1);
  for (; places > 0; --places) {
    whole += rest.empty() ? '0' : rest[0];
    if (!rest.empty()) rest.erase(0, 1);
  }
  for (; places < 0; ++places) {
    rest.insert(0, 1, whole.back());
    whole.pop_back();
    if (whole.empty()) whole = "0";
  }
  return without_leading_zeros(rest.empty() ? whole : whole + "." + rest);
}

bool less_than(const Decimal& a, const Decimal& b) {
  const auto whole = [](const Decimal& d) { return without_leading_zeros(d.substr(0, d.find('.'))); };
  const auto rest = [](const Decimal& d) {
    const size_t point = d.find('.');
    Decimal r = point == Decimal::npos ? "" : d.substr(point + 1);
    while (!r.empty() && r.back() == '0') r.pop_back();
    return r;
  };
  const Decimal wa = whole(a), wb = whole(b);
  if (wa.size() != wb.size()) return wa.size() < wb.size();
  return wa != wb ? wa < wb : rest(a) < rest(b);
}

}  // namespace muster
