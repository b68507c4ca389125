// The wordings and references of refusals, compiled. Private to normalizers/.
#pragma once

#include <re2/re2.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "normalizers/refusal.h"
#include "normalizers/vocabulary_layers.h"

namespace muster {

enum class WordingScope { whole, start, within };

struct RefusalWording {
  std::string status;
  WordingScope scope = WordingScope::within;
  std::unique_ptr<RE2> pattern;
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
  static RefusalTable load(const VocabularyLayers& layers);
};

}  // namespace muster
