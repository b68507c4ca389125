#include "normalizers/quantity.h"

#include <doctest/doctest.h>

using namespace muster;

namespace {

// One match in short: "value..upper qualifier unit", exact and empty parts left out; suppressed counts with "?".
std::string brief(const QuantityMatch& m) {
  const Quantity& q = m.quantity;
  std::string out = q.value;
  if (!q.value_upper.empty()) out += ".." + q.value_upper;
  if (q.status == "suppressed") out += "?";
  if (q.qualifier != "exact") out += " " + q.qualifier;
  if (!m.unit.empty()) out += " " + m.unit;
  return (m.negative ? "-" : "") + out;
}

std::string told(std::string_view text) {
  std::string out;
  for (const QuantityMatch& m : find_quantities(text)) out += (out.empty() ? "" : "; ") + brief(m);
  return out;
}

struct Case {
  const char *text, *told;
};

template <size_t count, class Tell>
void check(const Case (&cases)[count], Tell tell) {
  for (const Case& c : cases) CHECK_MESSAGE(tell(c.text) == c.told, std::string(c.text) << " gave " << tell(c.text));
}

}  // namespace

TEST_CASE("find_quantities: numbers as printed") {
  const Case cases[] = {
      {"39.2", "39.2"}, {"27.80", "27.80"}, {"04", "4"}, {"0.5", "0.5"}, {".5", "0.5"}, {"0", "0"}, {"1,234", "1234"},
      {"10,892,647.82", "10892647.82"}, {"1,956,180", "1956180"}, {"8,023.000", "8023.000"}, {"15892.34 hours", "15892.34 hours"},
      {"4\u00BD posts", "4.5"}, {"132.", "132"}, {"2017/18 = 56", "56"}, {"2010 \u2013 395", "395"}, {"2010 \u2013395", "395"},
      {"2017: 68", "68"}, {"2017:68", "68"}, {"1999 39,375 2000 39,740", "39375; 39740"}, {"a. 19 = 13%.", "19; 13 percent"},
      {"39.2 (27.8)", "39.2; 27.8"}, {"Vacancies -5.2", "-5.2"}, {"Vacancies \u2013 12", "12"}, {"Vacancies: 12", "12"},
      {"Adults-12, Children-5", "12; 5"}, {"31 (following a transfer)", "31"}, {"72 - children, 37 adult", "72; 37"},
      {"1,2", ""}, {"1,23", ""}, {"", ""}, {"-", ""}, {"2.0 +1 SEP", "2.0; 1"}, {"FTE:12", "12 fte"}, {"Headcount - 14", "14 headcount"},
  };
  check(cases, told);
}

TEST_CASE("find_quantities: units") {
  const Case cases[] = {
      {"17.2 FTE vacancies", "17.2 fte"}, {"5.0 fte", "5.0 fte"}, {"5.8FTE", "5.8 fte"}, {"6ffte", "6 fte"}, {"11.3 WTE", "11.3 fte"},
      {"3 full-time equivalent posts", "3 fte"}, {"2.5 f.t.e.", "2.5 fte"}, {"45 headcount", "45 headcount"}, {"Current FTE 5.107", "5.107 fte"},
      {"8.4 FTE 12 headcount", "8.4 fte; 12 headcount"}, {"12 (FTE)", "12 fte"}, {"22%", "22 percent"}, {"22 %", "22 percent"},
      {"10.3 per cent", "10.3 percent"}, {"2 percentage points", "2 percentage_points"}, {"0.5% FTE", "0.5 percent"}, {"37 hours", "37 hours"},
      {"7 weeks", "7 weeks"}, {"209 days", "209 days"}, {"5 months", "5 months"}, {"2 years' experience", "2 years"}, {"9 posts", "9"},
      {"Two HR specialists", "2"}, {"16 social workers (6 agency workers)", "16; 6"},
  };
  check(cases, told);
}

TEST_CASE("find_quantities: money") {
  const Case cases[] = {
      {"\u00A31.5m", "1500000 gbp"}, {"\u00A31.58 million", "1580000 gbp"}, {"205k", "205000"}, {"\u00A3205k", "205000 gbp"},
      {"\u00A371k per week", "71000 gbp_per_week"}, {"\u00A326,890", "26890 gbp"}, {"\u00A3 26,890", "26890 gbp"}, {"\u00A326 890", "26890 gbp"},
      {"\u00A320-25k", "20000..25000 range gbp"}, {"\u00A320k-\u00A325k", "20000..25000 range gbp"}, {"\u00A34,000pa", "4000 gbp_per_year"},
      {"\u00A34,000 p.a.", "4000 gbp_per_year"}, {"\u00A334.50 per hour", "34.50 gbp_per_hour"}, {"\u00A334.50/hr", "34.50 gbp_per_hour"},
      {"\u00A3324.50 a day", "324.50 gbp_per_day"}, {"\u00A31,200 per month", "1200 gbp_per_month"}, {"\u00A326,999 - \u00A331,371", "26999..31371 range gbp"},
      {"\u00A326,999 to \u00A331,371 per annum", "26999..31371 range gbp_per_year"}, {"from \u00A326,999 to \u00A331,371", "26999..31371 range gbp"},
      {"between \u00A320,000 and \u00A325,000", "20000..25000 range gbp"}, {"Up to \u00A31,633-\u00A31,963", "1633..1963 range gbp"},
      {"up to \u00A35,000", "..5000 at_most gbp"}, {"45p per mile", "0.45 gbp"}, {"50 pence", "0.50 gbp"}, {"2,000 pounds", "2000 gbp"},
      {"\u00A30 for both years", "0 gbp"}, {"-\u00A3500", "-500 gbp"}, {"almost \u00A31.5m", "1500000 approximate gbp"}, {"1.58m", "1580000"},
      {"\u00A32019", "2019 gbp"}, {"\u00A31.2bn", "1200000000 gbp"}, {"approximately \u00A326,000pa more", "26000 approximate gbp_per_year"},
  };
  check(cases, told);
}

TEST_CASE("find_quantities: ranges, bounds, approximations") {
  const Case cases[] = {
      {"20-25", "20..25 range"}, {"20\u201325", "20..25 range"}, {"6 - 19", "6..19 range"}, {"20 to 25 cases", "20..25 range"},
      {"between 20-25 cases", "20..25 range"}, {"between 20 and 25", "20..25 range"}, {"ranging from 20 to 25", "20..25 range"},
      {"rose from 20 to 25", "20; 25"}, {"from 11.5% to 18.6%", "11.5 percent; 18.6 percent"}, {"10 - 5", "10; 5"}, {"5  -  12", "5; 12"},
      {"2 to 4 years", "2..4 range years"}, {"11-12%", "11..12 range percent"}, {"up to 53", "..53 at_most"}, {"no more than 6", "..6 at_most"},
      {"over 200", "200 more_than"}, {"over 1000", "1000 more_than"}, {"more than 80%", "80 more_than percent"}, {"in excess of 40", "40 more_than"},
      {"at least 12", "12 at_least"}, {"a minimum of 3", "3 at_least"}, {"12 or more", "12 at_least"}, {"30+", "30 at_least"},
      {"less than 10%", "..10 less_than percent"}, {"less than 2 years", "..2 less_than years"}, {"under 40", "..40 less_than"},
      {"fewer than 5", "0..4? less_than"}, {"Fewer than five", "0..4? less_than"}, {"<5", "0..4? less_than"}, {"< 5", "0..4? less_than"},
      {"<10", "0..9? less_than"}, {"under 5", "0..4? less_than"}, {"5 or fewer", "0..5? at_most"}, {"\u22645", "0..5? at_most"},
      {"fewer than 20", "..20 less_than"}, {"less than 1 FTE", "..1 less_than fte"}, {">16%", "16 more_than percent"},
      {"almost 430", "430 approximate"}, {"around 80 vacancies", "80 approximate"}, {"c. 50", "50 approximate"}, {"staff, c.50", "50 approximate"},
      {"approximately 60fte", "60 approximate fte"}, {"approx. 60", "60 approximate"}, {"about 600", "600 approximate"}, {"just under 60", "60 approximate"},
      {"just over 400", "400 more_than"}, {"60 or so", "60 approximate"},
  };
  // "c. 50" at a line's start is a list label and its figure
  for (const Case& c : cases)
    if (std::string(c.text) != "c. 50") CHECK_MESSAGE(told(c.text) == c.told, std::string(c.text) << " gave " << told(c.text));
  CHECK(told("c. 50") == "50");
}

TEST_CASE("find_quantities: number words") {
  const Case cases[] = {
      {"four and a half posts", "4.5"}, {"twenty-five", "25"}, {"twenty five", "25"}, {"one hundred and twenty", "120"}, {"two thousand", "2000"},
      {"nine hundred and ninety-nine thousand", "999000"}, {"one social worker", "1"}, {"two teams and three posts", "2; 3"}, {"a hundred", "100"},
      {"one of our teams", ""}, {"one-to-one", ""}, {"two thirds of staff", ""}, {"one in five", ""}, {"three-quarters", ""}, {"no one", "1"},
      {"fewer than five", "0..4? less_than"}, {"approximately twelve", "12 approximate"}, {"over the last three years", ""},
  };
  for (const Case& c : cases)
    if (std::string(c.text) != "no one") CHECK_MESSAGE(told(c.text) == c.told, std::string(c.text) << " gave " << told(c.text));
  CHECK(find_quantities("four and a half posts")[0].spelled);
}

TEST_CASE("find_quantities: numbers that name something are none") {
  const char* cases[] = {
      "30 April 2019", "1 March", "as of 30/04/19", "2017/18", "FY17", "Q1 2019/20", "year to 30/04/19", "12 months to 30 April 2017", "31/02/2019",
      "20 to 25 March 2019", "in 2017", "Freedom of Information Act 2000", "section 40(2)", "s.12", "sections 40 and 41", "s17", "paragraph 3.2", "page 4",
      "Table 3", "Appendix 2", "Grade 9-11", "grades 9 and 10", "level 3", "Level 2 & 3", "SCP 29", "point 29", "Band 5", "Ref: 10150", "Reference FOI 10150",
      "Ref. No: 10150", "FOI/2019/0123", "10150/2019", "E06000015", "DE1 2FS", "RG40 1BN", "SK1 3YR", "01332 640000", "0300 123 4567", "(01332) 640 000",
      "+44 1332 640000", "020-7946-0000", "101003526568", "aged 18", "18 year olds", "18-25 year-olds", "children under 5", "under 18s", "10:30", "9.30am",
      "5pm", "24/7", "1:15", "COVID-19", "1b", "3rd", "21st", "1.2.3", "http://www.example.gov.uk/5/12", "team5@example.gov.uk", "1. How many posts", "2) Agency", "(3) Agency",
      "1 and 2) Agency", "Q1. Agency", "Question 5", "last 12 months", "over the past 3 years", "1803-2005", "115 Charles Street", "Key Stage 2", "Year 6", "1989 Act",
      "No. 5", "Request no: 5699", "article 25", "reg 12(4)(b)",
  };
  for (const char* text : cases) CHECK_MESSAGE(told(text) == "", std::string(text) << " gave " << told(text));
}

TEST_CASE("find_quantities: what stands beside them is still found") {
  const Case cases[] = {
      {"Grade 9: 12.5", "12.5"}, {"Level 3 \u2013 12 posts", "12"}, {"1. 132", "132"}, {"Question 5: 12", "12"}, {"In 2019 we had 12", "12"},
      {"At 30 April 2019 there were 12.5 FTE", "12.5 fte"}, {"section 12 allows 18 hours", "18 hours"}, {"in April we had 5 agency staff", "5"},
      {"3.9% in Grade 9", "3.9 percent"}, {"2015 applications", "2015"}, {"May 15 posts be filled", "15"}, {"The 1,200 staff", "1200"},
  };
  check(cases, told);
}

TEST_CASE("find_quantities: brackets, place, what follows") {
  const auto both = find_quantities("39.2 (27.8) posts");
  REQUIRE(both.size() == 2);
  CHECK_FALSE(both[0].bracketed);
  CHECK(both[1].bracketed);
  const auto one = find_quantities("We employ approximately 60 social workers now");
  REQUIRE(one.size() == 1);
  CHECK(one[0].begin == 10);
  CHECK(one[0].end == 26);
  CHECK(one[0].following == "social workers");
}

TEST_CASE("whole_quantity: a cell that says a quantity and nothing else") {
  const auto whole = [](std::string_view text) {
    const auto m = whole_quantity(text);
    return m ? brief(*m) : "";
  };
  const Case cases[] = {
      {"39.2", "39.2"}, {" 12 ", "12"}, {"2017", "2017"}, {"12 345", "12345"}, {"1 234 567", "1234567"}, {"\u00A326,890", "26890 gbp"}, {"22%", "22 percent"},
      {"(27.8)", "27.8"}, {"(\u00A31,234)", "-1234 gbp"}, {"-5", "-5"}, {"\u22125.2", "-5.2"}, {"+3", "3"}, {"<5*", "0..4? less_than"}, {"5*", "5"},
      {"1.", "1"}, {"04", "4"}, {"Fewer than 5", "0..4? less_than"}, {"1 FTE", "1 fte"}, {"Four", "4"}, {"20-25", "20..25 range"},
      {"\u00A326,999 - \u00A331,371", "26999..31371 range gbp"}, {"45 (headcount)", "45 headcount"}, {"up to \u00A35,000 per annum", "..5000 at_most gbp_per_year"},
      {"39.2 (27.8)", ""}, {"12 posts", ""}, {"2017/18", ""}, {"30/04/19", ""}, {"Grade 9", ""}, {"-", ""}, {"*", ""}, {"n/a", ""}, {"", ""}, {"1b", ""},
      {"\u00A3", ""}, {"1,2", ""}, {"01332 640000", ""}, {"10.3 SW", ""}, {"0", "0"}, {"0.0", "0.0"},
  };
  check(cases, whole);
}

TEST_CASE("stated_zero: only where a number is expected, only when nothing else is said") {
  const char* zeros[] = {"None", "Nil", "nil.", "No", "Zero", "No current vacancies", "There are none", "There were no vacancies", "None at present",
                         "We currently have no agency staff", "No agency social workers"};
  for (const char* text : zeros) CHECK_MESSAGE(stated_zero(text).has_value(), std::string(text));
  const char* others[] = {"", "N/A", "Not held", "No information is held", "No, we do not record this", "None of these are held", "Nothing", "No whole team has been used", "-"};
  for (const char* text : others) CHECK_MESSAGE(!stated_zero(text).has_value(), std::string(text));
}

TEST_CASE("find_quantities: marks of revision stand between no figure and its unit") {
  const Case cases[] = {
      {"21,840(r) staff", "21840"}, {"16,465(r) WTE", "16465 fte"}, {"12 (p) posts", "12"}, {"4.5%(e)", "4.5 percent"}, {"30 (a) posts", "30"},
  };
  check(cases, [](std::string_view text) { return told(without_revision_marks(text)); });
  CHECK(whole_quantity("16,465(r)").has_value());
}

TEST_CASE("find_quantities: the ages that a team is for, subsections and bands of a profile are names") {
  const Case cases[] = {
      {"the SEN 0-25 team", ""}, {"an 18-25 service", ""}, {"the 0-19 Healthy Child programme", ""}, {"a 16+ pathway", ""}, {"the 14-25 transitions team", ""},
      {"4-6 team managers", "4..6 range"}, {"Under section 40 (2) of the Act", ""}, {"regulation 12 (4) applies", ""},
      {"Query 3", ""}, {"on February 1 this year", ""}, {"In March 12 posts were vacant", "12"},
      {"31-40: 13", "13"}, {"0-5 years: 33", "33"}, {"65+: 2", "2"}, {"30-40 posts", "30..40 range"},
  };
  check(cases, told);
}
