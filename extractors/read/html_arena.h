// Memory for one run of an HTML parser: given back as a whole, so that freeing a deep tree does not recurse, and bounded,
// so that markup made to multiply (misnested formatting elements) ends as a diagnostic.
#pragma once

#include <csetjmp>
#include <cstddef>
#include <memory>
#include <vector>

namespace muster {

class HtmlArena {
 public:
  explicit HtmlArena(size_t most_bytes) : left_(most_bytes) {}

  // A C parser cannot be told that memory is refused, so `allocate` jumps to `exhausted` instead; set it before parsing.
  // Nothing between the two may own anything (the parser owns only arena memory).
  std::jmp_buf exhausted;

  void* allocate(size_t bytes);

 private:
  static constexpr size_t chunk_bytes = 1u << 18;

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  size_t used_ = chunk_bytes;  // of the last chunk
  size_t left_;
};

}  // namespace muster
