#include "tools/crosscheck.h"

#include <doctest/doctest.h>

using namespace muster;

namespace {

ScoreRow figure(const std::string& measure, const std::string& unit, const std::string& period, const std::string& value, const std::string& breakdown = "") {
  return ScoreRow({{"area_code", "E06000001"}, {"service", "children"}, {"measure", measure}, {"unit", unit}, {"period", period}, {"value", value},
                   {"status", "reported"}, {"basis", "table"}, {"breakdown", breakdown}});
}

}  // namespace

TEST_CASE("compare_with_official: words of plausibility, the nearest census, whole years of flows alone") {
  const std::vector<ScoreRow> official = {ScoreRow({{"area_code", "E06000001"}, {"time_period", "2020"}, {"inpost_fte", "100"}, {"inpost_headcount", "110"},
                                                    {"leavers_fte", "12"}, {"vacancy_rate_fte", "c"}, {"agency_fte", "0"}})};
  struct Case { ScoreRow row; const char* words; };
  const std::string far = "far from the official figure: it may count other people, posts or days";
  const Case cases[] = {
      {figure("inpost", "fte", "2020-09-30", "104"), "close to the official figure"},
      {figure("inpost", "headcount", "2020-09-30", "104"), "close to the official figure"},
      {figure("inpost", "fte", "2020-04-30", "80"), "plausible beside the official figure; 5 months before the official day"},
      {figure("inpost", "fte", "2020-12-31", "300"), "far from the official figure: it may count other people, posts or days; 3 months after the official day"},
      {figure("inpost", "fte", "2022-09-30", "104"), ""},
      {figure("inpost", "unstated", "2020-09-30", "104"), ""},
      {figure("leavers", "fte", "2019-10-01/2020-09-30", "12"), "close to the official figure"},
      {figure("leavers", "fte", "2020-07-01/2020-09-30", "3"), ""},
      {figure("vacancy_rate", "percent", "2020-09-30", "12"), ""},  // suppressed
      {figure("agency", "fte", "2020-09-30", "0"), "close to the official figure"},
  };
  for (const Case& c : cases) {
    const std::vector<ScoreRow> rows = {c.row};
    const auto found = compare_with_official(rows, official);
    CHECK((found.empty() ? std::string() : found[0].words) == c.words);
  }
}
