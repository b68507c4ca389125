// What the interpretation of one document asked the vocabulary: the texts that its patterns were tried on and the names that were looked
// up. Whatever an edit of the vocabulary answers differently to none of these it cannot change (vocabulary_edit.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace muster {

// Under which a word is noted that is looked up among the neutral words; no body is called so.
std::string name_of_neutral_word(std::string_view word);

struct Consulted {
  std::vector<std::string> texts;    // sorted
  std::vector<uint64_t> name_hashes;  // of folded names of bodies (their first words too) and of hosts; sorted

  bool has_name(std::string_view name) const;

  template <class Visitor>
  void fields(Visitor& v) { v(texts, name_hashes); }
};

// Kept by the vocabulary and written to by its patterns. Notes nothing unless begun.
class ConsultationRecord {
 public:
  void begin();
  Consulted end();

  void note_text(std::string_view text);
  void note_name(std::string_view name);

 private:
  bool begun_ = false;
  std::string last_;  // hundreds of patterns are tried on one text after the other
  std::unordered_set<std::string> texts_;
  std::unordered_set<uint64_t> names_;
};

}  // namespace muster
