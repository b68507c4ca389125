// The Department for Education's published rules for files of Explore education statistics, one by one: a good pair of files, and what
// each spoilt one is told.
#include "dataset/check_ees.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <span>

#include "tests/run_program.h"
#include "tests/written_dataset.h"

using namespace muster;
namespace fs = std::filesystem;

namespace {

const std::string good_data =
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,role,vacancy_fte\n"
    "2019,Reporting year,National,E92000001,England,,,,,,Total,x\n"
    "2019,Reporting year,Regional,E92000001,England,E12000002,North West,,,,Total,1200\n"
    "2019,Reporting year,Local authority,E92000001,England,E12000002,North West,351,E08000002,Bury,Total,12.5\n"
    "2019,Reporting year,Local authority,E92000001,England,E12000002,North West,351,E08000002,Bury,Manager,c\n";
const std::string good_meta =
    "col_name,col_type,label,indicator_grouping,indicator_unit,indicator_dp,filter_hint,filter_grouping_column\n"
    "role,Filter,Role,,,,Filter by role,\n"
    "vacancy_fte,Indicator,Vacancies,Vacancies,,1,,\n";

// The first `from` of the text replaced.
std::string with(std::string text, const std::string& from, const std::string& to) {
  const size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

EesCheck checked(const std::string& data, const std::string& meta, const std::string& name = "a.csv") {
  static int number = 0;
  const fs::path directory = test_directory("check-ees-" + std::to_string(++number));
  put_file(directory / name, data);
  put_file(directory / (name.substr(0, name.size() - 4) + ".meta.csv"), meta);
  return check_ees(directory.string(), samples::shipped_ees_rules());
}

struct Case {
  const char *rule, *from, *to;
  long long line;
  const char *column, *message;
};

void check_cases(std::span<const Case> cases, bool in_meta) {
  for (const Case& c : cases) {
    const EesCheck check = in_meta ? checked(good_data, with(good_meta, c.from, c.to)) : checked(with(good_data, c.from, c.to), good_meta);
    const bool told = std::ranges::any_of(check.faults.first, [&](const Fault& f) {
      return f.line == c.line && f.column == c.column && f.message.find(c.message) != std::string::npos;
    });
    CHECK_MESSAGE(told, c.rule);
    if (!told)
      for (const Fault& f : check.faults.first) MESSAGE(f.file << ':' << f.line << ": " << f.column << ": " << f.message);
  }
}

}  // namespace

TEST_CASE("EES rules: good files have no fault") { CHECK(checked(good_data, good_meta).faults.count == 0); }

TEST_CASE("EES rules: of the data file") {
  const Case cases[] = {
      {"required columns", "country_name", "country", 1, "country_name", "missing"},
      {"names in snake case", "vacancy_fte", "Vacancy FTE", 1, "Vacancy FTE", "small letters"},
      {"every column of the metadata is there", "role,", "roles,", 1, "role", "no column of the data file"},
      {"identifiers that EES knows", "2019,Reporting year,National", "2019,Some year,National", 2, "time_identifier", "none of the periods"},
      {"one kind of period in a file", "2019,Reporting year,Regional", "2019,Calendar year,Regional", 3, "time_identifier", "another file"},
      {"four digits of a year", "2019,Reporting year,National", "201920,Reporting year,National", 2, "time_period", "4 digits"},
      {"levels that EES knows", "National", "Nation", 2, "geographic_level", "no level"},
      {"codes that EES knows", "E08000002,Bury,Total", "E08999999,Bury,Total", 4, "geographic_level", "none of EES's places"},
      {"names as EES spells them", "E08000002,Bury,Total", "E08000002,Bury Council,Total", 4, "la_name", "should be \"Bury\""},
      {"old codes belong to new ones", "351,E08000002,Bury,Total", "350,E08000002,Bury,Total", 4, "old_la_code", "should be \"351\""},
      {"regions belong to authorities", "E12000002,North West,351", "E12000001,North East,351", 4, "region_code", "should be \"E12000002\""},
      {"columns of other levels are empty", "E92000001,England,,,,,,Total,x", "E92000001,England,,,351,,,Total,x", 2, "old_la_code", "must be empty"},
      {"filters have no empty cell", "Bury,Manager", "Bury,", 5, "role", "write Total"},
      {"items have no blanks around them", "Bury,Manager", "Bury,Manager ", 5, "role", "blank"},
      {"a filter has something to choose from", "Bury,Manager", "Bury,Total", 0, "role", "nothing to choose from"},
      {"no row twice", "Bury,Manager", "Bury,Total", 5, "", "same period, place and filters"},
      {"figures are numbers or symbols", "Total,12.5", "Total,12-13", 4, "vacancy_fte", "neither a number"},
      {"figures are never blank", "Total,12.5", "Total,", 4, "vacancy_fte", "neither a number"},
      {"the old symbols are gone", "Total,12.5", "Total,:", 4, "vacancy_fte", "neither a number"},
      {"no separators in numbers", "Total,1200", "Total,\"1,200\"", 3, "vacancy_fte", "neither a number"},
  };
  check_cases(cases, false);
}

TEST_CASE("EES rules: of the metadata") {
  const Case cases[] = {
      {"its columns", "indicator_dp", "dp", 1, "", "the columns must be"},
      {"types", "Filter,Role", "Choice,Role", 2, "col_type", "neither Filter nor Indicator"},
      {"labels", "Filter,Role", "Filter,", 2, "label", "needs a label"},
      {"no label twice", "Indicator,Vacancies,", "Indicator,Role,", 3, "label", "twice"},
      {"filters have no unit", "Filter,Role,,,", "Filter,Role,,%,", 2, "indicator_unit", "empty for a filter"},
      {"filters have no places", "Filter,Role,,,,", "Filter,Role,,,1,", 2, "indicator_dp", "empty for a filter"},
      {"indicators have no hint", "Vacancies,,1,,", "Vacancies,,1,Choose,", 3, "filter_hint", "empty for an indicator"},
      {"units", "Vacancies,Vacancies,,1", "Vacancies,Vacancies,fte,1", 3, "indicator_unit", "none of"},
      {"places are whole numbers", "Vacancies,,1,,", "Vacancies,,one,,", 3, "indicator_dp", "no number"},
      {"there is an indicator", "vacancy_fte,Indicator,Vacancies,Vacancies,,1,,\n", "", 0, "col_type", "no indicator"},
  };
  check_cases(cases, true);
}

TEST_CASE("EES rules: Total or a default, limits, pairs, names of files") {
  std::string data = good_data;
  for (size_t at = data.find("Total"); at != std::string::npos; at = data.find("Total")) data.replace(at, 5, "Staff");
  CHECK(checked(data, good_meta).faults.first.at(0).message.find("default item \"Total\"") != std::string::npos);
  const std::string meta = with(with(with(good_meta, "filter_grouping_column", "filter_grouping_column,filter_default"), "role,\n", "role,,Staff\n"), "1,,\n", "1,,,\n");
  CHECK(checked(data, meta).faults.count == 0);
  CHECK(checked(with(good_data, "Manager", std::string(121, 'm')), good_meta).faults.first.at(0).message.find("120 characters") != std::string::npos);
  CHECK(checked(good_data, with(good_meta, "Filter,Role", "Filter," + std::string(101, 'r'))).faults.first.at(0).message.find("100 characters") != std::string::npos);
  CHECK(checked(good_data, good_meta, "a b.csv").faults.first.at(0).message.find("blanks") != std::string::npos);
  const fs::path alone = test_directory("check-ees-alone");
  put_file(alone / "a.csv", good_data);
  put_file(alone / "b.meta.csv", good_meta);
  CHECK(check_ees(alone.string(), samples::shipped_ees_rules()).faults.count == 2);
}

TEST_CASE("EES rules: digits of years") {
  struct Case { const char* time_period; size_t digits; bool fits; };
  for (const Case& c : {Case{"2019", 4, true}, {"19", 4, false}, {"201920", 6, true}, {"201921", 6, false}, {"199900", 6, true}, {"2019/20", 6, false}})
    CHECK_MESSAGE(ees_time_period_fits(c.time_period, {"", c.digits}) == c.fits, c.time_period);
}
