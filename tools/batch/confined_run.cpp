#include "tools/batch/confined_run.h"

#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "tools/batch/child.h"
#include "tools/batch/interrupt.h"
#include "tools/console.h"
#include "tools/vocabulary_path.h"

namespace muster {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int all_failed = 4;
constexpr std::chrono::milliseconds longest_pause{20};  // between two looks at the child; too short for a person to notice

// Kills and collects the child when something throws before it has ended.
struct Collected {
  int pid;
  bool ended = false;
  ~Collected() {
    if (ended) return;
    kill(pid, SIGKILL);
    waitpid(pid, nullptr, 0);
  }
};

// The child's status, or -1 when the time is over.
int wait_for(Collected& child, double timeout_s, const InterruptWatch& watch) {
  const Clock::time_point deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(timeout_s));
  for (std::chrono::milliseconds pause{1};; pause = std::min(2 * pause, longest_pause)) {
    int status = 0;
    if (waitpid(child.pid, &status, WNOHANG) == child.pid) {
      child.ended = true;
      return status;
    }
    watch.check();
    if (Clock::now() >= deadline) return -1;
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace

int run_confined(const std::vector<std::string>& arguments, double timeout_s) {
  const InterruptWatch watch;
  ChildOptions options{.command = {program_path(), confined_word}};
  options.command.insert(options.command.end(), arguments.begin(), arguments.end());
  Collected child{start_child(std::move(options))};
  const int status = wait_for(child, timeout_s, watch);
  if (status >= 0 && WIFEXITED(status)) return WEXITSTATUS(status);
  complain(status < 0 ? "reading took longer than " + std::to_string(static_cast<long long>(timeout_s)) + " s" : how_it_ended(status));
  return all_failed;
}

}  // namespace muster
