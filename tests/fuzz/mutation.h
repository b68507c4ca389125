// Inputs like the seeds, but wrong: every round's input follows from the seeds, the number of the run and the round alone, so
// that a fault can be had again.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace muster::fuzz {

class Mutation {
 public:
  // `seeds` must outlive it and hold at least one text.
  Mutation(const std::vector<std::string>& seeds, uint64_t run, uint64_t round) : seeds_(seeds), random_(run * 0x9E3779B97F4A7C15u + round) {}

  std::string make();

 private:
  size_t below(size_t limit) { return limit == 0 ? 0 : static_cast<size_t>(random_() % limit); }
  const std::string& any_seed() { return seeds_[below(seeds_.size())]; }
  void change(std::string& text);
  void change_bytes(std::string& text);
  void move_piece(std::string& text);
  void borrow(std::string& text);
  void change_number(std::string& text);

  const std::vector<std::string>& seeds_;
  std::mt19937_64 random_;
};

}  // namespace muster::fuzz
