#include "normalizers/refusal.h"

#include <re2/re2.h>

#include <algorithm>

#include "normalizers/refusal_table.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t longest_name_of_exemption = 40;  // bytes behind a section that is all that is said

const RefusalTable& table_of(const Vocabulary& vocabulary) { return vocabulary.tables().refusals; }

bool overlaps(const std::vector<StatusMatch>& found, size_t begin, size_t end) {
  return std::any_of(found.begin(), found.end(), [&](const StatusMatch& m) { return begin < m.end && m.begin < end; });
}

// The text without the marks and blanks that may surround a cell's or an answer's words.
std::string_view bare(std::string_view text) {
  text = trimmed(text);
  while (!text.empty() && std::string_view(".;:*()[]\"-").find(text.front()) != std::string_view::npos) text = trimmed(text.substr(1));
  while (!text.empty() && std::string_view(".;:*()[]\"-").find(text.back()) != std::string_view::npos) text = trimmed(text.substr(0, text.size() - 1));
  return text;
}

// Words of a sentence that rests on a section: "applies", "we rely on", "is engaged".
bool claims_law(std::string_view sentence) {
  static const RE2 words(R"((?i)\b(?:appl(?:y|ies|ied|ying)|engag(?:es?|ed)|rel(?:y|ies|ied|ying) (?:up)?on|invok(?:es?|ed|ing)|claim(?:s|ed|ing)?|cit(?:es?|ed|ing))\b)");
  return RE2::PartialMatch(re2::StringPiece(sentence.data(), sentence.size()), words);
}

void add_claimed_law(std::string_view text, const Vocabulary& vocabulary, std::vector<StatusMatch>& found) {
  for (const LegalMatch& law : find_legal_references(text, "FOIA", vocabulary)) {
    if (law.status.empty() || law.ground.role == "mention_only" || overlaps(found, law.begin, law.end)) continue;
    const bool alone = law.begin == 0 && text.size() - law.end <= longest_name_of_exemption;  // "Section 40(2) \u2013 personal data"
    if (alone || claims_law(sentence_around(text, law.begin, law.end))) found.push_back({law.status, law.begin, law.end});
  }
}

}  // namespace

std::vector<StatusMatch> find_statuses(std::string_view text, const Vocabulary& vocabulary) {
  const std::string_view words = bare(text);
  const auto offset = static_cast<size_t>(words.data() - text.data());
  if (words.empty()) return {};
  std::vector<StatusMatch> found;
  const std::string whole = whole_status(text, vocabulary);
  if (!whole.empty()) return {{whole, offset, offset + words.size()}};
  for (const RefusalWording& w : table_of(vocabulary).wordings)
    if (w.scope != WordingScope::whole)
      for (const Pattern::Match& m : w.pattern.all(words))
        if (!overlaps(found, m.begin, m.end)) found.push_back({w.status, m.begin, m.end});
  add_claimed_law(words, vocabulary, found);
  std::sort(found.begin(), found.end(), [](const StatusMatch& a, const StatusMatch& b) { return a.begin < b.begin; });
  for (StatusMatch& m : found) {
    m.begin += offset;
    m.end += offset;
  }
  return found;
}

std::string whole_status(std::string_view text, const Vocabulary& vocabulary) {
  const std::string_view words = bare(text);
  if (words.empty()) return "";
  for (const RefusalWording& w : table_of(vocabulary).wordings)
    if (w.pattern.is(words)) return w.status;
  return "";
}

StatusCodes codes_of_status(std::string_view status, const Vocabulary& vocabulary) {
  const auto found = table_of(vocabulary).statuses.find(status);
  return found == table_of(vocabulary).statuses.end() ? StatusCodes{} : found->second.codes;
}

std::string answer_status_of(std::string_view status, const Vocabulary& vocabulary) {
  const auto found = table_of(vocabulary).statuses.find(status);
  return found == table_of(vocabulary).statuses.end() ? "" : found->second.answer;
}

}  // namespace muster
