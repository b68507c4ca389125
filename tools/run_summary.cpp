#include "tools/run_summary.h"

#include "tools/console.h"

namespace muster {
namespace {

void say_failures(const Counts& counts) {
  for (const std::string& failure : counts.failures) warn(failure);
  const size_t all = counts.outcomes.contains("failed") ? counts.outcomes.at("failed") : 0;
  if (all > counts.failures.size()) warn("and " + std::to_string(all - counts.failures.size()) + " more: see documents.csv where outcome is failed");
}

void say_counts(const Counts& counts, const RunWork& work, const std::string& directory) {
  const auto outcome = [&](const char* name) { return counts.outcomes.contains(name) ? counts.outcomes.at(name) : 0; };
  say(counted(counts.documents, "document") + ": " + std::to_string(outcome("extracted")) + " extracted, " +
      std::to_string(outcome("partly")) + " in part, " + std::to_string(outcome("nothing_found")) + " with nothing to find, " +
      std::to_string(outcome("failed")) + " failed");
  if (work.unchanged > 0) say(counted(work.unchanged, "document") + " unchanged since the last run, " + std::to_string(work.read) + " read now");
  say(counted(counts.observations, "observation") + ", " + counted(counts.answers, "answer") + ", " +
      counted(counts.actions, "action") + ", " + counted(counts.findings, "finding") + ", " +
      counted(counts.diagnostics, "diagnostic") + " written to " + directory);
}

// 0 info, 1 warning, 2 error; 3 is above every finding.
int severity_rank(const std::string& severity) {
  return severity == "info" ? 0 : severity == "warning" ? 1 : severity == "error" ? 2 : 3;
}

}  // namespace

void say_summary(const Counts& counts, const RunWork& work, const std::string& directory) {
  say_failures(counts);
  say_counts(counts, work, directory);
  suggest("read " + directory + "/observations.csv in a spreadsheet, or browse everything with: datasette " + directory + "/workforce.sqlite");
}

int exit_code(const Counts& counts, const std::string& fail_on) {
  const auto failed = counts.outcomes.contains("failed") ? counts.outcomes.at("failed") : 0;
  if (failed > 0) return failed == counts.documents ? 4 : 3;
  for (const auto& [severity, n] : counts.findings_by_severity)
    if (severity_rank(severity) >= severity_rank(fail_on)) return 1;
  return 0;
}

}  // namespace muster
