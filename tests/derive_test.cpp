#include "normalizers/derive.h"

#include <doctest/doctest.h>

#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

Observation part(const std::string& measure, const std::string& value, const std::string& period = "2020-09-30") {
  Observation o;
  o.observation_id = "o-" + measure;
  o.area_code = "E06000001";
  o.measure = measure;
  o.unit = measure == "cases" ? "count" : "fte";
  o.period.iso = period;
  o.quantity = {.value = value, .qualifier = "exact", .status = "reported"};
  o.confidence = 0.95;
  return o;
}

std::string rows(const std::vector<Observation>& all) {
  std::string out;
  for (const Observation& o : derive("d1", all, shipped()))
    out += o.measure + " " + o.quantity.value + " " + o.unit + " " + o.breakdown + " " + o.period.iso + " by " + o.definition + ";";
  return out;
}

}  // namespace

TEST_CASE("derive: rates by the official definition where all parts are stated once, surely and alike") {
  const std::string vacancy_rate = "vacancy_rate 20.0 percent counted_in=fte 2020-09-30 by vacancy / (vacancy + inpost);";
  CHECK(rows({part("vacancy", "5.0"), part("inpost", "20.0")}) == vacancy_rate);
  CHECK(rows({part("leavers", "3.0", "2019-10-01/2020-09-30"), part("inpost", "20.0")}) ==
        "turnover_rate 15.0 percent counted_in=fte 2019-10-01/2020-09-30 by leavers / inpost;");
  CHECK(rows({part("cases", "160"), part("case_holders", "10.0")}) == "caseload 16.0 cases_per_worker  2020-09-30 by cases / case_holders;");
  CHECK(rows({part("vacancy", "5.0"), part("inpost", "20.0", "2019-09-30")}).empty());
  CHECK(rows({part("leavers", "3.0", "2020-09"), part("inpost", "20.0", "2020-09")}).empty());  // of a month, not a year
  CHECK(rows({part("working_days_lost", "75", "2020-07-01/2020-09-30"), part("inpost", "20.0")}).empty());
  struct Case { const char* why; void (*spoil)(Observation&); };
  const Case cases[] = {{"not sure", [](Observation& o) { o.confidence = 0.7; }},
                        {"another unit", [](Observation& o) { o.unit = "headcount"; }},
                        {"unit unstated", [](Observation& o) { o.unit = "unstated"; }},
                        {"of a team", [](Observation& o) { o.team = "North"; }},
                        {"approximate", [](Observation& o) { o.quantity.qualifier = "approximate"; }},
                        {"suppressed", [](Observation& o) { o.quantity.status = "suppressed"; }}};
  for (const Case& c : cases) {
    std::vector<Observation> all = {part("vacancy", "5.0"), part("inpost", "20.0")};
    c.spoil(all[1]);
    CHECK_MESSAGE(rows(all).empty(), c.why);
  }
}

TEST_CASE("derive: not what the document says itself by the same definition, and not from two rival parts") {
  Observation said = part("vacancy_rate", "20.0");
  said.unit = "percent";
  said.definition = "vacancy / (vacancy + inpost)";
  CHECK(rows({part("vacancy", "5.0"), part("inpost", "20.0"), said}).empty());
  said.definition = "";
  CHECK(rows({part("vacancy", "5.0"), part("inpost", "20.0"), said}).empty());
  said.definition = "vacancy / establishment";
  said.quantity.value = "25.0";
  CHECK_FALSE(rows({part("vacancy", "5.0"), part("inpost", "20.0"), said}).empty());
  CHECK(rows({part("vacancy", "5.0"), part("inpost", "20.0"), part("inpost", "22.0")}).empty());
}

TEST_CASE("derive: the row is marked as computed and names its parts; definitions that differ are marked") {
  std::vector<Observation> all = derive("d1", {part("vacancy", "5.0"), part("inpost", "20.0")}, shipped());
  REQUIRE(all.size() == 1);
  CHECK(all[0].basis == Basis::derived);
  CHECK(all[0].evidence == "derived: from o-vacancy, o-inpost");
  CHECK(all[0].confidence == 0.95);
  mark_definitions(shipped(), all);
  CHECK(all[0].comparability == "");
  all[0].definition = "vacancy / establishment";
  mark_definitions(shipped(), all);
  CHECK(all[0].comparability == "definition_differs");
}
