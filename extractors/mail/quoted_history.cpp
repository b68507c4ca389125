#include "extractors/mail/quoted_history.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "extractors/read/tag_tree.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Mail programs write these; a person's sentence is longer than the first and lacks the colon of the second.
bool opens_history(std::string_view line) {
  static const RE2 original(R"((?i)[-_ ]*(?:original message|forwarded message|reply message|begin forwarded message:?)[-_ :]*)");
  static const RE2 wrote(R"((?i)on .{6,120}(?:\d|[ap]m),? .{2,120} wrote:)");
  return line.size() < 300 && (RE2::FullMatch(re2::StringPiece(line.data(), line.size()), original) || RE2::FullMatch(re2::StringPiece(line.data(), line.size()), wrote));
}

bool is_header(std::string_view line, const RE2& name) { return RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), name); }

// "From: … Sent: … To: …", one a line or all in one paragraph.
bool opens_header_block(const std::vector<std::string>& lines, size_t at) {
  static const RE2 from(R"((?i)^\*?from:)"), sent(R"((?i)(?:^|\n)\s*\*?(?:sent|date):)"), to(R"((?i)(?:^|\n)\s*\*?(?:to|subject):)");
  constexpr size_t longest_block = 8;
  if (!is_header(lines[at], from)) return false;
  std::string block;
  for (size_t i = at; i < std::min(lines.size(), at + longest_block); ++i) block += lines[i] + '\n';
  return is_header(block, sent) && is_header(block, to);
}

bool is_quoted(std::string_view line) { return line.starts_with('>'); }

bool has_words(std::string_view line) { return std::ranges::any_of(line, [](char c) { return is_letter(c) || is_digit(c); }); }

// Answers between the lines that the other side wrote: no history but the text itself.
bool answered_between(const std::vector<std::string>& lines, size_t begin) {
  bool quoted = false;
  for (size_t i = begin + 1; i < lines.size(); ++i) {
    if (is_quoted(lines[i])) quoted = true;
    else if (quoted && has_words(lines[i])) return true;
  }
  return false;
}

size_t first_of_history(const std::vector<std::string>& lines) {
  bool words_before = false;  // a mail that is nothing but a forwarded one is no history
  for (size_t i = 0; i < lines.size(); ++i) {
    if (words_before && (opens_history(lines[i]) || opens_header_block(lines, i))) return answered_between(lines, i) ? lines.size() : i;
    words_before |= has_words(lines[i]) && !is_quoted(lines[i]) && !opens_history(lines[i]);
  }
  return lines.size();
}

bool is_block(std::string_view name) {
  return name == "p" || name == "div" || name == "blockquote" || name == "td" || name == "li" || name == "hr" || name == "h1" || name == "h2" || name == "h3" || name == "pre";
}

// Texts of the innermost blocks, with the tag that each begins at; <br> parts lines.
struct BlockLines {
  std::vector<std::string> lines;
  std::vector<size_t> tags;
};

BlockLines block_lines(const std::vector<Tag>& tags) {
  BlockLines out;
  bool fresh = true;
  for (size_t i = 0; i < tags.size(); ++i) {
    const Tag& tag = tags[i];
    if (is_block(tag.name) || tag.name == "br") fresh = true;
    if (tag.name != "#text" || tag.hidden || trimmed(tag.text).empty()) continue;
    if (fresh) {
      out.lines.emplace_back();
      out.tags.push_back(i);
    }
    fresh = false;
    out.lines.back() += (out.lines.back().empty() || tag.text.starts_with(' ') ? "" : " ") + single_spaced(tag.text);
  }
  for (std::string& line : out.lines) line = single_spaced(line);
  return out;
}

// The outermost element that begins with this text and is no part of the page's frame.
size_t opening_element(const std::vector<Tag>& tags, size_t text) {
  size_t at = text;
  while (tags[at].parent >= 0 && static_cast<size_t>(tags[at].parent) + 1 == at && tags[static_cast<size_t>(tags[at].parent)].name != "body") at = static_cast<size_t>(tags[at].parent);
  return at;
}

}  // namespace

size_t history_begin(const std::vector<TextLine>& lines) {
  std::vector<std::string> texts;
  for (const TextLine& line : lines) texts.emplace_back(trimmed(line.text));
  return first_of_history(texts);
}

size_t history_begin(const std::vector<Tag>& tags) {
  const BlockLines blocks = block_lines(tags);
  const size_t found = first_of_history(blocks.lines);
  return found == blocks.lines.size() ? tags.size() : opening_element(tags, blocks.tags[found]);
}

}  // namespace muster
