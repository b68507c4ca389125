// Whether a document's interpretation can change when the vocabulary was edited. Exactly right, since interpretation is a function of the
// document and of the answers that the vocabulary gives: where every question that was asked (consulted.h) has the same answer in both
// vocabularies, the second interpretation goes the way of the first and asks nothing else.
//
// Compared row by row are the lists whose rows are all asked of the same texts: a row that is new, gone or changed matters to a document
// only where its pattern matches one of the texts asked. Of authorities, the names, aliases and domains. An edit of anything else, or
// another order of rows, touches every document.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "normalizers/consulted.h"
#include "normalizers/pattern.h"
#include "normalizers/vocabulary.h"

namespace muster {

// How many words of a name are noted when it is looked up: "north newtown" tells enough apart.
inline constexpr size_t words_of_name_noted = 2;

// Files of the vocabulary whose edits are told by rows; all others count as a whole.
std::vector<std::string> files_compared_by_row();

// What the vocabulary says, in a form to be kept and compared later. Its form belongs to one version of the program.
std::string description_of(const Vocabulary& vocabulary);

class VocabularyEdit {
 public:
  // Two descriptions.
  VocabularyEdit(const std::string& before, const std::string& after);

  bool touches(const Consulted& consulted) const;

  // One row before and after; either may be missing (matches nothing).
  struct Change {
    Pattern before, after;
    bool same_but_pattern = false;  // then equal matches are equal answers
  };

 private:
  bool touches_all_ = false;
  std::vector<Change> changes_;
  std::vector<std::string> names_;  // that other bodies are called by now
};

}  // namespace muster
