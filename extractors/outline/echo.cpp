#include "extractors/outline/echo.h"

#include <algorithm>
#include <string>
#include <vector>

#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t most_words = 600;       // of either text: longer questions are told by their front
constexpr size_t lookahead_words = 8;    // of the question that a repeat may leave out at one place
constexpr size_t most_strange_run = 2;   // own words in a row: after more the echo has ended
constexpr double least_coverage = 0.55;  // of the question's words: repeats drop "How many" and subordinate clauses
constexpr double most_strange = 0.12;    // share of the repeat's words that the question lacks
constexpr size_t one_slip = 1;           // a single own word never spoils a repeat
constexpr size_t short_question_words = 4;  // up to here every word must be there

struct Alignment {
  size_t matched = 0;        // words
  size_t last = 0;           // index after the last matched word of the text
  size_t strange_before_last = 0;
};

Alignment align(const EchoWords& text, const EchoWords& question) {
  Alignment out;
  size_t next = 0, strange = 0;
  for (size_t i = 0; i < text.size() && next < question.size() && strange <= most_strange_run; ++i) {
    const size_t limit = std::min(question.size(), next + lookahead_words);
    size_t j = next;
    while (j < limit && question[j].key != text[i].key) ++j;
    if (j == limit) {
      ++strange;
      continue;
    }
    out.strange_before_last += strange;
    strange = 0;
    ++out.matched;
    out.last = i + 1;
    next = j + 1;
  }
  return out;
}

bool ends_a_phrase(std::string_view text) {
  return !text.empty() && std::string_view(".?!:;,)").find(text.back()) != std::string_view::npos;
}

bool opens_with_break(std::string_view rest) {
  for (const std::string_view mark : {"?", ":", ";", "=", ".", "\n", "  ", " -", " \u2013", " \u2014", " ?", " :", " =", "-", "\u2013"})
    if (rest.starts_with(mark)) return true;
  return false;
}

// "Housing 1" answers "Housing"; "Housing officers keep no record" does not repeat it.
bool opens_with_value(std::string_view rest) {
  return !rest.empty() && (is_digit(rest[0]) || rest[0] == '<' || rest[0] == '*' || rest.starts_with("\u00A3") ||
                           (rest[0] >= 'A' && rest[0] <= 'Z'));
}

// Bytes after the repeat that part it from the answer: " – ", ": ", " ? ".
size_t separator_length(std::string_view rest) {
  size_t at = 0;
  bool moved = true;
  while (moved) {
    moved = false;
    for (const std::string_view mark : {" ", "\n", "\t", "?", ":", "=", "\u2013", "\u2014"})
      if (rest.substr(at).starts_with(mark)) at += mark.size(), moved = true;
    if (rest.substr(at).starts_with("- ") || rest.substr(at) == "-") ++at, moved = true;
  }
  return at;
}

}  // namespace

EchoWords echo_words(std::string_view text) {
  EchoWords out;
  size_t at = 0;
  while (at < text.size() && out.size() < most_words) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t')) ++at;
    const size_t begin = at;
    while (at < text.size() && text[at] != ' ' && text[at] != '\n' && text[at] != '\t') ++at;
    std::string key = folded(text.substr(begin, at - begin));
    if (!key.empty()) out.push_back({std::move(key), begin, at});
  }
  return out;
}

Echo find_echo(std::string_view text, std::string_view question) {
  return find_echo(text, echo_words(text), echo_words(question));
}

Echo find_echo(std::string_view text, const EchoWords& said, const EchoWords& asked) {
  Echo out;
  if (said.empty() || asked.empty()) return out;
  const Alignment found = align(said, asked);
  if (found.matched == 0) return out;
  out.coverage = static_cast<double>(found.matched) / static_cast<double>(asked.size());
  const double strange = static_cast<double>(found.strange_before_last) / static_cast<double>(found.last);
  const double least = asked.size() <= short_question_words ? 1.0 : least_coverage;
  if (out.coverage < least || (strange > most_strange && found.strange_before_last > one_slip)) return out;
  const size_t end = said[found.last - 1].end;
  const std::string_view rest = text.substr(end);
  if (trimmed(rest).empty()) {
    out.length = text.size();
    out.whole = true;
    return out;
  }
  const bool complete = found.matched == asked.size() && opens_with_value(trimmed(rest));
  if (!ends_a_phrase(text.substr(0, end)) && !opens_with_break(rest) && !complete) return out;
  out.length = end + separator_length(rest);
  out.whole = out.length >= text.size();
  return out;
}

}  // namespace muster
