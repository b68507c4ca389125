// A number as printed, in digits or in words. Private to normalizers/.
#pragma once

#include <optional>
#include <string>

#include "normalizers/tokens.h"
#include "schemas/observation.h"

namespace muster {

struct Numeral {
  Decimal digits;        // without separators and leading zeros; decimals as printed ("27.80")
  size_t next = 0;       // token after it
  bool spelled = false;  // in words
};

// Digits that begin at the token: "1,234.50", ".5", "4½", with `blanks` also "12 345". Nothing where the digits are cut in a
// way that makes no number ("1,2", "1.2.3").
std::optional<Numeral> numeral_at(const Tokens& tokens, size_t index, bool blanks);

// Number words that begin at the token: "twenty-five", "one hundred and twenty", "four and a half". "One" only where it counts
// ("one post", not "one of").
std::optional<Numeral> number_words_at(const Tokens& tokens, size_t index);

// The decimal point moved to the right (to the left when negative): scaled("1.5", 6) is "1500000", scaled("45", -2) "0.45".
Decimal scaled(const Decimal& digits, int places);

// Order of two decimals without sign.
bool less_than(const Decimal& a, const Decimal& b);

}  // namespace muster
