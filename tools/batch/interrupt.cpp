#include "tools/batch/interrupt.h"

#include <csignal>

namespace muster {
namespace {

volatile std::sig_atomic_t interrupted = 0;

}  // namespace

struct InterruptWatch::OldActions {
  struct sigaction on_int {}, on_term {};
};

InterruptWatch::InterruptWatch() : old_(std::make_unique<OldActions>()) {
  interrupted = 0;
  struct sigaction note {};
  note.sa_handler = [](int) { interrupted = interrupted + 1; };
  sigaction(SIGINT, &note, &old_->on_int);
  sigaction(SIGTERM, &note, &old_->on_term);
}

InterruptWatch::~InterruptWatch() {
  sigaction(SIGINT, &old_->on_int, nullptr);
  sigaction(SIGTERM, &old_->on_term, nullptr);
}

int InterruptWatch::count() const { return interrupted; }

void InterruptWatch::check() const {
  if (interrupted) throw Interrupted();
}

}  // namespace muster
