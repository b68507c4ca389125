// Offsets in bytes of a UTF-8 text as offsets in code points: inside the program texts are bytes, in the dataset code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

// Counts once, then answers in constant time. The text must outlive it.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);

  // Code points that begin before the byte; a byte beyond the end counts as the end.
  size_t at(size_t byte) const;

 private:
  std::string_view text_;
  std::vector<uint32_t> before_;  // code points before each block of the text
};

// The text with ill-formed bytes and NULs as U+FFFD: file names are bytes, the dataset is UTF-8.
std::string well_formed(std::string_view text);

}  // namespace muster
