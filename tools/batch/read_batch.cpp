#include "tools/batch/read_batch.h"

#include <deque>
#include <map>
#include <set>

#include "tools/batch/pool.h"
#include "tools/console.h"
#include "tools/vocabulary_path.h"

namespace muster {
namespace {

// The work still to be given out, and what has come back.
class BatchReader {
 public:
  BatchReader(const Inputs& inputs, Manifest& manifest, size_t most_bytes)
      : inputs_(inputs), manifest_(manifest), most_bytes_(most_bytes), progress_(inputs.files.size()) {}

  // The next document that has not been read yet; false when there is none at the moment.
  bool next(Order& order) {
    if (!members_.empty()) {
      order = std::move(members_.front());
      members_.pop_front();
      return true;
    }
    while (next_file_ < inputs_.files.size()) {
      const InputFile& file = inputs_.files[next_file_++];
      order = {load_source(file, most_bytes_), manifest_.hints_for(file.source)};
      progress_.step(file.source);
      if (is_new(order.source)) return true;
    }
    return false;
  }

  void done(const Order& order, Reply reply) {
    for (Source& member : reply.members) {
      member_of_[member.document_id] = {order.source.document_id, member.name.substr(std::min(order.source.name.size(), member.name.size()))};
      if (seen_.insert(member.document_id).second) members_.push_back({std::move(member), order.hints});
    }
    results_.push_back(std::move(reply.result));
  }

  Batch finish() {
    Batch batch{std::move(results_), {}};
    for (const auto& [document, sources] : sources_)
      for (const std::string& source : sources) batch.occurrences.push_back({document, source});
    for (const auto& [document, place] : member_of_)
      for (const std::string& source : sources_[place.container]) batch.occurrences.push_back({document, source + place.rest});
    return batch;
  }

 private:
  struct MemberPlace {
    std::string container;  // the file that holds it, at any depth
    std::string rest;       // "!/letter.docx"
  };

  bool is_new(const Source& source) {
    sources_[source.document_id].insert(source.name);
    return seen_.insert(source.document_id).second;
  }

  const Inputs& inputs_;
  Manifest& manifest_;
  size_t most_bytes_;
  size_t next_file_ = 0;
  Progress progress_;
  std::deque<Order> members_;
  std::set<std::string> seen_;
  std::map<std::string, std::set<std::string>> sources_;  // of files, by document
  std::map<std::string, MemberPlace> member_of_;
  std::vector<DocumentResult> results_;
};

}  // namespace

Batch read_batch(const Inputs& inputs, Manifest& manifest, const BatchOptions& options, const Limits& limits) {
  BatchReader reader(inputs, manifest, limits.source_bytes);
  const PoolOptions pool{.command = {program_path(), "worker", "--vocabulary-directory", options.vocabulary_directory, "--vocabulary",
                                     options.overlay_directory, "--timeout", std::to_string(options.timeout_s)},
                         .workers = options.jobs, .timeout_s = options.timeout_s};
  run_pool(pool, [&](Order& order) { return reader.next(order); },
           [&](const Order& order, Reply reply) { reader.done(order, std::move(reply)); });
  return reader.finish();
}

}  // namespace muster
