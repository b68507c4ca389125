#include "extractors/read/html_arena.h"

namespace muster {

void* HtmlArena::allocate(size_t bytes) {
  constexpr size_t alignment = alignof(std::max_align_t);
  bytes = (bytes + alignment - 1) / alignment * alignment;
  if (bytes > left_) std::longjmp(exhausted, 1);
  left_ -= bytes;
  if (bytes > chunk_bytes / 4) {  // large ones alone, in front of the chunk in use
    auto own = std::make_unique_for_overwrite<std::byte[]>(bytes);
    void* memory = own.get();
    chunks_.insert(chunks_.empty() ? chunks_.end() : chunks_.end() - 1, std::move(own));
    if (chunks_.size() == 1) used_ = chunk_bytes;
    return memory;
  }
  if (used_ + bytes > chunk_bytes) {
    chunks_.push_back(std::make_unique_for_overwrite<std::byte[]>(chunk_bytes));
    used_ = 0;
  }
  void* memory = chunks_.back().get() + used_;
  used_ += bytes;
  return memory;
}

}  // namespace muster
