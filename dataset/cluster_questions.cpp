#include "dataset/cluster_questions.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "dataset/shingles.h"
#include "dataset/whole_documents.h"
#include "schemas/identity.h"
#include "schemas/serialise.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr double least_request_containment = 0.5;   // of two letters that quote one request at different lengths
constexpr size_t least_shared_shingles = 5;         // fewer are a turn of phrase
constexpr double least_question_containment = 0.6;  // a reworded question keeps most of its runs of words
constexpr double share_of_best = 0.65;              // a part may be quoted less exactly than its fellows
constexpr size_t most_requests_of_shingle = 2000;   // a run of words in more requests than these tells none of them

// One wording of a request and how often it is asked.
struct Request : WordedRequest {
  size_t times = 1;
};

using Requests = std::map<size_t, Request>;  // of one cluster, by their indices

class Groups {
 public:
  explicit Groups(size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), size_t{0}); }
  size_t of(size_t i) const {
    while (parent_[i] != i) i = parent_[i];
    return i;
  }
  // The smaller index stays the group's own.
  void join(size_t a, size_t b) {
    a = of(a), b = of(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<size_t> parent_;
};

// Rules with the requests and questions that they name; -1: none.
struct ClusterDecision {
  const ClusterRule* rule;
  int request = -1, question = -1, with_request = -1, with_question = -1;
  bool fits() const {
    return request >= 0 && (rule->question.empty() || question >= 0) &&
           (rule->kind != ClusterRule::Kind::join || (with_request >= 0 && (rule->with_question.empty() || with_question >= 0)));
  }
};

std::vector<ClusterDecision> decide(const AskedRequests& requests) {
  std::vector<ClusterDecision> out;
  for (size_t i = 0; i < requests.rules.size(); ++i)
    out.push_back({&requests.rules[i], requests.named[i].wording, requests.named[i].question, requests.named_with[i].wording, requests.named_with[i].question});
  return out;
}

bool is_kept_apart(const std::vector<ClusterDecision>& decisions, size_t request) {
  return std::ranges::any_of(decisions, [&](const ClusterDecision& d) {
    return d.fits() && d.rule->kind == ClusterRule::Kind::split && d.question < 0 && d.request == static_cast<int>(request);
  });
}

// The runs of words that several wordings have, and who has them.
struct SharedShingles {
  std::vector<std::vector<uint32_t>> holders;  // of each: wordings, rising
  std::vector<std::vector<uint32_t>> of;       // of each wording
};

SharedShingles find_shared(AskedRequests& requests, const std::vector<ClusterDecision>& decisions) {
  SharedShingles shared{{}, std::vector<std::vector<uint32_t>>(requests.size())};
  requests.shingles.for_each_group(requests.size(), [&](const std::vector<SortedRows::Row>& rows) {
    std::vector<uint32_t> holders;
    for (const SortedRows::Row& row : rows)
      if (const auto wording = deserialise<uint32_t>(row.value); !is_kept_apart(decisions, wording)) holders.push_back(wording);
    if (holders.size() < 2) return;
    for (const uint32_t wording : holders) shared.of[wording].push_back(static_cast<uint32_t>(shared.holders.size()));
    holders.resize(std::min(holders.size(), most_requests_of_shingle));
    shared.holders.push_back(std::move(holders));
  });
  return shared;
}

bool are_one(const AskedRequests& requests, size_t a, size_t b, size_t shared) {
  const size_t smaller = std::min(requests.shingle_count[a], requests.shingle_count[b]);
  if (shared >= least_shared_shingles) return static_cast<double>(shared) >= least_request_containment * static_cast<double>(smaller);
  return requests.shingle_count[a] == shared && requests.shingle_count[b] == shared && requests.wording(a).keys == requests.wording(b).keys;
}

Groups group_requests(AskedRequests& requests, const std::vector<ClusterDecision>& decisions) {
  Groups groups(requests.size());
  const SharedShingles shared = find_shared(requests, decisions);
  std::vector<uint32_t> count(requests.size());
  for (size_t i = 0; i < requests.size(); ++i) {
    std::vector<uint32_t> others;
    for (const uint32_t shingle : shared.of[i])
      for (const uint32_t other : shared.holders[shingle]) {
        if (other >= i) break;
        if (count[other]++ == 0) others.push_back(other);
      }
    for (const uint32_t other : others)
      if (are_one(requests, i, other, std::exchange(count[other], 0u))) groups.join(i, other);
  }
  for (const ClusterDecision& d : decisions)
    if (d.fits() && d.rule->kind == ClusterRule::Kind::join && d.question < 0)
      groups.join(static_cast<size_t>(d.request), static_cast<size_t>(d.with_request));
  return groups;
}

// "1" of "1a" and "1aii"; the whole number where it has no digit in front.
std::string top_of(const std::string& number) {
  const size_t end = number.find_first_not_of("0123456789");
  return end == 0 || end == std::string::npos ? number : number.substr(0, end);
}

// One wording as it stands in the requests of a cluster, however often.
struct Variant {
  Shingles shingles;
  std::vector<std::pair<size_t, size_t>> places;  // request, question
  size_t times = 0;           // it is asked
  std::vector<size_t> alike;  // the same question, or its parts, in other requests
  bool joins = false;         // asks at once what most others ask apart
};

// The questions of the requests of one cluster.
class QuestionGroups {
 public:
  QuestionGroups(const Requests& requests, const std::vector<size_t>& members, const std::vector<ClusterDecision>& decisions)
      : requests_(requests), members_(members), decisions_(decisions) {
    std::map<std::string, size_t> known;
    for (const size_t m : members)
      for (size_t q = 0; q < requests.at(m).keys.size(); ++q) {
        const std::string& wording = requests.at(m).keys[q];
        const std::string key = is_split(m, q) ? std::to_string(m) + '\x1e' + wording : wording;
        const auto [at, fresh] = known.emplace(key, variants_.size());
        if (fresh) variants_.push_back({.shingles = shingles_of(wording.substr(0, wording.find('\x1f')))});
        variants_[at->second].places.push_back({m, q});
        variants_[at->second].times += requests.at(m).times;
        variant_at_[{m, q}] = at->second;
      }
  }

  // For each question of each member the indices of its groups, in order; mostly one.
  std::map<std::pair<size_t, size_t>, std::vector<size_t>> run() {
    for (size_t v = 0; v < variants_.size(); ++v) find_counterparts(v);
    Groups groups(variants_.size());
    for (const Variant& v : variants_)
      for (const size_t other : v.alike)
        if (!v.joins && !variants_[other].joins) groups.join(variant_index(v), other);
    for (const ClusterDecision& d : decisions_)
      if (d.fits() && d.rule->kind == ClusterRule::Kind::join && d.question >= 0 && has(d.request) && has(d.with_request))
        groups.join(variant_at(d.request, d.question), variant_at(d.with_request, d.with_question));
    std::map<std::pair<size_t, size_t>, std::vector<size_t>> out;
    for (const auto& [place, v] : variant_at_) out[place] = groups_of(v, groups);
    return out;
  }

 private:
  bool has(int request) const { return std::ranges::find(members_, static_cast<size_t>(request)) != members_.end(); }
  size_t variant_at(int request, int question) const { return variant_at_.at({static_cast<size_t>(request), static_cast<size_t>(question)}); }

  bool is_split(size_t request, size_t question) const {
    return std::ranges::any_of(decisions_, [&](const ClusterDecision& d) {
      return d.fits() && d.rule->kind == ClusterRule::Kind::split && d.request == static_cast<int>(request) && d.question == static_cast<int>(question);
    });
  }

  bool is_split(size_t variant) const { return std::ranges::any_of(variants_[variant].places, [&](const auto& p) { return is_split(p.first, p.second); }); }

  bool stand_together(size_t a, size_t b) const {
    return std::ranges::any_of(variants_[a].places, [&](const auto& p) {
      return std::ranges::any_of(variants_[b].places, [&](const auto& o) { return o.first == p.first; });
    });
  }

  // The questions of a request that are this one or its parts.
  std::vector<size_t> counterparts(size_t variant, size_t request) const {
    std::vector<std::pair<double, size_t>> scored;
    double best = 0;
    for (size_t q = 0; q < requests_.at(request).keys.size(); ++q) {
      const size_t other = variant_at_.at({request, q});
      if (other == variant) return {};  // it stands there itself
      const double score = containment(variants_[variant].shingles, variants_[other].shingles);
      best = std::max(best, score);
      scored.push_back({score, other});
    }
    std::vector<size_t> out;
    for (const auto& [score, other] : scored)
      if (score >= std::max(least_question_containment, share_of_best * best) && !stand_together(variant, other) && !is_split(other)) out.push_back(other);
    return out;
  }

  bool under_several_numbers(const std::vector<size_t>& found, size_t request) const {
    std::set<std::string> tops;
    for (size_t q = 0; q < requests_.at(request).numbers.size(); ++q)
      if (std::ranges::find(found, variant_at_.at({request, q})) != found.end()) tops.insert(top_of(requests_.at(request).numbers[q]));
    return tops.size() > 1;
  }

  // A question that asks at once what others ask in parts belongs to each part's group where most ask in parts, or where the
  // parts bear numbers of their own. Elsewhere the parts belong to its group.
  void find_counterparts(size_t variant) {
    Variant& v = variants_[variant];
    if (is_split(variant)) return;
    size_t parted = 0;
    for (const size_t m : members_) {
      const std::vector<size_t> found = counterparts(variant, m);
      if (found.size() > 1) parted += requests_.at(m).times;
      v.joins = v.joins || under_several_numbers(found, m);
      v.alike.insert(v.alike.end(), found.begin(), found.end());
    }
    v.joins = v.joins || parted > v.times;
  }

  size_t variant_index(const Variant& v) const { return static_cast<size_t>(&v - variants_.data()); }

  std::vector<size_t> groups_of(size_t variant, const Groups& groups) const {
    if (!variants_[variant].joins) return {groups.of(variant)};
    std::set<size_t> found;
    for (const size_t part : variants_[variant].alike)
      if (!variants_[part].joins) found.insert(groups.of(part));
    return {found.begin(), found.end()};
  }

  const Requests& requests_;
  const std::vector<size_t>& members_;
  const std::vector<ClusterDecision>& decisions_;
  std::vector<Variant> variants_;
  std::map<std::pair<size_t, size_t>, size_t> variant_at_;
};

std::string common_front(const std::vector<std::string>& numbers) {
  std::string out = numbers.front();
  for (const std::string& n : numbers) out.resize(static_cast<size_t>(std::ranges::mismatch(out, n).in1 - out.begin()));
  return out.empty() ? numbers.front() : out;
}

std::string given_name(const std::vector<ClusterDecision>& decisions, const std::vector<size_t>& members) {
  for (const ClusterDecision& d : decisions)
    if (d.fits() && d.rule->kind == ClusterRule::Kind::name && d.question < 0 && std::ranges::find(members, static_cast<size_t>(d.request)) != members.end())
      return d.rule->name;
  return {};
}

std::string name_of_requests(const Requests& requests, const std::vector<size_t>& members, const std::vector<ClusterDecision>& decisions) {
  if (const std::string given = given_name(decisions, members); !given.empty()) return given;
  const Request& first = requests.at(members.front());
  if (!first.name.empty()) return first.name;
  std::string key;
  for (const std::string& k : first.keys) key += k + '\x1d';
  return row_id_from_key("r", key);
}

using Place = std::pair<size_t, size_t>;

// The numbers under which each group is asked in the first request that has it.
std::map<size_t, std::string> labels_of(const Requests& requests, const std::map<Place, std::vector<size_t>>& groups,
                                        const std::vector<ClusterDecision>& decisions) {
  std::map<size_t, std::pair<size_t, std::vector<std::string>>> numbers;
  for (const auto& [place, found] : groups) {  // in order of the requests
    if (found.size() != 1) continue;
    auto& [request, list] = numbers.try_emplace(found[0], place.first, std::vector<std::string>()).first->second;
    const std::string& printed = requests.at(place.first).numbers[place.second];
    if (request == place.first) list.push_back(printed.empty() ? std::to_string(place.second + 1) : printed);
  }
  std::map<size_t, std::string> out;
  std::set<std::string> taken;
  for (const auto& [group, found] : numbers) {
    std::string label = common_front(found.second);
    for (int again = 2; !taken.insert(label).second; ++again) label = common_front(found.second) + '.' + std::to_string(again);
    out[group] = label;
  }
  for (const ClusterDecision& d : decisions) {
    if (!d.fits() || d.rule->kind != ClusterRule::Kind::name || d.question < 0) continue;
    const auto found = groups.find({static_cast<size_t>(d.request), static_cast<size_t>(d.question)});
    if (found != groups.end()) out[found->second.front()] = d.rule->name;
  }
  return out;
}

// What the answers of each wording are called.
std::map<size_t, ClusterNames> names_in(const Requests& requests, const std::vector<size_t>& members, const std::vector<ClusterDecision>& decisions) {
  const std::string name = name_of_requests(requests, members, decisions);
  const auto groups = QuestionGroups(requests, members, decisions).run();
  const std::map<size_t, std::string> labels = labels_of(requests, groups, decisions);
  std::map<size_t, ClusterNames> out;
  for (const auto& [place, found] : groups) {
    ClusterNames& names = out[place.first];
    names.request_cluster = name;
    std::string& clusters = names.question_clusters.emplace_back();
    for (const size_t group : found)
      if (const auto label = labels.find(group); label != labels.end()) clusters += (clusters.empty() ? "" : ";") + name + '-' + label->second;
  }
  return out;
}

Requests requests_at(const AskedRequests& requests, const std::vector<size_t>& members) {
  Requests out;
  for (const size_t m : members) out.emplace(m, Request{requests.wording(m), requests.times[m]});
  return out;
}

std::vector<std::string> unused(const std::vector<ClusterDecision>& decisions) {
  std::vector<std::string> out;
  for (const ClusterDecision& d : decisions)
    if (!d.fits()) out.push_back("line " + std::to_string(d.rule->line) + ": no request or question of the dataset is called so");
  return out;
}

// Each wording's names onto a shelf.
std::shared_ptr<Shelf> names_of(AskedRequests& requests, const std::vector<ClusterDecision>& decisions) {
  const Groups groups = group_requests(requests, decisions);
  std::map<size_t, std::vector<size_t>> clusters;
  for (size_t i = 0; i < requests.size(); ++i) clusters[groups.of(i)].push_back(i);
  const std::shared_ptr<Shelf> out = requests.wordings->another();
  for (size_t i = 0; i < requests.size(); ++i) out->put(i, {});
  for (const auto& [first, members] : clusters)
    for (const auto& [wording, names] : names_in(requests_at(requests, members), members, decisions)) out->put(wording, serialise(names));
  return out;
}

}  // namespace

AskedRequests gathered_requests(const Shelf& beside, const std::vector<StatedRequest>& stated, const std::vector<ClusterRule>& rules) {
  AskedRequests requests(beside, rules);
  for (const StatedRequest& s : stated) {
    WordedRequest request{s.name, {}, {}};
    for (const StatedRequest::Question& q : s.questions) add_question(request, q.number, q.wording);
    take_stated_request(request, requests);
  }
  return requests;
}

std::vector<std::string> cluster_questions(Dataset& dataset, AskedRequests& requests) {
  const std::vector<ClusterDecision> decisions = decide(requests);
  const std::shared_ptr<Shelf> names = names_of(requests, decisions);
  for (const AskedRequests::Asked& asked : requests.asked) {
    ClusterNames own = deserialise<ClusterNames>(names->get(asked.wording));
    own.request = asked.number;
    add_to_document(dataset, asked.document, {.series_breaks = {}, .findings = {}, .clusters = {std::move(own)}, .diagnostics = {}});
  }
  return unused(decisions);
}

std::vector<std::string> cluster_questions(Dataset& dataset, const std::vector<StatedRequest>& stated, const std::vector<ClusterRule>& rules) {
  AskedRequests requests = gathered_requests(dataset.shelf ? *dataset.shelf->another() : *std::make_shared<Shelf>(), stated, rules);
  uint32_t index = 0;
  for_each_document(dataset, [&](const DocumentResult& document) { take_requests(document, index++, requests); });
  return cluster_questions(dataset, requests);
}

}  // namespace muster
