// What a person, or a program that reads --log-format jsonl, sees of a batch while it runs.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "schemas/observation.h"
#include "tools/console.h"

namespace muster {

struct SlowDocument {
  std::string document_id, source;
  double seconds = 0;
};

class BatchLog {
 public:
  // files: to be looked at; documents in containers come on top.
  explicit BatchLog(size_t files);

  void looked_at();  // one more file
  void unchanged(const std::string& document_id, const std::string& source);  // an earlier run's result is taken
  void started(const std::string& document_id, const std::string& source, bool only_interpreted);
  void retried(const std::string& document_id, const std::string& source, const std::string& reason);
  void done(const DocumentRecord& record);
  void still_running();  // to be called now and then

  size_t documents_read() const { return read_; }
  size_t documents_unchanged() const { return unchanged_; }
  std::vector<SlowDocument> slowest() const;  // the slowest first

 private:
  using Clock = std::chrono::steady_clock;
  struct Running {
    std::string source;
    Clock::time_point since;
  };
  std::string state() const;

  Clock::time_point start_ = Clock::now();
  size_t files_, looked_at_ = 0, unchanged_ = 0, read_ = 0, failed_ = 0;
  long long pages_ = 0;
  std::map<std::string, Running> running_;  // by document
  std::vector<SlowDocument> slowest_;
  StatusLine line_;
};

// "45 s", "3 min", "2 h 5 min": what is left of a run, no finer than it is known.
std::string rough_time(double seconds);

}  // namespace muster
