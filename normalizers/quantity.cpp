#include "normalizers/quantity.h"

#include <algorithm>
#include <utility>

#include "normalizers/naming_numbers.h"
#include "normalizers/numeral.h"
#include "normalizers/pattern.h"
#include "normalizers/unit_words.h"

namespace muster {
namespace {

// Below this a bound on a count hides it: statistical disclosure control suppresses counts under 5 or, at most, under 10.
constexpr int most_suppressed_bound = 10;
// How far back words such as "rose" turn "from 20 to 25" into two figures.
constexpr size_t change_reach_words = 8;
// How far back the bracket that a figure stands in is looked for; a bound keeps long lines linear.
constexpr size_t bracket_reach_tokens = 80;

// A number with its sign, money mark and unit.
struct Amount {
  Numeral numeral;
  std::string unit;
  int places = 0;
  bool money = false, negative = false, negative_brackets = false;
  size_t begin = 0, next = 0;  // tokens

  Decimal value() const { return scaled(numeral.digits, places); }
};

struct Reading {
  const Tokens& t;
  std::vector<bool> naming;
  bool whole = false;
};

bool money_sign(const Token& t) { return t.is_any({"\u00A3", "gbp"}); }

bool sign_of_number(const Tokens& t, size_t i, bool whole) {
  if (!t.at(i).is("-") || !t.at(i + 1).glued) return false;
  if (t.before(i).number() || t.before(i).is("%") || (t.at(i).glued && t.before(i).word())) return false;
  return whole ? i == 0 || t.before(i).is("(") : !t.at(i).long_dash;
}

// Index of the number after sign and money mark; `amount` takes what they say.
size_t read_marks(const Reading& r, size_t i, Amount& amount) {
  const auto sign = [&](size_t at) {
    if (sign_of_number(r.t, at, r.whole)) amount.negative = true;
    return amount.negative && r.t.at(at).is("-") ? at + 1 : r.whole ? r.t.after_any(at, {"+"}) : at;
  };
  size_t at = sign(i);
  if (!money_sign(r.t.at(at))) return at;
  amount.money = true;
  ++at;
  return r.t.at(at).is("-") && r.t.at(at).glued && r.t.at(at + 1).glued ? (amount.negative = true, at + 1) : at;
}

// Unit words after the number; pay rates follow money or nothing.
void read_unit(const Reading& r, Amount& a) {
  const bool decimals = a.numeral.digits.find('.') != Decimal::npos;
  const UnitWords unit = unit_after(r.t, a.next, a.money, decimals);
  a.places = unit.places;
  a.unit = unit.unit.empty() && a.money ? "gbp" : unit.unit;
  a.next = std::max(unit.next, a.next);
  if (a.unit != "gbp") return;
  a.money = true;
  const UnitWords rate = pay_rate_after(r.t, a.next);
  if (rate.unit.empty()) return;
  a.unit = rate.unit;
  a.next = rate.next;
}

std::optional<Amount> amount_at(const Reading& r, size_t i) {
  Amount a;
  a.begin = i;
  const size_t at = read_marks(r, i, a);
  if (at < r.naming.size() && r.naming[at]) return {};
  std::optional<Numeral> n = numeral_at(r.t, at, a.money || r.whole);
  if (n && n->digits.starts_with("0.") && r.t.at(at).is(".") && r.naming[at + 1]) return {};
  if (!n) n = number_words_at(r.t, at);
  if (!n) return {};
  a.numeral = *n;
  a.next = n->next;
  read_unit(r, a);
  return a;
}

// The start of digits in the middle of what numeral_at refused ("1,2") must not be read by its rest.
bool cut_number(const Tokens& t, size_t i) {
  return t.at(i).number() && t.at(i).glued && t.before(i).is_any({",", "."}) && t.before(i).glued && i >= 2 && t.at(i - 2).number();
}

// ---- bounds

struct BoundWords {
  std::initializer_list<std::string_view> words;
  const char* qualifier;
};

// Longer wordings before those they contain.
const BoundWords bounds_before[] = {
    {{"no", "more", "than"}, "at_most"}, {{"not", "more", "than"}, "at_most"}, {{"no", "fewer", "than"}, "at_least"},
    {{"no", "less", "than"}, "at_least"}, {{"not", "less", "than"}, "at_least"}, {{"not", "fewer", "than"}, "at_least"},
    {{"up", "to"}, "at_most"}, {{"at", "most"}, "at_most"}, {{"a", "maximum", "of"}, "at_most"}, {{"maximum", "of"}, "at_most"},
    {{"maximum"}, "at_most"}, {{"max"}, "at_most"}, {{"max", "of"}, "at_most"}, {{"not", "exceeding"}, "at_most"},
    {{"\u2264"}, "at_most"}, {{"<", "="}, "at_most"}, {{"at", "least"}, "at_least"}, {{"a", "minimum", "of"}, "at_least"},
    {{"minimum", "of"}, "at_least"}, {{"minimum"}, "at_least"}, {{"min"}, "at_least"}, {{"\u2265"}, "at_least"}, {{">", "="}, "at_least"},
    {{"just", "over"}, "more_than"}, {{"slightly", "over"}, "more_than"}, {{"well", "over"}, "more_than"}, {{"over"}, "more_than"},
    {{"just", "more", "than"}, "more_than"}, {{"slightly", "more", "than"}, "more_than"}, {{"more", "than"}, "more_than"},
    {{"above"}, "more_than"}, {{"in", "excess", "of"}, "more_than"}, {{"greater", "than"}, "more_than"}, {{"exceeding"}, "more_than"},
    {{"upwards", "of"}, "more_than"}, {{">"}, "more_than"}, {{"just", "under"}, "approximate"}, {{"just", "below"}, "approximate"},
    {{"slightly", "under"}, "approximate"}, {{"slightly", "less", "than"}, "approximate"}, {{"just", "short", "of"}, "approximate"},
    {{"fewer", "than"}, "less_than"}, {{"less", "than"}, "less_than"}, {{"lower", "than"}, "less_than"}, {{"under"}, "less_than"},
    {{"below"}, "less_than"}, {{"<"}, "less_than"}, {{"almost"}, "approximate"}, {{"around"}, "approximate"}, {{"about"}, "approximate"},
    {{"approximately"}, "approximate"}, {{"approx"}, "approximate"}, {{"approx", "."}, "approximate"}, {{"circa"}, "approximate"},
    {{"ca", "."}, "approximate"}, {{"nearly"}, "approximate"}, {{"roughly"}, "approximate"}, {{"some"}, "approximate"}, {{"~"}, "approximate"},
    {{"close", "to"}, "approximate"}, {{"an", "estimated"}, "approximate"}, {{"estimated"}, "approximate"}, {{"\u2248"}, "approximate"},
    {{"in", "the", "region", "of"}, "approximate"}, {{"in", "the", "order", "of"}, "approximate"}, {{"estimated", "at"}, "approximate"},
    {{"c", "."}, "approximate"}, {{"c"}, "approximate"},
};

const BoundWords bounds_after[] = {
    {{"+"}, "at_least"}, {{"plus"}, "at_least"}, {{"or", "more"}, "at_least"}, {{"or", "above"}, "at_least"}, {{"or", "over"}, "at_least"},
    {{"and", "over"}, "at_least"}, {{"and", "above"}, "at_least"}, {{"or", "greater"}, "at_least"}, {{"and", "more"}, "at_least"},
    {{"or", "fewer"}, "at_most"}, {{"or", "less"}, "at_most"}, {{"or", "under"}, "at_most"}, {{"and", "under"}, "at_most"},
    {{"or", "below"}, "at_most"}, {{"or", "so"}, "approximate"}, {{"approx"}, "approximate"}, {{"approximately"}, "approximate"},
    {{"(", "approx", ")"}, "approximate"}, {{"(", "approximately", ")"}, "approximate"}, {{"(", "approx", ".", ")"}, "approximate"},
    {{"(", "estimated", ")"}, "approximate"}, {{"(", "estimate", ")"}, "approximate"},
};

struct Bound {
  std::string qualifier;
  size_t next = 0;
};

// "c. 50" and "c50", but neither the label "c." nor a lone letter.
bool circa(const Tokens& t, size_t i, size_t next) {
  const bool dotted = next == i + 2 && t.at(i + 1).glued;
  return !t.at(i).starts_line && !t.at(i).capital && (dotted || t.at(next).glued || money_sign(t.at(next)));
}

// "went up to 5.9%", "pushed pay up to £29,000": the direction of a move and no bound.
bool moves_up(const Tokens& t, size_t i) {
  constexpr size_t farthest_verb_words = 4;
  if (!t.at(i).is("up") || t.before(i).is("from")) return false;
  for (size_t back = 1; back <= farthest_verb_words && back <= i && t.at(i - back).word(); ++back)
    if (t.at(i - back).is_any({"went", "gone", "go", "goes", "going", "rose", "risen", "moved", "jumped", "climbed", "crept", "shot", "soared", "push",
                               "pushed", "pushes", "pushing", "bring", "brings", "bringing", "brought", "taking", "took", "takes", "drove", "driven", "back", "came", "grew", "rises"}))
      return true;
  return false;
}

Bound bound_before(const Tokens& t, size_t i) {
  Bound best{"", i};
  if (moves_up(t, i)) return best;
  for (const BoundWords& b : bounds_before) {
    const size_t next = t.after(i, b.words);
    if (next <= best.next || (t.at(i).is("c") && !circa(t, i, next))) continue;
    best = {b.qualifier, next};
  }
  if (best.qualifier == "at_most" || best.qualifier == "at_least") best.next = t.after_any(best.next, {"around", "approximately", "about"});
  return best;
}

// A plus glued to the number, not one that begins the next ("5 +3").
Bound bound_after(const Tokens& t, size_t i) {
  for (const BoundWords& b : bounds_after) {
    const size_t next = t.after(i, b.words);
    if (next == i) continue;
    const bool sum = t.at(i).is_any({"+", "plus"}) && (t.at(next).number() || money_sign(t.at(next)));
    if (!sum && !(t.at(i).is("+") && !t.at(i).glued)) return {b.qualifier, next};
  }
  return {"", i};
}

// ---- ranges

bool one_blank_at_most(const Tokens& t, size_t a, size_t b) { return t.at(b).begin <= t.at(a).end + 1 && !t.at(b).starts_line; }

bool change_words_before(const Tokens& t, size_t i) {
  for (size_t back = 1; back <= change_reach_words && back <= i; ++back) {
    if (t.at(i - back).is_any({".", ";"})) return false;
    if (t.at(i - back).is_any({"rose", "rise", "risen", "rising", "increase", "increased", "increasing", "fell", "fall", "fallen", "falling",
                               "decrease", "decreased", "decreasing", "reduced", "reduce", "reduction", "reducing", "changed", "change", "went", "gone",
                               "grew", "grown", "growth", "dropped", "drop", "improved", "declined", "decline", "moved", "moving", "up", "down", "came",
                               "lowered", "raised", "cut", "doubled", "climbed", "decreases", "increases"}))
      return true;
  }
  return false;
}

bool range_words_before(const Tokens& t, size_t i) {
  const Token &before = t.before(i), &further = i > 0 ? t.before(i - 1) : before;
  return before.is_any({"between", "ranging", "range", "ranges", "ranged", "of"}) ||
         further.is_any({"between", "ranging", "range", "ranges", "ranged", "anywhere", "vary", "varies", "varied", "varying"});
}

// Whether the joint between two numbers makes a range of them: "20-25", "6 - 19", "20 to 25", "between 20 and 25".
bool joins_range(const Reading& r, const Amount& a, size_t joint) {
  const Tokens& t = r.t;
  const Token& mark = t.at(joint);
  if (mark.is("-")) return one_blank_at_most(t, joint - 1, joint) && one_blank_at_most(t, joint, joint + 1) &&
                            (a.money || mark.glued == t.at(joint + 1).glued);  // "£27,914- £30,980"
  if (mark.is("and")) return t.before(a.begin).is("between");
  if (a.money && mark.is_any({"rising", "increasing", "going"}) && t.at(joint + 1).is("to")) return true;  // pay "£30,365 rising to £31,391"
  if (!mark.is("to")) return false;
  if (range_words_before(t, a.begin)) return true;
  const bool from = t.before(a.begin).is("from");
  return !change_words_before(t, a.begin) && (!from || a.money);
}

// The second end of the range that begins with `a`, with unit and multiplier of either shared.
std::optional<Amount> range_end(const Reading& r, Amount& a) {
  size_t joint = a.next;
  if (!joins_range(r, a, joint)) return {};
  std::optional<Amount> b = amount_at(r, joint + (r.t.at(joint + 1).is("to") ? 2 : 1));
  if (!b || b->negative) return {};
  if (!a.places && b->places > 0 && less_than(a.numeral.digits, b->numeral.digits)) a.places = b->places;
  if (!less_than(a.value(), b->value())) return {};
  const bool same_kind = a.unit.empty() || b->unit.empty() || a.unit == b->unit || (a.unit == "gbp" && b->money);
  if (!same_kind) return {};
  if (b->unit.empty()) b->unit = a.unit;
  if (b->unit == "gbp" && a.unit.starts_with("gbp")) b->unit = a.unit;
  a.money = b->money = a.money || b->money;
  return b;
}

// ---- a match of its parts

bool hides_a_count(const Amount& a, const std::string& qualifier, bool after) {
  const bool count = a.unit.empty() || a.unit == "fte" || a.unit == "headcount";
  const bool bound = qualifier == "less_than" || (qualifier == "at_most" && after);
  if (!count || !bound || a.numeral.digits.find('.') != Decimal::npos || a.places) return false;
  return a.numeral.digits.size() <= 2 && std::stoi(a.numeral.digits) >= 2 && std::stoi(a.numeral.digits) <= most_suppressed_bound;
}

Quantity bounded(const Amount& a, const std::string& qualifier, bool after) {
  const Decimal value = a.value();
  Quantity q{value, "", qualifier.empty() ? "exact" : qualifier, "reported"};
  if (hides_a_count(a, qualifier, after)) {
    const int bound = std::stoi(value);
    return {"0", std::to_string(qualifier == "less_than" ? bound - 1 : bound), qualifier, "suppressed"};
  }
  if (qualifier == "at_most" || qualifier == "less_than") std::swap(q.value, q.value_upper);
  return q;
}

bool within_brackets(const Tokens& t, size_t begin) {
  int depth = 0;
  const size_t farthest = begin > bracket_reach_tokens ? begin - bracket_reach_tokens : 0;
  for (size_t i = begin; i > farthest && !t.at(i).starts_line; --i) {
    if (t.at(i - 1).is(")")) ++depth;
    if (t.at(i - 1).is("(") && depth-- == 0) return true;
  }
  return false;
}

std::string words_after(const Tokens& t, size_t i) {
  std::string out;
  for (size_t k = i; k < i + 2 && t.at(k).word(); ++k) out += (out.empty() ? "" : " ") + t.at(k).text;
  return out;
}

// The quantity that begins at the token, with its bounds words; `next` is the token after it.
struct Placed {
  QuantityMatch match;
  size_t begin = 0, next = 0;
};

Placed placed(const Reading& r, size_t begin, const Amount& a, size_t next, Quantity q) {
  Placed p{{std::move(q), a.unit}, begin, next};
  p.match.begin = r.t.at(begin).begin;
  p.match.end = r.t.at(next - 1).end;
  p.match.negative = a.negative;
  p.match.spelled = a.numeral.spelled;
  p.match.bracketed = within_brackets(r.t, begin);
  p.match.following = words_after(r.t, next);
  return p;
}

// "FTE: 8.4": the unit before the number, where it is not that of a number before it.
void take_unit_before(const Reading& r, size_t begin, size_t taken, Amount& a) {
  if (!a.unit.empty() || begin == 0) return;
  size_t at = begin - 1;
  if (at > 0 && r.t.at(at).is_any({":", "=", "-", "of", "is"})) --at;
  if (at < taken || (at > 0 && r.t.at(at - 1).number())) return;
  a.unit = people_unit(r.t.at(at));
}

std::optional<Placed> quantity_at(const Reading& r, size_t i, size_t taken) {
  const Bound before = bound_before(r.t, i);
  std::optional<Amount> a = amount_at(r, before.next);
  if (!a) return {};
  take_unit_before(r, i, taken, *a);
  if (const std::optional<Amount> b = range_end(r, *a)) {
    Amount first = *a;
    first.unit = b->unit.empty() ? a->unit : b->unit;
    return placed(r, i, first, b->next, {a->value(), b->value(), "range", "reported"});
  }
  if (!before.qualifier.empty()) return placed(r, i, *a, a->next, bounded(*a, before.qualifier, r.t.at(i).is("\u2264")));
  const Bound after = bound_after(r.t, a->next);
  return placed(r, i, *a, after.next, bounded(*a, after.qualifier, true));
}

std::vector<Placed> find_all(const Reading& r) {
  std::vector<Placed> out;
  size_t taken = 0;
  for (size_t i = 0; i < r.t.size();) {
    std::optional<Placed> p;
    if (!r.naming[i] && !cut_number(r.t, i)) p = quantity_at(r, i, taken);
    if (p) {
      i = taken = std::max(p->next, i + 1);
      out.push_back(std::move(*p));
    } else {
      ++i;
    }
  }
  return out;
}

bool allowed_beside(const Tokens& t, size_t i) {
  return t.at(i).is_any({"*", ".", ",", ";", ":", "(", ")", "[", "]", "\u2020", "\u2021", "#", "~", "^", "\"", "'", "="}) || !people_unit(t.at(i)).empty();
}

}  // namespace

std::string without_revision_marks(std::string_view text) {
  static const Pattern marks("\\d%? ?(\\((?-i:[rpeb])\\))");
  std::string out(text);
  for (const Pattern::Match& match : marks.all(text)) std::fill(out.begin() + static_cast<long>(match.end - 3), out.begin() + static_cast<long>(match.end), ' ');
  return out;
}

std::vector<QuantityMatch> find_quantities(std::string_view text) {
  const Tokens t(text);
  const Reading r{t, naming_numbers(t, false), false};
  std::vector<QuantityMatch> out;
  for (Placed& p : find_all(r)) out.push_back(std::move(p.match));
  return out;
}

std::optional<QuantityMatch> whole_quantity(std::string_view text) {
  const std::string plain = without_revision_marks(text);
  const Tokens t(plain);
  const Reading r{t, naming_numbers(t, true), true};
  std::vector<Placed> all = find_all(r);
  if (all.size() != 1) return {};
  for (size_t i = 0; i < t.size(); ++i)
    if ((i < all[0].begin || i >= all[0].next) && !allowed_beside(t, i)) return {};
  QuantityMatch& m = all[0].match;
  if (m.bracketed && t.at(0).is("(") && m.unit.starts_with("gbp")) m.negative = true;
  return m;
}

}  // namespace muster
