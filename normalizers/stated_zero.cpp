// The zero that words say where a number is expected.
#include <re2/re2.h>

#include "normalizers/quantity.h"
#include "schemas/text.h"

namespace muster {

std::optional<QuantityMatch> stated_zero(std::string_view text) {
  // "No" takes up to four words of what there is none of; more words say something else.
  static const RE2 pattern(
      "(?:(?:there|we|the council|the authority) (?:is|are|was|were|have|has|had|currently have|has been|have been) )?"
      "(?:(?:currently|at present|presently) )?"
      "(?:none(?: are| is| were)?|nil|zero|no(?: (?:current|currently|agency|interim|social|vacant|unfilled|such|posts?|vacanc(?:y|ies)|staff|workers?|"
      "starters|leavers|employees|people|locums?|team|managers?|therapists?|psychologists?|cases|one|children s|childrens|adults?|"
      "suspensions|dismissals|absences|days|spend|costs?|cost|applications|adverts)){0,4})"
      "(?: (?:currently|at present|at this time|at the moment|recorded|in post|vacant|employed|employed by us|employed by the council|reported))?");
  const std::string words = folded(text);
  if (words.empty() || !RE2::FullMatch(words, pattern)) return {};
  QuantityMatch m;
  m.quantity = {"0", "", "exact", "reported"};
  m.end = text.size();
  m.spelled = true;
  return m;
}

}  // namespace muster
