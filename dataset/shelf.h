// Bytes laid aside in a file without a name, which goes with the process: for what need not be in memory all the time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

class Shelf {
 public:
  Shelf() = default;  // bytes stay in memory: for little
  // The file is made in the directory. Throws std::runtime_error "DIRECTORY: …", as put and get do where the disk fails.
  explicit Shelf(const std::string& directory);
  ~Shelf();
  Shelf(const Shelf&) = delete;

  // At a place: the next one (size()), or one that is there, whose bytes are replaced.
  void put(size_t place, std::string_view bytes);
  std::string get(size_t place) const;
  size_t size() const { return directory_.empty() ? here_.size() : places_.size(); }
  std::shared_ptr<Shelf> another() const;  // in the same directory, or in memory

 private:
  struct Place {
    uint64_t begin = 0, size = 0;
  };
  std::string directory_;
  int file_ = -1;
  uint64_t end_ = 0;
  std::vector<Place> places_;
  std::vector<std::string> here_;  // without a directory
};

}  // namespace muster
