#include "extractors/outline/tell_language.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

constexpr int fewest_words = 2;        // a single "yn" may be a name
constexpr size_t shown_bytes = 80;     // of a passage, in its diagnostic
constexpr int fewest_welsh_passages = 2;
constexpr size_t head_passages = 60;   // one English sentence stands among these
constexpr size_t most_words = 400;     // of a passage, looked at

std::string shown(std::string_view text) {
  size_t end = std::min(text.size(), shown_bytes);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return single_spaced(text.substr(0, end));
}

// Cheap, since almost every document is English: Welsh hardly makes a sentence without "yn" or "y".
bool may_be_welsh(const std::vector<Passage>& passages) {
  int found = 0;
  for (const Passage& p : passages)
    for (const std::string_view word : {" yn ", " y ", " yr ", "'r "})
      found += p.is_main() && p.text.find(word) != std::string::npos;
  return found >= fewest_welsh_passages;
}

bool is_english(const std::vector<Passage>& passages, const DocumentWords& words) {
  size_t looked = 0;
  for (const Passage& p : passages) {
    if (!p.is_main() || p.text.empty()) continue;
    if (language_of_text(p.text, words) == "en") return true;
    if (++looked > head_passages) break;
  }
  return false;
}

}  // namespace

std::string language_of_text(std::string_view text, const DocumentWords& words) {
  const std::string key = folded(text);
  int welsh = 0, english = 0;
  size_t looked = 0;
  for (const std::string_view word : split(key, ' ')) {
    if (++looked > most_words) break;
    welsh += words.is("welsh_word", word);
    english += words.is("english_word", word);
  }
  if (welsh >= fewest_words && welsh > 2 * english) return "cy";
  return english >= fewest_words && english > 2 * welsh ? "en" : "";
}

std::string tell_language(const std::string& declared, std::vector<Passage>& passages, const DocumentWords& words, Diagnostics& diagnostics) {
  if (!may_be_welsh(passages)) return declared.empty() && is_english(passages, words) ? "en" : declared;
  bool english = false, welsh = false;
  std::vector<Passage*> unread;
  for (Passage& p : passages) {
    if (!p.is_main()) continue;
    const std::string language = language_of_text(p.text, words);
    english |= language == "en";
    welsh |= language == "cy";
    if (language == "cy") unread.push_back(&p);
  }
  for (Passage* p : unread) {
    p->voice = Voice::boilerplate;
    p->zone = Zone::closing;
    diagnostics.add({.stage = "find_structure", .code = "welsh_not_read", .severity = Severity::warning, .place = p->place, .raw = shown(p->text),
                     .message = "a passage in Welsh; figures are read from English alone"});
  }
  if (welsh) return english ? "en+cy" : "cy";
  return english && declared.empty() ? "en" : declared;
}

}  // namespace muster
