// The wordings and references of refusals. Private to normalizers/.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "normalizers/pattern.h"
#include "normalizers/refusal.h"
#include "normalizers/vocabulary_layers.h"

namespace muster {

enum class WordingScope { whole, start, within };

// One row of refusals.csv; the pattern of scope `start` is tied to the text's front.
struct RefusalWording {
  std::string status;
  WordingScope scope = WordingScope::within;
  Pattern pattern;
};

struct LegalReference {
  std::string role, status;
};

struct RefusalTable {
  struct Status {
    StatusCodes codes;
    std::string answer;
  };
  std::map<std::string, Status, std::less<>> statuses;
  std::vector<RefusalWording> wordings;
  std::map<std::string, LegalReference, std::less<>> references;  // by "FOIA s.12"

  // Throws std::runtime_error "FILE:LINE: what is wrong".
  static RefusalTable load(const VocabularyLayers& layers, const std::shared_ptr<ConsultationRecord>& record);
};

// The sentence that [begin, end) of the text stands in, cut to a length that keeps hostile texts linear.
std::string_view sentence_around(std::string_view text, size_t begin, size_t end);

}  // namespace muster
