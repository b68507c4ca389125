#include "tests/fuzz/mutation.h"

#include <algorithm>
#include <array>

namespace muster::fuzz {
namespace {

constexpr size_t most_changes = 8;         // of one input
constexpr size_t most_bytes = 1u << 20;    // what a change makes longer is cut
constexpr size_t longest_piece = 4096;     // bytes moved or borrowed at once
constexpr size_t most_copies = 64;

constexpr std::array<const char*, 14> odd_numbers = {"0", "-1", "1", "127", "128", "255", "256", "65535", "65536", "2147483647", "4294967296", "99999999999999999999", "1e308", "0.0"};
constexpr std::array<const char*, 10> odd_texts = {"\xEF\xBB\xBF", "\xC2\xA0", "\xE2\x80\xAE", "\xF0\x9F\x98\x80", "\xFF\xFE", "<", "\"", "\r\n\r\n", "&#0;", "]]>"};

}  // namespace

std::string Mutation::make() {
  std::string text = any_seed();
  for (size_t changes = 1 + below(most_changes); changes > 0; --changes) change(text);
  if (text.size() > most_bytes) text.resize(most_bytes);
  return text;
}

void Mutation::change(std::string& text) {
  switch (below(6)) {
    case 0:
    case 1: return change_bytes(text);
    case 2: return move_piece(text);
    case 3: return borrow(text);
    case 4: return change_number(text);
    default:
      if (below(4) == 0) text.resize(below(text.size() + 1));
      else text.insert(below(text.size() + 1), odd_texts[below(odd_texts.size())]);
  }
}

void Mutation::change_bytes(std::string& text) {
  if (text.empty()) return;
  for (size_t count = 1 + below(4); count > 0; --count) {
    char& byte = text[below(text.size())];
    if (below(2) == 0) byte = static_cast<char>(byte ^ (1 << below(8)));
    else byte = static_cast<char>(below(256));
  }
}

void Mutation::move_piece(std::string& text) {
  const size_t begin = below(text.size() + 1);
  const std::string piece = text.substr(begin, below(std::min(longest_piece, text.size() - begin) + 1));
  if (below(2) == 0) text.erase(begin, piece.size());
  const size_t at = below(text.size() + 1);
  for (size_t copies = below(4) == 0 ? below(most_copies) : 1; copies > 0 && text.size() < most_bytes; --copies) text.insert(at, piece);
}

void Mutation::borrow(std::string& text) {
  const std::string& other = any_seed();
  const size_t begin = below(other.size() + 1), at = below(text.size() + 1);
  const size_t length = below(std::min(longest_piece, other.size() - begin) + 1);
  if (below(2) == 0) text.replace(at, std::min(length, text.size() - at), other, begin, length);
  else text.insert(at, other, begin, length);
}

void Mutation::change_number(std::string& text) {
  const size_t from = text.find_first_of("0123456789", below(text.size() + 1));
  if (from == std::string::npos) return;
  const size_t end = std::min(text.find_first_not_of("0123456789", from), text.size());
  text.replace(from, end - from, odd_numbers[below(odd_numbers.size())]);
}

}  // namespace muster::fuzz
