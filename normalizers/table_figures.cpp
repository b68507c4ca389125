#include "normalizers/table_figures.h"

#include "schemas/text.h"

namespace muster {
namespace {

// How a rate of people was counted is no group of people.
constexpr std::string_view counting_split = "counted_in";

std::vector<std::string> subject_key(const Observation& o, std::string_view measure) {
  return {std::string(measure), o.area_code, o.service, o.team, o.grade};
}

bool same_time(const Period& asked, const Period& other) {
  return asked.iso == other.iso || (asked.iso.find('/') != std::string::npos && asked.iso.ends_with("/" + other.iso));
}

// Roles are read from headers too: within one line of the table a difference in their words is none in the people.
bool same_people(const Observation& a, const Observation& b) {
  const bool same_line = (a.row >= 0 && a.row == b.row) || (a.col >= 0 && a.col == b.col);
  return (a.role == b.role || same_line) && without_counting(a.breakdown) == without_counting(b.breakdown);
}

bool within(const std::string& part, const std::string& whole, bool& finer) {
  if (part == whole) return true;
  if (!whole.empty() && whole != "all") return false;
  finer = finer || !(part.empty() || part == "all");
  return !part.empty();
}

}  // namespace

std::string_view split_value(std::string_view breakdown, std::string_view name) {
  for (std::string_view piece : split(breakdown, ';'))
    if (piece.size() > name.size() && piece.starts_with(name) && piece[name.size()] == '=') return piece.substr(name.size() + 1);
  return {};
}

std::string without_counting(std::string_view breakdown) {
  std::vector<std::string> kept;
  for (std::string_view piece : split(breakdown, ';'))
    if (!piece.starts_with(counting_split)) kept.emplace_back(piece);
  return joined(kept, ";");
}

bool is_within(const Observation& part, const Observation& whole) {
  bool finer = false;
  return within(part.service, whole.service, finer) && within(part.team, whole.team, finer) && within(part.role, whole.role, finer) &&
         within(part.grade, whole.grade, finer) && within(part.worker_category, whole.worker_category, finer) &&
         within(part.breakdown, whole.breakdown, finer) && finer;
}

Equation closed(Equation equation, const Interval& computed, const Interval& printed) {
  equation.computed = computed;
  equation.printed = printed.stated;
  equation.holds = overlap(computed, printed);
  return equation;
}

TableFigures::TableFigures(const std::vector<Observation>& all, const std::string& table_id, const WorkforceWords& words)
    : all_(all), words_(words) {
  for (size_t i = 0; i < all.size(); ++i) {
    const Observation& o = all[i];
    if (o.table_id != table_id || o.basis != Basis::table) continue;
    indices_.push_back(i);
    by_measure_[o.measure].push_back(i);
    by_subject_[subject_key(o, o.measure)].push_back(i);
  }
}

std::optional<Interval> TableFigures::interval(size_t i) const {
  const Observation& o = all_[i];
  auto interval = interval_of(o.quantity);
  const bool whole = (o.unit == "headcount" || o.unit == "count") && o.quantity.value.find('.') == std::string::npos;
  if (interval && whole && o.quantity.status == "reported" && o.quantity.qualifier == "exact") interval->lo = interval->hi = interval->stated;
  return interval;
}

const std::vector<size_t>& TableFigures::of_measure(std::string_view measure) const {
  static const std::vector<size_t> none;
  const auto found = by_measure_.find(measure);
  return found == by_measure_.end() ? none : found->second;
}

size_t TableFigures::partner(size_t like, std::string_view measure) const {
  const auto group = by_subject_.find(subject_key(all_[like], measure));
  size_t found = no_result;
  if (group == by_subject_.end()) return found;
  for (size_t i : group->second) {
    if (i == like || !same_people(all_[i], all_[like]) || !same_time(all_[like].period, all_[i].period)) continue;
    if (found != no_result) return no_result;
    found = i;
  }
  return found;
}

}  // namespace muster
