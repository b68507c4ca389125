#include "dataset/sorted_rows.h"

#include <algorithm>
#include <queue>
#include <utility>

#include "dataset/shelf.h"
#include "schemas/serialise.h"

namespace muster {
namespace {

constexpr size_t row_overhead_bytes = 2 * sizeof(std::string) + 32;  // of the strings themselves and their places in memory
constexpr size_t block_bytes = size_t{64} << 10;                     // of a piece that is in memory while pieces are merged

using Rows = std::vector<std::pair<std::string, std::string>>;

}  // namespace

// One sorted sequence of rows while it is read: a piece, or the rows in memory.
class SortedRows::Reading {
 public:
  Reading(const Shelf& shelf, const Piece& piece) : shelf_(&shelf), piece_(&piece) { next(); }
  explicit Reading(const std::vector<Row>& rows) : memory_(&rows) { next(); }

  bool at_end() const { return at_end_; }
  Row& row() { return row_; }

  void next() {
    if (memory_) {
      at_end_ = at_ == memory_->size();
      if (!at_end_) row_ = (*memory_)[at_++];
      return;
    }
    if (at_ == block_.size()) {
      at_end_ = next_block_ == piece_->places.size();
      if (at_end_) return;
      block_ = deserialise<Rows>(shelf_->get(piece_->places[next_block_++]));
      at_ = 0;
    }
    row_ = {std::move(block_[at_].first), std::move(block_[at_].second)};
    ++at_;
  }

 private:
  const Shelf* shelf_ = nullptr;
  const Piece* piece_ = nullptr;
  const std::vector<Row>* memory_ = nullptr;
  Rows block_;
  size_t next_block_ = 0, at_ = 0;
  bool at_end_ = false;
  Row row_;
};

SortedRows::SortedRows(std::shared_ptr<Shelf> shelf, size_t most_bytes) : shelf_(std::move(shelf)), most_bytes_(most_bytes) {}

void SortedRows::add(std::string key, std::string value) {
  bytes_ += key.size() + value.size() + row_overhead_bytes;
  is_sorted_ = is_sorted_ && (rows_.empty() || rows_.back().key <= key);
  rows_.push_back({std::move(key), std::move(value)});
  if (shelf_ && bytes_ > most_bytes_) lay_aside();
}

void SortedRows::sort_in_memory() {
  if (!std::exchange(is_sorted_, true)) std::ranges::stable_sort(rows_, {}, &Row::key);
}

void SortedRows::lay_aside() {
  sort_in_memory();
  Piece& piece = pieces_.emplace_back();
  Rows block;
  size_t bytes = 0;
  const auto put = [&] {
    piece.places.push_back(shelf_->size());
    shelf_->put(shelf_->size(), serialise(block));
    block.clear();
    bytes = 0;
  };
  for (Row& row : rows_) {
    bytes += row.key.size() + row.value.size();
    block.emplace_back(std::move(row.key), std::move(row.value));
    if (bytes > block_bytes) put();
  }
  if (!block.empty()) put();
  rows_.clear();
  bytes_ = 0;
}

void SortedRows::for_each(const std::function<void(Row&)>& take) {
  sort_in_memory();
  std::vector<Reading> readings;
  for (const Piece& piece : pieces_) readings.emplace_back(*shelf_, piece);
  readings.emplace_back(rows_);
  const auto later = [&](size_t a, size_t b) {
    const int order = readings[a].row().key.compare(readings[b].row().key);
    return order > 0 || (order == 0 && a > b);  // pieces came one after the other
  };
  std::priority_queue<size_t, std::vector<size_t>, decltype(later)> first(later);
  for (size_t i = 0; i < readings.size(); ++i)
    if (!readings[i].at_end()) first.push(i);
  while (!first.empty()) {
    const size_t at = first.top();
    first.pop();
    Row row = std::move(readings[at].row());
    readings[at].next();
    if (!readings[at].at_end()) first.push(at);
    take(row);
  }
}

void SortedRows::for_each_group(size_t most, const std::function<void(std::vector<Row>&)>& take) {
  std::vector<Row> group;
  for_each([&](Row& row) {
    if (!group.empty() && group.front().key != row.key) {
      take(group);
      group.clear();
    }
    if (group.size() <= most) group.push_back(std::move(row));
  });
  if (!group.empty()) take(group);
}

std::string sortable(uint32_t number) {
  std::string out;
  for (const int shift : {24, 16, 8, 0}) out += static_cast<char>(number >> shift & 0xff);
  return out;
}

std::string joined_key(const std::vector<std::string_view>& parts) {
  std::string out;
  for (const std::string_view part : parts) out += std::to_string(part.size()) + ':' + std::string(part);
  return out;
}

}  // namespace muster
