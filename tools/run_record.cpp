#include "tools/run_record.h"

#include <sys/utsname.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

#include "dataset/code_points.h"
#include "dataset/stream_file.h"
#include "dataset/whole_documents.h"
#include "extractors/read/parser_versions.h"
#include "schemas/identity.h"
#include "schemas/read_file.h"
#include "schemas/serialise.h"
#include "tools/stage_versions.h"

namespace muster {
namespace {

using Json = nlohmann::ordered_json;

Json counts_json(const Counts& counts) {
  return {{"documents", counts.documents},       {"occurrences", counts.occurrences}, {"observations", counts.observations},
          {"answers", counts.answers},           {"actions", counts.actions},         {"findings", counts.findings},
          {"diagnostics", counts.diagnostics},   {"tables", counts.tables},           {"outcomes", counts.outcomes},
          {"findings_by_severity", counts.findings_by_severity}};
}

std::string input_json(const DocumentRecord& record) {
  return Json{{"document_id", record.document_id}, {"source", well_formed(record.source)}, {"sha256", record.content_sha256}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// Of a file that was named, so that another content under the same name is told apart.
std::string hash_of_file(const std::string& path) { return path.empty() ? "" : sha256_hex(read_file(path)); }

Json options_json(const BuildOptions& options) {
  return {{"jobs", options.batch.jobs},       {"timeout_s", options.batch.timeout_s},
          {"manifest", options.manifest},     {"vocabulary", options.batch.overlay_directory},
          {"fail_on", options.fail_on},       {"passwords", !options.batch.passwords_file.empty()},
          {"shard", options.shard.number},    {"shards", options.shard.of},
          {"redact", options.redact},
          {"files", {{"manifest", hash_of_file(options.manifest)}, {"requests", hash_of_file(options.requests)}, {"clusters", hash_of_file(options.clusters)}}}};
}

Json environment_json() {
  utsname names{};
  uname(&names);
  return {{"system", names.sysname}, {"release", names.release}, {"machine", names.machine},
          {"processors", sysconf(_SC_NPROCESSORS_ONLN)}, {"memory_bytes", sysconf(_SC_PHYS_PAGES) * sysconf(_SC_PAGESIZE)}};
}

Json slowest_json(const std::vector<SlowDocument>& slowest) {
  Json out = Json::array();
  for (const SlowDocument& d : slowest) out.push_back({{"document_id", d.document_id}, {"source", well_formed(d.source)}, {"seconds", d.seconds}});
  return out;
}

}  // namespace

void add_to_counts(const DocumentResult& d, Counts& counts) {
  constexpr size_t most_failures_told = 10;  // a screen is not filled with one fault; documents.csv has them all
  const DocumentRecord& record = d.interpretation.record;
  ++counts.documents;
  counts.observations += d.interpretation.observations.size();
  counts.answers += d.interpretation.answers.size();
  counts.actions += d.outline.actions.size();
  counts.findings += d.interpretation.findings.size();
  counts.diagnostics += d.diagnostics.list().size();
  counts.tables += d.outline.tables.size();
  ++counts.outcomes[record.outcome];
  for (const Finding& f : d.interpretation.findings) ++counts.findings_by_severity[f.severity];
  if (record.outcome == "failed" && counts.failures.size() < most_failures_told) counts.failures.push_back(record.source + ": " + record.reason);
}

void write_run_json(const std::string& command, const BuildOptions& options, const Dataset& dataset, const Counts& counts, const std::string& vocabulary_version,
                    const StoreOrigin& origin, const RunWork& work) {
  const Json run = {{"program", "muster"},
              {"version", MUSTER_VERSION},
              {"schema_version", schema_version},
              {"parsers", parser_versions()},
              {"stages", {{"extraction", extraction_version}, {"interpretation", interpretation_version}, {"reconciliation", reconciliation_version}}},
              {"vocabulary_version", vocabulary_version},
              {"results_key", origin.program},
              {"command", command},
              {"options", options_json(options)},
              {"shards", {{"of", origin.shards}, {"held", origin.shard}}},
              {"environment", environment_json()},
              {"counts", counts_json(counts)},
              {"work", {{"documents_read", work.read}, {"documents_unchanged", work.unchanged}}},
              {"timings_s", {{"read", work.seconds_reading}, {"write", work.seconds_writing}}},
              {"slowest", slowest_json(work.slowest)}};
  std::string head = run.dump(1, ' ', false, Json::error_handler_t::replace);
  head.resize(head.rfind("\n}"));
  StreamFile file((std::filesystem::path(options.output) / "run.json").string());
  file.write(head + ",\n \"inputs\": [");
  const char* before = "\n  ";
  for (size_t i = 0; i < count_of_documents(dataset); ++i)  // one by one: there may be very many
    if (const DocumentRecord record = record_of(dataset, i); record.parent_id.empty()) file.write(std::exchange(before, ",\n  ") + input_json(record));
  file.write("\n ]\n}\n");
  file.close();
}


bool was_redacted(const std::string& dataset_directory) {
  std::ifstream in(dataset_directory + "/run.json");
  const Json run = Json::parse(in, nullptr, false);
  return run.is_object() && run.contains("options") && run["options"].value("redact", false);
}

}  // namespace muster
