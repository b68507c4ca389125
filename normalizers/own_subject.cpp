#include "normalizers/own_subject.h"

#include <algorithm>
#include <set>

#include "normalizers/pattern.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Words that end the noun after a figure: what follows says where, when, why or of which part.
const std::set<std::string, std::less<>> ends_noun = {
    "in",    "at",     "on",    "for",   "by",        "as",       "during", "from",      "since",   "between", "across", "within", "and",   "or",
    "but",   "with",   "while", "plus",  "including", "excluding", "which",  "who",       "to",      "until",   "because", "when",  "where", "under",
    "belong", "belongs", "sit", "sits", "make", "makes", "work", "works", "cover", "covers", "over",  "that",   "we",    "it",    "they",      "there",    "so",     "following", "after",   "before",  "compared", "out", "against"};
// Longer openings without a verb are sentences cut short, not labels.
constexpr size_t most_label_words = 5;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_stop(char c) { return std::string_view(".;:,()\n/").find(c) != std::string_view::npos; }

// Bytes up to the next mark of punctuation; a point within a number is none.
size_t end_of_clause(std::string_view text, size_t from) {
  for (size_t i = from; i < text.size(); ++i) {
    if (text.compare(i, 3, "\u2013") == 0 || text.compare(i, 3, "\u2014") == 0 || text.compare(i, 3, " - ") == 0) return i;
    const bool in_number = (text[i] == '.' || text[i] == ',') && i + 1 < text.size() && is_digit(text[i + 1]);
    if (is_stop(text[i]) && !in_number) return i;
  }
  return text.size();
}

// The noun phrase after the figure: "districts" of "14 districts in the county", "the posts" of "14 of the posts".
std::string noun_after(const TextReading& reading, const Mention& figure) {
  std::string_view after = std::string_view(reading.text).substr(figure.end, end_of_clause(reading.text, figure.end) - figure.end);
  std::string out;
  for (std::string_view word : split(after, ' ')) {
    if (word.empty()) continue;
    if (ends_noun.count(ascii_lower(word))) break;
    (out += ' ') += word;
  }
  return out;
}

size_t words_in(std::string_view text) {
  size_t n = 0;
  for (std::string_view word : split(text, ' ')) n += !word.empty();
  return n;
}

bool has_verb(std::string_view text) {
  static const Pattern verb("\\b(?:is|are|was|were|be|been|has|have|had|came|comes|cost|costs|spent|paid|pays?|received|stood|stands|shows?|totall?ed|made|did|does|do|can|will|would|may|takes?|took|gave|gives?)\\b");
  return verb.in(text);
}

// A name before its figure: "Northfield: 14", "Duty team - 14", at the front of a line or after another also "Northfield 14".
bool is_label(std::string_view before) {
  static const Pattern runs_on("\\b(?:at|of|in|on|for|to|by|from|than|with|and|or|hold|holds|held|include|includes|about|around|between)$");
  for (std::string_view mark : {":", "-", "\u2013", "\u2014", "="})
    if (before.ends_with(mark)) return true;
  const bool name = before.empty() || is_upper(before.front()) || is_digit(before.front()) || static_cast<unsigned char>(before.front()) >= 0x80;
  return name && words_in(before) <= most_label_words && !has_verb(before) && !runs_on.in(before);
}

// "In the northern area there were": a phrase of place or time in front is no subject.
std::string without_opening_phrase(std::string_view before) {
  static const Pattern opener("^\\W*(?:in|at|on|for|during|within|by|as of|as at|since|from|across|throughout|over|of)\\b");
  static const Pattern main_clause("\\b(?:there|we|it|this|they|is|are|was|were|has|have|had|the (?:council|authority|trust))\\b");
  if (!opener.in(before)) return std::string(before);
  const std::vector<Pattern::Match> found = main_clause.all(before);
  return found.empty() ? std::string() : std::string(before.substr(found.front().begin));
}

// The words of the figure's clause in front of it; after an earlier figure only what stands between.
std::string words_before(const TextReading& reading, const Mention& figure) {
  size_t begin = 0;
  for (const Mention& m : reading.mentions)
    if (m.kind == MentionKind::quantity && m.end <= figure.begin) begin = m.end;
  for (size_t at = begin; at < figure.begin;) {
    const size_t stop = end_of_clause(reading.text, at);
    const bool parts_label = reading.text[stop] == ':' || reading.text[stop] == ' ' || static_cast<unsigned char>(reading.text[stop]) >= 0x80;
    if (stop >= figure.begin || parts_label) break;
    begin = at = stop + 1;
  }
  return std::string(trimmed(std::string_view(reading.text).substr(begin, figure.begin - begin)));
}

// "14.1%, down from 18.7% the year before", "10.3 (compared with 8.8 in 2021/22)": another figure of the same thing, where it has a time
// of its own; without one it may be another body's.
bool compares_times(const TextReading& reading, const Mention& figure, std::string_view before) {
  static const Pattern compared("^[\\W]*(?:which is |this is |that is |it was )?(?:(?:down|up|a (?:fall|rise|drop|increase|decrease)) (?:on|from)|compared (?:with|to)|compares (?:with|to)|against|versus|"
                                "(?:better|worse|lower|higher|more|less|fewer) than|having been|as (?:against|compared (?:with|to)))(?: the| a)?$");
  static const Pattern time("\\b(?:(?:the|a) (?:year|month|quarter) (?:before|earlier|previously)|(?:the )?(?:previous|preceding|prior|last) (?:financial )?(?:year|month|quarter)|(?:a|one|two|three) (?:years?|months?) (?:ago|before|earlier))\\b");
  if (!compared.in(before)) return false;
  const size_t end = end_of_clause(reading.text, figure.end);
  if (time.in(std::string_view(reading.text).substr(figure.end, end - figure.end))) return true;
  return std::any_of(reading.periods.begin(), reading.periods.end(), [&](const PeriodMatch& p) { return p.begin >= figure.end && p.begin < end; });
}

}  // namespace

std::string own_subject(const TextReading& reading, const Mention& figure, const Vocabulary& vocabulary) {
  const auto unknown = [&](const std::string& text) { return unknown_words(read_words(text, vocabulary), vocabulary); };
  static const Pattern part("\\b(?:includ(?:es?|ed|ing)|exclud(?:es?|ed|ing)|counts? in|counted in)\\b[^.;]*$");
  const std::string before = words_before(reading, figure);
  static const Pattern known("\\b(?:all|both|each|these|those|the|other|remaining|first|last|past|next|every|any|in|of|at|from|by|to|for|with)$");
  const bool spelled = figure.index >= 0 && reading.quantities[static_cast<size_t>(figure.index)].spelled;
  if (spelled && known.in(before)) return before;  // "All three were in one team": said of a number that was given
  if (part.in(before)) return before;  // "This includes 2 managers": a part of the figure that was asked for
  if (compares_times(reading, figure, before)) return {};
  if (std::string after = unknown(noun_after(reading, figure)); !after.empty()) return after;
  return is_label(before) ? std::string() : unknown(without_opening_phrase(before));
}

}  // namespace muster
