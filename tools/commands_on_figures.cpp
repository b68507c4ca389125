// Commands that tell where figures come from and what became of them between two builds.
#include <iostream>

#include "tools/command_options.h"
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

}  // namespace

std::vector<Command> commands_on_figures() { return {explain_command()}; }

}  // namespace muster
