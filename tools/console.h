// What a person reads: words go to standard error, results to standard output. Colour only on a terminal and without NO_COLOR.
#pragma once

#include <cstddef>
#include <string>

namespace muster {

void say(const std::string& words);
void warn(const std::string& words);           // "warning: …"
void complain(const std::string& words);       // "muster: error: …"
void suggest(const std::string& next_step);    // "next: …"

// "1 document", "2 documents", "3 boxes" with a plural of its own.
std::string counted(size_t n, const std::string& thing, const std::string& plural = {});

// One line that is written over, on a terminal only; gone at the end.
class Progress {
 public:
  explicit Progress(size_t total);
  ~Progress();
  void step(const std::string& what);

 private:
  size_t done_ = 0, total_;
  bool shown_;
};

}  // namespace muster
