#include "normalizers/authority.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

std::string joined_codes(const std::vector<std::string>& codes) {
  std::string out;
  for (const std::string& code : codes) out += (out.empty() ? "" : "|") + code;
  return out;
}

// Codes of all matches; "!" where the words name the council itself.
std::string told(std::string_view text) {
  std::string out;
  for (const AuthorityMatch& m : find_authorities(text, shipped()))
    out += (out.empty() ? "" : "; ") + joined_codes(m.codes) + (m.as_council ? "!" : "");
  return out;
}

struct Case {
  const char *text, *told;
};

}  // namespace

TEST_CASE("find_authorities: longest name, never inside another") {
  const Case cases[] = {
      {"Derby City Council", "E06000015!"}, {"Derby Council", "E06000015!"}, {"Derby", "E06000015"}, {"Derbyshire", "E10000007"},
      {"Derbyshire County Council", "E10000007!"}, {"North East Derbyshire", "E07000038"}, {"North Derbyshire", ""},
      {"Derbyshire Dales District Council", "E07000035!"}, {"Leicester City Council do not hold this", "E06000016!"},
      {"Leicestershire County Council", "E10000018!"}, {"Nottingham and Nottinghamshire", "E06000018; E10000024"},
      {"Royal Derby Hospital", ""}, {"University of Derby", ""}, {"Derby Road", ""}, {"Derby Telegraph", ""}, {"we are reading the letter", ""},
      {"Reading Borough Council", "E06000038!"}, {"London Borough of Richmond upon Thames", "E09000027!"}, {"The Moray Council", "S12000020!"},
      {"Moray Council", "S12000020!"}, {"Scottish Borders Council", "S12000026!"}, {"Bournemouth, Christchurch and Poole Council", "E06000058!"},
      {"BCP Council", "E06000058!"}, {"Bath & North East Somerset", "E06000022"}, {"St. Helens Council", "E08000013!"}, {"City and County of Swansea", "W06000011"},
      {"Barking and Dagenham", "E09000002"}, {"Westmorland and Furness", "E06000064"}, {"Isle of Wight Council", "E06000046!"},
      {"Powys County Council", "W06000023!"}, {"Telford & Wrekin Council", "E06000020!"}, {"Stoke-on-Trent City Council", "E06000021!"},
      {"Dorset", "E10000009|E06000059"}, {"Dorset County Council", "E10000009!"}, {"East Midlands", "E12000004"}, {"South East and London", "E12000008; E12000007"},
      {"England", "E92000001"}, {"Inner London", "E13000001"}, {"Belfast Health and Social Care Trust", "BHSCT!"}, {"", ""}, {"Council", ""},
      {"Birmingham, Coventry and Dudley", "E08000025; E08000026; E08000027"}, {"thurrock council", ""}, {"Thurrock Council", "E06000034!"},
      {"Hull City Council", "E06000010!"}, {"Kent. County matters", "E10000016"}, {"West Midlands Combined Authority", "E47000007!"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(told(c.text) == c.told, std::string(c.text) << " gave " << told(c.text));
}

TEST_CASE("find_authorities: the place of the words, council included") {
  const std::string text = "On behalf of the London Borough of Sutton, and Kent County Council.";
  const auto found = find_authorities(text, shipped());
  REQUIRE(found.size() == 2);
  CHECK(text.substr(found[0].begin, found[0].end - found[0].begin) == "London Borough of Sutton");
  CHECK(text.substr(found[1].begin, found[1].end - found[1].begin) == "Kent County Council");
}

TEST_CASE("authority_named: the whole text") {
  const Case cases[] = {{"E06000015", "E06000015"}, {" Derby ", "E06000015"}, {"The Scottish Borders", "S12000026"}, {"derby city council", "E06000015"},
                        {"Derby and Kent", ""}, {"Derby total", ""}, {"Somewhere", ""}, {"North East", "E12000001"}};
  for (const Case& c : cases) CHECK_MESSAGE(joined_codes(authority_named(c.text, shipped())) == c.told, std::string(c.text));
}

TEST_CASE("authority_of_address: mail, web, hosts below the domain") {
  const Case cases[] = {
      {"foi@derby.gov.uk", "E06000015"}, {"http://www.moray.gov.uk/page.html", "S12000020"}, {"https://www2.leics.gov.uk?x=1", "E10000018"},
      {"foi.team@nottscc.gov.uk.", "E10000024"}, {"FOI@SCOTBORDERS.GOV.UK", "S12000026"}, {"www.example.org", ""}, {"gov.uk", ""}, {"", ""},
      {"https://notderby.gov.uk", ""}, {"http://evil.example/derby.gov.uk", ""}, {"info@somerset.gov.uk", "E10000027|E06000066"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(joined_codes(authority_of_address(c.text, shipped())) == c.told, std::string(c.text));
}

TEST_CASE("code_at: codes in force at the date of the figure") {
  struct Dated {
    const char *name, *date, *code;
  };
  const Dated cases[] = {
      {"Dorset", "2018-09-30", "E10000009"}, {"Dorset", "2019-03-31", "E10000009"}, {"Dorset", "2019-04-01", "E06000059"}, {"Dorset", "", "E06000059"},
      {"Dorset County Council", "2020-01-01", "E06000059"}, {"Cumbria", "2022", "E10000006"}, {"Cumbria", "2024", "E10000006"},
      {"Somerset", "2021-10-01/2022-09-30", "E10000027"}, {"Somerset", "2022-10-01/2023-09-30", "E06000066"}, {"E06000066", "2020-01", "E10000027"},
      {"Barnsley", "2024-09-30", "E08000016"}, {"Barnsley", "2025-09-30", "E08000038"}, {"Glasgow", "2018", "S12000046"}, {"Glasgow", "2020", "S12000049"},
      {"Fife", "2005-01-01", "S12000047"}, {"Derby", "1999", "E06000015"}, {"Buckinghamshire", "2018-08/..", "E10000002"}, {"Nowhere", "2020", ""},
  };
  for (const Dated& c : cases) {
    const std::string code = code_at(authority_named(c.name, shipped()), c.date, shipped());
    CHECK_MESSAGE(code == c.code, std::string(c.name) << " " << c.date << " gave " << code);
  }
}

TEST_CASE("authorities.csv: rows point at one another and at regions that exist") {
  for (const char* code : {"E06000015", "E10000009", "E08000016", "BHSCT", "JE", "K02000001", "W92000004"})
    CHECK_MESSAGE(authority_with(code, shipped()) != nullptr, std::string(code));
  const Authority* derby = authority_with("E06000015", shipped());
  CHECK(derby->la_code == "831");
  CHECK(derby->region_code == "E12000004");
  const Authority* dorset = authority_with("E10000009", shipped());
  CHECK(dorset->end == "2019-03-31");
  for (const std::string& code : dorset->successors) CHECK(authority_with(code, shipped()));
  CHECK_FALSE(authority_with("E12000004", shipped())->is_body());
}
