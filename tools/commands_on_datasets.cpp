// Commands that work on a dataset that was built: scoring, coverage, comparison, review.
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "tools/command_options.h"
#include "tools/coverage_command.h"
#include "tools/crosscheck.h"
#include "tools/ledger.h"
#include "tools/review/page_picture.h"
#include "tools/review/review.h"
#include "tools/review/sample.h"
#include "tools/review/site.h"
#include "tools/score.h"
#include "tools/vocabulary_path.h"

namespace muster {
namespace {

int run_score(const ParsedOptions& options) {
  if (options.operands().size() < 2) throw UsageError("name the truth's directory (or several) and then the dataset's");
  ScoreOptions out{.truths = options.operands(), .verbose = options.has("verbose"), .json = options.has("json")};
  out.reliability = options.has("reliability");
  out.not_below = options.text("not-below");
  out.dataset = out.truths.back();
  out.truths.pop_back();
  return score(out);
}

Command score_command() {
  return {.name = "score",
          .summary = "compare a dataset with hand-made truth",
          .synopsis = "score TRUTH... DATASET [--verbose] [--reliability] [--json] [--not-below OTHER]",
          .examples = "  muster score corpus/*/truth dataset              # every document of the corpus\n"
                      "  muster score truth/ dataset --verbose            # with every miss and every wrong row\n",
          .description = "Strict figures need every dimension to agree, core figures only area, measure, period, status and value.\n"
                         "Precision counts only the documents and measures that the truth covers; 'mean of documents' gives each document\n"
                         "the same weight.",
          .options = {{"verbose,v", "", "every miss and every wrong row"},
                      {"reliability", "", "what confidence promises against what is so, by confidence and by reason"},
                      {"json", "", "figures as JSON"},
                      {"not-below", "OTHER", "exit code 1 where the dataset OTHER scores higher in anything"}},
          .run = run_score};
}

CoverageOptions coverage_options(const ParsedOptions& options) {
  need_operands(options, "the dataset's directory");
  return {.dataset = options.operands()[0], .requests = options.text("requests"), .template_file = options.text("template"),
          .output = options.text("output"), .csv = options.has("csv"), .vocabulary_directory = vocabulary_directory(),
          .overlay_directory = overlay_directory(options)};
}

Command coverage_command_entry() {
  return {.name = "coverage",
          .summary = "show which council has answered which question",
          .synopsis = "coverage DATASET [--requests FILE] [--csv]",
          .examples = "  muster coverage dataset                          # a matrix of councils and questions, and dataset/coverage.csv\n"
                      "  muster coverage dataset --requests register.csv  # with those who have not replied\n",
          .description = "Lines up the same request at many councils: a value, a part, a refusal, not held, unanswered, no reply; in the\n"
                         "file also by period, with the rows of answers.csv and observations.csv.",
          .options = {requests_option, {"csv", "", "print the rows instead of the matrix"}, vocabulary_option},
          .run = [](const ParsedOptions& o) { return coverage_command(coverage_options(o)); }};
}

Command followup_command_entry() {
  return {.name = "followup",
          .summary = "draft letters that ask for what replies leave open",
          .synopsis = "followup DATASET [-o DIR] [--template FILE] [--requests FILE]",
          .examples = "  muster followup dataset                          # drafts in dataset/followup\n"
                      "  muster followup dataset --template mine.txt -o letters/\n",
          .description = "One plain letter for each reply that refuses, leaves out or does not add up, and for each council of the register\n"
                         "that has not replied. The words are those of followup.txt in the vocabulary, which you can copy and change.",
          .options = {{"output,o", "DIR", "where the drafts are written [DATASET/followup]"}, {"template", "FILE", "your own words"}, requests_option,
                      vocabulary_option},
          .run = [](const ParsedOptions& o) { return followup_command(coverage_options(o)); }};
}

int run_crosscheck(const ParsedOptions& options) {
  if (options.operands().size() != 1) throw UsageError("name the dataset's directory");
  return crosscheck({options.operands().front(), options.text("reference").empty() ? reference_path() : options.text("reference")});
}

Command crosscheck_command() {
  return {.name = "crosscheck",
          .summary = "set a dataset's figures beside the official ones",
          .synopsis = "crosscheck DATASET [--reference FILE]",
          .examples = "  muster crosscheck dataset > crosscheck.csv      # children's social workers in England, whole councils\n",
          .description = "Compares with the Department for Education's children's social work workforce statistics, nearest census day, at most\n"
                         "half a year apart. Councils count other people on other days: a difference is a reason to look, not an error.",
          .options = {{"reference", "FILE", "another edition of the official file"}},
          .run = run_crosscheck};
}

LedgerVerb ledger_verb(const std::string& word) {
  if (word == "status") return LedgerVerb::status;
  if (word == "apply") return LedgerVerb::apply;
  if (word == "explain") return LedgerVerb::explain;
  if (word == "to-truth") return LedgerVerb::to_truth;
  throw UsageError("ledger takes status, apply, explain or to-truth, not \"" + word + '"');
}

int run_ledger(const ParsedOptions& options) {
  if (options.operands().size() != 2) throw UsageError("name what to do (status, apply, explain, to-truth) and the dataset's directory");
  LedgerOptions out{.verb = ledger_verb(options.operands()[0]), .dataset = options.operands()[1], .output = options.text("output"),
                    .vocabulary_directory = vocabulary_directory(), .overlay_directory = overlay_directory(options),
                    .fail = options.text("fail-on") == "corrections"};
  if (out.verb == LedgerVerb::to_truth && out.output.empty()) throw UsageError("say where the truth goes: -o DIR");
  return ledger(out, std::cout);
}

Command ledger_command() {
  return {.name = "ledger",
          .summary = "what became of people's corrections",
          .synopsis = "ledger status|apply|explain|to-truth DATASET [-o DIR]",
          .examples = "  muster ledger status dataset             # counts, and every decision that no longer holds\n"
                      "  muster ledger explain dataset            # every decision with what came of it\n"
                      "  muster ledger apply dataset              # lay corrections.jsonl over the rows, without reading documents again\n"
                      "  muster ledger to-truth dataset -o truth  # accepted and corrected rows as truth for muster score\n",
          .description = "Decisions stand in DATASET/corrections.jsonl, one a line; they name their figures by document, place and words.\n"
                         "Every build applies them: applied, already so (the extractor agrees now), withdrawn, in conflict (two people\n"
                         "decided differently), or orphaned (nothing stands there any more).",
          .options = {{"output,o", "DIR", "to-truth: where observations.csv is written"}, vocabulary_option, fail_on_option},
          .run = run_ledger};
}

// Who decides, as the ledger will say: --as, else the login name.
std::string reviewer_name(const ParsedOptions& options) {
  if (!options.text("as").empty()) return options.text("as");
  for (const char* variable : {"USER", "LOGNAME"})
    if (const char* name = std::getenv(variable); name && *name) return name;
  throw UsageError("say who reviews: --as NAME");
}

int run_review(const ParsedOptions& options) {
  need_operands(options, "the dataset's directory");
  const std::vector<std::string>& named = options.operands();
  ReviewOptions out{.dataset = named[0], .inputs = {named.begin() + 1, named.end()}, .reviewer = reviewer_name(options)};
  out.port = static_cast<int>(options.number("port", 0));
  out.web_directory = web_directory();
  out.vocabulary_directory = vocabulary_directory();
  return review(out);
}

Command review_command() {
  return {.name = "review",
          .summary = "check figures on their pages, in a browser",
          .synopsis = "review DATASET [ORIGINALS...] [--as NAME] [--port N]",
          .examples = "  muster review dataset                      # prints the address to open\n"
                      "  muster review dataset letters/ --as Ann    # originals that have moved since the build\n",
          .description = "A desk on this machine's loopback address alone: all figures with their pages, to accept, correct or reject by\n"
                         "keyboard. Decisions go to DATASET/corrections.jsonl, and every later build applies them.",
          .options = {{"as", "NAME", "who decides (default: your login name)"}, {"port", "N", "port to listen on; 0: any that is free", "0"}},
          .run = run_review};
}

Command site_command() {
  return {.name = "site",
          .summary = "write the review desk as a web site to read",
          .synopsis = "site DATASET [ORIGINALS...] -o DIR [--redact]",
          .examples = "  muster site dataset -o site    # open site/index.html in a browser; no server is needed\n",
          .description = "The same page as muster review, without decisions: figures, their pages and passages, coverage, findings. It loads\n"
                         "nothing from elsewhere and can be put on any web host.",
          .options = {{"output,o", "DIR", "where the site is written"},
                      {"redact", "", "only of a dataset built with --redact; names and contact details are blacked out in the pictures too"}},
          .run = [](const ParsedOptions& o) {
            need_operands(o, "the dataset's directory");
            if (!o.has("output")) throw UsageError("say where the site goes: -o DIR");
            return site({.dataset = o.operands()[0], .inputs = {o.operands().begin() + 1, o.operands().end()}, .output = o.text("output"),
                         .redact = o.has("redact"), .web_directory = web_directory(), .vocabulary_directory = vocabulary_directory()});
          }};
}

Command sample_command() {
  return {.name = "sample",
          .summary = "draw figures to check by hand, and tell the error rate",
          .synopsis = "sample DATASET [--size N] [--seed TEXT] [--report]",
          .examples = "  muster sample dataset --size 200    # drawn by measure and source into dataset/sample.csv\n"
                      "  muster sample dataset --report      # when they are decided: a sentence that a paper can cite\n",
          .description = "Every measure and source (table, answer, narrative, scan) is drawn from in proportion to its figures. Accepted figures\n"
                         "count as right, corrected and rejected ones as wrong.",
          .options = {{"size,n", "N", "figures to draw", "200"}, {"seed", "TEXT", "another seed draws another sample", "1"}, {"report", "", "tell what the checked sample says"}},
          .run = [](const ParsedOptions& o) {
            need_operands(o, "the dataset's directory");
            return sample({.dataset = o.operands()[0], .size = static_cast<size_t>(o.number("size", 1)), .seed = o.text("seed"), .report = o.has("report")}, std::cout);
          }};
}

Command draw_command() {
  return {.name = "draw",
          .summary = "draw a page for a parent process",
          .synopsis = "draw FILE --page N --dpi N [--document ID] [--redact]",
          .examples = "  (started by muster review)\n",
          .description = "Writes a PNG to descriptor 3.",
          .options = {{"page", "N", "from 1", "1"}, {"dpi", "N", "dots per inch", "100"}, {"document", "ID", "the member of the file that is meant"},
                      {"redact", "", "black out names and contact details"}},
          .run = [](const ParsedOptions& o) {
            return draw_for_parent({o.operands().at(0), o.text("document"), static_cast<int>(o.number("page", 1)), o.number("dpi", 1), o.has("redact")}, vocabulary_directory());
          },
          .hidden = true,
          .confined = true};
}

}  // namespace

void need_operands(const ParsedOptions& options, const char* what) {
  if (options.operands().empty()) throw UsageError(std::string("name ") + what);
}

std::string overlay_directory(const ParsedOptions& options) {
  const std::string directory = options.text("vocabulary");
  if (!directory.empty() && !std::filesystem::is_directory(directory))
    throw UsageError("--vocabulary takes a folder of CSV files; there is none at " + directory);
  return directory;
}

std::vector<Command> commands_on_datasets() {
  return {score_command(),  coverage_command_entry(), followup_command_entry(), crosscheck_command(), ledger_command(),
          review_command(), site_command(),           sample_command(),         draw_command()};
}

}  // namespace muster
