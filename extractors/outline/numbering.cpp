#include "extractors/outline/numbering.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

using Level = Numbering::Level;
using Place = Numbering::Place;
using Relation = Numbering::Relation;
using Style = Numbering::Style;

std::vector<Level> readings(const LabelUnit& unit, LabelForm form) {
  std::vector<Level> out;
  auto add = [&](Style style, int ordinal) {
    if (ordinal > 0) out.push_back({style, unit.upper, form, ordinal, unit.word});
  };
  add(Style::decimal, unit.decimal);
  add(Style::letter, unit.letter);
  add(Style::roman, unit.roman);
  return out;
}

bool same_series(const Level& a, const Level& b) { return a.style == b.style && a.upper == b.upper; }

Place with_levels(const std::vector<Level>& base, size_t depth, const Level& last, Relation relation) {
  Place out;
  out.levels.assign(base.begin(), base.begin() + static_cast<long>(depth));
  out.levels.push_back(last);
  out.relation = relation;
  return out;
}

// The place of one reading of a single number: the innermost open series that it continues, else a series of its own.
Place place_of(const std::vector<Level>& open, const Level& level) {
  if (open.empty()) return with_levels(open, 0, level, level.ordinal == 1 ? Relation::first : Relation::skip);
  for (const bool any_form : {false, true})
    for (size_t depth = open.size(); depth-- > 0;)
      if (same_series(open[depth], level) && level.ordinal == open[depth].ordinal + 1 && (any_form || level.form == open[depth].form))
        return with_levels(open, depth, level, Relation::next);
  for (size_t depth = open.size(); depth-- > 0;) {
    if (!same_series(open[depth], level)) continue;
    if (level.ordinal == 1 && level.form != open[depth].form && depth + 1 == open.size())
      return with_levels(open, open.size(), level, Relation::child);
    return with_levels(open, depth, level, level.ordinal <= open[depth].ordinal ? Relation::restart : Relation::skip);
  }
  if (level.style == Style::decimal && open[0].style != Style::decimal && level.ordinal != 1)
    return with_levels(open, 0, level, Relation::skip);
  return with_levels(open, open.size(), level, level.ordinal == 1 ? Relation::child : Relation::skip);
}

int rank(Relation relation) {
  switch (relation) {
    case Relation::next: return 0;
    case Relation::child: return 1;
    case Relation::first: return 2;
    case Relation::restart: return 3;
    default: return 4;
  }
}

}  // namespace

std::string canonical_number(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty() && is_digit(out.back()) && !word.empty() && is_digit(word[0])) out += '.';
    out += word;
  }
  return out;
}

std::string Numbering::Place::number() const {
  std::vector<std::string> words;
  for (const Level& level : levels) words.push_back(level.word);
  return canonical_number(words);
}

Place Numbering::place(const LabelUnits& units, LabelForm form) const {
  Place best;
  bool found = false;
  for (const Level& level : readings(units[0], form)) {
    // A compound label names its outer number itself, so that the number stays where it is or moves on.
    Place place = units.size() > 1 && !levels_.empty() && same_series(levels_[0], level)
                      ? with_levels(levels_, 0, level,
                                    level.ordinal == levels_[0].ordinal       ? Relation::child
                                    : level.ordinal == levels_[0].ordinal + 1 ? Relation::next
                                    : level.ordinal < levels_[0].ordinal      ? Relation::restart
                                                                              : Relation::skip)
                      : place_of(levels_, level);
    if (!found || rank(place.relation) < rank(best.relation)) best = place;
    found = true;
  }
  for (size_t i = 1; i < units.size(); ++i) {
    const std::vector<Level> inner = readings(units[i], form);
    // Letters come before numerals: "1(i)" alone is rarer than "1(i)" after "1(h)", and both print the same number.
    best.levels.push_back(inner.front());
  }
  if (units.size() > 1 && best.relation == Relation::child && levels_.size() > 1 &&
      best.levels[1].ordinal <= levels_[1].ordinal && best.levels[1].style == levels_[1].style)
    best.relation = Relation::restart;
  return best;
}

}  // namespace muster
