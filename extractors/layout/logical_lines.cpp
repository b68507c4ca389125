#include "extractors/layout/logical_lines.h"

#include <algorithm>
#include <iterator>

#include "extractors/layout/inline_marks.h"
#include "extractors/layout/line_labels.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr int tab_columns = 8;
constexpr int heading_levels = 6;

// Texts are wrapped between these widths; longer lines are whole paragraphs, shorter ones are lists.
constexpr size_t narrowest_wrap_columns = 40;
constexpr size_t widest_wrap_columns = 130;
// Wrapped lines end near the margin: how far from the widest one the last word may have been sent to the next line.
constexpr size_t ragged_margin_columns = 14;
// So many lines must end near the margin before it counts as one.
constexpr size_t lines_at_margin = 3;

// A line that breaks off without wrapping is at least so long (a page break or a pasted line end cut it); a shorter one ends there.
constexpr size_t shortest_cut_columns = 30;
constexpr size_t shortest_cut_over_blank_columns = 60;

int indent_of(std::string_view text) {
  int columns = 0;
  for (char c : text) {
    if (c == ' ') ++columns;
    else if (c == '\t') columns += tab_columns - columns % tab_columns;
    else break;
  }
  return columns;
}

// "---", "***", "=====": drawn lines, and nothing else.
bool is_ruling(std::string_view text) {
  return text.size() >= 2 && std::string_view("-*_=~").find(text[0]) != std::string_view::npos &&
         text.find_first_not_of(std::string{text[0], ' '}) == std::string_view::npos;
}

int take_heading_marks(std::string_view& text) {
  const size_t marks = std::min(text.find_first_not_of('#'), text.size());
  if (marks == 0 || marks > heading_levels || marks == text.size() || text[marks] != ' ') return 0;
  text = trimmed(text.substr(marks));
  return static_cast<int>(marks);
}

// "> How many …": a line of the message that is answered. "> 5" alone counts something.
bool take_quotation_marks(std::string_view& text) {
  bool quoted = false;
  while (text.size() > 1 && text[0] == '>' && (text[1] == ' ' || text[1] == '>')) {
    const std::string_view rest = trimmed(text.substr(1));
    if (rest.empty() || (is_digit(rest[0]) && split_label(rest).label.empty())) break;
    text = rest;
    quoted = true;
  }
  return quoted;
}

bool begins_lower(std::string_view text) { return !text.empty() && text[0] >= 'a' && text[0] <= 'z'; }

bool ends_sentence(std::string_view text) {
  while (text.ends_with('"') || text.ends_with('\'') || text.ends_with(')')) text.remove_suffix(1);
  return !text.empty() && std::string_view(".?!:;").find(text.back()) != std::string_view::npos;
}

void add_lines(std::string_view raw, int number, bool blank_before, std::vector<LogicalLine>& out) {
  LogicalLine line;
  line.number = number;
  line.indent = indent_of(raw);
  line.width = code_points(trimmed(raw));
  line.blank_before = blank_before;
  std::string_view rest = trimmed(raw);
  line.quoted = take_quotation_marks(rest);
  line.heading_level = take_heading_marks(rest);
  const LabelledText labelled = split_label(rest);
  const MarkedText marked = strip_marks(labelled.text);
  line.bold = marked.bold;
  line.italic = marked.italic;
  line.label = labelled.label;
  std::vector<std::string_view> pieces = split(marked.text, '\n');
  if (pieces.empty()) pieces.emplace_back();
  for (std::string_view piece : pieces) {
    line.text = std::string(piece);
    if (line.label.empty()) {  // a label within marks: "**1.** Text", "<p>a) Text</p>"
      const LabelledText inner = split_label(piece);
      line.label = inner.label;
      line.text = std::string(inner.text);
    }
    if (!line.text.empty() || !line.label.empty()) out.push_back(line);
    line.label.clear();
    line.blank_before = false;
  }
}

}  // namespace

std::vector<LogicalLine> read_logical_lines(const std::vector<TextLine>& lines, size_t first, size_t last) {
  std::vector<LogicalLine> out;
  bool blank_before = true;
  for (size_t i = first; i < last; ++i) {
    std::string_view raw = lines[i].text;
    if (trimmed(raw).empty() || is_ruling(trimmed(raw))) {
      blank_before = true;
      continue;
    }
    const int number = lines[i].number;
    std::string two_lines;
    if (leaves_bold_open(raw) && i + 1 < last && leaves_bold_open(lines[i + 1].text)) {
      two_lines = std::string(raw) + " " + std::string(trimmed(lines[++i].text));
      raw = two_lines;
    }
    add_lines(raw, number, blank_before, out);
    blank_before = false;
  }
  return out;
}

void label_dotted_numbers(std::vector<LogicalLine>& lines) {
  std::vector<std::string> numbers;
  std::vector<size_t> places;
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].label.empty() && !is_bullet(lines[i].label)) continue;
    const LabelledText dotted = split_dotted_number(lines[i].text);
    if (dotted.label.empty()) continue;
    numbers.push_back(dotted.label);
    places.push_back(i);
  }
  const std::vector<bool> accepted = in_sequence(numbers);
  for (size_t k = 0; k < places.size(); ++k) {
    if (!accepted[k]) continue;
    LogicalLine& line = lines[places[k]];
    line.label = numbers[k];
    line.text = std::string(split_dotted_number(line.text).text);
  }
}

size_t wrap_width(const std::vector<LogicalLine>& lines) {
  struct Broken {
    size_t width = 0;
    bool runs_on = false;  // the next line begins in lower case
  };
  std::vector<Broken> broken;  // lines that break off within a sentence
  size_t whole_paragraphs = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].width > widest_wrap_columns) ++whole_paragraphs;
    else if (!lines[i + 1].blank_before && lines[i + 1].label.empty() && lines[i].heading_level == 0 && !ends_sentence(lines[i].text))
      broken.push_back({lines[i].width, begins_lower(lines[i + 1].text)});
  }
  if (broken.size() < lines_at_margin || whole_paragraphs * 4 > broken.size()) return 0;
  std::sort(broken.begin(), broken.end(), [](const Broken& a, const Broken& b) { return a.width < b.width; });
  const size_t width = broken[broken.size() - lines_at_margin].width;  // passes over a few lines that stick out
  size_t near = 0, running_on = 0;
  for (const Broken& line : broken) {
    near += line.width + ragged_margin_columns >= width;
    running_on += line.width + ragged_margin_columns >= width && line.runs_on;
  }
  const bool wrapped = near * 3 >= broken.size() && running_on * 4 >= near;  // a list of short lines breaks off before capitals
  return width >= narrowest_wrap_columns && wrapped ? width : 0;
}

bool goes_on(const LogicalLine& line, const LogicalLine& next, size_t wrapped_at) {
  if (!next.label.empty() || next.quoted != line.quoted || next.heading_level > 0 || line.heading_level > 0 || line.text.empty()) return false;
  const bool sentence_runs_on = begins_lower(next.text) && !ends_sentence(line.text);
  if (next.blank_before) return sentence_runs_on && line.width >= shortest_cut_over_blank_columns;
  const size_t first_word = std::min(next.text.find(' '), next.text.size());
  if (wrapped_at > 0 && line.width + 1 + first_word > wrapped_at) return line.bold == next.bold || begins_lower(next.text);
  return sentence_runs_on && (line.width >= shortest_cut_columns || line.text.ends_with(',') || line.text.ends_with('-'));
}

}  // namespace muster
