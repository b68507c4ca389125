// Ctrl-C while children work: noted, so that they can finish or be ended and the program can say so.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>

namespace muster {

// The person pressed Ctrl-C: exit code 130.
struct Interrupted : std::runtime_error {
  explicit Interrupted(const std::string& words = "interrupted; nothing was written") : std::runtime_error(words) {}
};

// Notes SIGINT and SIGTERM as long as it lives, and gives the signals back afterwards.
class InterruptWatch {
 public:
  InterruptWatch();
  ~InterruptWatch();

  // How often one of the signals has come.
  int count() const;
  // Throws Interrupted when one has.
  void check() const;

 private:
  struct OldActions;
  std::unique_ptr<OldActions> old_;
};

}  // namespace muster
