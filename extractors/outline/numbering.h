// Numbers of questions and answers in any style, and the tree that they form: "1." "(2a)" "b)" "Q.4" "A.4" "iii." "1 and 2)".
// Notation only; the words before a number ("Question", "Answer to") are data.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/read/document_words.h"

namespace muster {

// One number of a label. "i", "v" and "x" may be a letter or a Roman numeral: both ordinals are set, and the place in the
// sequence decides. 0: not readable that way.
struct LabelUnit {
  int decimal = 0, letter = 0, roman = 0;
  bool upper = false;
  std::string word;  // lower case, without brackets and dots
};

using LabelUnits = std::vector<LabelUnit>;  // outermost first: "2.a)" has two

enum class LabelForm {
  dot,     // "1."
  bracket, // "1)" "(1)"
  colon,   // "1:"
  dash,    // "1 - "
  attached,  // "1a " with nothing after it but a blank
  alone,   // the number is the whole text: "2"
};

enum class LabelPrefix { none, question, answer };

struct Label {
  LabelPrefix prefix = LabelPrefix::none;
  LabelForm form = LabelForm::dot;
  std::vector<LabelUnits> numbers;  // several where one label stands for several: "1 and 2)", "1-5:"
  size_t length = 0;                // bytes of text that it takes, blanks after it included
};

// The label at the front of a text.
std::optional<Label> scan_label(std::string_view text, const DocumentWords& words);

// Where labels of a running text stand in the tree of numbers seen so far.
class Numbering {
 public:
  enum class Style { decimal, letter, roman };
  struct Level {
    Style style = Style::decimal;
    bool upper = false;
    LabelForm form = LabelForm::dot;
    int ordinal = 0;
    std::string word;
  };
  enum class Relation { first, next, child, restart, skip };
  struct Place {
    std::vector<Level> levels;
    Relation relation = Relation::first;
    std::string number() const;  // canonical: "1a", "2", "aiii", "3.1"
  };

  // The best reading of one number of a label after the place taken last.
  Place place(const LabelUnits& units, LabelForm form) const;
  void take(const Place& place) { levels_ = place.levels; }
  const std::vector<Level>& levels() const { return levels_; }

 private:
  std::vector<Level> levels_;
};

// Canonical form of a path of numbers: letters join the number before them, a number after a number gets a dot.
std::string canonical_number(const std::vector<std::string>& words);

}  // namespace muster
