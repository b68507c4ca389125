#include "normalizers/stretch.h"

#include <algorithm>

namespace muster {
namespace {

// Years that a paper on a council's workforce can speak of.
constexpr int first_year = 1950, last_year = 2059;
// A year without any other word of the calendar may as well be a count; a narrower window keeps such numbers apart.
constexpr int first_bare_year = 1980, last_bare_year = 2049;
// "Sept 24" is a month of a year only where the two digits can be a year of such papers and not a day's number.
constexpr int first_blank_year = 5, last_blank_year = 29;
// "2010-13" is a row of years; longer reaches are more often something else.
constexpr int longest_year_row = 10;

int year_of_two_digits(int n) { return n < 50 ? 2000 + n : n >= 90 && n < 100 ? 1900 + n : -1; }

bool is_year(const Token& t) { return t.digits(4) && t.value() >= first_year && t.value() <= last_year; }

// The year of a token of two or four digits; -1 when it is none.
int year_of(const Token& t) {
  if (is_year(t)) return t.value();
  return t.digits(2) ? year_of_two_digits(t.value()) : -1;
}

Stretch day_stretch(const Date& d, size_t next) { return {d, d, Grain::day, next}; }
Stretch month_stretch(int year, int month, size_t next) {
  return {{year, month, 1}, last_of_month({year, month, 1}), Grain::month, next};
}
Stretch year_stretch(int first, int last, size_t next) { return {{first, 1, 1}, {last, 12, 31}, Grain::year, next}; }
Stretch split_stretch(int year, size_t next) { return {{year, 4, 1}, {year + 1, 3, 31}, Grain::split_year, next}; }

Stretch untold_stretch(size_t next) {
  Stretch s;
  s.next = next;
  s.untold = true;
  return s;
}

bool follows_year(int year, int next) { return next == year + 1 || next == (year + 1) % 100; }

// A word that belongs to running text, so that two digits before it count something ("May 15 posts").
bool runs_on(const Token& t) {
  return t.word() && !t.is_any({"to", "and", "or", "until", "till", "onwards", "inclusive", "the", "we", "there", "was",
                                "is", "were", "through", "for"});
}

// ---- numeric days and months

// "30/04/19", "13-10-2025", "30.04.2019": day first. A one-digit part with a two-digit year only where strokes part them,
// since "1.2.19" is a paragraph's number.
std::optional<Stretch> numeric_day(const Tokens& t, size_t i) {
  const Token &d = t.at(i), &mark = t.at(i + 1), &m = t.at(i + 2), &again = t.at(i + 3), &y = t.at(i + 4);
  if (!mark.is_any({"/", "-", "."}) || !again.is(mark.text) || d.text.size() > 2 || m.text.size() > 2) return {};
  if (!m.number() || !y.number() || !mark.glued || !m.glued || !again.glued || !y.glued) return {};
  const bool full = d.digits(2) && m.digits(2);
  const int year = year_of(y);
  if (year < 0 || (y.digits(2) && !full && !mark.is("/"))) return {};
  const Date date{year, m.value(), d.value()};
  return is_date(date) ? day_stretch(date, i + 5) : untold_stretch(i + 5);
}

// "2019-04-30", "2019/04/30"
std::optional<Stretch> iso_date(const Tokens& t, size_t i) {
  const Token &y = t.at(i), &mark = t.at(i + 1), &m = t.at(i + 2), &again = t.at(i + 3), &d = t.at(i + 4);
  if (!is_year(y) || !mark.is_any({"/", "-"}) || !again.is(mark.text) || !m.digits(2) || !d.digits(2)) return {};
  if (!mark.glued || !m.glued || !again.glued || !d.glued) return {};
  const Date date{y.value(), m.value(), d.value()};
  return is_date(date) ? day_stretch(date, i + 5) : untold_stretch(i + 5);
}

// "04/2016", "4/2016", "04-2016"
std::optional<Stretch> numeric_month(const Tokens& t, size_t i) {
  const Token &m = t.at(i), &mark = t.at(i + 1), &y = t.at(i + 2);
  const bool parted = mark.is("/") || (mark.is("-") && m.digits(2));
  if (!parted || !mark.glued || !y.glued || !is_year(y) || m.text.size() > 2) return {};
  if (m.value() < 1 || m.value() > 12) return {};
  return month_stretch(y.value(), m.value(), i + 3);
}

// ---- years and what begins with a year

// Index after the second part of "2017/18", "2017-18", "2017 - 2018"; 0 when the marks do not join two years. A dash with
// blanks beside two digits parts a year from its figure ("2017 - 18") unless the words before name a kind of year. "To" joins
// two years after those words, and in "salaries for 2025 to 2026".
size_t after_year_pair(const Tokens& t, size_t i, bool named) {
  const Token &mark = t.at(i + 1), &second = t.at(i + 2);
  const bool told_for = i > 0 && t.before(i).is("for") && second.digits(4);
  if (!second.number() || !(mark.is_any({"/", "-"}) || ((named || told_for) && mark.is("to")))) return 0;
  const bool tight = mark.glued && second.glued;
  if (second.digits(2)) return mark.is("/") || tight || named ? i + 3 : 0;
  return second.digits(4) ? i + 3 : 0;
}

// After a pair of years no further part may be glued on: "18/19/2" and "2017/18/4312" are something else.
bool ends_cleanly(const Tokens& t, size_t next) {
  const Token& mark = t.at(next);
  return !(mark.is_any({"/", "-"}) && mark.glued && t.at(next + 1).glued && t.at(next + 1).number());
}

std::optional<Stretch> four_digit_pair(const Tokens& t, size_t i, bool named) {
  if (!is_year(t.at(i))) return {};
  const size_t next = after_year_pair(t, i, named);
  if (next == 0 || !ends_cleanly(t, next)) return {};
  const int year = t.at(i).value(), second = t.at(i + 2).value();
  if (follows_year(year, second)) return split_stretch(year, next);
  if (!t.at(i + 2).digits(2) || !t.at(i + 2).glued || t.at(i + 1).is("/")) return {};
  if (second >= 1 && second <= 12) {
    if (second > year % 100) return untold_stretch(next);  // "2010-12": December or a row of years
    return t.at(i + 1).glued ? std::optional(month_stretch(year, second, next)) : std::nullopt;
  }
  const int reach = second - year % 100;
  return reach > 0 && reach <= longest_year_row ? std::optional(year_stretch(year, year + reach, next)) : std::nullopt;
}

// "18/19", "for 18 / 19"; with a dash only where the words before name a kind of year.
std::optional<Stretch> two_digit_pair(const Tokens& t, size_t i, bool named) {
  const Token &a = t.at(i), &mark = t.at(i + 1), &b = t.at(i + 2);
  const bool tight = mark.glued && b.glued, led = t.before(i).is_any({"for", "in", "during", "year"});
  if (!a.digits(2) || !b.digits(2) || !(tight || (led && mark.is("/")))) return {};
  if (!(mark.is("/") || (named && mark.is("-"))) || !follows_year(a.value(), b.value()) || !ends_cleanly(t, i + 3)) return {};
  const int year = year_of(a);
  return year < 0 ? std::nullopt : std::optional(split_stretch(year, i + 3));
}

// "2010-2015": the dash joins two years.
bool joins_years(const Tokens& t, size_t dash) { return t.at(dash).is("-") && is_year(t.before(dash)) && is_year(t.at(dash + 1)); }

// The number names an Act, belongs to a reference, or carries a sign of money or share.
bool part_of_something_else(const Tokens& t, size_t i) {
  const Token &before = t.before(i), &after = t.at(i + 1), &beyond = t.at(i + 2);
  if (before.is_any({"act", "regulations", "regulation", "order", "law", "rules", "measure", "bill", "code"})) return true;
  if (before.is_any({"foia", "foisa", "eir", "eisr", "dpa"}) || (before.is("a") && before.all_capitals && before.glued)) return true;  // "FOI(S)A 2002"
  if (before.is(")") && t.before(i - 1).is_any({"scotland", "s", "jersey", "wales", "guernsey"})) return true;
  if (before.is_any({"\u00A3", "\u20AC", "$", "#"})) return true;
  if ((i > 0 && joins_years(t, i - 1)) || joins_years(t, i + 1)) return false;
  if (t.at(i).glued && (before.word() || before.is_any({"/", "-", ".", ",", "_", "@"}))) return true;
  if (after.is_any({"%", "act", "regulations", "order"}) || (after.glued && after.word())) return true;
  return after.glued && after.is_any({"/", "-", ".", ",", "_"}) && beyond.glued &&
         (beyond.number() || (beyond.word() && !after.is_any({"-", ",", "/"})));
}

// "(Newtown Review, 2024)": who wrote when.
bool in_citation(const Tokens& t, size_t i) {
  if (!t.at(i + 1).is(")") || !t.before(i).is(",")) return false;
  for (size_t back = 2; back <= 6 && back <= i; ++back) {
    if (t.at(i - back).is("(")) return true;
    if (!t.at(i - back).capital && !t.at(i - back).is_any({"and", "&", "et", "al", "."})) return false;
  }
  return false;
}

bool leads_to_year(const Token& t) {
  return t.is_any({"in", "during", "for", "since", "from", "to", "year", "years", "until", "till", "by", "between", "of",
                   "throughout", "calendar", "and", "or", "through", "at", "as", "on", "financial", "academic", "school"}) ||
         month_named(t.text) != 0;
}

bool is_counted(const Token& t) {
  return t.is_any({"hours", "days", "weeks", "months", "staff", "workers", "employees", "people", "posts", "applications",
                   "applicants", "requests", "cases", "children", "adults", "referrals", "fte", "wte", "ftes", "headcount",
                   "pounds", "pence", "per", "social", "vacancies", "individuals", "foster", "carers", "million", "k", "m"});
}

std::optional<Stretch> bare_year(const Tokens& t, size_t i) {
  const Token& y = t.at(i);
  const Token& before = t.before(i);
  const bool led = before.is_any({"in", "for", "since", "during", "between", "and", "year", "years"}) || t.size() == 1;  // the whole of a header
  const int earliest = led ? first_year : first_bare_year;  // "for 1959 and 1969"
  if (!y.digits(4) || y.value() < earliest || y.value() > last_bare_year || part_of_something_else(t, i) || in_citation(t, i)) return {};
  if (before.is_any({"over", "about", "around", "approximately", "nearly", "almost", "than", "least", "total", "circa"})) return {};
  if (is_counted(t.at(i + 1)) && !(leads_to_year(before) && !before.is_any({"to", "of", "and", "or"}))) return {};
  Stretch s = year_stretch(y.value(), y.value(), i + 1);
  s.bare_year = true;
  return s;
}

// ---- months and days in words

// Marks between a month's name and its year: "Nov' 12", "Mar-15", "March, 2019", "March of 2019".
size_t after_month_marks(const Tokens& t, size_t i, bool& dashed) {
  for (int marks = 0; marks < 2; ++marks) {
    const Token& mark = t.at(i);
    if (mark.is_any({"-", "/"}) && mark.glued && t.at(i + 1).glued) dashed = true;
    else if (!mark.is_any({".", ",", "'", "of"})) break;
    else dashed = dashed || mark.is("'");
    ++i;
  }
  return i;
}

struct PrintedYear {
  int year = -1;
  size_t next = 0;
};

// The year after a month's name, -1 when none follows. Two digits without a mark must look like a year.
PrintedYear year_after_month(const Tokens& t, size_t i) {
  bool marked = false;
  const size_t at = after_month_marks(t, i, marked);
  const Token& y = t.at(at);
  if (is_year(y) && !(t.at(at + 1).glued && t.at(at + 1).word())) return {y.value(), at + 1};
  if (!y.digits(2) || t.at(at + 1).is_any({":", "%"})) return {};
  if (t.at(at + 1).glued && (t.at(at + 1).word() || (t.at(at + 1).is_any({",", "."}) && t.at(at + 2).glued && t.at(at + 2).number())))
    return {};
  if (marked || y.glued) return {year_of(y), at + 1};
  const bool plausible = y.value() >= first_blank_year && y.value() <= last_blank_year;
  return plausible && !runs_on(t.at(at + 1)) && at == i ? PrintedYear{year_of(y), at + 1} : PrintedYear{};
}

size_t after_ordinal(const Tokens& t, size_t i) { return t.after_any(i, {"st", "nd", "rd", "th"}); }

int month_at(const Tokens& t, size_t i) {
  const Token& word = t.at(i);
  if (!word.word() || (word.is("may") && !word.capital) || (word.is_any({"mar", "dec", "mai", "medi"}) && !word.capital)) return 0;
  return month_named(word.text);
}

// "30 April 2019", "1st of March 2020", "30-Apr-19", "31st March"
std::optional<Stretch> named_day(const Tokens& t, size_t i) {
  const Token& d = t.at(i);
  if (!d.number() || d.text.size() > 2) return {};
  size_t at = after_ordinal(t, i + 1);
  at = t.after_any(at, {"day"});
  at = t.after_any(at, {"of"});
  if (t.at(at).is_any({"-", "/"}) && t.at(at).glued && t.at(at + 1).glued) ++at;
  const int month = month_at(t, at);
  if (month == 0) return {};
  if (t.at(at + 1).is("/") && month_at(t, at + 2) == month) at += 2;  // in two languages
  const PrintedYear printed = year_after_month(t, at + 1);
  if (printed.year < 0 && t.at(at).all_capitals && t.at(at).text.size() < 4) return {};  // "1 SEP": as well an abbreviation
  const Date date{printed.year < 0 ? 0 : printed.year, month, d.value()};
  const size_t next = printed.year < 0 ? at + 1 + t.at(at + 1).is(".") * t.at(at + 1).glued : printed.next;
  if (!is_date(date)) return untold_stretch(next);
  Stretch s = day_stretch(date, next);
  s.year_missing = printed.year < 0;
  return s;
}

// "April 30, 2019", "April 30th 2019"
std::optional<Stretch> month_first_day(const Tokens& t, size_t i) {
  const int month = month_at(t, i);
  const Token& d = t.at(i + 1);
  if (month == 0 || !d.number() || d.text.size() > 2) return {};
  size_t at = after_ordinal(t, i + 2);
  const bool ordinal = at != i + 2;
  at = t.after_any(at, {","});
  const bool has_year = is_year(t.at(at)) && !part_of_something_else(t, at);
  if (!has_year && !ordinal) return {};
  const Date date{has_year ? t.at(at).value() : 0, month, d.value()};
  const size_t next = has_year ? at + 1 : i + 3;
  if (!is_date(date)) return untold_stretch(next);
  Stretch s = day_stretch(date, next);
  s.year_missing = !has_year;
  return s;
}

std::optional<Stretch> named_month(const Tokens& t, size_t i) {
  const int month = month_at(t, i);
  if (month == 0 || (t.at(i + 1).glued && t.at(i + 1).word())) return {};
  const PrintedYear printed = year_after_month(t, i + 1);
  if (printed.year >= 0) return month_stretch(printed.year, month, printed.next);
  Stretch s = month_stretch(0, month, i + 1);
  s.year_missing = true;
  return s;
}

// ---- kinds of year and quarters

enum class YearKind { none, financial, tax, academic, calendar };

// The words before a year that say its kind: "financial year", "FY", "academic years".
YearKind year_kind_at(const Tokens& t, size_t i, size_t& next) {
  const auto kind = [&](size_t at, YearKind k) { return next = at, k; };
  if (t.at(i).is_any({"fy", "f"})) {
    const size_t at = t.at(i).is("fy") ? i + 1 : t.after(i, {"f", "/", "y"});
    if (at != i) return kind(t.after_any(at, {"-", "."}), YearKind::financial);
  }
  const bool yearly = t.at(i + 1).is_any({"year", "years", "yr"});
  if (!yearly) return YearKind::none;
  const size_t at = t.after_any(i + 2, {"of", ":"});
  if (t.at(i).is_any({"financial", "fiscal", "accounting", "budget", "reporting"})) return kind(at, YearKind::financial);
  if (t.at(i).is("tax")) return kind(at, YearKind::tax);
  if (t.at(i).is_any({"academic", "school"})) return kind(at, YearKind::academic);
  return t.at(i).is("calendar") ? kind(at, YearKind::calendar) : YearKind::none;
}

Stretch of_kind(Stretch s, YearKind kind) {
  if (s.grain == Grain::split_year && kind == YearKind::academic) return as_academic(s);
  if (s.grain == Grain::split_year && kind == YearKind::tax) {
    s.first.day = 6;
    s.last = {s.last.year, 4, 5};
  }
  if (s.bare_year && kind == YearKind::calendar) s.bare_year = false;
  return s;
}

std::optional<Stretch> pair_at(const Tokens& t, size_t i, bool named) {
  if (t.before(i).is_any({"\u00A3", "\u20AC", "$"}) || (t.at(i).glued && t.before(i).is_any({"/", "-", ".", ","}))) return {};
  if (auto s = four_digit_pair(t, i, named)) return s;
  return two_digit_pair(t, i, named);
}

// "2017/18", "FY17/18", "academic year 2015/16", "2016/17 financial year", "calendar year 2019"
std::optional<Stretch> year_at(const Tokens& t, size_t i) {
  size_t at = i;
  YearKind kind = year_kind_at(t, i, at);
  std::optional<Stretch> s = pair_at(t, at, kind != YearKind::none);
  if (!s) s = bare_year(t, at);
  if (!s && t.at(i).is("fy") && t.at(at).digits(2)) return untold_stretch(at + 1);  // "FY17": which of two years?
  if (!s) return {};
  if (kind == YearKind::none) {
    size_t beyond = 0;
    kind = year_kind_at(t, s->next, beyond);
    // "2016/17 financial year 2017/18" names its kind for the years that follow
    if (kind != YearKind::none && !t.at(beyond).number()) s->next = t.at(s->next).is("fy") ? s->next + 1 : s->next + 2;
    else kind = YearKind::none;
  }
  if (kind == YearKind::financial && s->bare_year && t.at(i).is("fy")) return untold_stretch(s->next);
  return of_kind(*s, kind);
}

// Index after "Q1" or "quarter 1" and its number; 0 when none stands there.
size_t after_quarter(const Tokens& t, size_t i, int& quarter) {
  const bool letter = t.at(i).is("q") && t.at(i + 1).glued;
  if (!letter && !t.at(i).is_any({"quarter", "qtr"})) return 0;
  quarter = t.at(i + 1).digits(1) ? t.at(i + 1).value() : 0;
  return quarter >= 1 && quarter <= 4 && !(t.at(i + 2).glued && t.at(i + 2).word()) ? i + 2 : 0;
}

Stretch quarter_of(const Stretch& year, int quarter, size_t next) {
  const Date first = months_on(year.first, 3 * (quarter - 1));
  return {first, last_of_month(months_on(first, 2)), Grain::month, next};
}

// "Q1 2019/20", "Quarter 2 of 2019-20", "2019/20 Q1". A quarter of a bare year may count from January or April.
std::optional<Stretch> quarter_at(const Tokens& t, size_t i) {
  int quarter = 0;
  if (const size_t next = after_quarter(t, i, quarter)) {
    size_t at = next;
    while (t.at(at).is_any({"of", "in", ",", "(", "-", ":", "for"}) && at < next + 2) ++at;
    const std::optional<Stretch> year = year_at(t, at);
    if (!year || year->untold) return {};
    const size_t end = t.at(at - 1).is("(") && t.at(year->next).is(")") ? year->next + 1 : year->next;
    return year->grain == Grain::split_year ? quarter_of(*year, quarter, end) : untold_stretch(end);
  }
  const std::optional<Stretch> year = year_at(t, i);
  if (!year || year->untold) return {};
  size_t at = year->next;
  while (t.at(at).is_any({",", "-", ":", "("}) && at < year->next + 1) ++at;
  const size_t next = after_quarter(t, at, quarter);
  if (next == 0) return {};
  return year->grain == Grain::split_year ? quarter_of(*year, quarter, next) : untold_stretch(next);
}

}  // namespace

std::optional<Stretch> stretch_at(const Tokens& t, size_t i) {
  const Token& token = t.at(i);
  if (token.number() && token.glued && (t.before(i).number() || (t.before(i).is_any({".", ","}) && t.before(i - 1).number() && t.before(i).glued)))
    return {};
  std::optional<Stretch> best;
  using Reader = std::optional<Stretch> (*)(const Tokens&, size_t);
  constexpr Reader readers[] = {iso_date, numeric_day, named_day, month_first_day, quarter_at, year_at, named_month, numeric_month};
  for (Reader read : readers) {
    const std::optional<Stretch> s = read(t, i);
    if (s && (!best || s->next > best->next)) best = s;
  }
  return best;
}

Stretch in_year(Stretch s, int year) {
  s.first.year = s.last.year = year;
  if (s.grain == Grain::month) s.last = last_of_month(s.last);
  s.year_missing = false;
  s.untold = !is_date(s.first);
  return s;
}

Stretch as_academic(Stretch s) {
  s.first.month = 9;
  s.last = {s.last.year, 8, 31};
  s.academic = true;
  return s;
}

std::string iso_of(const Date& first, const Date& last, Grain grain) {
  if (grain == Grain::year) {
    const std::string from = iso_day(first).substr(0, 4), to = iso_day(last).substr(0, 4);
    return from == to ? from : from + "/" + to;
  }
  const bool months = grain == Grain::month;
  const std::string from = months ? iso_month(first) : iso_day(first), to = months ? iso_month(last) : iso_day(last);
  return from == to ? from : from + "/" + to;
}

}  // namespace muster
