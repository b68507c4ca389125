#include "tools/batch/batch_log.h"

#include <algorithm>
#include <cmath>

#include "dataset/code_points.h"
#include "schemas/csv.h"

namespace muster {
namespace {

constexpr size_t most_slow = 10;
constexpr double slow_s = 5;  // a document in hand for longer is named in the state
constexpr size_t rate_known_after = 5;  // files, before the time left is worth telling

double seconds_since(std::chrono::steady_clock::time_point then) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - then).count();
}

double rounded(double seconds) { return std::round(seconds * 1000) / 1000; }

std::string one_decimal(double value) {
  const auto tenths = static_cast<long long>(std::llround(value * 10));
  return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

}  // namespace

std::string rough_time(double seconds) {
  const auto s = static_cast<long long>(std::llround(seconds));
  if (s < 100) return std::to_string(s) + " s";
  const long long minutes = (s + 30) / 60;
  if (minutes < 100) return std::to_string(minutes) + " min";
  return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

BatchLog::BatchLog(size_t files) : files_(files) { log_event("batch_started", {{"files", static_cast<long long>(files)}}); }

void BatchLog::looked_at() { ++looked_at_; }

void BatchLog::unchanged(const std::string& document_id, const std::string& source) {
  ++unchanged_;
  log_event("document_unchanged", {{"document_id", document_id}, {"source", well_formed(source)}});
  still_running();
}

void BatchLog::started(const std::string& document_id, const std::string& source, bool only_interpreted) {
  running_[document_id] = {source, Clock::now()};
  log_event("document_started",
            {{"document_id", document_id}, {"source", well_formed(source)}, {"stage", std::string(only_interpreted ? "interpret" : "read")}});
  still_running();
}

void BatchLog::retried(const std::string& document_id, const std::string& source, const std::string& reason) {
  running_.erase(document_id);
  log_event("document_retried", {{"document_id", document_id}, {"source", well_formed(source)}, {"reason", reason}});
}

void BatchLog::done(const DocumentRecord& record) {
  const auto running = running_.find(record.document_id);
  const double seconds = running == running_.end() ? 0 : seconds_since(running->second.since);
  if (running != running_.end()) running_.erase(running);
  ++read_;
  pages_ += record.pages;
  const bool failed = record.outcome == "failed";
  failed_ += failed;
  slowest_.push_back({record.document_id, record.source, rounded(seconds)});
  std::ranges::stable_sort(slowest_, std::ranges::greater(), &SlowDocument::seconds);
  if (slowest_.size() > most_slow) slowest_.pop_back();
  log_event(failed ? "document_failed" : "document_done",
            {{"document_id", record.document_id}, {"source", well_formed(record.source)}, {"outcome", record.outcome}, {"reason", record.reason},
             {"pages", static_cast<long long>(record.pages)}, {"seconds", rounded(seconds)}});
  still_running();
}

void BatchLog::still_running() {
  if (line_.due()) line_.show(state());
}

std::vector<SlowDocument> BatchLog::slowest() const { return slowest_; }

std::string BatchLog::state() const {
  const double seconds = std::max(seconds_since(start_), 0.001);
  std::string out = std::to_string(looked_at_) + '/' + std::to_string(files_) + " files, " + counted(static_cast<size_t>(pages_), "page") + ", " +
                    one_decimal(static_cast<double>(read_) / seconds) + " documents/s";
  if (unchanged_ > 0) out += ", " + std::to_string(unchanged_) + " unchanged";
  if (failed_ > 0) out += ", " + std::to_string(failed_) + " failed";
  const size_t finished = looked_at_ - std::min(looked_at_, running_.size());
  if (finished >= rate_known_after && files_ > finished)
    out += ", about " + rough_time(seconds / static_cast<double>(finished) * static_cast<double>(files_ - finished)) + " left";
  for (const auto& [document, running] : running_)
    if (const double spent = seconds_since(running.since); spent > slow_s) out += "; " + well_formed(running.source) + " since " + rough_time(spent);
  return out;
}

}  // namespace muster
