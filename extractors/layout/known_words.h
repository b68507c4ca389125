// The words a document uses, to tell whether two halves of a line make one of them ("recruit-" / "ment").
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/document.h"

namespace muster {

class KnownWords {
 public:
  explicit KnownWords(const std::vector<TextLine>& lines);
  bool has(std::string_view word) const;  // without regard to ASCII case

 private:
  std::set<std::string, std::less<>> words_;
};

}  // namespace muster
