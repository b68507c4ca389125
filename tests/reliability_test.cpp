#include "tools/reliability.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("reasons_in: the reasons at the end of an evidence") {
  CHECK(reasons_in("period: table title; confidence: table, no role") == std::vector<std::string>{"table", "no role"});
  CHECK(reasons_in("period: table title").empty());
}

TEST_CASE("reliability_text: rows by confidence and by reason, and what 0.9 promises") {
  const std::vector<JudgedRow> rows = {{0.9, true, {"table"}}, {0.94, false, {"table"}}, {0.4, true, {"answer"}}, {0.99, true, {}}};
  const std::string text = reliability_text(rows);
  CHECK(text.find("0.90 to 0.95                               2     0.920     0.500\n") != std::string::npos);
  CHECK(text.find("answer                                     1     0.400     1.000\n") != std::string::npos);
  CHECK(text.ends_with("at 0.9 and above: 3 of 4 rows, 0.667 right; 0.667 of all right rows are there\n"));
  CHECK(reliability_text({}).ends_with("0 of 0 rows, 0.000 right; 0.000 of all right rows are there\n"));
}
