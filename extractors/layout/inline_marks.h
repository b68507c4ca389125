// Marks that converters leave within lines of plain text: markdown emphasis and escapes, stray HTML tags, a few entities.
#pragma once

#include <string>
#include <string_view>

namespace muster {

struct MarkedText {
  std::string text;    // without marks; '\n' where a tag broke the line (<br>, <p>, <li>); one blank between words
  bool bold = false;   // every letter and digit of it
  bool italic = false;
};

// Only known tags are taken off: "<5" and "<name@example.org>" stay. A lone "*" or "_" stays as printed.
MarkedText strip_marks(std::string_view raw);

// Whether the line opens a "**" that it does not close (bold text that runs over to the next line).
bool leaves_bold_open(std::string_view raw);

// Footnote marks at the end of a cell or label ("<5*", "Amount *", "Total¹"), taken off `text` and returned.
// A text of marks alone keeps them.
std::string take_marks(std::string& text);

}  // namespace muster
