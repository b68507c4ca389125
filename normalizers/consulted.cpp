#include "normalizers/consulted.h"

#include <algorithm>

namespace muster {
namespace {

// FNV-1a: the same on every machine. Two names of one hash are taken for one another, which costs a needless interpretation at most.
uint64_t hash_of(std::string_view text) {
  uint64_t hash = 14695981039346656037ull;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

}  // namespace

std::string name_of_neutral_word(std::string_view word) { return '\x1f' + std::string(word); }

bool Consulted::has_name(std::string_view name) const { return std::ranges::binary_search(name_hashes, hash_of(name)); }

void ConsultationRecord::begin() {
  *this = {};
  begun_ = true;
}

Consulted ConsultationRecord::end() {
  Consulted out{{texts_.begin(), texts_.end()}, {names_.begin(), names_.end()}};
  std::ranges::sort(out.texts);
  std::ranges::sort(out.name_hashes);
  *this = {};
  return out;
}

void ConsultationRecord::note_text(std::string_view text) {
  if (!begun_ || (text == last_ && !texts_.empty())) return;
  last_ = text;
  texts_.insert(last_);
}

void ConsultationRecord::note_name(std::string_view name) {
  if (begun_) names_.insert(hash_of(name));
}

}  // namespace muster
