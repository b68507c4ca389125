#include "tools/batch/read_batch.h"

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>
#include <set>

#include "normalizers/vocabulary_edit.h"
#include "schemas/serialise.h"
#include "tools/batch/cache_keys.h"
#include "tools/batch/pool.h"
#include "tools/vocabulary_path.h"

namespace muster {
namespace {

// Who the members of a container are, for a run that does not open it again.
struct Stub {
  Source source;  // without bytes
  uint64_t byte_count = 0;

  template <class Visitor>
  void fields(Visitor& v) { v(source, byte_count); }
};

std::string stubs_of(const std::vector<Source>& members) {
  std::vector<Stub> stubs;
  for (const Source& m : members)
    stubs.push_back({{m.name, {}, m.content_sha256, m.document_id, m.parent_id, m.part, m.read_error}, m.bytes.size()});
  return stubs.empty() ? std::string() : serialise(stubs);
}

// Large files first, so that no worker is left alone with one at the end. Those of one size keep their order: of equal contents the first
// name counts.
std::vector<uint32_t> by_falling_size(const std::vector<InputFile>& files) {
  std::vector<uint32_t> order(files.size());
  std::iota(order.begin(), order.end(), 0u);
  std::ranges::stable_sort(order, std::ranges::greater(), [&](uint32_t i) { return files[i].size; });
  return order;
}

// The work still to be given out, and what has come back.
class BatchReader {
 public:
  BatchReader(const Inputs& inputs, Manifest& manifest, const CacheKeys& keys, const Knowledge& knowledge, Store& store, BatchLog& log)
      : inputs_(inputs), order_(by_falling_size(inputs.files)), manifest_(manifest), keys_(keys), most_bytes_(knowledge.limits.source_bytes), vocabulary_(description_of(knowledge.vocabulary)), store_(store), log_(log) {
    store_.keep_vocabulary(keys_.vocabulary(), vocabulary_);
  }

  // Documents that occur elsewhere in the dataset under a name that comes first have been read under that.
  void keep(const std::vector<Occurrence>& known) {
    for (const Occurrence& o : known) {
      const auto [place, is_new] = first_known_.emplace(o.document_id, o.source);
      if (!is_new) place->second = std::min(place->second, o.source);
    }
  }

  // The next document that has not been read yet; false when there is none at the moment.
  bool next(Order& order) {
    if (!members_.empty()) {
      order = std::move(members_.front());
      members_.pop_front();
      return true;
    }
    while (next_file_ < order_.size()) {
      const InputFile& file = inputs_.files[order_[next_file_++]];
      order = {identify_source(file, most_bytes_), file.path, file.size, manifest_.hints_for(file.source), {}};
      if (!order.source.read_error.empty()) order.path.clear();
      log_.looked_at();
      if (is_new(order.source) && is_work(order)) return true;
    }
    return false;
  }

  void done(const Order& order, Reply reply) {
    reply.result.interpretation.record.bytes = static_cast<long long>(order.byte_count);  // a reader may not have seen them all
    store_.put(reply.result, key_of(order, reply.result), {keys_.vocabulary(), reply.consulted}, kept(order, reply));
    log_.done(reply.result.interpretation.record);
    for (Source& member : reply.members) {
      const uint64_t size = member.bytes.size();
      Order next{std::move(member), {}, size, order.hints, {}};
      if (is_new_member(next.source, order.source) && is_work(next)) members_.push_back(std::move(next));
    }
  }

  std::vector<Occurrence> occurrences() const {
    std::vector<Occurrence> out;
    for (const auto& [document, sources] : sources_)
      for (const std::string& source : sources) out.push_back({document, source});
    for (const auto& [document, place] : member_of_)
      for (const std::string& source : sources_.at(place.container)) out.push_back({document, source + place.rest});
    return out;
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

  bool is_new_member(const Source& member, const Source& container) {
    member_of_[member.document_id] = {container.document_id, member.name.substr(std::min(container.name.size(), member.name.size()))};
    return seen_.insert(member.document_id).second;
  }

  // False when the store has the result already. An order whose document was read before under the same key is for its interpretation
  // alone. Members of a container that need not be opened again are looked at here.
  bool is_work(Order& order) {
    const std::string& id = order.source.document_id;
    const bool stays = is_kept_under_first_name(order);
    const std::optional<KeptExtraction> kept = stays ? store_.extraction(id) : usable_extraction(order.source);
    if (!kept) return !stays;
    const std::vector<Stub> stubs = kept->members.empty() ? std::vector<Stub>() : deserialise<std::vector<Stub>>(kept->members);
    if (!stays && !std::ranges::all_of(stubs, [&](const Stub& m) { return usable_extraction(m.source).has_value(); })) return true;
    for (const Stub& member : stubs) {
      Order next{member.source, {}, member.byte_count, order.hints, {}};
      if (is_new_member(member.source, order.source) && !stays && is_work(next)) members_.push_back(std::move(next));
    }
    if (stays) return false;
    if (store_.has_result(id, keys_.of_result(order.source, order.hints)) && holds_in_vocabulary(id)) {
      log_.unchanged(id, order.source.name);
      return false;
    }
    order.extraction = kept->extraction;
    order.path.clear();
    return true;
  }

  // Whether the kept result is what the vocabulary of this run makes of the document, too.
  bool holds_in_vocabulary(const std::string& id) {
    const KeptReading reading = store_.reading(id);
    if (reading.vocabulary == keys_.vocabulary()) return true;
    auto edit = edits_.find(reading.vocabulary);
    if (edit == edits_.end()) {
      const std::string before = store_.vocabulary(reading.vocabulary);
      if (before.empty()) return false;
      edit = edits_.try_emplace(reading.vocabulary, before, vocabulary_).first;
    }
    if (edit->second.touches(deserialise<Consulted>(reading.consulted))) return false;
    store_.renew(id, keys_.vocabulary());
    return true;
  }

  bool is_kept_under_first_name(const Order& order) const {
    const auto first = first_known_.find(order.source.document_id);
    return first != first_known_.end() && first->second < order.source.name;
  }

  std::optional<KeptExtraction> usable_extraction(const Source& source) const {
    std::optional<KeptExtraction> kept = store_.extraction(source.document_id);
    if (kept && (kept->key != keys_.of_extraction(source) || !keys_.knows(kept->password))) kept.reset();
    return kept;
  }

  // A failed result is made again by the next run.
  std::string key_of(const Order& order, const DocumentResult& result) const {
    return result.interpretation.record.outcome == "failed" ? std::string() : keys_.of_result(order.source, order.hints);
  }

  std::optional<KeptExtraction> kept(const Order& order, const Reply& reply) const {
    if (reply.extraction.empty()) return std::nullopt;
    const bool failed = reply.result.interpretation.record.outcome == "failed" && reply.members.empty();
    return KeptExtraction{failed ? std::string() : keys_.of_extraction(order.source), reply.password_sha256, reply.extraction, stubs_of(reply.members)};
  }

  const Inputs& inputs_;
  const std::vector<uint32_t> order_;  // in which the files are given out
  Manifest& manifest_;
  const CacheKeys& keys_;
  size_t most_bytes_;
  std::string vocabulary_;                        // described
  std::map<std::string, VocabularyEdit> edits_;   // from that of the version to this run's
  Store& store_;
  BatchLog& log_;
  size_t next_file_ = 0;
  std::deque<Order> members_;
  std::set<std::string> seen_;
  std::map<std::string, std::string> first_known_;          // of documents that stay in the dataset, by document
  std::map<std::string, std::set<std::string>> sources_;    // of files, by document
  std::map<std::string, MemberPlace> member_of_;
};

PoolOptions pool_options(const BatchOptions& options) {
  return {.command = {program_path(), "worker", "--vocabulary-directory", options.vocabulary_directory, "--vocabulary", options.overlay_directory,
                      "--passwords", options.passwords_file, "--timeout", std::to_string(options.timeout_s)},
          .workers = options.jobs, .timeout_s = options.timeout_s};
}

}  // namespace

std::vector<Occurrence> read_batch(const Inputs& inputs, Manifest& manifest, const BatchOptions& options, const Knowledge& knowledge,
                                   const CacheKeys& keys, const std::vector<Occurrence>& known, Store& store, BatchLog& log) {
  BatchReader reader(inputs, manifest, keys, knowledge, store, log);
  reader.keep(known);
  const PoolWatch watch{
      .started = [&](const Order& o) { log.started(o.source.document_id, o.source.name, !o.extraction.empty()); },
      .retried = [&](const Order& o, const std::string& reason) { log.retried(o.source.document_id, o.source.name, reason); },
      .tick = [&] { log.still_running(); },
      .interrupted = [] { say("stopping: the documents in hand are finished first; Ctrl-C again stops at once"); }};
  run_pool(pool_options(options), [&](Order& order) { return reader.next(order); },
           [&](const Order& order, Reply reply) { reader.done(order, std::move(reply)); }, watch);
  return reader.occurrences();
}

}  // namespace muster
