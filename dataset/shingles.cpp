#include "dataset/shingles.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t words_of_shingle = 3;

// FNV-1a: the same on every machine, unlike std::hash.
uint64_t hash_of(std::string_view text) {
  uint64_t hash = 14695981039346656037ull;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

}  // namespace

Shingles shingles_of(std::string_view wording) {
  const std::string key = folded(wording);
  if (key.empty()) return {};
  std::vector<size_t> starts{0};
  for (size_t i = 0; i < key.size(); ++i)
    if (key[i] == ' ') starts.push_back(i + 1);
  if (starts.size() < words_of_shingle) return {hash_of(key)};
  starts.push_back(key.size() + 1);
  Shingles out;
  for (size_t i = 0; i + words_of_shingle < starts.size(); ++i)
    out.push_back(hash_of(std::string_view(key).substr(starts[i], starts[i + words_of_shingle] - 1 - starts[i])));
  std::ranges::sort(out);
  const auto rest = std::ranges::unique(out);
  out.erase(rest.begin(), rest.end());
  return out;
}

Shingles united(const Shingles& a, const Shingles& b) {
  Shingles out;
  std::ranges::set_union(a, b, std::back_inserter(out));
  return out;
}

size_t shared_shingles(const Shingles& a, const Shingles& b) {
  size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++count;
    const uint64_t left = *i, right = *j;
    if (left <= right) ++i;
    if (right <= left) ++j;
  }
  return count;
}

double containment(const Shingles& a, const Shingles& b) {
  const size_t smaller = std::min(a.size(), b.size());
  return smaller == 0 ? 0 : static_cast<double>(shared_shingles(a, b)) / static_cast<double>(smaller);
}

}  // namespace muster
