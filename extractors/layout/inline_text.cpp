#include "extractors/layout/inline_text.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

constexpr std::string_view block_elements[] = {
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
    "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul"};
// A footnote mark is a letter, a number of up to two digits or a sign, perhaps two of them ("1,2").
constexpr size_t longest_mark_bytes = 5;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

bool is_ordinal_ending(std::string_view text) { return is_one_of(ascii_lower(text), {"st", "nd", "rd", "th"}); }

// "[1]" and "(a)" are the marks 1 and a.
std::string_view without_brackets(std::string_view text) {
  if (text.size() > 2 && (text.front() == '[' || text.front() == '(')) return text.substr(1, text.size() - 2);
  return text;
}

// "FTE" and "12", "Parking" and "Schools": nobody writes these as one.
bool reads_on_badly(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty() || !is_letter(before.back())) return false;
  const bool lower = before.back() >= 'a', upper = after[0] >= 'A' && after[0] <= 'Z';
  return is_digit(after[0]) || (lower && upper);
}

// m², km³: the superscript belongs to the unit.
bool is_power(std::string_view before, std::string_view text) {
  return (text == "2" || text == "3") && before.ends_with('m');
}

std::string as_superscript(std::string_view text) {
  static constexpr std::string_view digits[] = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074", "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
  static constexpr std::string_view letters[] = {"\u1D43", "\u1D47", "\u1D9C", "\u1D48", "\u1D49", "\u1DA0", "\u1D4D", "\u02B0", "\u2071", "\u02B2", "\u1D4F", "\u02E1", "\u1D50"};
  std::string out;
  for (const char c : text) {
    if (is_digit(c)) out += digits[c - '0'];
    else if (c >= 'a' && c <= 'm') out += letters[c - 'a'];
    else out += c;
  }
  return out;
}

}  // namespace

bool is_block_element(std::string_view name) { return std::ranges::binary_search(block_elements, name); }

bool is_heading_element(std::string_view name) { return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'; }

Look look_within(const Tag& element, Look look) {
  const std::string_view name = element.name;
  if (is_one_of(name, {"b", "strong", "th", "dt"}) || is_heading_element(name)) look.bold = true;
  if (is_one_of(name, {"i", "em", "cite"})) look.italic = true;
  if (name == "sup") look.superscript = true;
  if (name == "pre" || name == "textarea") look.preformatted = true;
  const std::string style = ascii_lower(attribute(element, "style"));
  if (const size_t weight = style.find("font-weight"); weight != std::string::npos) {
    const std::string value(trimmed(std::string_view(style).substr(std::min(weight + 12, style.size()))));
    look.bold = value.starts_with("bold") || (!value.empty() && value[0] >= '6' && value[0] <= '9');
  }
  if (style.find("font-style:italic") != std::string::npos || style.find("font-style: italic") != std::string::npos) look.italic = true;
  if (style.find("vertical-align:super") != std::string::npos || style.find("vertical-align: super") != std::string::npos) look.superscript = true;
  return look;
}

void InlineText::add(std::string_view text, const Look& look) {
  while (!text.empty()) {
    const size_t blank = text.find_first_of(" \t\n\r");
    if (blank == 0) {
      if (look.preformatted && text[0] == '\n') forced_break();
      space_ = true;
      text.remove_prefix(1);
      continue;
    }
    add_word(text.substr(0, blank), look);
    text.remove_prefix(std::min(blank, text.size()));
  }
}

void InlineText::add_word(std::string_view word, const Look& look) {
  any_ = true;
  all_bold_ &= look.bold;
  all_italic_ &= look.italic;
  if (look.superscript) return add_superscript(word, look);
  if ((space_ || (border_ && reads_on_badly(line_.text, word))) && !line_.text.empty()) line_.text += ' ';
  space_ = border_ = false;
  line_.text += word;
  line_.bold &= look.bold;
}

void InlineText::add_superscript(std::string_view word, const Look& look) {
  Look plain = look;
  plain.superscript = false;
  const std::string_view mark = without_brackets(word);
  if (is_ordinal_ending(word)) return add_word(word, plain);
  if (marks_apart_ && !blank() && mark.size() <= longest_mark_bytes && !is_power(line_.text, mark)) {
    if (!marks_.empty()) marks_ += ',';
    marks_ += mark;
    return;
  }
  space_ = false;
  add_word(as_superscript(word), plain);
}

void InlineText::end_line() {
  lines_.push_back(std::move(line_));
  line_ = {.text = {}, .bold = true};
  space_ = false;
}

void InlineText::forced_break() {
  if (!blank()) end_line();
}

void InlineText::block_break() {
  if (!line_.text.empty()) end_line();
}

std::vector<InlineLine> InlineText::take() {
  end_line();
  std::erase_if(lines_, [](const InlineLine& line) { return line.text.empty(); });
  std::vector<InlineLine> lines = std::move(lines_);
  std::string marks = std::move(marks_);
  *this = InlineText(marks_apart_);
  marks_ = std::move(marks);
  return lines;
}

ElementText text_below(const TagTree& tree, int element, const std::vector<int>& left_out, int until) {
  struct Open { int end; Look look; bool block; };
  InlineText inline_text(true);
  std::vector<Open> open{{tree.end(element), look_within(tree[element], {}), true}};
  for (int i = element + 1; i < std::min(until, tree.end(element));) {
    for (; i >= open.back().end; open.pop_back())
      if (open.back().block) inline_text.block_break();
    const Tag& tag = tree[i];
    const bool left = std::ranges::find(left_out, i) != left_out.end();
    if (left) inline_text.block_break();
    if (left || (tag.hidden && !tree[element].hidden)) {
      i = tree.end(i);
      continue;
    }
    if (tag.name == "#text") inline_text.add(tag.text, open.back().look);
    else if (tag.name == "br") inline_text.forced_break();
    else {
      open.push_back({tree.end(i), look_within(tag, open.back().look), is_block_element(tag.name)});
      if (open.back().block) inline_text.block_break();
      else if (has_attribute(tag, "class")) inline_text.soft_border();
    }
    ++i;
  }
  ElementText out{.text = {}, .marks = inline_text.marks(), .bold = inline_text.bold()};
  for (const InlineLine& line : inline_text.take()) out.text += (out.text.empty() ? "" : "\n") + line.text;
  return out;
}

}  // namespace muster
