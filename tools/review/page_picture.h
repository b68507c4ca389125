// Pictures of pages: drawn by a child of the program under a worker's limits, since a PDF is untrusted wherever it comes from.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace muster {

// The child's side, `muster confined draw FILE`: writes the picture's PNG to the parent's socket. Returns the exit code.
int draw_for_parent(const std::string& path, int page, double dpi);

// PNG of one page (from 1); empty when it cannot be drawn. Throws std::runtime_error when no child can be started.
std::string page_picture(const std::string& path, int page, double dpi);

// Keeps the pictures that were asked for last. May be used by several threads.
class PictureCache {
 public:
  std::string picture(const std::string& path, int page, double dpi);

 private:
  struct Entry {
    std::string png;
    size_t used = 0;
  };
  std::mutex mutex_;
  std::map<std::string, Entry> entries_;
  size_t clock_ = 0, bytes_ = 0;
};

}  // namespace muster
