#include "normalizers/equations.h"

#include <doctest/doctest.h>

#include "normalizers/audit.h"

using namespace muster;

namespace {

Observation figure(std::string measure, std::string team, std::string value, std::string status = "reported") {
  Observation o;
  o.measure = std::move(measure);
  o.unit = o.measure.ends_with("_rate") ? "percent" : "fte";
  o.team = std::move(team);
  o.table_id = "t1";
  o.period.iso = "2020-03-31";
  o.quantity = {.value = value, .qualifier = "exact", .status = std::move(status)};
  o.raw = o.quantity.value.empty() ? "n/a" : o.quantity.value;
  o.observation_id = o.measure + o.team;
  return o;
}

const Equation* about(const std::vector<Equation>& equations, EquationKind kind, size_t result) {
  for (const Equation& e : equations)
    if (e.kind == kind && e.result == result) return &e;
  return nullptr;
}

}  // namespace

TEST_CASE("printed_interval: a printed decimal stands for what rounds or truncates to it") {
  CHECK(printed_interval("32.15")->contains(32.146));
  CHECK(printed_interval("32.15")->contains(32.159));
  CHECK_FALSE(printed_interval("32.15")->contains(32.17));
  CHECK(printed_interval("22")->contains(22.5));
  CHECK_FALSE(printed_interval("about 60"));
  CHECK_FALSE(printed_interval(""));
}

TEST_CASE("sums over teams: the row without a team is the total") {
  std::vector<Observation> all = {figure("vacancy", "North", "2.0"), figure("vacancy", "South", "4.5"), figure("vacancy", "", "6.5")};
  CHECK(about(equations_of(all, "t1"), EquationKind::sum, 2)->holds);
  all[2].quantity.value = "7.5";
  CHECK_FALSE(about(equations_of(all, "t1"), EquationKind::sum, 2)->holds);
}

TEST_CASE("sums over teams: a gap that is the figure of the silent row in another column is explained") {
  std::vector<Observation> all = {figure("establishment", "North", "10.0"), figure("establishment", "South", "20.0"),
                                  figure("establishment", "Duty", "", "not_applicable"), figure("establishment", "", "38.1"),
                                  figure("establishment", "Duty", "8.1")};
  all[4].period.iso = "2021-03-31";
  const std::vector<Finding> findings = audit("d1", all);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].kind == "sum_mismatch");
  CHECK(findings[0].explanation.starts_with("the gap of 8.1 is the figure that Duty has elsewhere"));
}

TEST_CASE("rates: the definition that fits is found; a total that is the mean of the rows is told apart") {
  std::vector<Observation> all = {figure("establishment", "North", "20"), figure("vacancy", "North", "5"), figure("vacancy_rate", "North", "25.00"),
                                  figure("establishment", "South", "10"), figure("vacancy", "South", "1"), figure("vacancy_rate", "South", "10.00"),
                                  figure("establishment", "", "30"),      figure("vacancy", "", "6"),      figure("vacancy_rate", "", "17.50")};
  const std::vector<Equation> equations = equations_of(all, "t1");
  CHECK(about(equations, EquationKind::rate, 2)->holds);
  CHECK_FALSE(about(equations, EquationKind::rate, 8)->holds);
  CHECK(about(equations, EquationKind::rate, 8)->explanation == "the total is the plain mean of the rows; pooled it would be 20");
}

TEST_CASE("contradictions: the same fact with another value, roundings left alone") {
  struct Case { const char *a, *b, *qualifier; bool contradicts; };
  const Case cases[] = {{"65.5", "60", "approximate", true}, {"65.5", "65", "approximate", false}, {"89.06", "87.06", "exact", true},
                        {"12.7", "13", "exact", false},      {"12.7", "12.7", "exact", false}};
  for (const Case& c : cases) {
    std::vector<Observation> all = {figure("agency", "", c.a), figure("agency", "", c.b)};
    all[1].table_id.clear();
    all[1].quantity.qualifier = c.qualifier;
    CHECK_MESSAGE(audit("d1", all).size() == (c.contradicts ? 1 : 0), c.a << " and " << c.b);
  }
}
