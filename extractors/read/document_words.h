// The words of documents (not of the workforce) that extractors may know: what a heading "Response" or a footer "Page 3 of 7"
// means. Data: schemas/vocabulary/document_words.csv, columns kind,pattern,note; a pattern is an RE2 regular expression,
// matched without regard to case against the whole trimmed text unless the kind says otherwise.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace muster {

class DocumentWords {
 public:
  // Files are laid over one another in order. A kind's patterns are compiled on its first use, or all by compile_all: a bad
  // one throws std::runtime_error "FILE:LINE: …" there. Not for use by several threads before compile_all.
  static DocumentWords load(const std::string& vocabulary_directory, const std::string& overlay_directory = {});

  void compile_all() const;

  DocumentWords();
  ~DocumentWords();
  DocumentWords(DocumentWords&&) noexcept;
  DocumentWords& operator=(DocumentWords&&) noexcept;

  // Whether any pattern of the kind matches the whole text.
  bool is(std::string_view kind, std::string_view text) const;
  // Where a pattern of the kind first matches within the text: the length of the match at the front, 0 when none matches there.
  size_t prefix(std::string_view kind, std::string_view text) const;
  // Whether a pattern of the kind matches anywhere in the text.
  bool contains(std::string_view kind, std::string_view text) const;

 private:
  struct Patterns;
  std::unique_ptr<Patterns> patterns_;
};

}  // namespace muster
