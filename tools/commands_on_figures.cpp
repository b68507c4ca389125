// Commands that tell where figures come from and what became of them between two builds.
#include <iostream>

#include "tools/command_options.h"
#include "tools/diff.h"
#include "tools/explain.h"

namespace muster {
namespace {

bool wants_json(const ParsedOptions& options) {
  const std::string format = options.text("format");
  if (format != "text" && format != "json") throw UsageError("--format takes text or json, not \"" + format + '"');
  return format == "json";
}

int run_explain(const ParsedOptions& options) {
  if (options.operands().size() < 2) throw UsageError("name the dataset's directory and an observation_id (or several)");
  ExplainOptions out{.dataset = options.operands()[0], .ids = {options.operands().begin() + 1, options.operands().end()}, .json = wants_json(options)};
  if (options.has("originals")) out.originals = {options.text("originals")};
  return explain(out, std::cout);
}

Command explain_command() {
  return {.name = "explain",
          .summary = "tell how a figure came from the document's bytes",
          .synopsis = "explain DATASET OBSERVATION... [--format text|json] [--originals DIR]",
          .examples = "  muster explain dataset o51e10c3e1f3b2d7a    # from the file to the value, step by step\n"
                      "  muster explain dataset o51e1 --format json  # the beginning of an id will do\n",
          .description = "Document and where it was found, page and box, question, table cell with its headers, value, what each dimension was\n"
                         "told from, confidence with its reasons, findings, people's decisions, other statements of the same fact.",
          .options = {{"format", "FORMAT", "text or json", "text"},
                      {"originals", "DIR", "where the original files are (default: where the build found them)"}},
          .run = run_explain};
}

DiffFormat diff_format(const std::string& name) {
  if (name == "text") return DiffFormat::text;
  if (name == "csv") return DiffFormat::csv;
  if (name == "json") return DiffFormat::json;
  throw UsageError("--format takes text, csv or json, not \"" + name + '"');
}

int run_diff(const ParsedOptions& options) {
  if (options.operands().size() != 2) throw UsageError("name the old dataset's directory and then the new one's");
  return diff({.old_dataset = options.operands()[0], .new_dataset = options.operands()[1], .format = diff_format(options.text("format")),
               .all = options.has("all"), .exit_code = options.has("exit-code")},
              std::cout);
}

Command diff_command() {
  return {.name = "diff",
          .summary = "tell what changed between two builds, and why",
          .synopsis = "diff OLD NEW [--format text|csv|json] [--all] [--exit-code]",
          .examples = "  muster diff dataset-may dataset-june                        # counts by cause, then every change\n"
                      "  muster diff dataset-may dataset-june --format csv > d.csv   # a line for each changed cell\n",
          .description = "Rows are matched by identity, else by document and place. Why: input (a document came, went or has other bytes),\n"
                         "program, vocabulary, option (as the two run.json tell), correction (a person decided). Where two causes cannot be\n"
                         "told apart both are named; build with one of them changed to know.",
          .options = {{"format", "FORMAT", "text, csv or json", "text"},
                      {"all", "", "text: also rows in which only confidence, evidence or place changed"},
                      {"exit-code", "", "exit code 1 when anything changed"}},
          .run = run_diff};
}

}  // namespace

std::vector<Command> commands_on_figures() { return {explain_command(), diff_command()}; }

}  // namespace muster
