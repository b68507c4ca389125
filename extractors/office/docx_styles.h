// What paragraph and character styles of a Word document make of text: headings, lists, bold.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extractors/read/tag_tree.h"
#include "schemas/document.h"

namespace muster {

// Properties that matter to a reader; those not stated are left open.
struct DocxLook {
  std::optional<int> outline_level;        // 0..8 a heading, 9 body text
  std::optional<std::string> list;         // numId; "0" takes a paragraph out of its style's list
  std::optional<int> list_level;
  std::optional<bool> bold, italic, superscript, hidden, deleted;  // hidden: or struck out
  std::string style;

  // Fills what is open here from `below` (a style under direct formatting, a parent under its child).
  void inherit(const DocxLook& below);
};

// From a pPr or rPr element (its own children, and the rPr of a style beside its pPr).
DocxLook look_of_properties(const TagTree& tree, int properties);

class DocxStyles {
 public:
  explicit DocxStyles(const std::vector<Tag>& styles);

  // A style with all it inherits; the default paragraph style for "".
  DocxLook resolved(const std::string& id) const;
  const std::string& language() const { return language_; }

 private:
  struct Style {
    DocxLook look;
    std::string parent;
  };
  void read_style(const TagTree& tree, int style);

  std::map<std::string, Style> styles_;
  std::string default_paragraph_, language_;
};

}  // namespace muster
