// The table of commands. A command's body stands in the file of its name; here its words become typed options.
#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <thread>

#include "tools/answers.h"
#include "tools/batch/worker.h"
#include "tools/build.h"
#include "tools/command_line.h"
#include "tools/command_options.h"
#include "tools/doctor.h"
#include "tools/inspect.h"
#include "tools/manual.h"
#include "tools/tables.h"
#include "tools/vocabulary_path.h"

namespace muster {
namespace {

const OptionSpec output_option = {"output,o", "DIR", "the dataset's directory"};
const OptionSpec jobs_option = {"jobs,j", "N", "documents read at the same time (default: one a processor)"};
const OptionSpec timeout_option = {"timeout", "SECONDS", "longest time for one document", "60"};
const OptionSpec json_option = {"json", "", "print run.json on standard output"};
const OptionSpec passwords_option = {"passwords", "FILE", "what may open locked documents, one password a line"};
const OptionSpec shard_option = {"shard", "K/N", "only the K-th of N parts, to be merged later (docs/batch.md)"};
const OptionSpec log_option = {"log-format", "FORMAT", "what goes to standard error: text, or jsonl (one JSON object a line)", "text"};
const OptionSpec redact_option = {"redact", "", "cover names and contact details of persons in every file"};
const OptionSpec clusters_option = {"clusters", "FILE", "CSV: your decisions about clusters [DIR/clusters.csv]"};
const OptionSpec manifest_option = {"manifest", "FILE", "CSV: file,publisher,request,date for files that do not say it themselves"};

// "3/8" as the third of eight.
Shard shard(const std::string& text) {
  const size_t slash = text.find('/');
  const ParsedOptions parts({}, {{"shard", text.substr(0, slash)}, {"shard K/N", slash == std::string::npos ? "" : text.substr(slash + 1)}});
  const Shard out{static_cast<int>(parts.number("shard", 1)), static_cast<int>(parts.number("shard K/N", 1))};
  if (out.number > out.of) throw UsageError("--shard takes K/N with K up to N, not \"" + text + '"');
  return out;
}

LogFormat log_format_named(const std::string& name) {
  if (name == "text") return LogFormat::text;
  if (name == "jsonl") return LogFormat::jsonl;
  throw UsageError("--log-format takes text or jsonl, not \"" + name + '"');
}

BuildOptions build_options(const ParsedOptions& options, const char* operands) {
  need_operands(options, operands);
  if (!options.has("output")) throw UsageError("say where the dataset is: -o DIR");
  BuildOptions out{.inputs = options.operands(), .output = options.text("output"), .manifest = options.text("manifest"),
                   .fail_on = options.text("fail-on"), .redact = options.has("redact"), .json = options.has("json")};
  constexpr std::array<const char*, 5> known = {"info", "warning", "error", "corrections", "none"};
  if (std::ranges::find(known, out.fail_on) == known.end())
    throw UsageError("--fail-on takes info, warning, error, corrections or none, not \"" + out.fail_on + '"');
  out.requests = options.text("requests");
  out.clusters = options.text("clusters");
  out.batch.vocabulary_directory = vocabulary_directory();
  out.batch.overlay_directory = overlay_directory(options);
  out.batch.jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  if (options.has("jobs")) out.batch.jobs = static_cast<int>(options.number("jobs", 1));
  out.batch.passwords_file = options.text("passwords");
  if (options.has("shard")) out.shard = shard(options.text("shard"));
  if (options.has("log-format")) set_log_format(log_format_named(options.text("log-format")));
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
                         "tables.jsonl, datapackage.json and run.json into DIR. What was in DIR from an earlier build is replaced;\n"
                         "documents that have not changed since are not read again, and a build that was stopped or killed goes on\n"
                         "where it was when it is run again. Ctrl-C once finishes the documents in hand, twice stops at once.\n"
                         "Every document ends in a row of documents.csv, also where it could not be read.",
          .options = {output_option, manifest_option, requests_option, clusters_option, vocabulary_option, passwords_option, jobs_option, timeout_option,
                      shard_option, log_option, fail_on_option, redact_option, json_option},
          .run = [](const ParsedOptions& o) { return build(build_options(o, "the files or folders to read")); }};
}

Command add_command() {
  return {.name = "add",
          .summary = "read more files into a dataset that is there",
          .synopsis = "add INPUT... -o DIR [options]",
          .examples = "  muster add new-letters/ -o dataset    # a second batch beside the first\n",
          .description = "The new documents are put beside those already there, which are not read again. A document that is there already\n"
                         "gets one more occurrence and is replaced by what was read now.",
          .options = {output_option, manifest_option, requests_option, clusters_option, vocabulary_option, passwords_option, jobs_option, timeout_option,
                      log_option, fail_on_option, redact_option, json_option},
          .run = [](const ParsedOptions& o) { return add(build_options(o, "the files or folders to add")); }};
}

Command remove_command() {
  return {.name = "remove",
          .summary = "take documents out of a dataset",
          .synopsis = "remove DOCUMENT... -o DIR",
          .examples = "  muster remove d0123456789abcdef -o dataset     # by document_id, wherever it was found\n"
                      "  muster remove 2019/letter.pdf -o dataset       # by source: this occurrence alone\n",
          .description = "A document leaves with its last occurrence, a container with its members.",
          .options = {output_option, clusters_option, vocabulary_option, fail_on_option, redact_option, json_option},
          .run = [](const ParsedOptions& o) { return remove(build_options(o, "document ids or sources")); }};
}

Command merge_command() {
  return {.name = "merge",
          .summary = "put datasets together, as if built at once",
          .synopsis = "merge DIR... -o DIR",
          .examples = "  muster merge shard-1 shard-2 shard-3 -o dataset    # what three machines have built\n",
          .description = "The order of the datasets does not matter. They must come from the same program, vocabularies and options; of shards\n"
                         "it says which are missing (exit code 3).",
          .options = {output_option, vocabulary_option, log_option, fail_on_option, json_option},
          .run = [](const ParsedOptions& o) { return merge(build_options(o, "the datasets to put together")); }};
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
          .confined = true,
          .writes = true};
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
          .options = {{"vocabulary-directory", "DIR", "the program's vocabularies"}, vocabulary_option, passwords_option, timeout_option},
          .run = [](const ParsedOptions& o) {
            return work({o.text("vocabulary-directory"), o.text("vocabulary"), o.text("passwords"), o.number("timeout", 0)});
          },
          .hidden = true};
}

Command manual_command() {
  return {.name = "manual",
          .summary = "write the manual's files",
          .synopsis = "manual DIR",
          .examples = "  muster manual build/manual    # man1/*.1, completion.bash, cli.md\n",
          .description = "Used when the program is built; all of it comes from the table of commands.",
          .options = {},
          .run = [](const ParsedOptions& o) {
            need_operands(o, "the folder that the files go to");
            return write_manual(o.operands()[0]);
          },
          .hidden = true};
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> table = [] {
    std::vector<Command> all = {build_command(),  add_command(),     remove_command(), merge_command(),
                                tables_command(), answers_command(), inspect_command(), doctor_command(), worker_command(),
                                manual_command()};
    for (Command& command : commands_on_figures()) all.push_back(std::move(command));
    for (Command& command : commands_on_datasets()) all.push_back(std::move(command));
    for (Command& command : commands_for_publishing()) all.push_back(std::move(command));
    return all;
  }();
  return table;
}

}  // namespace muster
