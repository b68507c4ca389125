#include "tools/manual.h"

#include <doctest/doctest.h>

#include "tests/run_program.h"

using namespace muster;

namespace {

constexpr const char* refresh = "docs/cli.md is not what the table of commands says: muster manual build/manual && cp build/manual/cli.md docs/";

const Command made_up = {.name = "weigh",
                         .summary = "weigh letters",
                         .synopsis = "weigh heavy|light FILE... [--format json|plain-text] [--scale N]",
                         .examples = "  muster weigh heavy a.pdf    # one\n",
                         .description = ".Begins with a dot; a back\\slash.",
                         .options = {{"format,f", "FORMAT", "how", "json"}, {"scale", "N", "which"}, {"dry", "", "without water"}},
                         .run = [](const ParsedOptions&) { return 0; }};

}  // namespace

TEST_CASE("the values of an option and of the first word are those that the synopsis lists") {
  using Words = std::vector<std::string>;
  CHECK(listed_values(made_up, "--format") == Words{"json", "plain-text"});
  CHECK(listed_values(made_up, "weigh") == Words{"heavy", "light"});
  CHECK(listed_values(made_up, "--scale").empty());
  CHECK(listed_values(made_up, "--dry").empty());
}

TEST_CASE("a manual page has name, options with their values, and no line that man takes for an order") {
  const std::string page = manual_page(made_up);
  for (const char* words : {".SH NAME\nmuster\\-weigh \\- weigh letters\n", ".B \\-f, \\-\\-format FORMAT\nhow (unless given: json)\n",
                            ".B \\-\\-dry\n", "\\&.Begins with a dot; a back\\eslash.", "  muster weigh heavy a.pdf    # one\n"})
    CHECK_MESSAGE(page.find(words) != std::string::npos, words, " in ", page);
}

TEST_CASE("every command that is shown has its place in manual, completion and reference; a hidden one has none") {
  const std::string reference = command_reference(), completion = bash_completion(), manual = manual_page();
  for (const Command& command : commands()) {
    const std::string name = command.name;
    CHECK_MESSAGE((reference.find("\n## muster " + name + '\n') != std::string::npos) == !command.hidden, name);
    CHECK_MESSAGE((completion.find("\n    " + name + ")\n") != std::string::npos) == !command.hidden, name);
    CHECK_MESSAGE((manual.find("muster\\-" + name + ' ') != std::string::npos) == !command.hidden, name);
  }
}

TEST_CASE("docs/cli.md is what the program says") { CHECK_MESSAGE(file_text(MUSTER_SOURCE_DIR "/docs/cli.md") == command_reference(), refresh); }
