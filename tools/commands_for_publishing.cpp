// Commands that hand a dataset on: exports in the forms of other tools, their checks, and the codebook.
#include <iostream>

#include "dataset/codebook.h"
#include "normalizers/vocabulary_layers.h"
#include "tools/command_options.h"
#include "tools/disclose.h"
#include "tools/export_command.h"
#include "tools/validate_command.h"
#include "tools/vocabulary_path.h"

namespace muster {
namespace {

std::vector<CodebookRow> codebook_of(const ParsedOptions& options) {
  const VocabularyLayers layers{vocabulary_directory(), overlay_directory(options)};
  return codebook(layers.rows("measures.csv", "measure"), layers.rows("statuses.csv", "status"), layers.rows("codes.csv", ""));
}

int run_export(const ParsedOptions& options) {
  need_operands(options, "the dataset's directory");
  if (!options.has("to")) throw UsageError("say into what: --to KIND, one of:\n" + export_kinds_text());
  const int code = export_command({.dataset = options.operands()[0], .kind = options.text("to"), .output = options.text("output"),
                         .licence = options.text("licence"), .schema = options.text("schema"),
                         .originals = {options.operands().begin() + 1, options.operands().end()}}, codebook_of(options));
  warn_of_disclosure({.dataset = options.operands()[0], .vocabulary_directory = vocabulary_directory(), .overlay_directory = overlay_directory(options)});
  return code;
}

int run_disclose(const ParsedOptions& options) {
  if (options.operands().size() != 1) throw UsageError("name the dataset's directory");
  const std::string fail_on = options.text("fail-on");
  if (fail_on != "warning" && fail_on != "none") throw UsageError("--fail-on takes warning or none, not \"" + fail_on + '"');
  return disclose({.dataset = options.operands()[0], .vocabulary_directory = vocabulary_directory(), .overlay_directory = overlay_directory(options),
                   .json = options.has("json"), .fail = fail_on == "warning"}, std::cout);
}

Command disclose_command() {
  return {.name = "disclose",
          .summary = "find suppressed counts that totals give away",
          .synopsis = "disclose DATASET [--json] [--fail-on warning]",
          .examples = "  muster disclose dataset                      # which counts, by which sums, and what to hide as well\n"
                      "  muster disclose dataset --fail-on warning    # exit code 1 when a count can be worked out\n",
          .description = "A small count that a council has hidden (\"fewer than 5\", *) can often be had from the total and the other parts. For\n"
                         "each table this works out what its own sums leave to the hidden counts, shows the arithmetic, and names figures that\n"
                         "would have to be hidden too. Rounded tables and totals of other rows raise no alarm. The results are as sensitive as\n"
                         "what was hidden: keep them to yourself.",
          .options = {{"json", "", "one JSON object a line, with observation ids"},
                      {"fail-on", "SEVERITY", "exit code 1 when a count can be worked out: warning, or none", "none"},
                      vocabulary_option},
          .run = run_disclose};
}

Command export_command_entry() {
  static const std::string kinds = "What --to takes:\n" + export_kinds_text() +
                                   "Rows are read from DATASET/workforce.sqlite one by one, so that a million need no more memory than ten.";
  return {.name = "export",
          .summary = "write a dataset in the form of another tool",
          .synopsis = "export DATASET [ORIGINALS...] --to KIND [-o OUT] [--licence NAME]",
          .examples = "  muster export dataset --to package -o package    # CSV files with a descriptor for R, pandas, DuckDB\n"
                      "  muster export dataset --to ees -o ees            # files for Explore education statistics\n"
                      "  muster export dataset letters/ --to xlsx -o figures.xlsx       # with links to the letters' pages\n"
                      "  muster export dataset --to postgresql://localhost/research     # into the schema workforce\n",
          .description = kinds.c_str(),
          .options = {{"to", "KIND", "what is written"},
                      {"output,o", "OUT", "file or directory that is written"},
                      {"licence", "NAME", "licence of the data, such as OGL-UK-3.0; not said when left out"},
                      {"schema", "NAME", "PostgreSQL: the schema that is made or replaced", "workforce"},
                      vocabulary_option},
          .run = run_export};
}

Command validate_command_entry() {
  return {.name = "validate",
          .summary = "check files against their own descriptor",
          .synopsis = "validate DIR",
          .examples = "  muster validate dataset     # a dataset, or an exported data package\n"
                      "  muster validate ees         # files for Explore education statistics\n",
          .description = "Looks at every cell: its type, constraints, codes and missing values; at keys between files, sizes and digests. Files for\n"
                         "Explore education statistics are held against the published rules of the Department for Education. Faults are\n"
                         "printed with file, line, column and what to do; exit code 1 when there is one.",
          .options = {},
          .run = [](const ParsedOptions& o) {
            if (o.operands().size() != 1) throw UsageError("name the directory to check");
            return validate_command(o.operands()[0], std::cout);
          }};
}

Command codebook_command() {
  return {.name = "codebook",
          .summary = "print every measure, status and code with its meaning",
          .synopsis = "codebook [--csv] [--vocabulary DIR]",
          .examples = "  muster codebook > codebook.md          # as markdown\n"
                      "  muster codebook --csv > codebook.csv   # as rows\n",
          .description = "Made from the vocabularies: each measure with definition, unit, source standard and synonyms, each status with its\n"
                         "symbols, and the closed lists of all other columns.",
          .options = {{"csv", "", "rows instead of markdown"}, vocabulary_option},
          .run = [](const ParsedOptions& o) {
            const std::vector<CodebookRow> rows = codebook_of(o);
            std::cout << (o.has("csv") ? codebook_csv(rows) : codebook_markdown(rows));
            return 0;
          }};
}

}  // namespace

std::vector<Command> commands_for_publishing() { return {export_command_entry(), disclose_command(), validate_command_entry(), codebook_command()}; }

}  // namespace muster
