#include "dataset/likeness.h"

#include <algorithm>
#include <string>

#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t words_in_a_run = 3;
constexpr size_t sketch_size = 256;  // the estimate errs by about one in the square root of it

}  // namespace

// FNV-1a with a last mix, so that low hashes are spread over all runs.
uint64_t hash_of_words(std::string_view text) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  hash ^= hash >> 33;
  hash *= 0xff51afd7ed558ccdu;
  return hash ^ (hash >> 33);
}

Sketch sketch_of(std::string_view text) {
  const std::string words = folded(text);
  const std::vector<std::string_view> all = split(words, ' ');
  Sketch hashes;
  for (size_t i = 0; i + words_in_a_run <= all.size(); ++i) {
    const auto last = all[i + words_in_a_run - 1];
    hashes.push_back(hash_of_words({all[i].data(), static_cast<size_t>(last.data() + last.size() - all[i].data())}));
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  if (hashes.size() > sketch_size) hashes.resize(sketch_size);
  return hashes;
}

double likeness(const Sketch& a, const Sketch& b) {
  size_t i = 0, k = 0, seen = 0, shared = 0;
  while (seen < sketch_size && (i < a.size() || k < b.size())) {
    ++seen;
    if (k == b.size() || (i < a.size() && a[i] < b[k])) ++i;
    else if (i == a.size() || b[k] < a[i]) ++k;
    else ++shared, ++i, ++k;
  }
  return seen == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(seen);
}

}  // namespace muster
