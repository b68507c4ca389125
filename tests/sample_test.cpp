#include "tools/review/sample.h"

#include <doctest/doctest.h>

#include "tests/run_program.h"

using namespace muster;

TEST_CASE("a sample is drawn from every stratum in proportion") {
  struct Case { std::vector<size_t> strata; size_t size; std::vector<size_t> drawn; };
  const Case cases[] = {
      {{50, 50}, 10, {5, 5}},       {{90, 10}, 10, {9, 1}},    {{98, 1, 1}, 10, {9, 1, 1}},
      {{3, 2}, 10, {3, 2}},         {{0, 10}, 4, {0, 4}},      {{1, 1, 1}, 2, {1, 1, 1}},
      {{600, 300, 100}, 11, {7, 3, 1}},
  };
  for (const Case& c : cases) CHECK(allocate(c.strata, c.size) == c.drawn);
}

TEST_CASE("Wilson's interval: published values, and sense at the ends") {
  struct Case { double share, trials, lower, upper; };
  const Case cases[] = {{0, 10, 0, 0.2775}, {0.5, 10, 0.2366, 0.7634}, {0.1, 100, 0.0552, 0.1744}, {1, 10, 0.7225, 1}, {0, 0, 0, 1}};
  for (const Case& c : cases) {
    const Interval i = wilson(c.share, c.trials);
    CHECK(i.lower == doctest::Approx(c.lower).epsilon(0.001));
    CHECK(i.upper == doctest::Approx(c.upper).epsilon(0.001));
  }
}

TEST_CASE("a checked sample becomes a sentence; an unchecked one says so") {
  const auto root = test_directory("sample");
  put_file(root / "in" / "a.txt", "Freedom of information\n\n1. How many social workers were employed on 31 March 2021?\n\nResponse\n\n1. 40\n");
  const std::string out = (root / "out").string();
  REQUIRE(run_program("build '" + (root / "in").string() + "' -o '" + out + "'").exit_code == 0);
  CHECK(run_program("sample '" + out + "' -n 5").exit_code == 0);
  CHECK(file_text(root / "out" / "sample.csv").find("inpost,answer,1") != std::string::npos);
  const ProgramRun early = run_program("sample '" + out + "' --report");
  CHECK(early.exit_code == 2);
  CHECK(early.err.find("no figure of the sample is decided") != std::string::npos);
}
