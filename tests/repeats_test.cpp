#include "normalizers/repeats.h"

#include <doctest/doctest.h>

using namespace muster;

namespace {

Observation said(const std::string& id, Basis basis, const std::string& value, const std::string& grade = "") {
  Observation o;
  o.observation_id = id;
  o.basis = basis;
  o.measure = "vacancy";
  o.unit = "fte";
  o.grade = grade;
  o.period.iso = "2020-03-31";
  o.quantity = {.value = value, .qualifier = "exact", .status = "reported"};
  return o;
}

}  // namespace

TEST_CASE("mark_repeats: prose that says a figure of a table again, rounded or more briefly") {
  struct Case { const char *table, *grade, *prose, *repeats; };
  const Case cases[] = {
      {"89.06", "", "89.06", "t"}, {"89.06", "", "89", "t"},   {"89.06", "9-11", "89.06", "t"},
      {"89.06", "", "90", ""},     {"8", "9-11", "8", ""},     // one digit agrees by chance
  };
  for (const Case& c : cases) {
    std::vector<Observation> all = {said("p", Basis::narrative, c.prose), said("t", Basis::table, c.table, c.grade)};
    mark_repeats(all);
    CHECK_MESSAGE(all[0].repeats == c.repeats, c.table << " " << c.grade << " and " << c.prose);
    CHECK(all[1].repeats == "");
  }
}

TEST_CASE("drop_repeated_absences: a refusal that takes two sentences is one row; other staff and other questions have their own") {
  std::vector<Observation> all = {said("a", Basis::answer, ""), said("b", Basis::answer, ""), said("c", Basis::answer, "", "9"),
                                  said("d", Basis::answer, ""), said("e", Basis::answer, "12"), said("f", Basis::answer, "12")};
  for (size_t i = 0; i < 4; ++i) all[i].quantity.status = "refused";
  all[3].question_number = "2";
  mark_repeats(all);
  drop_repeated_absences(all);
  std::string left;
  for (const Observation& o : all) left += o.observation_id;
  CHECK(left == "acdef");
}
