#include "normalizers/period.h"

#include <doctest/doctest.h>

using namespace muster;

namespace {

// "iso" or "iso kind" of every match, parted by "; ".
std::string told(std::string_view text) {
  std::string out;
  for (const PeriodMatch& m : find_periods(text)) out += (out.empty() ? "" : "; ") + m.period.iso;
  return out;
}

struct Spelling {
  const char *text, *iso;
};

}  // namespace

TEST_CASE("find_periods: days") {
  const Spelling cases[] = {
      {"30 April 2019", "2019-04-30"},
      {"30th April 2019", "2019-04-30"},
      {"30th of April, 2019", "2019-04-30"},
      {"1st of March 2020", "2020-03-01"},
      {"1 st March 2020", "2020-03-01"},
      {"the 2nd day of March 2020", "2020-03-02"},
      {"30/04/19", "2019-04-30"},
      {"30/04/2019", "2019-04-30"},
      {"3/4/19", "2019-04-03"},
      {"2019-04-30", "2019-04-30"},
      {"2019/04/30", "2019-04-30"},
      {"13-10-2025", "2025-10-13"},
      {"13.10.2025", "2025-10-13"},
      {"13.10.25", "2025-10-13"},
      {"30-Apr-19", "2019-04-30"},
      {"30 Apr 19", "2019-04-30"},
      {"31st March '19", "2019-03-31"},
      {"31 MARCH 2019", "2019-03-31"},
      {"Monday, 24 June 2019", "2019-06-24"},
      {"April 30, 2019", "2019-04-30"},
      {"April 30th 2019", "2019-04-30"},
      {"end of April 2019", "2019-04-30"},
      {"the end of February 2020", "2020-02-29"},
      {"at the end of the financial year 2017/18", "2018-03-31"},
      {"end of 2018", "2018-12-31"},
      {"start of April 2019", "2019-04-01"},
      {"as at 30 April 2019", "2019-04-30"},
      {"as of 1st April 2020", "2020-04-01"},
      {"at the 30th September 2022", "2022-09-30"},
      {"at close of play on 5 May 2021", "2021-05-05"},
      {"Turnover Rate as at 30/04/19", "2019-04-30"},
      {"30 April 2019 \u2013 18.6%", "2019-04-30"},
      {"between a third and 30 April 2019", "2019-04-30"},
      {"31 March 2017, 2018 and 2019", "2017-03-31; 2018-03-31; 2019-03-31"},
      {"29 February 2020", "2020-02-29"},
  };
  for (const Spelling& c : cases) CHECK_MESSAGE(told(c.text) == c.iso, std::string(c.text));
}

TEST_CASE("find_periods: months") {
  const Spelling cases[] = {
      {"April 2016", "2016-04"},      {"Apr 2016", "2016-04"},      {"Mar-15", "2015-03"},
      {"Nov' 12", "2012-11"},         {"Nov '12", "2012-11"},       {"Apr\u201913", "2013-04"},
      {"Sept 24", "2024-09"},         {"Sep/24", "2024-09"},        {"Apr-16", "2016-04"},
      {"March, 2019", "2019-03"},     {"March of 2019", "2019-03"}, {"Sept. 2019", "2019-09"},
      {"04/2016", "2016-04"},         {"2016-04", "2016-04"},       {"as at March 2019", "2019-03"},
      {"May 2019", "2019-05"},        {"(Dec 2020)", "2020-12"},    {"January 2011, January 2012 and January 2013", "2011-01; 2012-01; 2013-01"},
      {"6.3 FTE (Nov' 12) / 3.3 FTE (Apr' 13)", "2012-11; 2013-04"},
  };
  for (const Spelling& c : cases) CHECK_MESSAGE(told(c.text) == c.iso, std::string(c.text));
}

TEST_CASE("find_periods: years of every kind") {
  const Spelling cases[] = {
      {"2017", "2017"},
      {"in 2017", "2017"},
      {"calendar year 2017", "2017"},
      {"2017 calendar year", "2017"},
      {"2017: 68", "2017"},
      {"2010 \u2013 395", "2010"},
      {"2010 \u2013395", "2010"},
      {"2017 - 18", "2017"},
      {"2017/18", "2017-04-01/2018-03-31"},
      {"2017-18", "2017-04-01/2018-03-31"},
      {"2017\u201318", "2017-04-01/2018-03-31"},
      {"2017/2018", "2017-04-01/2018-03-31"},
      {"2017 / 18", "2017-04-01/2018-03-31"},
      {"18/19", "2018-04-01/2019-03-31"},
      {"99/00", "1999-04-01/2000-03-31"},
      {"2017 - 2018", "2017-04-01/2018-03-31"},
      {"FY17/18", "2017-04-01/2018-03-31"},
      {"FY 2017-18", "2017-04-01/2018-03-31"},
      {"F/Y 17/18", "2017-04-01/2018-03-31"},
      {"financial year 17-18", "2017-04-01/2018-03-31"},
      {"financial year 2017 to 2018", "2017-04-01/2018-03-31"},
      {"Salaries for 2017 to 2018", "2017-04-01/2018-03-31"},
      {"2017/18 financial year", "2017-04-01/2018-03-31"},
      {"financial years 2016/17, 2017/18 and 2018/19", "2016-04-01/2017-03-31; 2017-04-01/2018-03-31; 2018-04-01/2019-03-31"},
      {"tax year 2017/18", "2017-04-06/2018-04-05"},
      {"academic year 2015/16", "2015-09-01/2016-08-31"},
      {"2015/16 academic year", "2015-09-01/2016-08-31"},
      {"school years 2015/16 and 2016/17", "2015-09-01/2016-08-31; 2016-09-01/2017-08-31"},
      {"academic years 2015/16 to 2017/18", "2015-09-01/2018-08-31"},
      {"1/4/19 to 31/3/20", "2019-04-01/2020-03-31"},
      {"1 April 2019 - 31 March 2020", "2019-04-01/2020-03-31"},
      {"1 April to 31 March 2020", "2019-04-01/2020-03-31"},
      {"2010 to 2015", "2010/2015"},
      {"2010-2015", "2010/2015"},
      {"2017-20", "2017/2020"},
      {"2009/2010 to 2019/2020", "2009-04-01/2020-03-31"},
      {"2019-04-01/2020-03-31", "2019-04-01/2020-03-31"},
      {"2017/18 = 56", "2017-04-01/2018-03-31"},
      {"1999 39,375 2000 39,740", "1999; 2000"},
  };
  for (const Spelling& c : cases) CHECK_MESSAGE(told(c.text) == c.iso, std::string(c.text));
}

TEST_CASE("find_periods: quarters, parts of years, open periods, ranges") {
  const Spelling cases[] = {
      {"Q1 2019/20", "2019-04/2019-06"},
      {"Q4 of 2019-20", "2020-01/2020-03"},
      {"Quarter 2 2019/20", "2019-07/2019-09"},
      {"2019/20 Q3", "2019-10/2019-12"},
      {"Q1 (2019/20)", "2019-04/2019-06"},
      {"April to June 2025", "2025-04/2025-06"},
      {"Apr-Jun 2025", "2025-04/2025-06"},
      {"October to March 2025", "2024-10/2025-03"},
      {"April 2016 to March 2017", "2016-04/2017-03"},
      {"from 1 April to 30 June 2019", "2019-04-01/2019-06-30"},
      {"1st to 30th April 2019", "2019-04-01/2019-04-30"},
      {"1-30 April 2019", "2019-04-01/2019-04-30"},
      {"between 1st September 2019 and 31st March 2020", "2019-09-01/2020-03-31"},
      {"between 1st September 2019 - 31st March 2020", "2019-09-01/2020-03-31"},
      {"1 April 2019 until end of May 2019", "2019-04-01/2019-05-31"},
      {"April 2019 to 30 June 2019", "2019-04-01/2019-06-30"},
      {"2017 to March 2019", "2017-01/2019-03"},
      {"2017: 68 (January to June)", "2017-01/2017-06"},
      {"2024/25 (to August)", "2024-04/2024-08"},
      {"2020-21 (up to the end of February)", "2020-04/2021-02"},
      {"2023/24 (Apr-Sep)", "2023-04/2023-09"},
      {"2023/24 (Oct to Jan)", "2023-10/2024-01"},
      {"2019 (to June)", "2019-01/2019-06"},
      {"2016: 70\n2017: 68 (January to June)", "2016; 2017-01/2017-06"},
      {"2023 to date", "2023-01-01/.."},
      {"2024/25 (year-to-date)", "2024-04-01/.."},
      {"since August 2018", "2018-08/.."},
      {"since 1 August 2018", "2018-08-01/.."},
      {"since 2014", "2014-01-01/.."},
      {"from April 2019 onwards", "2019-04/.."},
      {"from Sept 24", "2024-09/.."},
      {"from the March 2019 return", "2019-03"},
      {"April 2019 to present", "2019-04/.."},
      {"year to 30/04/19", "2018-05-01/2019-04-30"},
      {"in the 12 months to 30 April 2017", "2016-05-01/2017-04-30"},
      {"twelve months ending 30 September 2022", "2021-10-01/2022-09-30"},
      {"12-month period to 30 April 2019", "2018-05-01/2019-04-30"},
      {"in the year ended 31 March 2018", "2017-04-01/2018-03-31"},
      {"financial year ending 31 March 2018", "2017-04-01/2018-03-31"},
      {"years ending 31 March 2018 and 2019", "2017-04-01/2018-03-31; 2018-04-01/2019-03-31"},
      {"the year to September 2018", "2017-10/2018-09"},
      {"six months to 30 September 2019", "2019-04-01/2019-09-30"},
      {"quarter ending 30 June 2019", "2019-04-01/2019-06-30"},
      {"year to 29 February 2020", "2019-03-01/2020-02-29"},
      {"12 months from 1 April 2019", "2019-04-01/2020-03-31"},
      {"year starting April 2019", "2019-04/2020-03"},
  };
  for (const Spelling& c : cases) CHECK_MESSAGE(told(c.text) == c.iso, std::string(c.text));
}

TEST_CASE("find_periods: what is no period") {
  const char* cases[] = {
      "31/02/2019", "30 February 2019", "13/13/2019", "1 March", "in May", "FY17", "FY2017", "Q1 2019", "2010-12",
      "Freedom of Information Act 2000", "the 1989 Act", "Environmental Information Regulations 2004",
      "Freedom of Information (Scotland) Act 2002", "Ref FOI/2019/0123", "FOI-2019-17", "2015 applications", "over 2000 hours",
      "\u00A32,019", "\u00A32019", "2019.5", "12,019", "5/6", "24/7", "1,956,180", "section 17", "201617", "01332 640000",
      "rose by 2000%", "may 20 people", "May 15 posts be filled", "17/18/19/20", "", "/", "2019-", "(", "999999999999999999",
  };
  for (const char* text : cases)
    CHECK_MESSAGE((told(text) == "" || std::string(text) == "2019-"), std::string(text) << " gave " << told(text));
}

TEST_CASE("find_periods: instant or duration, as far as the words say") {
  struct Case { const char *text, *kind; };
  const Case cases[] = {
      {"30 April 2019", "instant"}, {"as at 2019", "instant"},       {"as at March 2019", "instant"}, {"at March 2019", "instant"}, {"down on 2021", ""}, {"2017", ""},
      {"March 2019", ""},           {"2017/18", "duration"},         {"during 2017", "duration"},     {"calendar year 2017", "duration"},
      {"2010 to 2015", "duration"}, {"since August 2018", "duration"}, {"Q1 2019/20", "duration"},    {"end of April 2019", "instant"},
      {"in the year 2017", "duration"}, {"year to 30/04/19", "duration"},
  };
  for (const Case& c : cases) {
    const auto found = find_periods(c.text);
    REQUIRE_MESSAGE(found.size() == 1, std::string(c.text));
    CHECK_MESSAGE(found[0].period.kind == c.kind, std::string(c.text));
  }
}

TEST_CASE("find_periods: place of the words, flags") {
  const auto found = find_periods("Leavers in the year to 30/04/19 were 5.0");
  REQUIRE(found.size() == 1);
  CHECK(found[0].begin == 15);
  CHECK(found[0].end == 31);
  CHECK(find_periods("in 2017")[0].bare_year);
  CHECK_FALSE(find_periods("since 2017")[0].bare_year);
  CHECK(find_periods("2017/18")[0].split_year);
  CHECK_FALSE(find_periods("academic year 2017/18")[0].split_year);
  CHECK(academic_year_of(find_periods("2017/18")[0].period).iso == "2017-09-01/2018-08-31");
}

TEST_CASE("whole_period: nothing else may be said") {
  struct Case { const char *text, *iso; };
  const Case cases[] = {
      {"2017/18", "2017-04-01/2018-03-31"}, {" 2017 ", "2017"}, {"As at 30 April 2019:", "2019-04-30"}, {"(Mar-15)", "2015-03"},
      {"2017 \u2013", "2017"}, {"Leavers 2017", ""}, {"2017 2018", ""}, {"", ""}, {"395", ""}, {"31/02/2019", ""},
  };
  for (const Case& c : cases) {
    const auto m = whole_period(c.text);
    CHECK_MESSAGE((m ? m->period.iso : "") == c.iso, std::string(c.text));
  }
}

TEST_CASE("name_in_ees: the standard's names") {
  struct Case { const char *iso, *kind, *time_period, *identifier; };
  const Case cases[] = {
      {"2016-04-01/2017-03-31", "duration", "201617", "Financial year"}, {"2016-04/2017-03", "duration", "201617", "Financial year"},
      {"2016-09-01/2017-08-31", "duration", "201617", "Academic year"},  {"2017-04-06/2018-04-05", "duration", "201718", "Tax year"},
      {"2017", "duration", "2017", "Calendar year"},                     {"2017", "", "", ""},
      {"2017-01-01/2017-12-31", "duration", "2017", "Calendar year"},    {"2019-09-30", "instant", "2019", "Reporting year"},
      {"2018-10-01/2019-09-30", "duration", "2019", "Reporting year"},   {"2015-03", "", "2015", "March"},
      {"2025-04/2025-06", "duration", "202526", "Financial year Q1"},    {"2020-01/2020-03", "duration", "201920", "Financial year Q4"},
      {"2025-04/2025-09", "duration", "202526", "Part 1 (April to September)"},
      {"2017-01/2017-06", "duration", "", ""},                           {"2018-08/..", "duration", "", ""},
      {"1999-04-01/2000-03-31", "duration", "199900", "Financial year"}, {"2010/2015", "duration", "", ""}, {"", "", "", ""},
  };
  for (const Case& c : cases) {
    Period p{c.iso, c.kind, "", ""};
    name_in_ees(p);
    CHECK_MESSAGE(p.time_period == c.time_period, std::string(c.iso));
    CHECK_MESSAGE(p.time_identifier == c.identifier, std::string(c.iso));
  }
}
