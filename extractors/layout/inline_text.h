// Running text of markup put together as a browser shows it: white space collapsed, <br> as a forced break, superscripts told
// apart from the figure before them.
#pragma once

#include <climits>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/read/tag_tree.h"

namespace muster {

// How the text within an element looks; inherited from its ancestors.
struct Look {
  bool bold = false, italic = false, superscript = false, preformatted = false;
};

Look look_within(const Tag& element, Look inherited);

// Elements that start on a line of their own.
bool is_block_element(std::string_view name);
bool is_heading_element(std::string_view name);

struct InlineLine {
  std::string text;
  bool bold = false;  // all of its words
};

class InlineText {
 public:
  // With `marks_apart`, superscripts that look like footnote marks go to marks() instead of the text. Else superscript
  // digits and letters are written as such ("89.06¹"), so that they never lengthen a figure.
  explicit InlineText(bool marks_apart = false) : marks_apart_(marks_apart) {}

  void add(std::string_view text, const Look& look);
  void forced_break();   // <br>
  void block_break();    // the border of a block element
  // The border of an inline element with a look of its own: words set apart by styling alone ("FTE" "12") keep apart; runs that
  // split a word or number do not.
  void soft_border() { border_ = true; }

  bool blank() const { return lines_.empty() && line_.text.empty(); }
  bool at_line_start() const { return line_.text.empty(); }
  const std::string& marks() const { return marks_; }
  bool bold() const { return any_ && all_bold_; }
  bool italic() const { return any_ && all_italic_; }

  // The lines, empty ones left out, and everything back to the start but marks().
  std::vector<InlineLine> take();

 private:
  void add_word(std::string_view word, const Look& look);
  void add_superscript(std::string_view word, const Look& look);
  void end_line();

  std::vector<InlineLine> lines_;
  InlineLine line_{.text = {}, .bold = true};
  bool space_ = false, border_ = false;
  bool any_ = false, all_bold_ = true, all_italic_ = true;
  bool marks_apart_;
  std::string marks_;
};

// All visible text below an element: blocks and forced breaks parted by '\n'. Subtrees whose root is in `left_out` are
// passed over (nested tables that become tables of their own); nothing from the tag `until` on is taken.
struct ElementText {
  std::string text;
  std::string marks;
  bool bold = false;
};
ElementText text_below(const TagTree& tree, int element, const std::vector<int>& left_out = {}, int until = INT_MAX);

}  // namespace muster
