// Pictures of pages: drawn by a child of the program under a worker's limits, since a PDF is untrusted wherever it comes from.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace muster {

// One page to be drawn.
struct PageToDraw {
  std::string path;
  std::string document_id;  // of the file itself, or of the member of it that is meant
  int page = 1;             // from 1
  double dpi = 100;
  bool covered = false;     // names and contact details of persons are blacked out (cover_names.h)
};

// The child's side, `muster confined draw FILE`: writes the picture's PNG to the parent's socket. Returns the exit code.
int draw_for_parent(const PageToDraw& page, const std::string& vocabulary_directory);

// PNG of the page; empty when it cannot be drawn. Throws std::runtime_error when no child can be started.
std::string page_picture(const PageToDraw& page);

// Keeps the pictures that were asked for last. May be used by several threads.
class PictureCache {
 public:
  std::string picture(const PageToDraw& page);

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
