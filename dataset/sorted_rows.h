// Rows put in order of their keys in little memory: what does not fit is sorted piece by piece into a file without a name (shelf.h) and the
// pieces are merged when the rows are read (external merge sort; Knuth, The Art of Computer Programming 3, 5.4).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

class Shelf;

class SortedRows {
 public:
  struct Row {
    std::string key, value;
  };

  // `shelf` takes the pieces; null: everything stays in memory.
  explicit SortedRows(std::shared_ptr<Shelf> shelf, size_t most_bytes = default_most_bytes);

  // Keys are compared as bytes; rows of one key stay in the order in which they came.
  void add(std::string key, std::string value);

  // Every row in order. May be done several times, and rows may be added in between.
  void for_each(const std::function<void(Row&)>& take);

  // The same by groups of equal keys. Of a group of more than `most` rows only the first `most` + 1 are handed over.
  void for_each_group(size_t most, const std::function<void(std::vector<Row>&)>& take);

  bool empty() const { return pieces_.empty() && rows_.empty(); }

  static constexpr size_t default_most_bytes = size_t{1} << 20;

 private:
  struct Piece {
    std::vector<size_t> places;  // blocks on the shelf, one after the other
  };
  class Reading;

  void sort_in_memory();
  void lay_aside();

  std::shared_ptr<Shelf> shelf_;
  size_t most_bytes_, bytes_ = 0;
  bool is_sorted_ = true;
  std::vector<Row> rows_;  // since the last piece
  std::vector<Piece> pieces_;
};

// A number as bytes that sort like it.
std::string sortable(uint32_t number);

// Parts as one key; their lengths keep ("a", "bc") and ("ab", "c") apart.
std::string joined_key(const std::vector<std::string_view>& parts);

}  // namespace muster
