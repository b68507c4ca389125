#include <algorithm>

#include "extractors/outline/numbering.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr int longest_roman = 5;         // "xviii"
constexpr int deepest_label = 3;         // "1(a)(ii)"
constexpr int largest_number = 99;       // above it stand years, reference numbers and figures
constexpr int widest_range = 30;         // "1-30": a wider one is no range of questions
constexpr size_t most_numbers = 30;
constexpr size_t longest_bracketed_bytes = 16;  // "(Question 12a)"

int roman_value(std::string_view word) {
  static constexpr struct { char letter; int value; } digits[] = {{'i', 1}, {'v', 5}, {'x', 10}};
  int total = 0, previous = 0;
  for (auto letter = word.rbegin(); letter != word.rend(); ++letter) {
    int value = 0;
    for (const auto& digit : digits)
      if (digit.letter == *letter) value = digit.value;
    if (value == 0) return 0;
    total += value < previous ? -value : value;
    previous = std::max(previous, value);
  }
  return total;
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// Reads along a text; every reader either takes what it names or leaves the place as it was.
struct Scanner {
  std::string_view text;
  size_t at = 0;

  char peek(size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
  bool done() const { return at >= text.size(); }
  void skip_blanks() {
    while (is_blank(peek())) ++at;
  }
  bool take(std::string_view piece) {
    if (!text.substr(at).starts_with(piece)) return false;
    at += piece.size();
    return true;
  }
  bool take_dash() { return take("-") || take("\u2013") || take("\u2014") || take("\u2212"); }

  std::optional<LabelUnit> number() {
    size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end == at || end - at > 2) return {};
    LabelUnit unit;
    unit.word = std::string(text.substr(at, end - at));
    unit.decimal = std::stoi(unit.word);
    unit.word = std::to_string(unit.decimal);
    if (unit.decimal == 0 || unit.decimal > largest_number) return {};
    at = end;
    return unit;
  }

  std::optional<LabelUnit> letters() {
    size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    const std::string_view printed = text.substr(at, end - at);
    LabelUnit unit;
    unit.word = ascii_lower(printed);
    if (unit.word.empty() || printed.size() > longest_roman) return {};
    unit.upper = printed[0] != unit.word[0];
    if (unit.word.size() == 1) unit.letter = unit.word[0] - 'a' + 1;
    unit.roman = roman_value(unit.word);
    if (unit.letter == 0 && unit.roman == 0) return {};
    at = end;
    return unit;
  }

  // A number, letter or numeral with its brackets; `bracketed` says whether both brackets stand.
  std::optional<LabelUnit> unit(bool& bracketed) {
    const size_t start = at;
    const bool opened = take("(") || take("[");
    auto found = number();
    if (!found) found = letters();
    bracketed = found && opened && (take(")") || take("]"));
    if (!found || (opened && !bracketed && peek() == '\0')) {
      at = start;
      return {};
    }
    return found;
  }
};

// Whether what follows a dot or bracket lets it end a label: "1.5" and "e.g." do not.
bool may_follow(char closer, char next) {
  if (next == '\0' || is_blank(next) || next == '\n') return true;
  if (closer == '.') return !is_digit(next) && !(next >= 'a' && next <= 'z') && next != '.';
  return true;
}

std::optional<LabelForm> closing(Scanner& scan, bool bracketed) {
  const Scanner before = scan;
  if (is_blank(scan.peek()) && (scan.peek(1) == '.' || scan.peek(1) == ')')) ++scan.at;
  const char closer = scan.peek();
  if ((closer == '.' || closer == ')' || closer == ':' || closer == ']') && may_follow(closer, scan.peek(1))) {
    ++scan.at;
    if (scan.peek() == ')' || scan.peek() == ':') ++scan.at;
    return closer == '.' ? LabelForm::dot : closer == ':' ? LabelForm::colon : LabelForm::bracket;
  }
  scan = before;
  if (bracketed) return LabelForm::bracket;
  if (scan.take_dash() && is_blank(scan.peek()) && scan.peek(1) >= 'A' && scan.peek(1) <= 'Z') return LabelForm::dash;  // "1- How many"
  scan = before;
  scan.skip_blanks();
  if (scan.done()) return LabelForm::alone;
  const bool apart = scan.at > before.at;
  if (scan.take_dash() && is_blank(scan.peek()) && (apart || is_letter(scan.peek(1)))) return LabelForm::dash;
  scan = before;
  return {};
}

// Whether a sub-number may stand after `last`: numbers and letters take turns.
bool alternates(const LabelUnit& last, const LabelUnit& next) {
  if (last.decimal > 0) return next.decimal == 0;
  return next.decimal > 0 || next.roman > 0;
}

// "3 a to c)", "3 a and b)": the bracket stands after the last of the parts.
bool begins_range(Scanner scan) {
  scan.skip_blanks();
  const bool more = scan.take("to ") || scan.take("and ") || scan.take("& ") || scan.take("-");
  bool bracketed = false;
  if (!more || !scan.unit(bracketed)) return false;
  const auto form = closing(scan, bracketed);
  return form == LabelForm::bracket || form == LabelForm::colon;
}

// A further, inner number: "2.a)", "2 (a)", "1a". It must be closed itself or touch the number before it.
bool take_inner(Scanner& scan, LabelUnits& units, bool& bracketed) {
  const Scanner before = scan;
  bool touches = true;
  if (scan.peek() == '.' || scan.peek() == ')') {
    ++scan.at;
    touches = false;
  }
  if (is_blank(scan.peek())) {
    scan.skip_blanks();
    touches = false;
  }
  bool inner_bracketed = false;
  const auto unit = scan.unit(inner_bracketed);
  if (unit && alternates(units.back(), *unit) && !(touches && unit->decimal > 0 && !inner_bracketed)) {
    Scanner ahead = scan;
    const auto form = closing(ahead, inner_bracketed);
    const bool closed = (form && *form != LabelForm::dash && (*form != LabelForm::alone || touches)) || begins_range(scan);
    if (closed || (touches && (is_blank(scan.peek()) || scan.done()))) {
      units.push_back(*unit);
      bracketed = inner_bracketed;
      return true;
    }
  }
  scan = before;
  return false;
}

LabelUnits take_units(Scanner& scan, bool& bracketed) {
  LabelUnits units;
  const auto first = scan.unit(bracketed);
  if (!first) return units;
  units.push_back(*first);
  while (units.size() < deepest_label && take_inner(scan, units, bracketed)) {}
  return units;
}

bool take_and(Scanner& scan) {
  const Scanner before = scan;
  scan.skip_blanks();
  for (const std::string_view word : {",", "and ", "& ", "&"})
    if (scan.take(word)) {
      scan.skip_blanks();
      scan.take("and ");
      scan.skip_blanks();
      return true;
    }
  scan = before;
  return false;
}

bool take_to(Scanner& scan, bool& spaced_dash) {
  const Scanner before = scan;
  scan.skip_blanks();
  const bool apart = scan.at > before.at;
  const bool dash = scan.take_dash();
  spaced_dash |= dash && apart && is_blank(scan.peek());
  if (dash || scan.take("to ")) {
    scan.skip_blanks();
    return true;
  }
  scan = before;
  return false;
}

int ordinal_of(const LabelUnit& unit) { return unit.decimal > 0 ? unit.decimal : unit.letter > 0 ? unit.letter : unit.roman; }

LabelUnit unit_at(const LabelUnit& like, int ordinal) {
  LabelUnit unit;
  unit.upper = like.upper;
  if (like.decimal > 0) unit.decimal = ordinal, unit.word = std::to_string(ordinal);
  else unit.letter = ordinal, unit.word = std::string(1, static_cast<char>('a' + ordinal - 1));
  return unit;
}

void add_range(std::vector<LabelUnits>& numbers, const LabelUnits& last) {
  const LabelUnits first = numbers.back();
  const int from = ordinal_of(first.back()), to = ordinal_of(last.back());
  const bool alike = (first.back().decimal > 0) == (last.back().decimal > 0);
  if (alike && to > from && to - from <= widest_range)
    for (int i = from + 1; i < to; ++i) {
      LabelUnits units = first;
      units.back() = unit_at(first.back(), i);
      numbers.push_back(units);
    }
  numbers.push_back(last);
}

// "B" alone on its line names a part; a small letter is a slip or a bullet.
bool is_lone_capital(const LabelUnits& units) { return units.size() == 1 && units[0].upper && units[0].letter > 0; }

// "1 and 2)", "1, 2 and 3:", "1-5.", "a to c)": every number after the first, when the whole is closed like a label.
bool take_more(Scanner& scan, std::vector<LabelUnits>& numbers, bool& bracketed, LabelPrefix prefix) {
  const Scanner before = scan;
  std::vector<LabelUnits> found = numbers;
  bool more = false, spaced_dash = false;
  while (found.size() < most_numbers) {
    const Scanner here = scan;
    if (scan.peek() == ')' ) ++scan.at;
    const bool range = take_to(scan, spaced_dash);
    if (!range && !take_and(scan)) { scan = here; break; }
    LabelUnits units = take_units(scan, bracketed);
    if (units.empty()) { scan = here; break; }
    const bool part_alone = units.size() == 1 && found.back().size() == 2 && units[0].decimal == 0 && found.back()[1].decimal == 0;
    if (part_alone) units.insert(units.begin(), found.back()[0]);  // "3 a to c)"
    if (range) add_range(found, units);
    else found.push_back(units);
    more = true;
  }
  Scanner ahead = scan;
  const auto form = closing(ahead, bracketed);
  const bool capitals = std::all_of(found.begin(), found.end(), is_lone_capital);  // "C to G" on a line of its own
  const bool closed = form && *form != LabelForm::dash && *form != LabelForm::alone;
  // "A2 - 31 agency workers", "A4 - 12": the dash leads to the answer.
  const bool leads_to_value = spaced_dash && (prefix == LabelPrefix::answer || !form);
  if (more && (closed || (prefix != LabelPrefix::none && !leads_to_value) || (form == LabelForm::alone && capitals))) {
    numbers = found;
    return true;
  }
  scan = before;
  return false;
}

// "As" and "Six" are words and no labels of the prefixes "A" and "S".
bool runs_into_word(std::string_view text, size_t prefix) {
  return prefix > 0 && prefix < text.size() && is_letter(text[prefix - 1]) && is_letter(text[prefix]);
}

std::optional<Label> label_after_prefix(std::string_view text, size_t from, LabelPrefix prefix) {
  Label label;
  label.prefix = prefix;
  Scanner scan{text, from};
  const bool prefixed = prefix != LabelPrefix::none;
  bool bracketed = false;
  const LabelUnits units = take_units(scan, bracketed);
  if (units.empty()) return {};
  label.numbers = {units};
  take_more(scan, label.numbers, bracketed, prefix);
  const auto form = closing(scan, bracketed);
  const bool attached = units.size() > 1 && is_blank(scan.peek());
  if (!form && !attached && !(prefixed && (is_blank(scan.peek()) || scan.done()))) return {};
  if (form == LabelForm::alone && units[0].decimal == 0 && !bracketed && !prefixed && !is_lone_capital(units)) return {};  // a word
  label.form = form.value_or(LabelForm::attached);
  scan.skip_blanks();
  label.length = scan.at;
  return label;
}

// "[Q1] How many left", "(Question 2) How many joined": the bracket stands around word and number.
std::optional<Label> bracketed_label(std::string_view text, size_t front, const DocumentWords& words) {
  const char opened = front < text.size() ? text[front] : '\0';
  const size_t close = opened == '[' ? text.find(']', front) : opened == '(' ? text.find(')', front) : std::string_view::npos;
  if (close == std::string_view::npos || close - front > longest_bracketed_bytes) return {};
  const std::string_view inside = text.substr(front + 1, close - front - 1);
  auto label = scan_label(inside, words);
  if (!label || label->prefix == LabelPrefix::none || label->length < inside.size()) return {};
  label->form = LabelForm::bracket;
  label->length = std::min(text.find_first_not_of(" \t.:", close + 1), text.size());
  return label;
}

}  // namespace

std::optional<Label> scan_label(std::string_view text, const DocumentWords& words) {
  size_t front = 0;
  while (front < text.size() && is_blank(text[front])) ++front;
  const std::string_view rest = text.substr(front);
  if (auto label = bracketed_label(text, front, words)) return label;
  if (words.prefix("quarter", rest) > 0) return {};
  if (const size_t answer = words.prefix("answer_number_prefix", rest); answer > 0 && !runs_into_word(rest, answer))
    if (auto label = label_after_prefix(text, front + answer, LabelPrefix::answer)) return label;
  if (const size_t question = words.prefix("question_number_prefix", rest); question > 0 && !runs_into_word(rest, question))
    if (auto label = label_after_prefix(text, front + question, LabelPrefix::question)) return label;
  return label_after_prefix(text, front, LabelPrefix::none);
}

}  // namespace muster
