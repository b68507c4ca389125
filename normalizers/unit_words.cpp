#include "normalizers/unit_words.h"

namespace muster {
namespace {

using Words = std::initializer_list<std::string_view>;

struct Wording {
  Words words;
  const char* unit;
};

// The longest wording that stands at the token.
template <size_t count>
UnitWords longest(const Tokens& t, size_t i, const Wording (&wordings)[count]) {
  UnitWords best{"", i, 0};
  for (const Wording& w : wordings) {
    const size_t next = t.after(i, w.words);
    if (next > best.next) best = {w.unit, next, 0};
  }
  const Token& last = t.before(best.next);
  if (best.next > i && t.at(i).is("hr") && t.at(i).all_capitals) return {"", i, 0};  // Human Resources
  const bool cut = t.at(best.next).word() && t.at(best.next).glued && last.word();
  return cut ? UnitWords{"", i, 0} : best;
}

const Wording unit_wordings[] = {
    {{"%"}, "percent"}, {{"per", "cent"}, "percent"}, {{"percent"}, "percent"}, {{"pct"}, "percent"}, {{"pc"}, "percent"}, {{"per", "-", "cent"}, "percent"},
    {{"percentage", "point"}, "percentage_points"}, {{"percentage", "points"}, "percentage_points"},
    {{"%", "point"}, "percentage_points"}, {{"%", "points"}, "percentage_points"}, {{"pp"}, "percentage_points"},
    {{"ppts"}, "percentage_points"}, {{"%", "pts"}, "percentage_points"},
    {{"fte"}, "fte"}, {{"ftes"}, "fte"}, {{"ffte"}, "fte"}, {{"wte"}, "fte"}, {{"wtes"}, "fte"}, {{"f", ".", "t", ".", "e"}, "fte"},
    {{"w", ".", "t", ".", "e"}, "fte"}, {{"fte", "'", "s"}, "fte"}, {{"wte", "'", "s"}, "fte"},
    {{"full", "time", "equivalent"}, "fte"}, {{"full", "time", "equivalents"}, "fte"}, {{"full", "-", "time", "equivalent"}, "fte"},
    {{"full", "-", "time", "equivalents"}, "fte"}, {{"whole", "time", "equivalent"}, "fte"}, {{"whole", "time", "equivalents"}, "fte"},
    {{"whole", "-", "time", "equivalent"}, "fte"}, {{"whole", "-", "time", "equivalents"}, "fte"},
    {{"headcount"}, "headcount"}, {{"head", "count"}, "headcount"}, {{"heads"}, "headcount"},
    {{"hours"}, "hours"}, {{"hour"}, "hours"}, {{"hrs"}, "hours"}, {{"hr"}, "hours"},
    {{"days"}, "days"}, {{"day"}, "days"}, {{"working", "days"}, "days"}, {{"calendar", "days"}, "days"},
    {{"fte", "days"}, "days"}, {{"wte", "days"}, "days"}, {{"fte", "working", "days"}, "days"}, {{"wte", "working", "days"}, "days"},
    {{"weeks"}, "weeks"}, {{"week"}, "weeks"}, {{"wks"}, "weeks"},
    {{"months"}, "months"}, {{"month"}, "months"}, {{"years"}, "years"}, {{"year"}, "years"}, {{"yrs"}, "years"}, {{"yr"}, "years"},
    {{"pounds"}, "gbp"}, {{"pound"}, "gbp"}, {{"gbp"}, "gbp"},
};

const Wording rate_wordings[] = {
    {{"per", "annum"}, "gbp_per_year"}, {{"pa"}, "gbp_per_year"}, {{"p", ".", "a"}, "gbp_per_year"}, {{"p", ".", "a", "."}, "gbp_per_year"},
    {{"p", "/", "a"}, "gbp_per_year"}, {{"a", "year"}, "gbp_per_year"}, {{"per", "year"}, "gbp_per_year"}, {{"each", "year"}, "gbp_per_year"},
    {{"annually"}, "gbp_per_year"}, {{"annual"}, "gbp_per_year"}, {{"/", "year"}, "gbp_per_year"}, {{"/", "annum"}, "gbp_per_year"}, {{"/", "yr"}, "gbp_per_year"},
    {{"per", "month"}, "gbp_per_month"}, {{"a", "month"}, "gbp_per_month"}, {{"pcm"}, "gbp_per_month"}, {{"p", ".", "c", ".", "m"}, "gbp_per_month"},
    {{"per", "calendar", "month"}, "gbp_per_month"}, {{"monthly"}, "gbp_per_month"}, {{"/", "month"}, "gbp_per_month"}, {{"each", "month"}, "gbp_per_month"},
    {{"per", "week"}, "gbp_per_week"}, {{"a", "week"}, "gbp_per_week"}, {{"pw"}, "gbp_per_week"}, {{"p", ".", "w"}, "gbp_per_week"},
    {{"p", ".", "w", "."}, "gbp_per_week"}, {{"weekly"}, "gbp_per_week"}, {{"/", "week"}, "gbp_per_week"}, {{"each", "week"}, "gbp_per_week"},
    {{"per", "day"}, "gbp_per_day"}, {{"a", "day"}, "gbp_per_day"}, {{"/", "day"}, "gbp_per_day"}, {{"daily"}, "gbp_per_day"}, {{"p", "/", "d"}, "gbp_per_day"},
    {{"per", "hour"}, "gbp_per_hour"}, {{"an", "hour"}, "gbp_per_hour"}, {{"ph"}, "gbp_per_hour"}, {{"p", ".", "h"}, "gbp_per_hour"},
    {{"p", ".", "h", "."}, "gbp_per_hour"}, {{"/", "hour"}, "gbp_per_hour"}, {{"/", "hr"}, "gbp_per_hour"}, {{"p", "/", "h"}, "gbp_per_hour"},
    {{"hourly"}, "gbp_per_hour"}, {{"per", "hr"}, "gbp_per_hour"},
};

// Decimal places of a multiplier word; 0 when it is none.
int places_of(const Token& word, bool money, bool decimals) {
  if (word.is("k") || word.is_any({"thousand", "thousands"})) return 3;
  if (word.is_any({"million", "millions", "mn", "mil", "mill"})) return 6;
  if (word.is("m")) return money || (decimals && word.glued) ? 6 : 0;
  return word.is("billion") || (word.is("bn") && money) ? 9 : 0;
}

}  // namespace

UnitWords unit_after(const Tokens& t, size_t i, bool money, bool decimals) {
  const Token& word = t.at(i);
  const bool ends = !(t.at(i + 1).glued && t.at(i + 1).word());
  if (ends && ((word.is("p") && word.glued && !word.capital && !money && !t.at(i + 1).is("/") && !(t.at(i + 1).is(".") && t.at(i + 2).glued)) || word.is("pence")))
    return {"gbp", i + 1, -2};
  const int places = ends ? places_of(word, money, decimals) : 0;
  const size_t at = places ? i + 1 : i;
  UnitWords unit = longest(t, at, unit_wordings);
  if (unit.next == at && t.at(at).is("(")) {
    unit = longest(t, at + 1, unit_wordings);
    if (unit.next > at + 1 && t.at(unit.next).is(")")) ++unit.next;
    else unit = {"", at, 0};
  }
  unit.places = places;
  return unit;
}

UnitWords pay_rate_after(const Tokens& t, size_t i) { return longest(t, i, rate_wordings); }

std::string people_unit(const Token& token) {
  if (token.is_any({"fte", "ftes", "wte", "wtes", "ffte"})) return "fte";
  return token.is("headcount") ? "headcount" : "";
}

}  // namespace muster
