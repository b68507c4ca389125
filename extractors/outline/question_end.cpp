#include "extractors/outline/question_end.h"

#include <re2/re2.h>

#include <algorithm>

#include "extractors/outline/echo.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr double least_kinship = 0.3;      // of the question's words in a reworded repeat that ends in a question mark
constexpr size_t longest_reworded_end_bytes = 150;  // a question mark further on belongs to the answer
constexpr size_t least_part_bytes = 3;     // a shorter part of a question is no wording

// "between 1st April – 31st August": a day of the question and no value.
bool is_value(std::string_view text, const DocumentWords& words) {
  static const RE2 day(R"((?i)^\d{1,2}(?:st|nd|rd|th)\b)");
  return words.prefix("value_opening", text) > 0 && !RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), day);
}

// "To find this we would …": the verb stands behind its subject, so nothing is asked.
bool states(std::string_view opening) {
  static const RE2 subject(R"((?i)\b(?:we|it|this|that|there|they|council|authority|trust|information|data|figures?) (?:do|does|did|is|are|was|were|has|have|had|can|could|would|will|should|may)$)");
  return RE2::PartialMatch(re2::StringPiece(opening.data(), opening.size()), subject);
}

bool asks_more(std::string_view text, const DocumentWords& words) {
  if (text.ends_with('?')) return true;
  const size_t opening = words.prefix("asks", text);
  return opening > 0 && !states(trimmed(text.substr(0, opening)));
}

// "2022 – 7,688" has no words to ask with.
bool has_word(std::string_view text) {
  for (size_t i = 0; i + 1 < text.size(); ++i)
    if (is_letter(text[i]) && is_letter(text[i + 1])) return true;
  return false;
}

// "2) How many …" is the next question and no figure.
bool label_like(std::string_view text) {
  const size_t end = text.find_first_not_of("0123456789");
  return end != std::string_view::npos && (text[end] == ')' || text[end] == '.' || text[end] == ':') && !(end + 1 < text.size() && is_digit(text[end + 1]));
}

bool inside_brackets(std::string_view text, size_t at) {
  const size_t open = text.rfind('(', at), close = text.rfind(')', at);
  return open != std::string_view::npos && (close == std::string_view::npos || close < open);
}

// "(month and year)" behind the mark says in which form the answer is wanted.
bool is_form_of_answer(std::string_view rest) {
  return rest.starts_with('(') && rest.find(')') + 1 == rest.size() && rest.find_first_of("0123456789") == std::string_view::npos && has_word(rest);
}

// "How many applied? 187 of which shortlisted? 74": the first question mark with a figure right behind it.
size_t answered_mark(std::string_view text) {
  for (size_t mark = text.find('?'); mark != std::string_view::npos; mark = text.find('?', mark + 1)) {
    const std::string_view rest = trimmed(text.substr(mark + 1));
    const bool last = text.find('?', mark + 1) == std::string_view::npos;
    if (!rest.empty() && !last && (is_digit(rest[0]) || rest.starts_with("\u00A3")) && !label_like(rest)) return mark;
  }
  return std::string_view::npos;
}

// "… waiting: 133. Longest wait: 31 weeks." says more after the first full stop.
size_t first_sentence(std::string_view text) {
  for (size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 1))
    if (at + 2 < text.size() && text[at + 2] >= 'A' && text[at + 2] <= 'Z' && at > 0 && (is_digit(text[at - 1]) || text[at - 1] == ')' || (text[at - 1] >= 'a' && text[at - 1] <= 'z')))
      return at + 1;
  return text.size();
}

// "between 1 April – 31 August", "from 2019 - 2021": the dash stands between the two ends.
bool parts_an_interval(std::string_view before) {
  static const RE2 open_end(R"((?i)\b(?:between|from) (?:the )?(?:\w+ ){0,2}[\w/]*\d[\w/]*(?: \w+){0,2}$)");
  return RE2::PartialMatch(re2::StringPiece(before.data(), before.size()), open_end);
}

// After the separator that comes last among those with a value behind them: "Scale A: 5.0 fte", "Leavers – 12".
size_t value_after_separator(std::string_view whole, const DocumentWords& words) {
  const std::string_view text = whole.substr(0, first_sentence(whole));
  size_t best = 0;
  for (const std::string_view separator : {": ", " - ", " \u2013 ", " \u2014 ", " = "}) {
    size_t at = text.rfind(separator);
    while (at != std::string_view::npos && at > 0 && inside_brackets(text, at)) at = text.rfind(separator, at - 1);
    if (at == std::string_view::npos) continue;
    const size_t after = at + separator.size();
    if (separator != ": " && parts_an_interval(text.substr(0, at))) continue;
    if (!has_word(text.substr(0, at))) continue;
    if (after > best && is_value(trimmed(text.substr(after)), words)) best = after;
  }
  return best;
}

// "Please provide the strategy. The strategy is attached.": a demand with its answer on the same line.
size_t answered_demand(std::string_view text, bool followed, const DocumentWords& words) {
  if (followed || words.prefix("asks", text) == 0) return 0;
  const size_t end = first_sentence(text);
  const std::string_view rest = trimmed(text.substr(end));
  return !rest.empty() && !asks_more(rest, words) && is_value(rest, words) ? end : 0;
}

}  // namespace

size_t question_length(std::string_view text, bool followed, const DocumentWords& words) {
  if (const size_t early = answered_mark(text); early != std::string_view::npos) return early + 1;
  const size_t mark = text.rfind('?');
  if (mark != std::string_view::npos) {
    const std::string_view rest = trimmed(text.substr(mark + 1));
    if (rest.empty() || asks_more(rest, words) || is_form_of_answer(rest)) return text.size();
    if (!followed || is_value(rest, words)) return mark + 1;
    return text.size();
  }
  if (const size_t value = value_after_separator(text, words)) return value;
  if (const size_t demand = answered_demand(text, followed, words)) return demand;
  if (followed || asks_more(text, words)) return text.size();
  return is_value(text, words) ? 0 : text.size();
}

size_t repeated_length(std::string_view text, std::string_view wording) {
  const Echo echo = find_echo(text, wording);
  const size_t mark = text.rfind('?');
  if (echo.length > 0) {
    // The repeat may go on in other words up to its question mark.
    const bool ended = trimmed(text.substr(0, echo.length)).ends_with('?');
    const bool goes_on = !ended && mark != std::string_view::npos && mark + 1 > echo.length &&
                         mark - echo.length < longest_reworded_end_bytes && wording.find('?') != std::string_view::npos;
    return goes_on ? mark + 1 : echo.length;
  }
  if (mark == std::string_view::npos) return 0;
  return find_echo(text.substr(0, mark + 1), wording).coverage >= least_kinship ? mark + 1 : 0;
}

std::string inline_part(std::string_view wording, char letter) {
  auto label_at = [&](char c, size_t from) {
    const std::string label = std::string(1, c) + ")";
    for (size_t at = wording.find(label, from); at != std::string_view::npos; at = wording.find(label, at + 1))
      if (at > 0 && (wording[at - 1] == ' ' || wording[at - 1] == '(')) return at;
    return std::string_view::npos;
  };
  const size_t begin = label_at(letter, 0);
  if (begin == std::string_view::npos) return {};
  const size_t next = letter < 'z' ? label_at(static_cast<char>(letter + 1), begin + 2) : std::string_view::npos;
  std::string_view part = trimmed(wording.substr(begin + 2, next == std::string_view::npos ? next : next - begin - 2));
  if (part.ends_with(" and")) part.remove_suffix(4);
  while (part.ends_with(',') || part.ends_with(';') || part.ends_with('(')) part.remove_suffix(1);
  return part.size() < least_part_bytes ? std::string() : std::string(trimmed(part));
}

}  // namespace muster
