// The table of commands. A command's body stands in the file of its name; here its words become typed options.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <thread>

#include "tools/answers.h"
#include "tools/batch/worker.h"
#include "tools/build.h"
#include "tools/command_line.h"
#include "tools/doctor.h"
#include "tools/inspect.h"
#include "tools/ledger.h"
#include "tools/review/page_picture.h"
#include "tools/review/review.h"
#include "tools/review/sample.h"
#include "tools/review/site.h"
#include "tools/score.h"
#include "tools/tables.h"
#include "tools/vocabulary_path.h"

namespace muster {
namespace {

const OptionSpec output_option = {"output,o", "DIR", "the dataset's directory"};
const OptionSpec vocabulary_option = {"vocabulary", "DIR", "CSV files laid over the program's own vocabularies"};
const OptionSpec jobs_option = {"jobs,j", "N", "documents read at the same time (default: one a processor)"};
const OptionSpec timeout_option = {"timeout", "SECONDS", "longest time for one document", "60"};
const OptionSpec fail_on_option = {"fail-on", "SEVERITY", "what makes exit code 1: findings of info, warning or error; corrections that are lost; none", "none"};
const OptionSpec json_option = {"json", "", "print run.json on standard output"};
const OptionSpec manifest_option = {"manifest", "FILE", "CSV: file,publisher,request,date for files that do not say it themselves"};

void need_operands(const ParsedOptions& options, const char* what) {
  if (options.operands().empty()) throw UsageError(std::string("name ") + what);
}

std::string overlay_directory(const ParsedOptions& options) {
  const std::string directory = options.text("vocabulary");
  if (!directory.empty() && !std::filesystem::is_directory(directory))
    throw UsageError("--vocabulary takes a folder of CSV files; there is none at " + directory);
  return directory;
}

BuildOptions build_options(const ParsedOptions& options, const char* operands) {
  need_operands(options, operands);
  if (!options.has("output")) throw UsageError("say where the dataset is: -o DIR");
  BuildOptions out{.inputs = options.operands(), .output = options.text("output"), .manifest = options.text("manifest"),
                   .fail_on = options.text("fail-on"), .json = options.has("json")};
  constexpr std::array<const char*, 5> known = {"info", "warning", "error", "corrections", "none"};
  if (std::ranges::find(known, out.fail_on) == known.end())
    throw UsageError("--fail-on takes info, warning, error, corrections or none, not \"" + out.fail_on + '"');
  out.batch.vocabulary_directory = vocabulary_directory();
  out.batch.overlay_directory = overlay_directory(options);
  out.batch.jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  if (options.has("jobs")) out.batch.jobs = static_cast<int>(options.number("jobs", 1));
  if (options.has("timeout")) out.batch.timeout_s = options.number("timeout", 1);
  return out;
}

TableFormat table_format(const std::string& name) {
  if (name == "json") return TableFormat::json;
  if (name == "csv") return TableFormat::csv;
  if (name == "html") return TableFormat::html;
  if (name == "markdown") return TableFormat::markdown;
  throw UsageError("--format takes json, csv, html or markdown, not \"" + name + '"');
}

// "3" or "3-5" as first and last page.
std::pair<int, int> page_range(const std::string& text) {
  const size_t dash = text.find('-');
  const ParsedOptions pages({}, {{"pages", text.substr(0, dash)}, {"pages end", dash == std::string::npos ? text : text.substr(dash + 1)}});
  return {static_cast<int>(pages.number("pages", 1)), static_cast<int>(pages.number("pages end", 1))};
}

int run_tables(const ParsedOptions& options) {
  need_operands(options, "one file or several");
  TablesOptions out{.files = options.operands(), .format = table_format(options.text("format"))};
  if (options.has("pages")) std::tie(out.first_page, out.last_page) = page_range(options.text("pages"));
  out.output_directory = options.text("output-dir");
  if (out.files.size() > 1 && out.output_directory.empty() && out.format == TableFormat::json)
    throw UsageError("the JSON of several files needs a place for each: --output-dir DIR");
  out.vocabulary_directory = vocabulary_directory();
  return tables(out);
}

Command build_command() {
  return {.name = "build",
          .summary = "read files and folders into a new dataset",
          .synopsis = "build INPUT... -o DIR [options]",
          .examples = "  muster build letters/ -o dataset                   # all files of a folder, in all depths\n"
                      "  muster build reply.pdf pack.pdf -o dataset -j 4    # two files, four at the same time\n"
                      "  muster build letters/ -o dataset --manifest m.csv  # with publishers that the letters do not name\n",
          .description = "Reads PDF, HTML, text and office files, alone or in folders and archives, and writes workforce.sqlite, CSV files,\n"
                         "tables.jsonl, datapackage.json and run.json into DIR. What was in DIR from an earlier build is replaced.\n"
                         "Every document ends in a row of documents.csv, also where it could not be read.",
          .options = {output_option, manifest_option, vocabulary_option, jobs_option, timeout_option, fail_on_option, json_option},
          .run = [](const ParsedOptions& o) { return build(build_options(o, "the files or folders to read")); }};
}

Command add_command() {
  return {.name = "add",
          .summary = "read more files into a dataset that is there",
          .synopsis = "add INPUT... -o DIR [options]",
          .examples = "  muster add new-letters/ -o dataset    # a second batch beside the first\n",
          .description = "The new documents are put beside those already there, which are not read again. A document that is there already\n"
                         "gets one more occurrence and is replaced by what was read now.",
          .options = {output_option, manifest_option, vocabulary_option, jobs_option, timeout_option, fail_on_option, json_option},
          .run = [](const ParsedOptions& o) { return add(build_options(o, "the files or folders to add")); }};
}

Command remove_command() {
  return {.name = "remove",
          .summary = "take documents out of a dataset",
          .synopsis = "remove DOCUMENT... -o DIR",
          .examples = "  muster remove d0123456789abcdef -o dataset     # by document_id, wherever it was found\n"
                      "  muster remove 2019/letter.pdf -o dataset       # by source: this occurrence alone\n",
          .description = "A document leaves with its last occurrence, a container with its members.",
          .options = {output_option, vocabulary_option, fail_on_option, json_option},
          .run = [](const ParsedOptions& o) { return remove(build_options(o, "document ids or sources")); }};
}

Command tables_command() {
  return {.name = "tables",
          .summary = "print the tables of files",
          .synopsis = "tables FILE... [--format json|csv|html|markdown] [--pages 3-5] [--output-dir DIR]",
          .examples = "  muster tables report.pdf --format csv --pages 3-5 > tables.csv\n"
                      "  muster tables *.pdf --format json --output-dir tables/\n",
          .description = "Finds tables by the document's own tags, by ruled lines and by alignment, and prints cells with their places.",
          .options = {{"format", "FORMAT", "json, csv, html or markdown", "json"},
                      {"pages", "N-M", "only these pages"},
                      {"output-dir", "DIR", "one file for each input instead of standard output"}},
          .run = run_tables,
          .confined = true};
}

Command answers_command() {
  return {.name = "answers",
          .summary = "print the questions and answers of letters",
          .synopsis = "answers FILE... [--json]",
          .examples = "  muster answers reply.pdf              # each question with its answer, as text\n"
                      "  muster answers letters/*.html --json  # with notes, actions and facts\n",
          .description = "Pairs the questions of a request with what the reply says to each. Status and law are told by build.",
          .options = {{"json", "", "print JSON instead of text"}, vocabulary_option},
          .run = [](const ParsedOptions& o) {
            need_operands(o, "one file or several");
            return answers({.files = o.operands(), .json = o.has("json"), .vocabulary_directory = vocabulary_directory(),
                            .overlay_directory = overlay_directory(o)});
          },
          .confined = true};
}

InspectUntil inspect_until(const std::string& name) {
  if (name == "read") return InspectUntil::read;
  if (name == "lay_out") return InspectUntil::lay_out;
  if (name == "find_structure") return InspectUntil::find_structure;
  throw UsageError("--until takes read, lay_out or find_structure, not \"" + name + '"');
}

int run_inspect(const ParsedOptions& options) {
  need_operands(options, "one file");
  InspectOptions out{.file = options.operands()[0], .until = inspect_until(options.text("until")), .svg = options.has("svg")};
  if (options.has("page")) out.page = static_cast<int>(options.number("page", 1));
  out.vocabulary_directory = vocabulary_directory();
  return inspect(out, std::cout);
}

Command inspect_command() {
  return {.name = "inspect",
          .summary = "show what each stage makes of one file",
          .synopsis = "inspect FILE [--page N] [--until read|lay_out|find_structure] [--svg]",
          .examples = "  muster inspect report.pdf --page 3                   # paragraphs, headings and tables in reading order\n"
                      "  muster inspect report.pdf --page 3 --svg > page.svg  # the same as a drawing over the page's text and lines\n"
                      "  muster inspect letter.pdf --until find_structure     # questions, answers and facts\n",
          .description = "For finding out why a figure was read as it was, or was not. Prints what the named stage hands to the next one,\n"
                         "and every diagnostic up to there.",
          .options = {{"page", "N", "only this page"},
                      {"until", "STAGE", "read, lay_out or find_structure", "lay_out"},
                      {"svg", "", "draw the page instead of printing it"}},
          .run = run_inspect,
          .confined = true};
}

int run_score(const ParsedOptions& options) {
  if (options.operands().size() < 2) throw UsageError("name the truth's directory (or several) and then the dataset's");
  ScoreOptions out{.truths = options.operands(), .verbose = options.has("verbose"), .json = options.has("json")};
  out.not_below = options.text("not-below");
  out.dataset = out.truths.back();
  out.truths.pop_back();
  return score(out);
}

Command score_command() {
  return {.name = "score",
          .summary = "compare a dataset with hand-made truth",
          .synopsis = "score TRUTH... DATASET [--verbose] [--json] [--not-below OTHER]",
          .examples = "  muster score corpus/*/truth dataset              # every document of the corpus\n"
                      "  muster score truth/ dataset --verbose            # with every miss and every wrong row\n",
          .description = "Strict figures need every dimension to agree, core figures only area, measure, period, status and value.\n"
                         "Precision counts only the documents and measures that the truth covers; 'mean of documents' gives each document\n"
                         "the same weight.",
          .options = {{"verbose,v", "", "every miss and every wrong row"},
                      {"json", "", "figures as JSON"},
                      {"not-below", "OTHER", "exit code 1 where the dataset OTHER scores higher in anything"}},
          .run = run_score};
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
          .options = {{"output,o", "DIR", "to-truth: where observations.csv is written"}, fail_on_option},
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
          .synopsis = "site DATASET [ORIGINALS...] -o DIR",
          .examples = "  muster site dataset -o site    # open site/index.html in a browser; no server is needed\n",
          .description = "The same page as muster review, without decisions: figures, their pages and passages, coverage, findings. It loads\n"
                         "nothing from elsewhere and can be put on any web host.",
          .options = {{"output,o", "DIR", "where the site is written"}},
          .run = [](const ParsedOptions& o) {
            need_operands(o, "the dataset's directory");
            if (!o.has("output")) throw UsageError("say where the site goes: -o DIR");
            return site({.dataset = o.operands()[0], .inputs = {o.operands().begin() + 1, o.operands().end()}, .output = o.text("output"),
                         .web_directory = web_directory(), .vocabulary_directory = vocabulary_directory()});
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
          .synopsis = "draw FILE --page N --dpi N",
          .examples = "  (started by muster review)\n",
          .description = "Writes a PNG to descriptor 3.",
          .options = {{"page", "N", "from 1", "1"}, {"dpi", "N", "dots per inch", "100"}},
          .run = [](const ParsedOptions& o) { return draw_for_parent(o.operands().at(0), static_cast<int>(o.number("page", 1)), o.number("dpi", 1)); },
          .hidden = true,
          .confined = true};
}

Command doctor_command() {
  return {.name = "doctor",
          .summary = "check that the program can work here",
          .synopsis = "doctor [--vocabulary DIR]",
          .examples = "  muster doctor                        # everything fine: exit code 0\n"
                      "  muster doctor --vocabulary mine/     # check your own vocabularies as well\n",
          .description = "Looks at the vocabularies, SQLite and its full-text search, the parsers' libraries, the workers, and whether files can\n"
                         "be written here; says what to do about each thing that is wrong.",
          .options = {vocabulary_option},
          .run = [](const ParsedOptions& o) { return doctor(overlay_directory(o)); }};
}

Command worker_command() {
  return {.name = "worker",
          .summary = "read documents for a parent process",
          .synopsis = "worker",
          .examples = "  (started by muster build)\n",
          .description = "Takes orders from descriptor 3.",
          .options = {{"vocabulary-directory", "DIR", "the program's vocabularies"}, vocabulary_option, timeout_option},
          .run = [](const ParsedOptions& o) {
            return work({o.text("vocabulary-directory"), o.text("vocabulary"), o.number("timeout", 0)});
          },
          .hidden = true};
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> table = {build_command(),   add_command(),     remove_command(), tables_command(), answers_command(),
                                             inspect_command(), score_command(),   ledger_command(), review_command(), site_command(), sample_command(), doctor_command(), worker_command(),
                                             draw_command()};
  return table;
}

}  // namespace muster
