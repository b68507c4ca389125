#include "normalizers/period.h"

#include <algorithm>

#include "normalizers/stretch.h"
#include "normalizers/tokens.h"

namespace muster {
namespace {

constexpr int months_of_year = 12;
constexpr int most_months = 60;  // "12 months to": longer reaches are not reporting periods

// Calendar words with what the words around them make of them.
struct Found {
  Stretch stretch;
  size_t begin = 0;      // token
  std::string kind;
  bool open = false;     // lasts from stretch.first
  bool range = false;    // joined from two stretches, or counted in months
  bool tells() const { return !stretch.untold && !stretch.year_missing; }
};

enum class Lead { none, instant, dated, during, since, from, between };  // dated: an instant only before a day or month

struct LeadWords {
  std::initializer_list<std::string_view> words;
  Lead lead;
};

// Longer wordings first where one begins another.
Lead lead_at(const Tokens& t, size_t i, size_t& next) {
  static const LeadWords leads[] = {
      {{"as", "at"}, Lead::instant},      {{"as", "of"}, Lead::instant},     {{"as", "on"}, Lead::instant},
      {{"at"}, Lead::dated},              {{"on"}, Lead::dated},             {{"@"}, Lead::dated},
      {{"in", "the", "year"}, Lead::during}, {{"during"}, Lead::during},     {{"throughout"}, Lead::during},
      {{"within"}, Lead::during},         {{"since"}, Lead::since},          {{"from"}, Lead::from},
      {{"between"}, Lead::between},
  };
  next = i;
  for (const LeadWords& l : leads) {
    next = t.after(i, l.words);
    if (next != i) {
      next = t.after_any(next, {":", "-"});
      next = t.after_any(next, {"the"});
      return l.lead;
    }
  }
  return Lead::none;
}

// A stretch, or the day that it begins or ends with ("end of April 2019").
std::optional<Stretch> edge_at(const Tokens& t, size_t i) {
  size_t at = t.after_any(i, {"the"});
  const bool end = t.at(at).is("end"), start = t.at(at).is_any({"start", "beginning"});
  if (!end && !start) return stretch_at(t, i);
  at = t.after_any(t.after_any(at + 1, {"of"}), {"the"});
  std::optional<Stretch> s = stretch_at(t, at);
  if (!s || s->untold || s->grain == Grain::day) return {};
  if (s->year_missing) return s;
  (end ? s->first : s->last) = end ? s->last : s->first;
  s->grain = Grain::day;
  s->bare_year = false;
  return s;
}

size_t after_open_words(const Tokens& t, size_t i) {
  static const std::initializer_list<std::string_view> wordings[] = {
      {"to", "date"}, {"to", "present"}, {"to", "the", "present"}, {"to", "the", "present", "day"}, {"to", "present", "day"},
      {"to", "now"}, {"to", "today"}, {"to", "current"}, {"to", "the", "current", "date"}, {"to", "current", "date"},
      {"onwards"}, {"onward"}, {"until", "now"}, {"until", "present"}, {"up", "to", "now"}, {"up", "to", "date"},
      {"-", "present"}, {"-", "date"}, {"-", "to", "date"}, {"-", "now"}, {"so", "far"}, {"year", "to", "date"},
      {"year", "-", "to", "-", "date"}, {"ytd"}, {"(", "ytd", ")"}, {"(", "to", "date", ")"},
      {"(", "year", "to", "date", ")"}, {"(", "year", "-", "to", "-", "date", ")"},
  };
  size_t best = i;
  for (const auto& words : wordings) best = std::max(best, t.after(i, words));
  return best;
}

size_t after_range_word(const Tokens& t, size_t i, bool between) {
  size_t at = between ? t.after_any(i, {"and"}) : i;
  if (at == i && t.at(i).is("/") && t.at(i).glued && t.at(i + 1).glued) at = i + 1;
  if (at == i) at = t.after(i, {"up", "to"});
  if (at == i) at = t.after_any(i, {"to", "-", "until", "till", "through"});
  if (at == i) return i;
  at = std::max(at, t.after(at, {"and", "including"}));
  return t.after_any(at, {"the"});
}

Grain joint_grain(Grain a, Grain b) {
  if (a == b) return a;
  return a == Grain::day || b == Grain::day || a == Grain::split_year || b == Grain::split_year ? Grain::day : Grain::month;
}

// The year that is printed on one side only holds for both.
void lend_year(Stretch& a, Stretch& b) {
  if (a.year_missing && !b.year_missing) {
    const int year = b.first.year;
    a = in_year(a, year);
    if (b.first < a.first) a = in_year(a, year - 1);
  } else if (b.year_missing && !a.year_missing) {
    const int year = a.first.year;
    b = in_year(b, year);
    if (b.last < a.last) b = in_year(b, year + 1);
  }
}

// "1st to 30th April 2019", "1-30 April 2019": the first day has neither month nor year.
std::optional<Stretch> days_of_one_month(const Tokens& t, size_t i) {
  const Token& day = t.at(i);
  if (!day.number() || day.text.size() > 2) return {};
  const size_t at = t.after_any(i + 1, {"st", "nd", "rd", "th"});
  const size_t next = t.after_any(at, {"to", "-"});
  if (next == at || (at == i + 1 && !t.at(at).is("-"))) return {};
  std::optional<Stretch> s = stretch_at(t, next);
  if (!s || s->untold || s->year_missing || s->grain != Grain::day || !t.at(next).number()) return {};
  s->first.day = day.value();
  return is_date(s->first) && s->first < s->last ? s : std::nullopt;
}

// The second stretch of "X to Y" joined to the first; nothing when none follows or it does not come later.
std::optional<Stretch> joined_range(const Tokens& t, Stretch a, bool between) {
  const size_t at = after_range_word(t, a.next, between);
  if (at == a.next) return {};
  std::optional<Stretch> b = edge_at(t, at);
  if (!b || b->untold || a.untold) return {};
  if (b->year_missing && !a.year_missing && t.at(a.next).is("-")) return {};  // "30 April 2019 - March": a list, not a range
  if (a.academic && b->grain == Grain::split_year && !b->academic) b = as_academic(*b);
  lend_year(a, *b);
  if (a.untold || b->untold || (b->last <= a.last && !a.year_missing)) return {};
  Stretch joint = a;
  joint.last = b->last;
  joint.grain = joint_grain(a.grain, b->grain);
  joint.next = b->next;
  joint.bare_year = false;
  return joint;
}

int months_counted(const Token& t) {
  if (t.number()) return t.value();
  constexpr std::pair<std::string_view, int> words[] = {{"three", 3}, {"six", 6},       {"nine", 9},
                                                        {"twelve", 12}, {"eighteen", 18}, {"two", 2}};
  for (const auto& [word, count] : words)
    if (t.is(word)) return count;
  return 0;
}

// Index after "12 months", "twelve-month period", "year", "quarter"; `months` is their length. `i` when none stands there.
size_t after_length(const Tokens& t, size_t i, int& months) {
  size_t at = i;
  if (t.at(i).is_any({"year", "years"})) {
    months = months_of_year;
    at = i + 1;
  } else if (t.at(i).is("quarter")) {
    months = 3;
    at = i + 1;
  } else {
    months = months_counted(t.at(i));
    if (months < 1 || months > most_months) return i;
    const size_t unit = t.after_any(i + 1, {"-"});
    at = t.after_any(unit, {"month", "months"});
    if (at == unit) return i;
  }
  return t.after_any(at, {"period", "periods"});
}

// "year to 30/04/19", "in the 12 months to 30 April 2017", "year ending 31 March 2018", "12 months from 1 April 2019"
std::optional<Found> counted_months(const Tokens& t, size_t i) {
  int months = 0;
  size_t at = after_length(t, i, months);
  if (at == i) return {};
  const size_t joint = std::max(t.after_any(at, {"to", "ending", "ended", "end", "until"}), t.after(at, {"up", "to"}));
  const size_t onward = t.after_any(at, {"from", "beginning", "starting", "commencing"});
  const bool forward = onward != at;
  if (joint == at && !forward) return {};
  at = forward ? onward : std::max(joint, t.after(joint, {"and", "including"}));
  at = t.after_any(t.after_any(at, {"on", ":"}), {"the"});
  std::optional<Stretch> s = edge_at(t, at);
  if (!s || s->untold || s->year_missing || (s->grain != Grain::day && s->grain != Grain::month)) return {};
  if (forward && joined_range(t, *s, false)) return {};
  if (s->grain == Grain::month) {
    (forward ? s->last : s->first) = forward ? last_of_month(months_on(s->first, months - 1)) : months_on(s->first, 1 - months);
  } else if (forward) {
    Date end = months_on(s->first, months);
    s->last = end.day > 1 ? Date{end.year, end.month, end.day - 1} : last_of_month(months_on(end, -1));
  } else {
    const Date before = months_on(s->last, -months);
    s->first = next_day(s->last == last_of_month(s->last) ? last_of_month(before) : before);
  }
  return Found{*s, i, "duration", false, true};
}

std::string kind_of(const Stretch& s, Lead lead, bool range) {
  if (range) return "duration";
  if (lead == Lead::instant && s.grain != Grain::split_year) return "instant";
  if (lead == Lead::dated && s.grain == Grain::month && s.first.month == s.last.month) return "instant";
  if (lead == Lead::during || s.grain == Grain::split_year) return "duration";
  if (s.grain == Grain::day) return s.first == s.last ? "instant" : "duration";
  if (s.grain == Grain::year) return s.bare_year ? "" : "duration";
  return s.first.month == s.last.month && s.first.year == s.last.year ? "" : "duration";
}

// The words after "from" alone: "from Sept 24" lasts on, "from the March 2019 return" does not.
bool ends_phrase(const Tokens& t, size_t i) { return !t.at(i).word() || t.at(i).is_any({"and", "to", "until"}); }

std::optional<Found> phrase_at(const Tokens& t, size_t i) {
  if (auto counted = counted_months(t, i)) return counted;
  size_t at = i;
  const Lead lead = lead_at(t, i, at);
  std::optional<Stretch> s = days_of_one_month(t, at);
  bool range = s.has_value();
  if (!s) s = edge_at(t, at);
  if (!s) return {};
  if (const auto joint = joined_range(t, *s, lead == Lead::between)) {
    s = joint;
    range = true;
  }
  Found found{*s, i, kind_of(*s, lead, range), false, range};
  const size_t open_end = after_open_words(t, s->next);
  const bool from = lead == Lead::from && !range && s->grain != Grain::year && ends_phrase(t, s->next);
  found.open = !range && (open_end != s->next || lead == Lead::since || from);
  found.stretch.next = open_end;
  if (found.open) {
    found.kind = "duration";
    found.stretch.bare_year = false;
    if (found.stretch.grain == Grain::year || found.stretch.grain == Grain::split_year) found.stretch.grain = Grain::day;
  }
  return found;
}

PeriodMatch match_of(const Tokens& t, const Found& f) {
  const Stretch& s = f.stretch;
  PeriodMatch m;
  m.period.kind = f.kind;
  m.period.iso = f.open ? iso_of(s.first, s.first, s.grain) + "/.." : iso_of(s.first, s.last, s.grain);
  if (f.open && s.grain == Grain::month) m.period.iso = iso_month(s.first) + "/..";
  m.begin = t.at(f.begin).begin;
  m.end = t.at(s.next - 1).end;
  m.bare_year = s.bare_year;
  m.split_year = s.grain == Grain::split_year && !f.range && !s.academic && s.first.day == 1;
  name_in_ees(m.period);
  return m;
}

// Only list separators stand between the tokens: "30 April 2017, 2018 and 2019".
bool listed_together(const Tokens& t, size_t from, size_t to) {
  for (size_t i = from; i < to; ++i)
    if (!t.at(i).is_any({",", "and", "&"})) return false;
  return from < to;
}

// A bare year in a list takes the day or month of the one before; an academic year makes the split years after it academic.
void inherit(const Tokens& t, const Found& before, Found& f) {
  if (!listed_together(t, before.stretch.next, f.begin)) return;
  const Stretch& s = before.stretch;
  if (s.academic && f.stretch.grain == Grain::split_year && !f.range) f.stretch = as_academic(f.stretch);
  const bool dated = s.grain == Grain::day || s.grain == Grain::month;
  if (!f.stretch.bare_year || !dated || before.open || f.stretch.first.year <= s.last.year) return;
  const int months = (f.stretch.first.year - s.last.year) * months_of_year;
  const size_t next = f.stretch.next;
  f = {s, f.begin, before.kind, false, before.range};
  f.stretch.first = months_on(s.first, months);
  f.stretch.last = s.last == last_of_month(s.last) ? last_of_month(months_on(s.last, months)) : months_on(s.last, months);
  f.stretch.next = next;
}

// The months within a year that may begin in April.
Stretch within(Stretch months, const Stretch& year) {
  const auto placed = [&](Date date) {
    date.year = year.first.year + (date.month < year.first.month);
    return date;
  };
  months.first = placed(months.first);
  months.last = placed(months.last);
  if (months.grain == Grain::month) months.last = last_of_month(months.last);
  months.year_missing = false;
  months.untold = !is_date(months.first) || !is_date(months.last);
  return months;
}

// "2017: 68 (January to June)", "2024/25 (to August)": months in brackets narrow the year before them on the line.
bool narrow(const Tokens& t, const Found& months, Found& year) {
  const bool split = year.stretch.grain == Grain::split_year && !year.range && !year.open;
  if (!months.stretch.year_missing || !(year.stretch.bare_year || split)) return false;
  size_t opening = months.begin;
  while (opening > 0 && t.at(opening - 1).is_any({"to", "up", "until", "end", "of", "the"})) --opening;
  const bool up_to = opening < months.begin;
  if ((!months.range && !up_to) || !t.before(opening).is("(")) return false;
  for (size_t i = year.stretch.next; i < opening; ++i)
    if (t.at(i).starts_line || t.at(i).is(";")) return false;
  const size_t next = year.stretch.next;
  Stretch a = within(months.stretch, year.stretch);
  if (up_to && !months.range) a.first = year.stretch.first;
  if (a.untold || a.last < a.first) return false;
  year = {a, year.begin, "duration", false, true};
  year.stretch.next = next;
  return true;
}

std::vector<Found> find_all(const Tokens& t) {
  std::vector<Found> out;
  for (size_t i = 0; i < t.size();) {
    std::optional<Found> f = phrase_at(t, i);
    if (!f) {
      ++i;
      continue;
    }
    i = std::max(f->stretch.next, i + 1);
    if (!out.empty() && narrow(t, *f, out.back())) continue;
    if (!f->tells()) continue;
    if (!out.empty()) inherit(t, out.back(), *f);
    out.push_back(*f);
  }
  return out;
}

}  // namespace

std::vector<PeriodMatch> find_periods(std::string_view text) {
  const Tokens tokens(text);
  std::vector<PeriodMatch> out;
  for (const Found& f : find_all(tokens)) out.push_back(match_of(tokens, f));
  return out;
}

std::optional<PeriodMatch> whole_period(std::string_view text) {
  const Tokens t(text);
  const std::vector<Found> all = find_all(t);
  if (all.size() != 1) return {};
  for (size_t i = 0; i < t.size(); ++i) {
    const bool matched = i >= all[0].begin && i < all[0].stretch.next;
    if (!matched && !t.at(i).is_any({"(", ")", ":", ".", ",", "-", "*", "[", "]", "in", "the", "for", "year", "of"})) return {};
  }
  return match_of(t, all[0]);
}

Period academic_year_of(const Period& split_year) {
  const Date first = date_of_iso(split_year.iso);
  Period p = split_year;
  p.iso = iso_of({first.year, 9, 1}, {first.year + 1, 8, 31}, Grain::day);
  name_in_ees(p);
  return p;
}

}  // namespace muster
