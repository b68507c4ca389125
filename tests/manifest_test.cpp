#include "tools/manifest.h"

#include <doctest/doctest.h>

#include "tests/run_program.h"

using namespace muster;

namespace {

Manifest loaded(const std::string& text) {
  const auto path = test_directory("manifest-file") / "m.csv";
  put_file(path, text);
  return Manifest::load(path.string());
}

}  // namespace

TEST_CASE("manifest: a row is found by the path within the input or by the bare name; what nobody asked for is told") {
  Manifest m = loaded("file,publisher,date\na/letter.pdf,E06000015,2019-05-01\nother.pdf,E06000016,\ngone.pdf,,\n");
  CHECK(m.hints_for("a/letter.pdf").publisher == "E06000015");
  CHECK(m.hints_for("a/letter.pdf").date == "2019-05-01");
  CHECK(m.hints_for("b/other.pdf").publisher == "E06000016");
  CHECK(m.hints_for("b/letter.pdf").publisher == "");
  CHECK(m.unused() == std::vector<std::string>{"gone.pdf"});
}

TEST_CASE("manifest: what is wrong is told with its line") {
  struct Case { const char *text, *fault; };
  const Case cases[] = {
      {"name,publisher\nx,y\n", "m.csv:1: a manifest needs a column named file"},
      {"file\na\na\n", "m.csv:3: a stands twice"},
      {"file,date\n,2019\n", "m.csv:2: the column file is empty"},
  };
  for (const Case& c : cases) CHECK_THROWS_WITH(loaded(c.text), doctest::Contains(c.fault));
}
