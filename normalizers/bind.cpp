#include "normalizers/bind.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "normalizers/bind_respectively.h"
#include "normalizers/clauses.h"
#include "normalizers/comparing_clauses.h"
#include "normalizers/course.h"
#include "normalizers/measure_fits.h"
#include "normalizers/relative_period.h"
#include "normalizers/word_gap.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/text.h"

namespace muster {
namespace {

using Accepts = std::function<bool(int mention)>;

class Binder {
 public:
  Binder(const TextReading& reading, const Vocabulary& vocabulary) : reading_(reading), vocabulary_(vocabulary), comparing_(comparing_clauses(reading.text)) {
    for (size_t i = 0; i < reading.mentions.size(); ++i)
      if (reading.mentions[i].kind == MentionKind::quantity) figures_.push_back(static_cast<int>(i));
  }

  std::vector<Bound> bound() {
    std::vector<Bound> out;
    for (size_t i = 0; i < figures_.size(); ++i) {
      Bound b;
      b.figure = figures_[i];
      bind_measure(i, b);
      b.service = nearest(i, MentionKind::service);
      b.two_services = joined_with_other(b.service);
      b.role = close_after(i, MentionKind::role) >= 0 ? close_after(i, MentionKind::role) : close_before(i, MentionKind::role);
      b.grade = nearest(i, MentionKind::grade);
      if (b.grade >= 0 && is_for_a_purpose(reading_.text, mention(b.grade).end, figure(i).begin)) b.grade = -1;
      b.category = next_to(i, MentionKind::category);
      b.unit = next_to(i, MentionKind::unit);
      b.change = is_change(i);
      out.push_back(b);
    }
    bind_periods(out);
    bind_areas(out);
    for (Bound& b : out) b.area_with = joined_area(b.area);
    pair_respectively(reading_, out);
    return out;
  }

 private:
  const Mention& mention(int index) const { return reading_.mentions[static_cast<size_t>(index)]; }
  const Mention& figure(size_t i) const { return mention(figures_[i]); }
  const QuantityMatch& quantity(size_t i) const { return reading_.quantities[static_cast<size_t>(figure(i).index)]; }
  size_t end_before(size_t i) const { return i == 0 ? 0 : figure(i - 1).end; }
  size_t begin_after(size_t i, bool past_bracket = false) const {
    size_t next = i + 1;  // "691 (625 FTE) by 2007": the figure in the bracket parts no time from the one before it
    while (next < figures_.size() && (is_length_of_time(next) || (past_bracket && quantity(next).bracketed && !quantity(i).bracketed))) ++next;
    return next < figures_.size() ? figure(next).begin : reading_.text.size();
  }
  // "150 people in 12 months between February and March": no figure of its own.
  bool is_length_of_time(size_t i) const {
    return quantity(i).unit == "months" || quantity(i).unit == "years";
  }

  // The last mention before the figure that ends after `from`, the first after it that begins before `until`.
  int last_before(size_t i, MentionKind kind, size_t from, const Accepts& accepts = {}) const {
    int found = -1;
    for (size_t k = 0; k < reading_.mentions.size(); ++k) {
      const Mention& m = reading_.mentions[k];
      if (m.kind == kind && m.begin >= from && m.begin < figure(i).begin && (!accepts || accepts(static_cast<int>(k))))
        found = static_cast<int>(k);
    }
    return found;
  }
  int first_after(size_t i, MentionKind kind, size_t until, const Accepts& accepts = {}) const {
    for (size_t k = 0; k < reading_.mentions.size(); ++k) {
      const Mention& m = reading_.mentions[k];
      if (m.kind == kind && m.begin >= figure(i).end && m.begin < until && (!accepts || accepts(static_cast<int>(k))))
        return static_cast<int>(k);
    }
    return -1;
  }
  // A mention that takes in the figure or its unit: "fill 29 per cent of the vacant posts", "20% of all posts are vacant".
  int covering(size_t i, MentionKind kind, const Accepts& accepts) const {
    for (size_t k = 0; k < reading_.mentions.size(); ++k) {
      const Mention& m = reading_.mentions[k];
      if (m.kind == kind && m.begin < figure(i).end && m.end > figure(i).begin && accepts(static_cast<int>(k)))
        return static_cast<int>(k);
    }
    return -1;
  }

  int close_before(size_t i, MentionKind kind, const Accepts& accepts = {}) const {
    const int k = last_before(i, kind, end_before(i), accepts);
    return k >= 0 && links(gap_between(reading_, mention(k).end, figure(i).begin), before_links) ? k : -1;
  }
  int close_after(size_t i, MentionKind kind, const Accepts& accepts = {}) const {
    const int k = first_after(i, kind, begin_after(i, kind == MentionKind::period), accepts);
    if (k < 0 || !links(gap_between(reading_, figure(i).end, mention(k).begin, kind == MentionKind::area), after_links)) return -1;
    return kind != MentionKind::period || leads_to_period(figure(i).end, mention(k)) ? k : -1;
  }
  // A period after its figure is led in by a word or bracket ("9 in 2019", "9 (2019)"); in "2018 8 2019 9" it is the next one's.
  bool leads_to_period(size_t end, const Mention& period) const {
    const std::string between = reading_.text.substr(end, period.begin - end);
    return std::any_of(between.begin(), between.end(), [](char c) { return is_letter(c) || c == '('; }) || is_letter(reading_.text[period.begin]);
  }
  int next_to(size_t i, MentionKind kind) const {
    if (const int k = kind == MentionKind::category ? named_before(i, kind) : -1; k >= 0) return k;  // "Permanent 120 Agency 14"
    if (const int k = close_after(i, kind); k >= 0) return k;
    if (const int k = close_before(i, kind); k >= 0) return k;
    if (figures_.size() == 1) return only(kind);
    const int k = kind == MentionKind::category ? only(kind) : -1;  // "Permanent staff grew from 26 in 2015 to 27 in 2016"
    return k >= 0 && mention(k).end <= figure(0).begin && mention(k).code == "employed" && end_of_course(i) != CourseEnd::none ? k : -1;
  }
  int only(MentionKind kind) const {
    int found = -1;
    for (size_t k = 0; k < reading_.mentions.size(); ++k) {
      if (reading_.mentions[k].kind != kind) continue;
      if (found >= 0 && mention(found).code != reading_.mentions[k].code) return -1;
      found = static_cast<int>(k);
    }
    return found;
  }

  // Whether the words of a kind stand before their figures: the first of them since the last semicolon comes before the first figure.
  bool words_lead(size_t i, MentionKind kind) const {
    const size_t stop = reading_.text.rfind(';', figure(i).begin);
    for (const Mention& m : reading_.mentions) {
      if (stop != std::string::npos && m.begin < stop) continue;
      if (m.kind == kind) return true;
      if (m.kind == MentionKind::quantity) return false;
    }
    return false;
  }

  int nearest(size_t i, MentionKind kind, const Accepts& accepts = {}) const {
    if (const int k = close_before(i, kind, accepts); k >= 0) return k;
    if (const int k = kind == MentionKind::service ? named_before(i, kind) : -1; k >= 0) return k;
    if (const int k = close_after(i, kind, accepts); k >= 0) return k;
    const int before = last_before(i, kind, line_begin(i), accepts);
    const int after = first_after(i, kind, line_end(i), accepts);
    const bool other_clause = before >= 0 && after >= 0 && reading_.text.find(';', mention(before).end) < figure(i).begin;
    if (words_lead(i, kind) && !other_clause) return before >= 0 ? before : after;
    return after >= 0 ? after : before;
  }
  // "17 now, from 23 in March 2022": words of a clause that compares and has a figure of its own are of that figure.
  bool of_compared(size_t i, int k) const {
    return std::any_of(comparing_.begin(), comparing_.end(), [&](const Clause& c) {
      return c.holds(mention(k).begin) && !c.holds(figure(i).begin) && (c.aside || has_figure(c.begin, c.end));
    });
  }
  // "Children's Services 3 Adult Services 2": names without a verb, each before its figure.
  int named_before(size_t i, MentionKind kind) const {
    const int k = words_lead(i, kind) ? last_before(i, kind, end_before(i)) : -1;
    return k >= 0 && ends_name(std::string_view(reading_.text).substr(mention(k).end, figure(i).begin - mention(k).end)) ? k : -1;
  }
  // Lines of a cell speak for themselves.
  size_t line_begin(size_t i) const {
    const size_t newline = reading_.text.rfind('\n', figure(i).begin);
    return newline == std::string::npos ? 0 : newline + 1;
  }
  // Words after a semicolon are of another clause; those before it may still hold.
  size_t line_end(size_t i) const { return std::min(reading_.text.find_first_of("\n;", figure(i).end), reading_.text.size()); }

  void bind_measure(size_t i, Bound& b) const {
    const std::string& unit = quantity(i).unit;
    const Accepts can_be = [&](int k) { return mention(k).weight > 1 && fits(vocabulary_, mention(k).code, unit); };
    choose_measure(i, b, [&](int k) { return can_be(k) && !in_closed_bracket(reading_.text, mention(k).end, figure(i).begin); });
    if (b.measure < 0) choose_measure(i, b, can_be);
  }
  void choose_measure(size_t i, Bound& b, const Accepts& can_be) const {
    b.measure_close = true;
    if (b.measure = covering(i, MentionKind::measure, can_be); b.measure >= 0) return;
    const int before = close_before(i, MentionKind::measure, can_be), after = close_after(i, MentionKind::measure, can_be);
    const bool before_is_taken = before >= 0 && i > 0 && belongs_to_previous(i, before);
    if (before >= 0 && !before_is_taken) { b.measure = before; return; }
    if (after >= 0) { b.measure = after; return; }
    b.measure_close = false;
    b.measure = last_before(i, MentionKind::measure, 0, can_be);
    const auto open_here = [&](int k) { return can_be(k) && !leads_to(reading_.text, mention(k).end, begin_after(i)); };
    if (b.measure < 0) b.measure = first_after(i, MentionKind::measure, end_of_clause(reading_.text, figure(i).end), open_here);
  }
  bool belongs_to_previous(size_t i, int k) const {
    return mention(k).begin >= figure(i - 1).end &&
           links(gap_between(reading_, figure(i - 1).end, mention(k).begin), after_links);
  }

  bool joined_with_other(int k) const {
    if (k < 0) return false;
    for (const Mention& m : reading_.mentions) {
      if (m.kind != MentionKind::service || m.code == mention(k).code) continue;
      const bool first = m.begin < mention(k).begin;
      const Gap gap = gap_between(reading_, first ? m.end : mention(k).end, first ? mention(k).begin : m.begin);
      if (!gap.comma && !gap.words.empty() && gap.words.size() <= 3 &&
          std::find(gap.words.begin(), gap.words.end(), "and") != gap.words.end() &&
          !has_figure(std::min(m.end, mention(k).end), std::max(m.begin, mention(k).begin)))
        return true;
    }
    return false;
  }
  // "Kingston and Richmond": another place that "and" joins to this one.
  int joined_area(int k) const {
    for (size_t other = 0; k >= 0 && other < reading_.mentions.size(); ++other) {
      const Mention& m = reading_.mentions[other];
      if (m.kind != MentionKind::area || m.code == mention(k).code) continue;
      const size_t from = std::min(m.end, mention(k).end), until = std::max(m.begin, mention(k).begin);
      if (until <= from) continue;
      const std::string between = ascii_lower(reading_.text.substr(from, until - from));
      if (between == " and " || between == " & ") return static_cast<int>(other);
    }
    return -1;
  }
  bool has_figure(size_t from, size_t until) const {
    return std::any_of(figures_.begin(), figures_.end(),
                       [&](int f) { return mention(f).begin >= from && mention(f).begin < until; });
  }

  bool is_change(size_t i) const {
    const std::string before = reading_.text.substr(end_before(i), figure(i).begin - end_before(i));
    const std::string after = reading_.text.substr(figure(i).end, begin_after(i) - figure(i).end);
    for (const WordRule& rule : vocabulary_.tables().workforce.markers) {
      if (rule.code != "change") continue;
      if (rule.scope == "before" && rule.pattern.in(before)) return true;
      if (rule.scope == "after" && rule.pattern.in(after)) return true;
    }
    return false;
  }

  void bind_periods(std::vector<Bound>& all) const;
  void pair_in_order(std::vector<Bound>& all) const;
  bool joins_two(size_t end, size_t begin) const;
  bool opens_interval(const Mention& period) const;
  void bind_areas(std::vector<Bound>& all) const;
  int only_place_after(size_t i) const;
  // "14.6% (national average: 16%)": the place in the bracket belongs to the figure there.
  bool opens_other_bracket(size_t i, const Mention& area) const {
    const size_t open = reading_.text.find('(', figure(i).end), close = reading_.text.find(')', figure(i).end);
    return open < area.begin && i + 1 < figures_.size() && figure(i + 1).begin < close;
  }
  bool is_of_plan_after(size_t i, int k) const {
    return mention(k).begin >= figure(i).end && opens_plan(std::string_view(reading_.text).substr(figure(i).end, mention(k).begin - figure(i).end));
  }
  bool is_of_later_clause(size_t i, int period) const;
  CourseEnd end_of_course(size_t i) const { return course_end(reading_, static_cast<size_t>(figure(i).index)); }
  int in_own_clause(size_t i) const;
  int shift_near(size_t i) const;
  int shift_after(size_t i) const;
  int in_parallel(const std::vector<Bound>& all, size_t i, int Bound::* words) const;
  bool clause_names(MentionKind kind, size_t i) const;

  const TextReading& reading_;
  const Vocabulary& vocabulary_;
  std::vector<Clause> comparing_;
  std::vector<int> figures_;
};

// "2,619 two years later": words right after the figure move the period of the figure before.
int Binder::shift_after(size_t i) const {
  const int k = first_after(i, MentionKind::marker, line_end(i), [&](int m) { return years_moved(mention(m).code) != 0; });
  if (k < 0 || !links(gap_between(reading_, figure(i).end, mention(k).begin), after_links)) return 0;
  return years_moved(mention(k).code);
}

// "a year later", "the year before" next to the figure: how far the period of the figure before is moved.
int Binder::shift_near(size_t i) const {
  if (const int after = shift_after(i); after != 0) return after;
  const int k = last_before(i, MentionKind::marker, end_before(i), [&](int m) { return years_moved(mention(m).code) != 0; });
  if (k < 0 || last_before(i, MentionKind::period, mention(k).end) >= 0) return 0;
  return years_moved(mention(k).code);
}

// "FTE grew from 15 to 16, and the vacancy rate fell from 12% in 2024": the year is of the later clause's own figure.
bool Binder::is_of_later_clause(size_t i, int period) const {
  if (mention(period).begin < figure(i).end) return false;
  for (size_t j = i + 1; j < figures_.size() && figure(j).begin < mention(period).begin; ++j)
    if (close_after(j, MentionKind::period) == period && another_clause_begins(reading_.text, figure(i).end, figure(j).begin)) return true;
  return false;
}

// "At 31 March 30 posts were empty, and 150 people came between May and June": the figure's clause has begun since the period before it.
int Binder::in_own_clause(size_t i) const {
  const int before = last_before(i, MentionKind::period, 0), after = first_after(i, MentionKind::period, begin_after(i));
  if (before < 0 || after < 0 || !leads_to_period(figure(i).end, mention(after))) return -1;
  return another_clause_begins(reading_.text, mention(before).end, figure(i).begin) && !another_clause_begins(reading_.text, figure(i).end, mention(after).begin) ? after : -1;
}

void Binder::bind_periods(std::vector<Bound>& all) const {
  for (size_t i = 0; i < all.size(); ++i) {
    if (all[i].period = close_after(i, MentionKind::period); all[i].period >= 0) continue;
    const bool moved_on = i > 0 && all[i - 1].period >= 0 && shift_after(i) != 0;
    if (all[i].period = moved_on ? -1 : close_before(i, MentionKind::period, [&](int k) { return !of_compared(i, k); }); all[i].period >= 0) continue;
    if (i > 0 && all[i - 1].period >= 0)
      if (all[i].shift_years = shift_near(i); all[i].shift_years != 0) {
        all[i].shifted_from = all[i - 1].period;
        all[i].shift_years += all[i - 1].shift_years;
        continue;
      }
    if (i > 0 && all[i - 1].shifted_from >= 0 && first_after(i - 1, MentionKind::period, begin_after(i)) < 0) {
      all[i].shift_years = all[i - 1].shift_years;  // "2,619 two years later, and 161.5 FTE hold them": still of that time
      all[i].shifted_from = all[i - 1].shifted_from;
      continue;
    }
    if (all[i].period = in_own_clause(i); all[i].period >= 0) continue;
    all[i].period = nearest(i, MentionKind::period, [&](int k) {
      return !of_compared(i, k) && !is_of_plan_after(i, k) && (!mention(k).code.ends_with("/..") || mention(k).begin < figure(i).begin) && !is_of_later_clause(i, k);
    });
    if (i > 0 && all[i].period < 0) all[i].shift_years = shift_after(i);  // "14.1%, down from 18.7% the year before": of what is asked
  }
  for (size_t i = 0; i < all.size(); ++i)
    if (all[i].opens_course = end_of_course(i) == CourseEnd::first || end_of_course(i) == CourseEnd::earlier; all[i].opens_course && close_after(i, MentionKind::period) < 0) leave_time_to_end(reading_, all[i]);
  for (size_t i = 0; i < all.size(); ++i)
    if (all[i].shifted_from < 0 && !clause_names(MentionKind::period, i))
      if (const int k = in_parallel(all, i, &Bound::period); k >= 0) all[i].period = k;
  pair_in_order(all);
}

// Whether the clause after the last semicolon before the figure has words of the kind.
bool Binder::clause_names(MentionKind kind, size_t i) const {
  const size_t stop = reading_.text.rfind(';', figure(i).begin);
  return std::any_of(reading_.mentions.begin(), reading_.mentions.end(),
                     [&](const Mention& m) { return m.kind == kind && (stop == std::string::npos || m.begin > stop); });
}

// "between P1 and P2 … from Q1 to Q2": the first figure is of the first period. Two periods joined by "and" or "to", or one
// interval that the words "between" or "from" open.
void Binder::pair_in_order(std::vector<Bound>& all) const {
  int first = -1, second = -1;
  for (size_t k = 0; k < reading_.mentions.size() && second < 0; ++k) {
    const Mention& m = reading_.mentions[k];
    if (m.kind != MentionKind::period) continue;
    if (first >= 0 && joins_two(mention(first).end, m.begin)) second = static_cast<int>(k);
    else if (opens_interval(m)) first = second = static_cast<int>(k);
    else first = static_cast<int>(k);
  }
  if (second < 0) return;
  for (size_t i = 0; i + 1 < all.size(); ++i) {
    const Gap gap = gap_between(reading_, figure(i).end, figure(i + 1).begin);
    if (gap.words != std::vector<std::string>{"to"} || gap.comma) continue;
    all[i].period = first;
    all[i + 1].period = second;
    all[i].shift_years = all[i + 1].shift_years = 0;
    if (first == second) all[i].half = 1, all[i + 1].half = 2;
  }
}

bool Binder::joins_two(size_t end, size_t begin) const {
  const Gap gap = gap_between(reading_, end, begin);
  return !gap.comma && !gap.words.empty() && gap.words.size() <= 2 && (gap.words[0] == "and" || gap.words[0] == "to");
}

bool Binder::opens_interval(const Mention& period) const {
  if (period.code.find('/') == std::string::npos || period.code.ends_with("..")) return false;
  const std::string words = ascii_lower(reading_.text.substr(0, period.end));
  const size_t begin = period.begin > 10 ? period.begin - 10 : 0;  // the opening word may stand before the match
  return words.find("between", begin) != std::string::npos;
}

// Words of place belong to a figure when they stand between it and the figure before, or right after it ("12.5 per cent for
// the East of England"). A figure without any keeps those of the figure before, up to a semicolon.
void Binder::bind_areas(std::vector<Bound>& all) const {
  for (size_t i = 0; i < all.size(); ++i) {
    all[i].area = close_after(i, MentionKind::area);
    if (all[i].area >= 0 && opens_other_bracket(i, mention(all[i].area))) all[i].area = -1;
    if (all[i].area >= 0) continue;
    int k = last_before(i, MentionKind::area, end_before(i));
    if (k >= 0 && i > 0 && all[i - 1].area == k) k = -1;
    if (k < 0 && i > 0 && !gap_between(reading_, figure(i - 1).end, figure(i).begin).stop &&
        mention(std::max(all[i - 1].area, 0)).begin < figure(i - 1).begin)
      k = all[i - 1].area;
    all[i].area = k;
  }
  for (size_t i = 0; i < all.size(); ++i)
    if (all[i].area < 0) all[i].area = only_place_after(i);
  for (size_t i = 0; i < all.size(); ++i)
    if (all[i].area < 0) all[i].area = in_parallel(all, i, &Bound::area);
}

// "20% of posts were vacant across England": the one place of a sentence with one figure, or the next of the figure's own clause.
int Binder::only_place_after(size_t i) const {
  static const Pattern leads_in("\\b(?:in|across|for|throughout) (?:the )?$");
  const int k = figures_.size() == 1 ? only(MentionKind::area) : first_after(i, MentionKind::area, begin_after(i));
  if (k < 0 || mention(k).begin < figure(i).end) return -1;
  if (figures_.size() > 1 && reading_.text.substr(figure(i).end, mention(k).begin - figure(i).end).find_first_of(",;:()") != std::string::npos) return -1;
  return leads_in.in(reading_.text.substr(0, mention(k).begin)) ? k : -1;
}

// "England had 15.1%, the region 17.9%; caseloads were 17.4 and 16.2": a clause without places takes those of the clause before
// in their order, when both have as many figures.
int Binder::in_parallel(const std::vector<Bound>& all, size_t i, int Bound::* words) const {
  const size_t stop = reading_.text.rfind(';', figure(i).begin);
  if (stop == std::string::npos) return -1;
  std::vector<size_t> before, here;
  for (size_t k = 0; k < all.size(); ++k) (figure(k).begin < stop ? before : here).push_back(k);
  if (before.size() != here.size() || before.size() < 2) return -1;
  const auto at = static_cast<size_t>(std::find(here.begin(), here.end(), i) - here.begin());
  return all[before[at]].*words;
}

}  // namespace

std::vector<Bound> bind(const TextReading& reading, const Vocabulary& vocabulary) { return Binder(reading, vocabulary).bound(); }

}  // namespace muster
