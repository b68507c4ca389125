#include "normalizers/audit.h"

#include <doctest/doctest.h>

#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

// "agency" in a table or, where `quote` is not empty, in a sentence.
Observation said(std::string value, std::string quote = "", std::string period = "2020-03-31") {
  static uint32_t place = 0;
  Observation o;
  o.measure = "agency";
  o.unit = "fte";
  o.period = {.iso = period, .kind = period.empty() ? "" : "instant"};
  o.quantity = {.value = value, .qualifier = quote.find("about") != std::string::npos ? "approximate" : "exact", .status = "reported"};
  o.raw = value;
  o.quote = quote;
  o.basis = quote.empty() ? Basis::table : Basis::narrative;
  if (quote.empty()) o.table_id = "t1";
  o.quote_span = {place, place + 5};
  place += 10;
  o.observation_id = "o" + std::to_string(place);
  return o;
}

std::string kinds(std::vector<Observation> all) {
  std::string out;
  for (const Finding& f : audit("d1", all, shipped())) out += (out.empty() ? "" : " ") + f.kind;
  return out;
}

}  // namespace

TEST_CASE("contradictions: the same fact with another value, roundings and other scopes left alone") {
  struct Case { const char *table, *text, *quote, *period, *kinds; };
  const Case cases[] = {
      {"65.5", "60", "We have about 60 agency staff.", "2020-03-31", "contradiction"},
      {"65.5", "60", "We currently have about 60 agency staff.", "", "contradiction"},
      {"65.5", "65", "We have about 65 agency staff.", "2020-03-31", ""},
      {"89.06", "87.06", "There were 87.06 agency staff.", "2020-03-31", "contradiction"},
      {"89.06", "87.06", "There were 87.06 agency staff.", "2019-03-31", ""},
      {"89.06", "87.06", "There were 87.06 agency staff excluding the night team.", "2020-03-31", ""},
      {"89.06", "12", "There were 12 agency staff.", "2020-03-31", ""},
      {"12.7", "13", "There were 13 agency staff.", "2020-03-31", ""},
  };
  for (const Case& c : cases) {
    INFO(c.table << " and " << c.quote);
    CHECK(kinds({said(c.table), said(c.text, c.quote, c.period)}) == c.kinds);
  }
}

TEST_CASE("contradictions: an amount in millions is no more exact than it is printed") {
  Observation table = said("8370000"), text = said("8400000", "Spend was £8.4m.");
  table.measure = text.measure = "agency_spend";
  table.unit = text.unit = "gbp";
  table.raw = "8,370";
  text.raw = "£8.4m";
  CHECK(kinds({table, text}) == "");
  text.raw = "£8,400,000";
  CHECK(kinds({table, text}) == "contradiction");
}

TEST_CASE("contradictions: what parts two cells of one table was not read; it is no contradiction") {
  CHECK(kinds({said("12.0"), said("14.0")}) == "");
  Observation east = said("14.0", "14.0 agency staff work in the east.");
  east.team = "East";
  CHECK(kinds({said("12.0"), east}) == "");
}

TEST_CASE("a figure above what its measure can be is doubted") {
  Observation rate = said("130");
  rate.measure = "vacancy_rate";
  rate.unit = "percent";
  CHECK(kinds({rate}) == "unit_doubt");
}
