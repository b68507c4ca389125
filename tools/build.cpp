#include "tools/build.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>

#include "dataset/apply_ledger.h"
#include "dataset/export.h"
#include "dataset/reconcile.h"
#include "dataset/store.h"
#include "dataset/write_file.h"
#include "tools/console.h"
#include "tools/ledger.h"
#include "tools/review/originals.h"
#include "tools/run_record.h"

namespace muster {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_between(Clock::time_point from, Clock::time_point to) { return std::chrono::duration<double>(to - from).count(); }

Batch read_inputs(const BuildOptions& options, const Knowledge& knowledge) {
  Manifest manifest = options.manifest.empty() ? Manifest() : Manifest::load(options.manifest);
  const Inputs inputs = find_inputs(options.inputs, options.output);
  for (const std::string& skipped : inputs.skipped) warn("passed over " + skipped);
  if (inputs.files.empty()) throw std::runtime_error("no file was found in the inputs; name files, or folders that hold some");
  Batch batch = read_batch(inputs, manifest, options.batch, knowledge.limits);
  for (const std::string& file : manifest.unused()) warn(options.manifest + ": no input is called " + file);
  return batch;
}

void say_failures(const Dataset& dataset) {
  constexpr size_t most_shown = 10;  // a screen is not filled with one fault; documents.csv has them all
  size_t failures = 0;
  for (const DocumentResult& d : dataset.documents) {
    const DocumentRecord& record = d.interpretation.record;
    if (record.outcome == "failed" && ++failures <= most_shown) warn(record.source + ": " + record.reason);
  }
  if (failures > most_shown) warn("and " + std::to_string(failures - most_shown) + " more: see documents.csv where outcome is failed");
}

void say_counts(const Counts& counts, const std::string& directory) {
  const auto outcome = [&](const char* name) { return counts.outcomes.contains(name) ? counts.outcomes.at(name) : 0; };
  say(counted(counts.documents, "document") + ": " + std::to_string(outcome("extracted")) + " extracted, " +
      std::to_string(outcome("partly")) + " in part, " + std::to_string(outcome("nothing_found")) + " with nothing to find, " +
      std::to_string(outcome("failed")) + " failed");
  say(counted(counts.observations, "observation") + ", " + counted(counts.answers, "answer") + ", " +
      counted(counts.actions, "action") + ", " + counted(counts.findings, "finding") + ", " +
      counted(counts.diagnostics, "diagnostic") + " written to " + directory);
}

// 0 info, 1 warning, 2 error; 3 is above every finding.
int severity_rank(const std::string& severity) {
  return severity == "info" ? 0 : severity == "warning" ? 1 : severity == "error" ? 2 : 3;
}

int exit_code(const Counts& counts, const std::string& fail_on) {
  const auto failed = counts.outcomes.contains("failed") ? counts.outcomes.at("failed") : 0;
  if (failed > 0) return failed == counts.documents ? 4 : 3;
  for (const auto& [severity, n] : counts.findings_by_severity)
    if (severity_rank(severity) >= severity_rank(fail_on)) return 1;
  return 0;
}

int write_dataset(const std::string& command, const BuildOptions& options, Batch batch, const std::string& vocabulary_version,
                  Clock::time_point start) {
  const Clock::time_point is_read = Clock::now();
  save_batch(store_path(options.output), batch);
  if (command != "remove") remember_inputs(options.output, options.inputs);
  Dataset dataset = reconcile(std::move(batch));
  apply_ledger(load_ledger(ledger_path(options.output)), dataset);
  export_dataset(dataset, options.output);
  const Timings timings{seconds_between(start, is_read), seconds_between(is_read, Clock::now())};
  const std::string run = run_json(command, options, dataset, vocabulary_version, timings);
  write_file((std::filesystem::path(options.output) / "run.json").string(), run);
  say_failures(dataset);
  const Counts counts = count(dataset);
  say_counts(counts, options.output);
  say_corrections(dataset);
  if (options.json) std::cout << run;
  suggest("read " + options.output + "/observations.csv in a spreadsheet, or browse everything with: datasette " + options.output +
          "/workforce.sqlite");
  const bool lost_corrections = count_of(Fate::orphaned, dataset) + count_of(Fate::conflicting, dataset) > 0;
  if (options.fail_on == "corrections") return exit_code(counts, "none") == 0 && lost_corrections ? 1 : exit_code(counts, "none");
  return exit_code(counts, options.fail_on);
}

// Takes out one occurrence or document, with the members of a container. False when nothing is called so.
bool take_out(Batch& batch, const std::string& what) {
  const size_t before = batch.occurrences.size();
  std::set<std::string> ids{what};
  for (bool grew = true; grew;) {
    grew = false;
    for (const DocumentResult& r : batch.results)
      if (ids.contains(r.interpretation.record.parent_id)) grew |= ids.insert(r.interpretation.record.document_id).second;
  }
  std::erase_if(batch.occurrences, [&](const Occurrence& o) {
    return ids.contains(o.document_id) || o.source == what || o.source.starts_with(what + "!/");
  });
  return batch.occurrences.size() < before;
}

void drop_results_without_occurrence(Batch& batch) {
  std::set<std::string> known;
  for (const Occurrence& o : batch.occurrences) known.insert(o.document_id);
  std::erase_if(batch.results, [&](const DocumentResult& r) { return !known.contains(r.interpretation.record.document_id); });
}

void warn_of_new_content(const Batch& old, const Batch& fresh) {
  std::map<std::string, std::string> known;
  for (const Occurrence& o : old.occurrences) known.emplace(o.source, o.document_id);
  for (const Occurrence& o : fresh.occurrences) {
    const auto found = known.find(o.source);
    if (found != known.end() && found->second != o.document_id)
      warn(o.source + ": a document of this name and other content is there already; both are kept (take the old one out with: muster remove " +
           found->second + " -o DIR)");
  }
}

}  // namespace

int build(const BuildOptions& options) {
  const Clock::time_point start = Clock::now();
  const Knowledge knowledge = load_knowledge(options.batch.vocabulary_directory, options.batch.overlay_directory);
  load_ledger(ledger_path(options.output));  // a bad line is told before the long work, not after it
  return write_dataset("build", options, read_inputs(options, knowledge), knowledge.vocabulary.version(), start);
}

int add(const BuildOptions& options) {
  const Clock::time_point start = Clock::now();
  Batch batch = load_batch(store_path(options.output));
  const Knowledge knowledge = load_knowledge(options.batch.vocabulary_directory, options.batch.overlay_directory);
  Batch fresh = read_inputs(options, knowledge);
  warn_of_new_content(batch, fresh);
  // What is read now stands before what was read earlier, and the first of two results for one document is kept.
  std::ranges::move(batch.results, std::back_inserter(fresh.results));
  std::ranges::move(batch.occurrences, std::back_inserter(fresh.occurrences));
  return write_dataset("add", options, std::move(fresh), knowledge.vocabulary.version(), start);
}

int remove(const BuildOptions& options) {
  const Clock::time_point start = Clock::now();
  Batch batch = load_batch(store_path(options.output));
  const Knowledge knowledge = load_knowledge(options.batch.vocabulary_directory, options.batch.overlay_directory);
  for (const std::string& what : options.inputs)
    if (!take_out(batch, what))
      throw std::runtime_error(what + ": no document of the dataset has this id or source; see documents.csv and occurrences.csv");
  drop_results_without_occurrence(batch);
  return write_dataset("remove", options, std::move(batch), knowledge.vocabulary.version(), start);
}

}  // namespace muster
