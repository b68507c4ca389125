// The authorities with what finds them quickly. Private to normalizers/.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "normalizers/authority.h"
#include "normalizers/vocabulary_layers.h"

namespace muster {

struct AuthorityTable {
  std::vector<Authority> rows;
  std::map<std::string, size_t, std::less<>> by_code;
  std::map<std::string, std::vector<size_t>, std::less<>> by_name;    // folded names, short names and aliases; rows in order of start
  std::map<std::string, std::vector<size_t>, std::less<>> by_domain;
  size_t longest_name_words = 0;

  // Throws std::runtime_error "FILE:LINE: what is wrong".
  static AuthorityTable load(const VocabularyLayers& layers);
};

}  // namespace muster
