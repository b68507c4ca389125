#include "dataset/export_ees.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "dataset/check_ees.h"
#include "dataset/stored_rows.h"
#include "tests/written_dataset.h"

using namespace muster;
using samples::figure;
namespace fs = std::filesystem;

namespace {

std::vector<Observation> figures() {
  Observation suppressed = figure("vacancy", "fte", "", "manager");
  suppressed.quantity = {.value_upper = "4", .status = "suppressed"};
  Observation england = figure("vacancy_rate", "percent", "16.4");
  england.area_code = "E92000001";
  Observation flow = figure("leavers", "headcount", "30");
  flow.period = {.iso = "2018-04-01/2019-03-31", .kind = "duration", .time_period = "201819", .time_identifier = "Financial year"};
  Observation another_day = figure("vacancy", "fte", "11");
  another_day.period.iso = "2019-03-31";
  Observation unsure = figure("vacancy", "fte", "13");
  unsure.confidence = 0.5;
  Observation undated = figure("vacancy", "fte", "9");
  undated.period = {};
  return {figure("vacancy", "fte", "12.5"), suppressed, england, flow, another_day, unsure, undated, figure("inpost", "fte", "80")};
}

fs::path exported(const std::string& name, EesExport& done) {
  const fs::path dataset = samples::written(name, figures()), ees = dataset / "ees";
  done = export_ees(open_stored(dataset.string()), built_in_codebook(), samples::shipped_ees_rules(), ees.string());
  return ees;
}

// The cell of a column in the first row that has these values.
std::string cell(const CsvTable& table, const std::map<std::string, std::string>& where, const std::string& column) {
  for (size_t row = 0; row < table.rows.size(); ++row)
    if (std::ranges::all_of(where, [&](const auto& w) { return table.at(row, w.first) == w.second; })) return table.at(row, column);
  return "no such row";
}

}  // namespace

TEST_CASE("EES: every figure of the dataset stands in one cell or is left out with its reason") {
  EesExport done;
  const fs::path ees = exported("ees-all", done);
  CHECK(done.files == std::vector<std::string>{"workforce_reporting_year.csv", "workforce_financial_year.csv"});
  CHECK(done.placed == 6);
  CHECK(done.left_out == 2);
  const CsvTable left = read_csv((ees / "left_out.csv").string()), placed = read_csv((ees / "figures.csv").string());
  CHECK(placed.rows.size() == 6);
  REQUIRE(left.rows.size() == 2);
  CHECK(left.at(0, "reason") == "no_period");
  CHECK(left.at(1, "reason") == "another_figure");  // the surer one stands
  CHECK(left.at(1, "value") == "13");
}

TEST_CASE("EES: cells, symbols, places and days stand where the rules want them") {
  EesExport done;
  const fs::path ees = exported("ees-cells", done);
  const CsvTable data = read_csv((ees / "workforce_reporting_year.csv").string());
  struct Case { std::map<std::string, std::string> where; const char *column, *value; };
  const Case cases[] = {
      {{{"role", "Total"}, {"reference_period", "2019-09-30"}, {"new_la_code", "E08000002"}}, "vacancy_fte", "12.5"},
      {{{"role", "Total"}, {"reference_period", "2019-09-30"}, {"new_la_code", "E08000002"}}, "inpost_fte", "80"},
      {{{"role", "Total"}, {"reference_period", "2019-03-31"}}, "vacancy_fte", "11"},
      {{{"role", "manager"}}, "vacancy_fte", "c"},
      {{{"role", "manager"}}, "inpost_fte", "x"},
      {{{"geographic_level", "National"}}, "vacancy_rate_percent", "16.4"},
      {{{"geographic_level", "National"}}, "la_name", ""},
      {{{"geographic_level", "Local authority"}}, "old_la_code", "351"},
      {{{"geographic_level", "Local authority"}}, "region_name", "North West"},
      {{{"geographic_level", "Local authority"}}, "country_name", "England"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(cell(data, c.where, c.column) == c.value, c.column);
}

TEST_CASE("EES: the metadata say what to choose from") {
  EesExport done;
  const fs::path ees = exported("ees-meta", done);
  const CsvTable meta = read_csv((ees / "workforce_reporting_year.meta.csv").string());
  CHECK(cell(meta, {{"col_name", "role"}}, "col_type") == "Filter");
  CHECK(cell(meta, {{"col_name", "role"}}, "filter_default") == "");  // Total
  CHECK(cell(meta, {{"col_name", "reference_period"}}, "filter_default") == "2019-09-30");
  CHECK(cell(meta, {{"col_name", "service"}}, "col_type") == "no such row");  // one item: a column, but no filter
  CHECK(cell(meta, {{"col_name", "vacancy_fte"}}, "label") == "Vacancies (Full-time equivalent)");
  CHECK(cell(meta, {{"col_name", "vacancy_fte"}}, "indicator_dp") == "1");
  CHECK(cell(meta, {{"col_name", "vacancy_rate_percent"}}, "indicator_unit") == "%");
}

TEST_CASE("EES: what is exported keeps the published rules") {
  EesExport done;
  const EesCheck check = check_ees(exported("ees-rules", done).string(), samples::shipped_ees_rules());
  CHECK(check.faults.count == 0);
  for (const Fault& f : check.faults.first) MESSAGE(f.file << ':' << f.line << ": " << f.column << ": " << f.message);
  CHECK(check.files == 2);
  CHECK(check.rows == 5);
}
