#include "dataset/code_points.h"

#include <algorithm>

namespace muster {
namespace {

constexpr size_t block_bytes = 256;  // a balance: one count for each block to store, at most one block to walk for an answer
constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool begins_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

size_t count(std::string_view text) { return static_cast<size_t>(std::ranges::count_if(text, begins_code_point)); }

// Bytes of the well-formed sequence at the front (Unicode 15, table 3-7), 0 when it is ill-formed.
size_t sequence_size(std::string_view text) {
  const auto byte = [&](size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto in = [&](size_t i, unsigned low, unsigned high) { return byte(i) >= low && byte(i) <= high; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return lead == 0 ? 0 : 1;
  if (in(0, 0xC2, 0xDF)) return in(1, 0x80, 0xBF) ? 2 : 0;
  if (in(0, 0xE0, 0xEF)) {
    const unsigned low = lead == 0xE0 ? 0xA0 : 0x80, high = lead == 0xED ? 0x9F : 0xBF;
    return in(1, low, high) && in(2, 0x80, 0xBF) ? 3 : 0;
  }
  if (in(0, 0xF0, 0xF4)) {
    const unsigned low = lead == 0xF0 ? 0x90 : 0x80, high = lead == 0xF4 ? 0x8F : 0xBF;
    return in(1, low, high) && in(2, 0x80, 0xBF) && in(3, 0x80, 0xBF) ? 4 : 0;
  }
  return 0;
}

}  // namespace

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  uint32_t total = 0;
  for (size_t at = 0; at < text.size(); at += block_bytes) {
    before_.push_back(total);
    total += static_cast<uint32_t>(count(text.substr(at, block_bytes)));
  }
  before_.push_back(total);
}

size_t CodePointIndex::at(size_t byte) const {
  if (byte >= text_.size()) return before_.back();
  const size_t block = byte / block_bytes;
  return before_[block] + count(text_.substr(block * block_bytes, byte - block * block_bytes));
}

std::string well_formed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const size_t size = sequence_size(text);
    out += size > 0 ? text.substr(0, size) : replacement;
    text.remove_prefix(std::max<size_t>(size, 1));
  }
  return out;
}

}  // namespace muster
