// The bank holidays of the data against the rules that the law lays down for them, and the days that were moved or added once.
#include <doctest/doctest.h>

#include <chrono>
#include <set>
#include <string>
#include <vector>

#include "normalizers/calendar.h"
#include "normalizers/vocabulary.h"
#include "normalizers/vocabulary_tables.h"

using namespace muster;
using namespace std::chrono;

namespace {

constexpr int first_year = 2016, last_year = 2027;

std::string iso(sys_days day) {
  const year_month_day date{day};
  return iso_day({static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())), static_cast<int>(static_cast<unsigned>(date.day()))});
}

// Easter Sunday by the rule of the Gregorian calendar.
sys_days easter(int y) {
  const int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4, g = (8 * b + 13) / 25;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 19 * l) / 433;
  const int month = (h + l - 7 * m + 90) / 25, day = (h + l - 7 * m + 33 * month + 19) % 32;
  return year{y} / month / day;
}

bool is_weekend(sys_days day) { return weekday{day} == Saturday || weekday{day} == Sunday; }

// Days that a weekend hides are had on the next weekday that is none already.
void take_with_substitutes(const std::vector<sys_days>& days, std::set<std::string>& out) {
  for (const sys_days day : days)
    if (!is_weekend(day)) out.insert(iso(day));
  for (const sys_days day : days) {
    if (!is_weekend(day)) continue;
    sys_days substitute = day;
    while (is_weekend(substitute) || out.contains(iso(substitute))) substitute += std::chrono::days{1};
    out.insert(iso(substitute));
  }
}

std::set<std::string> days_by_rule(const std::string& division, int y) {
  const bool scottish = division == "scotland", irish = division == "northern-ireland";
  const year here{y};
  std::set<std::string> out;
  take_with_substitutes(scottish ? std::vector<sys_days>{here / January / 1, here / January / 2} : std::vector<sys_days>{here / January / 1}, out);
  take_with_substitutes({here / December / 25, here / December / 26}, out);
  if (scottish) take_with_substitutes({here / November / 30}, out);
  if (irish) take_with_substitutes({here / March / 17}, out);
  if (irish) take_with_substitutes({here / July / 12}, out);
  out.insert(iso(easter(y) - std::chrono::days{2}));
  if (!scottish) out.insert(iso(easter(y) + std::chrono::days{1}));
  out.insert(iso(here / May / Monday[1]));
  out.insert(iso(here / May / Monday[last]));
  out.insert(scottish ? iso(here / August / Monday[1]) : iso(here / August / Monday[last]));
  return out;
}

// What the rules do not give: days moved or proclaimed once. Division empty: in all of the United Kingdom.
struct Once { const char *division, *not_on, *but_on; };
constexpr Once once[] = {
    {"", "2020-05-04", "2020-05-08"},          // 75 years after the end of the war in Europe
    {"", "2022-05-30", "2022-06-02"},          // Platinum Jubilee
    {"", "", "2022-06-03"},
    {"", "", "2022-09-19"},                    // state funeral
    {"", "", "2023-05-08"},                    // coronation
    {"scotland", "", "2026-06-15"},            // World Cup
};

}  // namespace

TEST_CASE("bank holidays: every day of each part of the United Kingdom, no other") {
  const Vocabulary vocabulary = Vocabulary::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  const BankHolidays& data = vocabulary.tables().bank_holidays;
  CHECK(data.size() == 3);
  for (const char* division : {"england-and-wales", "scotland", "northern-ireland"}) {
    std::set<std::string> expected, told;
    for (int y = first_year; y <= last_year; ++y) expected.merge(days_by_rule(division, y));
    for (const Once& o : once) {
      if (*o.division && std::string(o.division) != division) continue;
      CHECK(expected.erase(o.not_on) == (*o.not_on ? 1 : 0));
      expected.insert(o.but_on);
    }
    for (const std::string& day : data.at(division))
      if (day >= std::to_string(first_year)) told.insert(day);
    for (const std::string& day : expected) CHECK_MESSAGE(told.contains(day), division << " lacks " << day);
    for (const std::string& day : told) CHECK_MESSAGE(expected.contains(day), division << " should not have " << day);
  }
}

TEST_CASE("bank holidays: days that anyone can look up") {
  const Vocabulary vocabulary = Vocabulary::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  struct Case { const char* day; bool england_and_wales, scotland, northern_ireland; };
  const Case cases[] = {
      {"2016-03-28", true, false, true},   {"2016-08-01", false, true, false}, {"2017-01-03", false, true, false}, {"2018-03-19", false, false, true},
      {"2019-04-19", true, true, true},    {"2020-05-04", false, false, false}, {"2020-05-08", true, true, true},  {"2020-07-13", false, false, true},
      {"2021-12-27", true, true, true},    {"2022-01-04", false, true, false}, {"2022-06-02", true, true, true},   {"2022-06-03", true, true, true},
      {"2022-05-30", false, false, false}, {"2022-09-19", true, true, true},   {"2023-05-08", true, true, true},   {"2024-12-02", false, true, false},
      {"2025-04-21", true, false, true},   {"2026-06-15", false, true, false}, {"2026-12-28", true, true, true},   {"2027-12-28", true, true, true},
  };
  const BankHolidays& data = vocabulary.tables().bank_holidays;
  for (const Case& c : cases) {
    CHECK_MESSAGE(data.at("england-and-wales").contains(c.day) == c.england_and_wales, c.day);
    CHECK_MESSAGE(data.at("scotland").contains(c.day) == c.scotland, c.day);
    CHECK_MESSAGE(data.at("northern-ireland").contains(c.day) == c.northern_ireland, c.day);
  }
}
