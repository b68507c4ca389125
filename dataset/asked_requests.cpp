#include "dataset/asked_requests.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "schemas/identity.h"
#include "schemas/serialise.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t digits_of_hash = 32;  // of a wording: 128 bits

Shingles shingles_of(const WordedRequest& request) {
  Shingles out;
  for (const std::string& key : request.keys) out = united(out, muster::shingles_of(std::string_view(key).substr(0, key.find('\x1f'))));
  return out;
}

std::string sortable(uint64_t shingle) { return muster::sortable(static_cast<uint32_t>(shingle >> 32)) + muster::sortable(static_cast<uint32_t>(shingle)); }

uint32_t add_wording(const WordedRequest& request, AskedRequests& requests) {
  const auto index = static_cast<uint32_t>(requests.size());
  const Shingles shingles = shingles_of(request);
  for (const uint64_t s : shingles) requests.shingles.add(sortable(s), serialise(index));
  requests.shingle_count.push_back(static_cast<uint32_t>(shingles.size()));
  requests.times.push_back(0);
  requests.wordings->put(index, serialise(request));
  return index;
}

// The first place that fits counts; one with the question before one without.
void heed(NamedPlace& place, const std::string& question, const WordedRequest& request, uint32_t wording) {
  if (place.question >= 0) return;
  const auto found = std::ranges::find(request.numbers, question);
  if (!question.empty() && found != request.numbers.end()) place = {static_cast<int>(wording), static_cast<int>(found - request.numbers.begin())};
  else if (place.wording < 0) place.wording = static_cast<int>(wording);
}

using IsNamed = std::function<bool(const std::string&)>;

bool is_in_a_rule(const AskedRequests& requests, const IsNamed& is_named) {
  return std::ranges::any_of(requests.rules, [&](const ClusterRule& r) { return is_named(r.document) || (r.kind == ClusterRule::Kind::join && is_named(r.with_document)); });
}

void heed_rules(AskedRequests& requests, const WordedRequest& request, uint32_t wording, const IsNamed& is_named) {
  for (size_t i = 0; i < requests.rules.size(); ++i) {
    const ClusterRule& rule = requests.rules[i];
    if (is_named(rule.document)) heed(requests.named[i], rule.question, request, wording);
    if (rule.kind == ClusterRule::Kind::join && is_named(rule.with_document)) heed(requests.named_with[i], rule.with_question, request, wording);
  }
}

// What a rule names stands for itself; of others those with the same words are one.
uint32_t wording_of(const WordedRequest& request, AskedRequests& requests, const IsNamed& is_named) {
  if (is_in_a_rule(requests, is_named)) {
    const uint32_t own = add_wording(request, requests);
    heed_rules(requests, request, own, is_named);
    return own;
  }
  const std::string hash = sha256_hex(serialise(request)).substr(0, digits_of_hash);
  const auto [at, is_new] = requests.known.try_emplace(hash, static_cast<uint32_t>(requests.size()));
  return is_new ? add_wording(request, requests) : at->second;
}

}  // namespace

AskedRequests::AskedRequests(const Shelf& beside, std::vector<ClusterRule> decisions)
    : wordings(beside.another()), shingles(beside.another()), rules(std::move(decisions)), named(rules.size()), named_with(rules.size()) {}

WordedRequest AskedRequests::wording(size_t index) const { return deserialise<WordedRequest>(wordings->get(index)); }

void add_question(WordedRequest& request, const std::string& number, const std::string& wording) {
  const std::string key = folded(wording);
  const auto equal = std::ranges::count_if(request.keys, [&](const std::string& k) { return k.starts_with(key + '\x1f'); });
  request.numbers.push_back(number);
  request.keys.push_back(key + '\x1f' + std::to_string(equal));
}

void take_stated_request(const WordedRequest& request, AskedRequests& requests) {
  const uint32_t own = add_wording(request, requests);
  requests.times[own] = 1;
  heed_rules(requests, request, own, [&](const std::string& words) { return words == request.name; });
}

void take_requests(const DocumentResult& document, uint32_t index, AskedRequests& requests) {
  const DocumentRecord& record = document.interpretation.record;
  std::map<int, WordedRequest> found;
  for (const Answer& a : document.interpretation.answers) add_question(found[a.request], a.question_number, a.question);
  for (const auto& [number, request] : found) {
    const uint32_t wording = wording_of(request, requests, [&](const std::string& words) { return names_document(words, record); });
    ++requests.times[wording];
    requests.asked.push_back({index, number, wording});
  }
}

}  // namespace muster
