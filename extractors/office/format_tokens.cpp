#include "extractors/office/format_tokens.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

using Kind = FormatToken::Kind;

// Length of a quoted, escaped or bracketed part at the front, 1 for anything else.
size_t part_length(std::string_view text) {
  const auto up_to = [&](char end) {
    const size_t found = text.find(end, 1);
    return found == std::string_view::npos ? text.size() : found + 1;
  };
  switch (text[0]) {
    case '"': return up_to('"');
    case '[': return up_to(']');
    case '\\': case '_': case '*': return std::min<size_t>(2, text.size());
    default: return 1;
  }
}

// "[$£-809]" is the pound sign, "[Red]" nothing, "[h]" elapsed hours.
FormatToken bracket_token(std::string_view part) {
  std::string_view inner = part.substr(1, part.size() - std::min<size_t>(2, part.size()));
  if (inner.starts_with('$')) {
    inner.remove_prefix(1);
    return {Kind::literal, std::string(inner.substr(0, inner.find('-')))};
  }
  const std::string lower = ascii_lower(inner);
  if (!lower.empty() && lower.find_first_not_of(lower[0]) == std::string::npos && std::string_view("hms").find(lower[0]) != std::string_view::npos)
    return {Kind::elapsed, lower.substr(0, 1)};
  return {};
}

FormatToken special_token(std::string_view part) {
  switch (part[0]) {
    case '"': return {Kind::literal, std::string(part.substr(1, part.size() - std::min<size_t>(2, part.size())))};
    case '\\': return {Kind::literal, std::string(part.substr(1))};
    case '[': return bracket_token(part);
    case '_': return {Kind::literal, " "};
    default: return {};  // '*': fills the cell's width
  }
}

FormatToken single_token(char c) {
  switch (c) {
    case '0': case '#': case '?': return {Kind::digit, std::string(1, c)};
    case '.': return {Kind::point, "."};
    case ',': return {Kind::comma, ","};
    case '%': return {Kind::percent, "%"};
    case '/': return {Kind::slash, "/"};
    case '@': return {Kind::text, "@"};
    default: return {Kind::literal, std::string(1, c)};
  }
}

// Words of the code: General, AM/PM, E+, runs of date letters. Empty text when there is none at the front.
FormatToken word_token(std::string_view text) {
  const std::string lower = ascii_lower(text.substr(0, 8));
  if (lower.starts_with("general")) return {Kind::general, std::string(text.substr(0, 7))};
  if (lower.starts_with("am/pm")) return {Kind::half_day, std::string(text.substr(0, 5))};
  if (lower.starts_with("a/p")) return {Kind::half_day, std::string(text.substr(0, 3))};
  if (lower.starts_with("e+") || lower.starts_with("e-")) return {Kind::exponent, std::string(text.substr(0, 2))};
  if (std::string_view("ymdhs").find(lower[0]) == std::string_view::npos) return {Kind::literal, ""};
  const std::string all = ascii_lower(text);
  return {Kind::date, all.substr(0, std::min(all.find_first_not_of(all[0]), all.size()))};
}

}  // namespace

std::vector<std::string_view> format_sections(std::string_view format) {
  std::vector<std::string_view> out;
  size_t start = 0;
  for (size_t at = 0; at < format.size();) {
    if (format[at] == ';') {
      out.push_back(format.substr(start, at - start));
      start = at + 1;
    }
    at += part_length(format.substr(at));
  }
  out.push_back(format.substr(start));
  return out;
}

std::vector<FormatToken> format_tokens(std::string_view section) {
  std::vector<FormatToken> out;
  while (!section.empty()) {
    size_t length = part_length(section);
    FormatToken token;
    if (std::string_view("\"\\[_*").find(section[0]) != std::string_view::npos) {
      token = special_token(section.substr(0, length));
    } else if (FormatToken word = word_token(section); !word.text.empty()) {
      token = std::move(word);
      length = token.text.size();
    } else {
      token = single_token(section[0]);
    }
    if (!token.text.empty()) out.push_back(std::move(token));
    section.remove_prefix(std::min(length, section.size()));
  }
  return out;
}

bool is_general(const std::vector<FormatToken>& tokens) {
  return std::ranges::any_of(tokens, [](const FormatToken& t) { return t.kind == Kind::general; });
}

bool is_date_format(const std::vector<FormatToken>& tokens) {
  const bool digits = std::ranges::any_of(tokens, [](const FormatToken& t) { return t.kind == Kind::digit && t.text != "0"; });
  return !digits && std::ranges::any_of(tokens, [](const FormatToken& t) { return t.kind == Kind::date || t.kind == Kind::elapsed; });
}

bool has_condition(std::string_view format) {
  for (size_t at = format.find('['); at != std::string_view::npos; at = format.find('[', at + 1))
    if (at + 1 < format.size() && std::string_view("<>=").find(format[at + 1]) != std::string_view::npos) return true;
  return false;
}

}  // namespace muster
