#include "tools/ledger.h"

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "dataset/apply_ledger.h"
#include "dataset/export.h"
#include "dataset/store.h"
#include "dataset/write_file.h"
#include "dataset/whole_documents.h"
#include "schemas/csv.h"
#include "schemas/names.h"
#include "tools/console.h"
#include "tools/finish_dataset.h"
#include "tools/load_codebook.h"
#include "tools/run_record.h"

namespace muster {
namespace {

constexpr Fate fates[] = {Fate::applied, Fate::already_so, Fate::withdrawn, Fate::conflicting, Fate::orphaned};

std::string in_words(Fate fate) {
  switch (fate) {
    case Fate::applied: return "applied";
    case Fate::already_so: return "already so";
    case Fate::withdrawn: return "withdrawn";
    case Fate::conflicting: return "in conflict";
    case Fate::orphaned: return "orphaned";
  }
  return {};
}

std::string counts_in_words(const Dataset& dataset) {
  std::string out;
  for (const Fate fate : fates)
    if (const size_t n = count_of(fate, dataset)) out += (out.empty() ? "" : ", ") + std::to_string(n) + ' ' + in_words(fate);
  return out;
}

void print_entry(const LedgerEntry& entry, std::ostream& out) {
  const std::string document = entry.source.empty() ? entry.place.document.substr(0, 12) : entry.source;
  out << in_words(entry.fate) << "  " << document << (entry.place.page > 0 ? ", page " + std::to_string(entry.place.page) : "") << "  \""
      << entry.place.raw << "\"  " << entry.explanation << '\n';
}

void print_status(const Dataset& dataset, bool all, std::ostream& out) {
  out << counted(dataset.corrections.size(), "figure") << " decided"
      << (dataset.corrections.empty() ? "" : ": " + counts_in_words(dataset)) << '\n';
  for (const LedgerEntry& entry : dataset.corrections)
    if (all || entry.fate == Fate::orphaned || entry.fate == Fate::conflicting) print_entry(entry, out);
}

// As the rows of corpus/*/truth/observations.csv.
const char* const truth_header =
    "document,publisher_code,area_code,service,team,role,grade,worker_category,measure,unit,period,value,value_upper,status,legal_reference,"
    "basis,breakdown,optional\n";

std::string truth_row(const std::string& document, const Observation& o) {
  std::string out;
  for (const std::string& cell : {document, o.publisher_code, o.area_code, o.service, o.team, o.role, o.grade, o.worker_category, o.measure,
                                  o.unit, o.period.iso, o.quantity.value, o.quantity.value_upper, o.quantity.status, o.legal.reference,
                                  std::string(name_of(o.basis)), o.breakdown, std::string()})
    out += (out.empty() ? "" : ",") + csv_cell(cell);
  return out + '\n';
}

bool is_decided(const Observation& o) { return o.review == "accepted" || o.review == "corrected"; }

void write_truth(const Dataset& dataset, const std::string& directory) {
  std::filesystem::create_directories(directory);
  write_file((std::filesystem::path(directory) / "observations.csv").string(), truth_csv(dataset));
  size_t undecided = 0;
  for_each_document(dataset, [&](const DocumentResult& d) {
    const auto& rows = d.interpretation.observations;
    if (std::ranges::any_of(rows, is_decided))
      undecided += static_cast<size_t>(std::ranges::count_if(rows, [](const Observation& o) { return !is_decided(o) && o.review != "rejected"; }));
  });
  if (undecided > 0)
    warn(counted(undecided, "row") + " of the same documents " + (undecided == 1 ? "is" : "are") +
         " not decided yet: a score against this truth will count them as wrong");
}

}  // namespace

bool corrections_are_lost(const Dataset& dataset) { return count_of(Fate::orphaned, dataset) + count_of(Fate::conflicting, dataset) > 0; }

void say_corrections(const Dataset& dataset) {
  if (dataset.corrections.empty()) return;
  say(counted(dataset.corrections.size(), "figure") + " decided by people: " + counts_in_words(dataset));
  if (corrections_are_lost(dataset)) warn("some decisions no longer hold; see them with: muster ledger status DATASET");
}

std::string truth_csv(const Dataset& dataset) {
  std::string out = truth_header;
  for_each_document(dataset, [&](const DocumentResult& d) {
    const std::string document = std::filesystem::path(d.interpretation.record.source).filename().string();
    for (const Observation& o : d.interpretation.observations)
      if (is_decided(o)) out += truth_row(document, o);
  });
  return out;
}

int ledger(const LedgerOptions& options, std::ostream& out) {
  const Vocabulary vocabulary = Vocabulary::load(options.vocabulary_directory, options.overlay_directory);
  const BuildOptions build{.output = options.dataset, .redact = was_redacted(options.dataset)};
  const Store store(store_path(options.dataset), Store::Mode::read_only);
  const Dataset dataset = finish_dataset(store, store.occurrences(), build, vocabulary);
  if (options.verb == LedgerVerb::apply) export_dataset(dataset, options.dataset, load_codebook(options.vocabulary_directory, options.overlay_directory));
  if (options.verb == LedgerVerb::to_truth) write_truth(dataset, options.output);
  else print_status(dataset, options.verb == LedgerVerb::explain, out);
  return options.fail && corrections_are_lost(dataset) ? 1 : 0;
}

}  // namespace muster
