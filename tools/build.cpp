#include "tools/build.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>

#include "dataset/export.h"
#include "dataset/ledger.h"
#include "dataset/store.h"
#include "dataset/write_file.h"
#include "tools/batch/cache_keys.h"
#include "tools/batch/interrupt.h"
#include "tools/batch/read_batch.h"
#include "tools/console.h"
#include "tools/coverage_command.h"
#include "tools/finish_dataset.h"
#include "tools/ledger.h"
#include "tools/line_up_requests.h"
#include "tools/load_codebook.h"
#include "tools/review/originals.h"
#include "tools/run_record.h"
#include "tools/run_summary.h"

namespace muster {
namespace {

constexpr int some_failed = 3;  // exit code

using Clock = std::chrono::steady_clock;

double seconds_between(Clock::time_point from, Clock::time_point to) { return std::chrono::duration<double>(to - from).count(); }

// What a run knows before it looks at documents.
struct Run {
  const char* command;
  const BuildOptions& options;
  Clock::time_point start = Clock::now();
  Knowledge knowledge = load_knowledge(options.batch.vocabulary_directory, options.batch.overlay_directory);
  CacheKeys keys{options.batch, knowledge};
  RunWork work;
};

Inputs listed_inputs(const BuildOptions& options) {
  Inputs inputs = find_inputs(options.inputs, options.output);
  for (const std::string& skipped : inputs.skipped) warn("passed over " + skipped);
  if (inputs.files.empty()) throw std::runtime_error("no file was found in the inputs; name files, or folders that hold some");
  return inputs;
}

std::vector<Occurrence> read_inputs(Run& run, const Inputs& inputs, const std::vector<Occurrence>& known, Store& store) {
  Manifest manifest = run.options.manifest.empty() ? Manifest() : Manifest::load(run.options.manifest);
  manifest.state_register(register_text(run.options));
  BatchLog log(inputs.files.size());
  std::vector<Occurrence> found;
  try {
    found = read_batch(inputs, manifest, run.options.batch, run.knowledge, run.keys, known, store, log);
  } catch (const Interrupted&) {
    throw Interrupted("interrupted: " + counted(log.documents_read(), "document") + " of this run kept, the dataset not written; to go on, run the same command again");
  }
  if (run.options.shard.of == 1)
    for (const std::string& file : manifest.unused()) warn(run.options.manifest + ": no input is called " + file);
  run.work = {log.documents_read(), log.documents_unchanged(), log.slowest()};
  return found;
}

// The written files first, what the store holds last: a run that is killed between the two is simply run again.
int write_dataset(Run& run, Store& store, const std::vector<Occurrence>& occurrences, const StoreOrigin& origin) {
  const BuildOptions& options = run.options;
  const Clock::time_point is_read = Clock::now();
  const Dataset dataset = finish_dataset(store, occurrences, options, run.knowledge.vocabulary);
  Counts counts{.occurrences = dataset.occurrences.size()};
  export_dataset(dataset, options.output, load_codebook(options.batch.vocabulary_directory, options.batch.overlay_directory),
                 [&](const DocumentResult& document) { add_to_counts(document, counts); });
  run.work.seconds_reading = seconds_between(run.start, is_read);
  run.work.seconds_writing = seconds_between(is_read, Clock::now());
  write_run_json(run.command, options, dataset, counts, run.knowledge.vocabulary.version(), origin, run.work);
  store.finish(occurrences, origin);
  say_summary(counts, run.work, options.output);
  say_corrections(dataset);
  if (options.json) std::cout << std::ifstream(std::filesystem::path(options.output) / "run.json").rdbuf();
  return std::max(exit_code(counts, options.fail_on), options.fail_on == "corrections" && corrections_are_lost(dataset) ? 1 : 0);
}

StoreOrigin origin_of(const Run& run) { return {.program = run.keys.program(), .listing = {}, .shard = {}}; }

// Takes out one occurrence or document, with the members of a container. False when nothing is called so.
bool take_out(std::vector<Occurrence>& occurrences, const std::map<std::string, std::string>& containers, const std::string& what) {
  std::set<std::string> ids{what};
  for (bool grew = true; grew;) {
    grew = false;
    for (const auto& [member, container] : containers)
      if (ids.contains(container)) grew |= ids.insert(member).second;
  }
  return std::erase_if(occurrences, [&](const Occurrence& o) {
           return ids.contains(o.document_id) || o.source == what || o.source.starts_with(what + "!/");
         }) > 0;
}

void warn_of_new_content(const std::vector<Occurrence>& old, const std::vector<Occurrence>& fresh) {
  std::map<std::string, std::string> known;
  for (const Occurrence& o : old) known.emplace(o.source, o.document_id);
  for (const Occurrence& o : fresh) {
    const auto found = known.find(o.source);
    if (found != known.end() && found->second != o.document_id)
      warn(o.source + ": a document of this name and other content is there already; both are kept (take the old one out with: muster remove " +
           found->second + " -o DIR)");
  }
}

std::string joined(const std::vector<int>& numbers) {
  std::string out;
  for (const int n : numbers) out += (out.empty() ? "" : ", ") + std::to_string(n);
  return out;
}

// What the datasets have in common; refuses what would mix results of two kinds.
void unite(StoreOrigin& all, const StoreOrigin& one, const std::string& first, const std::string& directory) {
  if (one.program == "mixed" || one.program != all.program)
    throw std::runtime_error(directory + " was not made by the same program, vocabularies and options as " + first +
                             "; build one of them again like the other, then merge");
  if (all.shards != one.shards || all.listing != one.listing) {  // no shards of one batch: what comes out is none
    if (all.shards > 1 && one.shards > 1)
      throw std::runtime_error(directory + " is a shard of another batch than " + first + ", or the folder changed in between; build its shards again");
    all.listing.clear();
    all.shards = 1;
    all.shard.clear();
    return;
  }
  all.shard.insert(all.shard.end(), one.shard.begin(), one.shard.end());
  std::ranges::sort(all.shard);
  all.shard.erase(std::ranges::unique(all.shard).begin(), all.shard.end());
}

std::vector<int> missing_shards(const StoreOrigin& origin) {
  std::vector<int> missing;
  for (int n = 1; origin.shards > 1 && n <= origin.shards; ++n)
    if (std::ranges::find(origin.shard, n) == origin.shard.end()) missing.push_back(n);
  return missing;
}

StoreOrigin take_over_all(const std::vector<std::string>& directories, Store& store) {
  std::optional<StoreOrigin> origin;
  for (const std::string& directory : directories) {
    const Store part(store_path(directory), Store::Mode::read_only);
    if (!origin) origin = part.origin();
    unite(*origin, part.origin(), directories.front(), directory);
    store.take_over(part);
  }
  return *origin;
}

}  // namespace

int build(const BuildOptions& options) {
  Run run{"build", options};
  load_ledger(ledger_path(options.output));  // a bad line is told before the long work, not after it
  Inputs inputs = listed_inputs(options);
  StoreOrigin origin = origin_of(run);
  if (options.shard.of > 1) {
    origin.listing = listing_hash(inputs);
    origin.shards = options.shard.of;
    origin.shard = {options.shard.number};
    keep_shard(inputs, options.shard);
  }
  Store store(store_path(options.output), Store::Mode::build);
  if (options.requests.empty()) std::filesystem::remove(register_path(options.output));  // that of an earlier build
  const std::vector<Occurrence> found = read_inputs(run, inputs, {}, store);
  remember_inputs(options.output, options.inputs);
  return write_dataset(run, store, found, origin);
}

int add(const BuildOptions& options) {
  Store store(store_path(options.output), Store::Mode::extend);
  Run run{"add", options};
  const std::vector<Occurrence> known = store.occurrences();
  StoreOrigin origin = origin_of(run);
  if (origin.program != store.origin().program) {
    warn("what is there already was read by another version of the program or of the vocabularies; to read all alike, build it again");
    origin.program = "mixed";
  }
  std::vector<Occurrence> all = read_inputs(run, listed_inputs(options), known, store);
  warn_of_new_content(known, all);
  all.insert(all.end(), known.begin(), known.end());
  std::ranges::sort(all);
  all.erase(std::ranges::unique(all).begin(), all.end());
  remember_inputs(options.output, options.inputs);
  return write_dataset(run, store, all, origin);
}

int remove(const BuildOptions& options) {
  Store store(store_path(options.output), Store::Mode::extend);
  Run run{"remove", options};
  std::vector<Occurrence> left = store.occurrences();
  std::map<std::string, std::string> containers;  // of members
  for (const Occurrence& o : left)
    if (const auto result = store.result(o.document_id); result && !result->interpretation.record.parent_id.empty()) containers[o.document_id] = result->interpretation.record.parent_id;
  for (const std::string& what : options.inputs)
    if (!take_out(left, containers, what))
      throw std::runtime_error(what + ": no document of the dataset has this id or source; see documents.csv and occurrences.csv");
  return write_dataset(run, store, left, store.origin());
}

int merge(const BuildOptions& options) {
  for (const std::string& directory : options.inputs) {
    std::error_code missing;
    if (std::filesystem::equivalent(directory, options.output, missing)) throw std::runtime_error(directory + " is to be merged, so it cannot be where the result goes; give -o another directory");
  }
  Run run{"merge", options};
  Store store(store_path(options.output), Store::Mode::build);
  store.clear();
  const StoreOrigin origin = take_over_all(options.inputs, store);
  const int code = write_dataset(run, store, store.occurrences(), origin);
  const std::vector<int> missing = missing_shards(origin);
  if (missing.empty()) return code;
  warn("the dataset is not whole: of " + std::to_string(origin.shards) + " shards these are missing: " + joined(missing));
  return std::max(code, some_failed);
}

}  // namespace muster
