// Rich Text Format cut into groups, control words and text.
#pragma once

#include <string>
#include <string_view>

namespace muster {

struct RtfToken {
  enum class Kind { open, close, word, symbol, byte, text, end } kind = Kind::end;
  std::string_view text;   // of a word: its name; of a symbol: its character; of text: plain characters
  bool has_number = false;
  int number = 0;          // of a word; of a byte (\'hh): its value
};

class RtfTokens {
 public:
  explicit RtfTokens(std::string_view rtf) : rtf_(rtf) {}

  // Binary data (\bin) and line ends are passed over. Kind::end at the end.
  RtfToken next();

 private:
  RtfToken control();
  RtfToken word();

  std::string_view rtf_;
  size_t at_ = 0;
};

}  // namespace muster
