#include "normalizers/clauses.h"

#include <vector>

#include "normalizers/pattern.h"

namespace muster {

bool in_closed_bracket(std::string_view sentence, size_t words_end, size_t figure_begin) {
  if (words_end > figure_begin) return false;
  const size_t mark = sentence.find_first_of("()", words_end);
  return mark < figure_begin && sentence[mark] == ')';
}

size_t end_of_clause(std::string_view sentence, size_t figure_end) {
  static const Pattern contrast("[,;] (?:while|whilst|whereas|although|though|but)\\b");
  const std::vector<Pattern::Match> found = contrast.all(sentence.substr(figure_end));
  return found.empty() ? sentence.size() : figure_end + found.front().begin;
}

bool is_for_a_purpose(std::string_view sentence, size_t words_end, size_t figure_begin) {
  static const Pattern purpose("\\b(?:in order to|so that|thus|thereby|(?:to|helps?|helping) (?:help )?(?:recruit|retain|fill|attract|keep))\\b");
  return words_end <= figure_begin && purpose.in(sentence.substr(words_end, figure_begin - words_end));
}

bool another_clause_begins(std::string_view sentence, size_t from, size_t to) {
  static const Pattern clause("[,;] (?:and|while|whilst|whereas|although|but)\\b|;");
  return from < to && clause.in(sentence.substr(from, to - from));
}

}  // namespace muster
