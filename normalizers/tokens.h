// Text cut into numbers, words and marks, for the normalizers that read word by word. Private to normalizers/.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

enum class TokenKind { end, number, word, mark };

// number: a run of digits; word: a run of letters; mark: one other character. Typographic variants of a mark are one:
// dashes "-" (a real minus sign too), apostrophes "'", double quotes "\"".
struct Token {
  TokenKind kind = TokenKind::end;
  size_t begin = 0, end = 0;  // bytes in the text
  std::string text;           // lower case
  bool glued = false;         // no white space between it and the token before
  bool starts_line = false;   // first of the text or of a line
  bool capital = false;       // a word whose first letter is a capital
  bool all_capitals = false;  // a word of capitals only
  bool long_dash = false;     // an en or em dash: never a sign

  bool number() const { return kind == TokenKind::number; }
  bool word() const { return kind == TokenKind::word; }
  bool is(std::string_view what) const { return kind != TokenKind::end && text == what; }
  bool is_any(std::initializer_list<std::string_view> list) const;
  bool digits(size_t count) const { return number() && text.size() == count; }
  int value() const;  // of a number of up to nine digits; else -1
};

class Tokens {
 public:
  explicit Tokens(std::string_view text);

  size_t size() const { return list_.size(); }
  // Beyond either end a token of kind `end` is answered, so that looking around needs no bounds.
  const Token& at(size_t index) const;
  const Token& before(size_t index) const { return index == 0 ? nothing_ : at(index - 1); }
  std::string_view text() const { return text_; }

  // Index after the words when they stand at `index` one after the other, else `index`.
  size_t after(size_t index, std::initializer_list<std::string_view> words) const;
  // Index after one word of the list when one stands at `index`, else `index`.
  size_t after_any(size_t index, std::initializer_list<std::string_view> words) const;

 private:
  std::string_view text_;
  std::vector<Token> list_;
  Token nothing_;
};

}  // namespace muster
