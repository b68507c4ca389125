// What a check of written files finds, for a person who must put it right.
#pragma once

#include <string>
#include <vector>

namespace muster {

struct Fault {
  std::string file;
  long long line = 0;   // of the file, from 1; 0: the file as a whole
  std::string column;   // empty: the row as a whole
  std::string message;  // what is wrong, and what to do
};

// The first of them, and how many there are: one wrong column would otherwise yield a million.
struct Faults {
  static constexpr size_t kept = 200;  // as many as a person will read
  std::vector<Fault> first;
  long long count = 0;

  void add(Fault fault) {
    ++count;
    if (first.size() < kept) first.push_back(std::move(fault));
  }
};

}  // namespace muster
