// Ctrl-C while children work: noted, so that they can be ended and the program can say so.
#pragma once

#include <memory>
#include <stdexcept>

namespace muster {

// The person pressed Ctrl-C: exit code 130.
struct Interrupted : std::runtime_error {
  Interrupted() : std::runtime_error("interrupted; nothing was written") {}
};

// Notes SIGINT and SIGTERM as long as it lives, and gives the signals back afterwards.
class InterruptWatch {
 public:
  InterruptWatch();
  ~InterruptWatch();

  // Throws Interrupted when one of the signals came.
  void check() const;

 private:
  struct OldActions;
  std::unique_ptr<OldActions> old_;
};

}  // namespace muster
