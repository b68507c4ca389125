#include "extractors/office/rtf_tokens.h"

#include <algorithm>
#include <charconv>

#include "schemas/text.h"

namespace muster {

RtfToken RtfTokens::next() {
  while (at_ < rtf_.size() && (rtf_[at_] == '\r' || rtf_[at_] == '\n' || rtf_[at_] == '\0')) ++at_;
  if (at_ >= rtf_.size()) return {};
  const char c = rtf_[at_];
  if (c == '\\') return control();
  if (c == '{' || c == '}') {
    ++at_;
    return {.kind = c == '{' ? RtfToken::Kind::open : RtfToken::Kind::close};
  }
  const size_t begin = at_;
  at_ = std::min(rtf_.find_first_of(std::string_view("\\{}\r\n\0", 6), at_), rtf_.size());
  return {.kind = RtfToken::Kind::text, .text = rtf_.substr(begin, at_ - begin)};
}

RtfToken RtfTokens::control() {
  if (++at_ >= rtf_.size()) return {};
  if (is_letter(rtf_[at_])) return word();
  RtfToken token{.kind = RtfToken::Kind::symbol, .text = rtf_.substr(at_++, 1)};
  if (token.text != "'") return token;
  const std::string_view digits = rtf_.substr(at_, 2);
  unsigned value = '?';
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  at_ += digits.size();
  return {.kind = RtfToken::Kind::byte, .number = static_cast<int>(value)};
}

RtfToken RtfTokens::word() {
  const size_t begin = at_;
  while (at_ < rtf_.size() && is_letter(rtf_[at_])) ++at_;
  RtfToken token{.kind = RtfToken::Kind::word, .text = rtf_.substr(begin, at_ - begin)};
  const std::string_view rest = rtf_.substr(at_);
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), token.number);
  token.has_number = error == std::errc();
  if (error != std::errc::invalid_argument) at_ += static_cast<size_t>(end - rest.data());
  if (at_ < rtf_.size() && rtf_[at_] == ' ') ++at_;
  if (token.text == "bin") at_ += std::min(static_cast<size_t>(std::max(0, token.number)), rtf_.size() - at_);
  return token;
}

}  // namespace muster
