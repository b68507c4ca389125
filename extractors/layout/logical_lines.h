// Lines of a plain text with their marks taken off: what a reader sees, with the evidence for joining them to paragraphs.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/document.h"

namespace muster {

struct LogicalLine {
  int number = 0;             // of the first source line
  std::string text;           // without label and marks
  std::string label;          // see line_labels.h
  int heading_level = 0;      // markdown "#" to "######"; 0: none
  bool bold = false, italic = false;
  bool quoted = false;        // bore the "> " of a quoted message
  int indent = 0;             // columns of white space before it
  size_t width = 0;           // code points of the source line, white space at its ends left out
  bool blank_before = false;  // parted from the line before by a blank line or a table
};

// Lines [first, last) of a text, blank and ruling lines left out.
std::vector<LogicalLine> read_logical_lines(const std::vector<TextLine>& lines, size_t first, size_t last);

// Dotted numbers ("2.1 Members …") become labels where they count on from one another.
void label_dotted_numbers(std::vector<LogicalLine>& lines);

// Width at which the text was wrapped by hand or by its converter, in code points; 0 when its lines are whole paragraphs.
size_t wrap_width(const std::vector<LogicalLine>& lines);

// Whether `next` goes on with the paragraph that `line` belongs to.
bool goes_on(const LogicalLine& line, const LogicalLine& next, size_t wrapped_at);


}  // namespace muster
