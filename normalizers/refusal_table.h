// The wordings and references of refusals, compiled. Private to normalizers/.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "normalizers/refusal.h"
#include "normalizers/vocabulary_layers.h"

namespace muster {

enum class WordingScope { whole, start, within };

// One compiled row of refusals.csv.
struct RefusalWording {
  struct Compiled;
  std::string status;
  WordingScope scope = WordingScope::within;
  std::shared_ptr<const Compiled> compiled;

  bool is(std::string_view text) const;  // the whole text
  // Places of the words in the text that do not overlap, as begin and end; with scope `start` only at its front.
  std::vector<std::pair<size_t, size_t>> in(std::string_view text) const;
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
