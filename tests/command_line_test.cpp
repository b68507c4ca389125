#include "tools/command_line.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("options: operands and options in any order, presets, the last of two wins") {
  const ParsedOptions o = parse_options(*find_command("build"), {"a.pdf", "-o", "x", "--jobs=3", "b.pdf", "-o", "y"});
  CHECK(o.operands() == std::vector<std::string>{"a.pdf", "b.pdf"});
  CHECK(o.text("output") == "y");
  CHECK(o.number("jobs", 1) == 3);
  CHECK(o.text("fail-on") == "none");
  CHECK_FALSE(o.has("json"));
  CHECK(parse_options(*find_command("build"), {"--", "-odd.pdf"}).operands() == std::vector<std::string>{"-odd.pdf"});
}

TEST_CASE("options: what is wrong names the option and where to read on") {
  struct Case { std::vector<std::string> arguments; const char* word; };
  const Case cases[] = {
      {{"--outptu", "x"}, "outptu"}, {{"--jobs"}, "jobs"}, {{"-q"}, "-q"}, {{"--json=yes"}, "json"}, {{"--out", "x"}, "muster help build"},
  };
  for (const Case& c : cases)
    CHECK_THROWS_WITH_AS(parse_options(*find_command("build"), c.arguments), doctest::Contains(c.word), UsageError);
  CHECK_THROWS_AS(ParsedOptions({}, {{"jobs", "0"}}).number("jobs", 1), UsageError);
  CHECK_THROWS_AS(ParsedOptions({}, {{"jobs", "nan"}}).number("jobs", 1), UsageError);
}
