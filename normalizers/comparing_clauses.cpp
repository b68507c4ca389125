#include "normalizers/comparing_clauses.h"

#include <algorithm>

#include "normalizers/pattern.h"
#include "schemas/text.h"

namespace muster {
namespace {

// "from 23 in 2022 to": the other end of a course, after the clause that begins at the place; 0 when there is none.
size_t other_end_after(std::string_view text, size_t from) {
  static const Pattern course("^from [^,;\n]{0,60}?\\d[^,;\n]{0,60}? to\\b");
  const std::vector<Pattern::Match> found = course.all(text.substr(from));
  return found.empty() ? 0 : from + found.front().end;
}

// Where the clause ends: a mark of punctuation that is no part of a number, the other end of a course.
size_t end_of_clause(std::string_view text, size_t from) {
  static const Pattern stop("[,;)\n]|[.?!] | [\u2013\u2014-] ");
  if (const size_t other = other_end_after(text, from); other > 0) return other;
  for (const Pattern::Match& match : stop.all(text.substr(from))) {
    const size_t at = from + match.begin;
    const bool in_number = text[at] == ',' && at > 0 && is_digit(text[at - 1]) && at + 1 < text.size() && is_digit(text[at + 1]);
    if (!in_number) return at;
  }
  return text.size();
}

// "12 leavers from 30 posts" compares nothing: the bare word opens a clause only where a course has another end.
bool opens_clause(std::string_view text, const Pattern::Match& match) {
  const std::string_view word = text.substr(match.begin, match.end - match.begin);
  return ascii_lower(word) != "from" || other_end_after(text, match.begin) > 0;
}

}  // namespace

bool leads_to(std::string_view text, size_t end_of_words, size_t figure) {
  static const Pattern of("^ of (?:up to |about |around |over )?$");
  return end_of_words <= figure && figure < text.size() && of.in(text.substr(end_of_words, figure - end_of_words));
}

std::vector<Clause> comparing_clauses(std::string_view text) {
  static const Pattern opening(
      "(?:[,;(]| [\u2013\u2014-]) ?(?:and |but )?(?:where(?:as)?|when|while|whilst|although|though|against|than|from|having been)\\b"
      "|\\b(?:up|down|r[io]sen?|rising|fell|fall(?:s|en|ing)?|drop(?:s|ped)?|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|reduc(?:ed|tion)|gr[eo]wn?|improve(?:d|ment)) from\\b"
      "|\\b(?:from|compared (?:to|with|against)|as (?:against|opposed to)|in contrast (?:to|with)|in comparison (?:to|with)|versus|vs\\.?|against|than|whereas|whilst)\\b");
  std::vector<Clause> out;
  for (const Pattern::Match& match : opening.all(text)) {
    if (!opens_clause(text, match)) continue;
    const bool course = ascii_lower(text.substr(0, match.end)).ends_with("from");  // the verb before it is of both ends
    const size_t begin = course ? match.end - std::string_view("from").size() : text.find_first_not_of(" ,;(-", match.begin);
    if (!out.empty()) out.back().end = std::min(out.back().end, match.begin);
    out.push_back({begin, end_of_clause(text, begin)});
  }
  static const Pattern aside(", ((?:(?:whose|which|who|whom)\\b|(?:rated|judged|founded|formed|created|inspected|opened|set up|established|appointed|elected|launched)\\b)[^,;.\\n]{3,120}),");
  for (const Pattern::Match& match : aside.all(text)) out.push_back({match.begin + 1, match.end - 1, true});
  return out;
}

}  // namespace muster
