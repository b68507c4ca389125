#include "dataset/place_in_ees.h"

#include <doctest/doctest.h>

#include "tests/written_dataset.h"

using namespace muster;

namespace {

EesFigure figure() {
  return {.area_code = "E08000002", .service = "children", .worker_category = "all", .measure = "vacancy", .unit = "fte", .period = "2019-09-30",
          .time_period = "2019", .time_identifier = "Reporting year", .value = "12.5", .qualifier = "exact", .status = "reported", .basis = "table",
          .review = "auto"};
}

}  // namespace

TEST_CASE("EES: a figure stands in the file of its kind of period, under its measure and unit, with its filters") {
  const EesRules rules = samples::shipped_ees_rules();
  EesFigure f = figure();
  f.role = "Team  manager";
  f.breakdown = "counted_in=headcount;length_of_service=2 to 4 years";
  f.unit = "percent";
  const auto outcome = place_in_ees(f, rules);
  REQUIRE(std::holds_alternative<EesPlaced>(outcome));
  const EesPlaced& p = std::get<EesPlaced>(outcome);
  CHECK(p.kind == "reporting_year");
  CHECK(p.indicator == "vacancy_percent_headcount");
  CHECK(p.cell == "12.5");
  CHECK(p.filters == std::map<std::string, std::string>{
                         {"service", "Children's services"}, {"worker_category", "Total"}, {"role", "Team manager"}, {"length_of_service", "2 to 4 years"}});
}

TEST_CASE("EES: what it cannot say is left out with a reason, never coerced") {
  struct Case { void (*change)(EesFigure&); const char* reason; };
  const Case cases[] = {
      {[](EesFigure& f) { f.period = f.time_period = f.time_identifier = ""; }, "no_period"},
      {[](EesFigure& f) { f.period = "2021-01-01/.."; f.time_period = f.time_identifier = ""; }, "period_not_named"},
      {[](EesFigure& f) { f.time_identifier = "Calendar year Q5"; }, "period_not_named"},
      {[](EesFigure& f) { f.time_identifier = "Financial year"; f.time_period = "201920x"; }, "period_not_named"},
      {[](EesFigure& f) { f.time_identifier = "Financial year"; f.time_period = "201921"; }, "period_not_named"},
      {[](EesFigure& f) { f.area_code = ""; }, "no_area"},
      {[](EesFigure& f) { f.area_code = "S12000041"; }, "area_not_named"},  // EES lists England's authorities alone
      {[](EesFigure& f) { f.value_upper = "14"; f.qualifier = "range"; }, "not_one_value"},
      {[](EesFigure& f) { f.qualifier = "at_least"; }, "not_one_value"},
      {[](EesFigure& f) { f.qualifier = "approximate"; }, "approximate"},
      {[](EesFigure& f) { f.status = "planned"; f.shorthand = "f"; }, "planned"},
      {[](EesFigure& f) { f.status = "on_hold"; f.shorthand = ""; }, "status_without_symbol"},
      {[](EesFigure& f) { f.basis = "derived"; }, "derived"},
      {[](EesFigure& f) { f.review = "rejected"; }, "rejected"},
      {[](EesFigure& f) { f.team = std::string(121, 'a'); }, "name_out_of_limits"},
      {[](EesFigure& f) { f.measure = "Vacancies!"; }, "name_out_of_limits"},
  };
  const EesRules rules = samples::shipped_ees_rules();
  for (const Case& c : cases) {
    EesFigure f = figure();
    c.change(f);
    const auto outcome = place_in_ees(f, rules);
    REQUIRE_MESSAGE(std::holds_alternative<EesLeftOut>(outcome), c.reason);
    CHECK(std::get<EesLeftOut>(outcome).reason == c.reason);
    CHECK_FALSE(std::get<EesLeftOut>(outcome).explanation.empty());
  }
}

TEST_CASE("EES: a status stands as its symbol; what is unstated is not the whole") {
  const EesRules rules = samples::shipped_ees_rules();
  struct Case { const char *status, *shorthand, *cell; };
  for (const Case& c : {Case{"suppressed", "c", "c"}, {"not_held", "x", "x"}, {"not_applicable", "z", "z"}, {"low", "low", "low"}, {"unreliable", "u", "u"}}) {
    EesFigure f = figure();
    f.status = c.status;
    f.shorthand = c.shorthand;
    f.value = "";
    f.service = f.worker_category = "";
    const auto outcome = place_in_ees(f, rules);
    REQUIRE_MESSAGE(std::holds_alternative<EesPlaced>(outcome), c.status);
    CHECK(std::get<EesPlaced>(outcome).cell == c.cell);
    CHECK(std::get<EesPlaced>(outcome).filters.at("service") == "Not stated");
    CHECK(std::get<EesPlaced>(outcome).filters.at("worker_category") == "Not stated");
  }
}
