#include "tools/batch/test_hook.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <stdexcept>
#include <vector>

#include "tools/inputs.h"

namespace muster {
namespace {

constexpr size_t most_hook_bytes = 1000;  // a larger document is none of these

const char* hook() { return std::getenv("MUSTER_TEST_HOOK"); }
bool names_file() { return hook() && hook()[0] == '/'; }

// The trace stands on the standard error of a worker, which otherwise goes nowhere.
void leave_trace() { static_cast<void>(!write(STDERR_FILENO, "here\n", 5)); }

bool has_trace() {
  struct stat status {};
  return names_file() && stat(hook(), &status) == 0 && status.st_size > 0;
}

[[noreturn]] void hang() {
  leave_trace();
  for (;;) pause();
}

[[noreturn]] void use_up_memory() {
#ifdef __SANITIZE_ADDRESS__  // there the limit does not hold
  throw std::bad_alloc();
#else
  for (std::vector<std::unique_ptr<char[]>> hoard;;) hoard.emplace_back(new char[size_t{64} << 20]);
#endif
}

void crash_once() {
  if (has_trace()) return;
  leave_trace();
  std::raise(SIGABRT);
}

// What a document could do that has taken its reader over; says what the kernel answered.
[[noreturn]] void break_out(const std::string& way) {
  int result = 0;
  if (way == "write") result = open("/tmp/muster-test-broken-out", O_WRONLY | O_CREAT, 0600);
  if (way == "remove") result = unlink(hook());
  if (way == "network") result = socket(AF_INET, SOCK_STREAM, 0);
  if (way == "fork") result = fork();
  if (way == "kill") result = kill(getppid(), 0);
  if (way == "run") result = execl("/bin/true", "true", nullptr);
  throw std::runtime_error(way + (result < 0 ? std::string(": ") + std::strerror(errno) : ": it was let out"));
}

}  // namespace

void open_test_trace() {
  if (!names_file()) return;
  const int trace = open(hook(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  dup2(trace, STDERR_FILENO);
  close(trace);
}

void obey_test_hook(const Order& order) {
  constexpr std::string_view mark = "muster-test-hook ", out = "break-out ";
  if (!hook()) return;
  const std::string bytes = order.path.empty() ? order.source.bytes : load_source({order.path, order.source.name, {}, 0}, most_hook_bytes).bytes;
  if (!bytes.starts_with(mark)) return;
  const std::string what = bytes.substr(mark.size(), bytes.find('\n', mark.size()) - mark.size());
  if (what == "crash") std::raise(SIGABRT);
  if (what == "hang") hang();
  if (what == "memory") use_up_memory();
  if (what == "throw") throw std::runtime_error("thrown by the test hook");
  if (what == "crash-once") crash_once();
  if (what.starts_with(out)) break_out(what.substr(out.size()));
}

}  // namespace muster
