#include "tools/crosscheck.h"

#include <charconv>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>
#include <stdexcept>

#include "dataset/rows.h"
#include "schemas/csv.h"
#include "schemas/text.h"
#include "tools/console.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

// Shares by which a figure differs from the official one. Councils count on other days and count other posts: a fifth is usual.
constexpr double close_share = 0.1, usual_share = 0.35;
constexpr int most_months_apart = 6;
constexpr int official_month = 9;  // the census day is 30 September

struct Month {
  int year = 0, month = 0;
};

std::optional<Month> month_of(std::string_view day) {
  Month out;
  if (day.size() < 7 || day[4] != '-') return std::nullopt;
  std::from_chars(day.data(), day.data() + 4, out.year);
  std::from_chars(day.data() + 5, day.data() + 7, out.month);
  if (out.year < 1900 || out.month < 1 || out.month > 12) return std::nullopt;
  return out;
}

// Of an interval its last day: a flow of a year belongs to the census at its end.
std::optional<Month> end_of(const std::string& period) {
  const size_t slash = period.find('/');
  return month_of(slash == std::string::npos ? std::string_view(period) : std::string_view(period).substr(slash + 1));
}

bool lasts_a_year(const std::string& period) {
  const size_t slash = period.find('/');
  if (slash == std::string::npos) return false;
  const auto from = month_of(period), to = month_of(std::string_view(period).substr(slash + 1));
  return from && to && (to->year - from->year) * 12 + to->month - from->month == 11;
}

std::optional<double> number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// The official column of a figure: its measure and how people are counted; rates are FTE where the document does not say.
std::string column_of(const ScoreRow& o) {
  const std::string &measure = o.at("measure"), &unit = o.at("unit");
  if (measure == "cases") return measure;
  if (unit == "headcount" || o.at("breakdown") == "counted_in=headcount") return measure + "_headcount";
  return unit == "unstated" ? "" : measure + "_fte";
}

bool is_of_social_workers(const ScoreRow& o) {
  const std::string& role = o.at("role");
  return role.empty() || ascii_lower(role).find("social worker") != std::string::npos;
}

bool is_comparable(const ScoreRow& o) {
  const std::string& breakdown = o.at("breakdown");
  return o.at("service") == "children" && o.at("status") == "reported" && o.at("basis") != "derived" && o.at("repeats").empty() && !o.at("area_code").empty() &&
         o.at("team").empty() && o.at("grade").empty() && (breakdown.empty() || breakdown.starts_with("counted_in=")) && is_of_social_workers(o);
}

bool is_flow(const std::string& measure) {
  return measure == "starters" || measure == "leavers" || measure == "turnover_rate" || measure == "working_days_lost" || measure == "absence_rate";
}

std::string words_of(double own, double official, int months_apart) {
  const double difference = official == 0 ? std::abs(own) : std::abs(own - official) / official;
  std::string out = difference <= close_share   ? "close to the official figure"
                    : difference <= usual_share ? "plausible beside the official figure"
                                                : "far from the official figure: it may count other people, posts or days";
  if (months_apart != 0) out += "; " + std::to_string(std::abs(months_apart)) + (months_apart < 0 ? " months before" : " months after") + " the official day";
  return out;
}

using Official = std::map<std::pair<std::string, std::string>, const ScoreRow*>;

std::optional<Comparison> comparison_of(const ScoreRow& o, const Official& official) {
  const auto end = end_of(o.at("period"));
  const auto own = number(o.at("value"));
  if (!end || !own || !is_comparable(o) || (is_flow(o.at("measure")) && !lasts_a_year(o.at("period")))) return std::nullopt;
  const int months = end->month - official_month, turn = months > most_months_apart ? 12 : months < -most_months_apart ? -12 : 0;
  Comparison out{.observation = &o, .year = std::to_string(end->year + turn / 12), .months_apart = months - turn};
  const auto row = official.find({o.at("area_code"), out.year});
  const auto figure = row == official.end() ? std::nullopt : number(row->second->at(column_of(o)));
  if (!figure) return std::nullopt;
  out.official = *figure;
  out.ratio = *figure == 0 ? 0 : *own / *figure;
  out.words = words_of(*own, *figure, out.months_apart);
  return out;
}

std::string line_of(const Comparison& c) {
  std::string out;
  for (const char* column : {"observation_id", "area_code", "area_name", "measure", "unit", "period", "value"}) out += csv_cell(c.observation->at(column)) + ',';
  return out + c.year + ',' + decimal_text(c.official, 1) + ',' + decimal_text(c.ratio, 2) + ',' + csv_cell(c.words) + '\n';
}

}  // namespace

std::vector<Comparison> compare_with_official(std::span<const ScoreRow> observations, std::span<const ScoreRow> official) {
  Official by_place;
  for (const ScoreRow& row : official) by_place[{row.at("area_code"), row.at("time_period")}] = &row;
  std::vector<Comparison> out;
  for (const ScoreRow& o : observations)
    if (auto comparison = comparison_of(o, by_place)) out.push_back(std::move(*comparison));
  return out;
}

int crosscheck(const CrosscheckOptions& options) {
  const std::string path = (fs::path(options.dataset) / "observations.csv").string();
  if (!fs::exists(path)) throw std::runtime_error(options.dataset + ": there is no dataset here (observations.csv is missing)");
  const std::vector<ScoreRow> observations = read_rows(path), official = read_rows(options.reference);
  const std::vector<Comparison> comparisons = compare_with_official(observations, official);
  std::cout << "observation_id,area_code,area_name,measure,unit,period,value,official_year,official,ratio,plausibility\n";
  for (const Comparison& c : comparisons) std::cout << line_of(c);
  say(std::to_string(comparisons.size()) + " of " + std::to_string(observations.size()) +
      " figures have an official counterpart within half a year (children's social workers in England, whole councils)");
  return 0;
}

}  // namespace muster
