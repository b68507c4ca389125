#include "normalizers/measure_for_whom.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

// The measure of a cell (or of a line) under these labels, where the question speaks of `measure`.
std::string told(const std::string& measure, const std::vector<std::pair<ContextKind, const char*>>& labels, ContextKind told_by = ContextKind::question) {
  std::vector<TextReading> readings;
  readings.reserve(labels.size());
  Candidate candidate;
  candidate.table = labels.front().first == ContextKind::label_above ? -1 : 0;
  Scene scene;
  scene.candidate = &candidate;
  scene.vocabulary = &shipped();
  for (const auto& [kind, text] : labels) {
    readings.push_back(read_words(text, shipped()));
    scene.around.push_back({kind, 0, &readings.back(), ""});
  }
  return measure_for_whom(scene, measure, told_by);
}

}  // namespace

TEST_CASE("measure_for_whom: columns and lines for employed and agency staff under one question") {
  const ContextKind column = ContextKind::column_header, row = ContextKind::row_header, line = ContextKind::label_above;
  CHECK(told("agency", {{column, "Permanent"}}) == "inpost");
  CHECK(told("agency", {{column, "Fixed term"}, {row, "31/12/2021"}}) == "inpost");
  CHECK(told("agency", {{row, "Employed"}}) == "inpost");
  CHECK(told("agency", {{column, "Bank staff"}}) == "inpost");
  CHECK(told("inpost", {{column, "Agency"}}) == "agency");
  CHECK(told("inpost", {{row, "2021"}, {column, "Locum"}}) == "agency");
  CHECK(told("agency_spend", {{column, "Permanent"}}) == "staff_cost");
  CHECK(told("staff_cost", {{line, "Agency:"}}) == "agency_spend");
  CHECK(told("salary", {{line, "Locum:"}}) == "agency_pay_rate");
  CHECK(told("vacancy", {{column, "Permanent"}}) == "vacancy");
  CHECK(told("agency", {{column, "2021"}}) == "agency");
  CHECK(told("agency", {{column, "Permanent and agency"}}) == "agency");
  CHECK(told("agency", {{column, "Permanent"}}, ContextKind::column_header) == "agency");  // a header names the measure itself
}
