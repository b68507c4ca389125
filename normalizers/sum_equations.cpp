#include <algorithm>
#include <cmath>
#include <set>

#include "normalizers/table_figures.h"

namespace muster {
namespace {

using Indices = std::vector<size_t>;

// Longer columns are lists, not tables with a total.
constexpr size_t most_rows_of_a_sum = 400;
// A total further off than this share of itself is not the total of these rows: a row was not understood, or a scope differs.
constexpr double most_gap_share = 0.25;

// Cells of one row or column that count the same thing.
using LineKey = std::vector<std::string>;

enum class Direction { down, across };

int place_in_line(const Observation& o, Direction d) { return d == Direction::down ? o.row : o.col; }

LineKey line_key(const Observation& o, Direction d) {
  return {std::to_string(d == Direction::down ? o.col : o.row), o.measure, o.unit, o.period.iso, o.area_code};
}

bool adds_up(const TableFigures& figures, const Observation& o) {
  const auto measure = figures.words().measures.find(o.measure);
  return measure != figures.words().measures.end() && measure->second.adds_up && o.unit != "percent";
}

// A hidden or doubtful cell may hold any figure: with one among the parts a total that is too large proves nothing.
bool hides_a_figure(const Observation& o) {
  return o.quantity.status != "not_applicable" && o.quantity.status != "not_held" && o.quantity.status != "nil";
}

// The largest parts of the total: what is within another part is counted in that.
Indices parts_of(const TableFigures& figures, const Indices& line, size_t total) {
  Indices parts;
  for (size_t i : line)
    if (i != total && is_within(figures.at(i), figures.at(total))) parts.push_back(i);
  Indices out;
  for (size_t i : parts)
    if (std::none_of(parts.begin(), parts.end(), [&](size_t k) { return k != i && is_within(figures.at(i), figures.at(k)); }))
      out.push_back(i);
  return out;
}

// Parts that follow one another with the total right after or before them: no row between them went unread.
bool stand_together(const TableFigures& figures, const Indices& parts, size_t total, Direction d) {
  std::set<int> places;
  for (size_t i : parts) places.insert(place_in_line(figures.at(i), d));
  const int first = *places.begin(), last = *places.rbegin(), at = place_in_line(figures.at(total), d);
  return first >= 0 && last - first + 1 == static_cast<int>(places.size()) && places.size() == parts.size() && (at == last + 1 || at == first - 1);
}

// What tells a part from its whole.
std::string name_of(const Observation& part, const Observation& whole) {
  for (const auto field : {&Observation::team, &Observation::role, &Observation::grade, &Observation::service, &Observation::worker_category, &Observation::breakdown})
    if (!(part.*field).empty() && part.*field != whole.*field) return part.*field;
  return part.raw;
}

// A part without a figure here, whose figure elsewhere in the table is the gap.
std::string explained_elsewhere(const TableFigures& figures, size_t silent, size_t total, double gap) {
  const Observation& a = figures.at(silent);
  for (size_t other : figures.of_measure(a.measure)) {
    const Observation& b = figures.at(other);
    const auto interval = figures.interval(other);
    if (other != silent && a.team == b.team && a.service == b.service && interval && interval->contains(gap))
      return "the gap of " + shown(gap) + " is the figure that " + name_of(a, figures.at(total)) + " has elsewhere in this table; here its row is printed " + a.raw;
  }
  return "";
}

std::string explain_gap(const TableFigures& figures, const Indices& parts, const Indices& silent, size_t total, double gap) {
  const auto named = [&](size_t i) { return name_of(figures.at(i), figures.at(total)); };
  for (size_t part : silent)
    if (std::string found = explained_elsewhere(figures, part, total, gap); !found.empty()) return found;
  if (!silent.empty()) return "the gap of " + shown(gap) + " may be the row printed " + figures.at(silent.front()).raw + " (" + named(silent.front()) + ")";
  for (size_t part : parts) {
    const auto interval = figures.interval(part);
    if (interval && interval->stated != 0 && interval->contains(std::abs(gap)))
      return gap < 0 ? "the total leaves out " + named(part) + " (" + shown(interval->stated) + ")"
                     : "the total counts " + named(part) + " (" + shown(interval->stated) + ") twice";
  }
  return "the rows are " + shown(std::abs(gap)) + (gap < 0 ? " more" : " less") + " than the total";
}

bool is_certain(const TableFigures& figures, const Indices& parts, const Indices& silent, const Equation& e, Direction d) {
  const double gap = e.printed - e.computed.stated;
  const bool may_be_hidden = std::any_of(silent.begin(), silent.end(), [&](size_t i) { return hides_a_figure(figures.at(i)); });
  return stand_together(figures, parts, e.result, d) && !(may_be_hidden && gap > 0) && std::abs(gap) <= most_gap_share * e.printed;
}

void add_sum(const TableFigures& figures, const Indices& parts, size_t total, Direction d, std::vector<Equation>& out) {
  const auto printed = figures.interval(total);
  if (!printed || parts.size() < 2) return;
  Equation e{.kind = EquationKind::sum, .result = total, .formula = d == Direction::down ? "sum of the rows" : "sum of the columns"};
  Interval sum;
  Indices silent;
  for (size_t part : parts) {
    const auto interval = figures.interval(part);
    if (!interval) {
      silent.push_back(part);
      continue;
    }
    sum = sum + *interval;
    e.terms.push_back(part);
  }
  if (e.terms.size() < 2) return;
  e = closed(std::move(e), sum, *printed);
  e.certain = is_certain(figures, parts, silent, e, d);
  if (!e.holds) e.explanation = explain_gap(figures, parts, silent, total, printed->stated - sum.stated);
  out.push_back(std::move(e));
}

// A line of totals is one where its sums mostly hold; under columns half of them, or a single sum, will do.
void judge_lines(const TableFigures& figures, Direction d, std::vector<Equation>& equations, size_t first) {
  std::map<int, std::pair<int, int>> lines;  // holds, fails
  for (size_t i = first; i < equations.size(); ++i) {
    auto& [holds, fails] = lines[place_in_line(figures.at(equations[i].result), d)];
    holds += equations[i].proves_something();
    fails += !equations[i].holds;
  }
  for (size_t i = first; i < equations.size(); ++i) {
    const auto& [holds, fails] = lines[place_in_line(figures.at(equations[i].result), d)];
    equations[i].certain = equations[i].certain && (d == Direction::down ? holds >= fails || holds + fails == 1 : holds > fails);
  }
}

void add_sums_in(const TableFigures& figures, Direction d, std::vector<Equation>& out) {
  const size_t first = out.size();
  std::map<LineKey, Indices> lines;
  for (size_t i : figures.indices())
    if (adds_up(figures, figures.at(i))) lines[line_key(figures.at(i), d)].push_back(i);
  for (const auto& [key, line] : lines) {
    if (line.size() > most_rows_of_a_sum) continue;
    for (size_t total : line) add_sum(figures, parts_of(figures, line, total), total, d, out);
  }
  judge_lines(figures, d, out, first);
}

}  // namespace

void add_sums(const TableFigures& figures, std::vector<Equation>& out) {
  const size_t first = out.size();
  add_sums_in(figures, Direction::down, out);
  add_sums_in(figures, Direction::across, out);
  std::stable_sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), [](const Equation& a, const Equation& b) { return a.result < b.result; });
}

}  // namespace muster
