#include "tools/export_command.h"

#include <doctest/doctest.h>

#include "tests/run_program.h"
#include "tests/written_dataset.h"

using namespace muster;
using samples::figure;
namespace fs = std::filesystem;

TEST_CASE("export: every kind is in the help; an unknown one lists them; an output must be said") {
  const std::string help = run_program("help export").out;
  for (const ExportKind& kind : export_kinds()) CHECK_MESSAGE(help.find(std::string("  ") + kind.name + ' ') != std::string::npos, kind.name);
  const fs::path dataset = samples::written("export-usage", {figure("vacancy", "fte", "12.5")});
  struct Case { const char *arguments, *words; };
  const Case cases[] = {{" --to spreadsheet -o x", "--to takes one of"}, {" --to package", "-o OUT"}, {"", "--to KIND"},
                        {" --to package -o x --licence 'as you like'", "OGL-UK-3.0"}};
  for (const Case& c : cases) {
    const ProgramRun run = run_program("export '" + dataset.string() + "'" + c.arguments);
    CHECK(run.exit_code == 2);
    CHECK_MESSAGE(run.err.find(c.words) != std::string::npos, run.err);
  }
  CHECK(run_program("export " + test_directory("export-none").string() + " --to package -o x").err.find("muster build") != std::string::npos);
}

TEST_CASE("export: what is exported is valid; what is spoilt is told with file, line, column") {
  const fs::path dataset = samples::written("export-valid", {figure("vacancy", "fte", "12.5"), figure("vacancy", "fte", "3", "manager")});
  for (const std::string kind : {"package", "csvw", "ees"}) {
    const std::string out = (dataset / kind).string();
    CHECK(run_program("export '" + dataset.string() + "' --to " + kind + " -o '" + out + "'").exit_code == 0);
    if (kind != "csvw") CHECK_MESSAGE(run_program("validate '" + out + "'").exit_code == 0, kind);
  }
  CHECK(run_program("validate '" + dataset.string() + "'").exit_code == 0);
  put_file(dataset / "ees" / "workforce_reporting_year.csv", file_text(dataset / "ees" / "workforce_reporting_year.csv") + "2019,April,National,,,,,,,,,,\n");
  const ProgramRun run = run_program("validate '" + (dataset / "ees").string() + "'");
  CHECK(run.exit_code == 1);
  CHECK_MESSAGE(run.out.find("workforce_reporting_year.csv:4: ") != std::string::npos, run.out);
  CHECK(run_program("validate '" + test_directory("validate-none").string() + "'").exit_code == 2);
}
