#include "tools/batch/worker_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

#include "tools/batch/frame.h"
#include "tools/batch/worker.h"

namespace muster {
namespace {

// Locale, zone and threads are the same everywhere; OMP_THREAD_LIMIT must stand before the program starts (OCR slows down
// many times over with more threads). Nothing else of the parent's environment is passed on but what finds data and tests need.
std::vector<std::string> clean_environment() {
  std::vector<std::string> out = {"LC_ALL=C.UTF-8", "TZ=UTC", "OMP_THREAD_LIMIT=1", "PATH=/usr/bin:/bin"};
  for (const char* name : {"TESSDATA_PREFIX", "MUSTER_TEST_HOOK", "ASAN_OPTIONS", "UBSAN_OPTIONS"})
    if (const char* value = std::getenv(name)) out.push_back(std::string(name) + '=' + value);
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

// The child gets the socket as descriptor worker_socket; everything else of ours is closed on exec.
int start(std::vector<std::string> command, int child_socket) {
  std::vector<std::string> environment = clean_environment();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);  // parsers grumble there
  posix_spawn_file_actions_adddup2(&actions, child_socket, worker_socket);
  pid_t pid = -1;
  const int error = posix_spawn(&pid, command[0].c_str(), &actions, nullptr, pointers(command).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::runtime_error("a worker could not be started: " + command[0] + ": " + std::strerror(error));
  return pid;
}

std::string how_it_ended(int status) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == exit_out_of_memory)
    return "it needs more memory than " + std::to_string(worker_memory_bytes >> 20) + " MiB";
  if (WIFEXITED(status)) return "its reader ended with code " + std::to_string(WEXITSTATUS(status));
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) return "it took too much processor time";
  return std::string("its reader crashed (") + (WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "unknown") + ')';
}

}  // namespace

WorkerProcess::WorkerProcess(const std::vector<std::string>& command) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    throw std::runtime_error(std::string("no socket for a worker: ") + std::strerror(errno));
  socket_ = ends[0];
  fcntl(socket_, F_SETFL, O_NONBLOCK);
  try {
    pid_ = start(command, ends[1]);
  } catch (...) {
    close(ends[0]);
    close(ends[1]);
    throw;
  }
  close(ends[1]);
}

WorkerProcess::~WorkerProcess() { end(); }

void WorkerProcess::send(std::string_view payload) {
  outgoing_ = framed(payload);
  sent_ = 0;
  send_some();
}

void WorkerProcess::send_some() {
  while (has_more_to_send()) {
    const ssize_t n = ::send(socket_, outgoing_.data() + sent_, outgoing_.size() - sent_, MSG_NOSIGNAL);
    if (n > 0) sent_ += static_cast<size_t>(n);
    else if (n < 0 && errno == EINTR) continue;
    else if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return;
    else break;  // the child is gone, which receive() will see
  }
  outgoing_.clear();
  sent_ = 0;
}

std::optional<std::string> WorkerProcess::receive() {
  char buffer[1 << 16];
  for (;;) {
    const ssize_t n = recv(socket_, buffer, sizeof buffer, 0);
    if (n > 0) {
      arrived_.append(buffer, static_cast<size_t>(n));
      continue;
    }
    if (n < 0 && errno == EINTR) continue;
    gone_ = n == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
    return take_frame(arrived_);
  }
}

std::string WorkerProcess::end() {
  if (pid_ < 0) return {};
  close(socket_);
  if (!gone_) kill(pid_, SIGKILL);
  int status = 0;
  while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
  socket_ = -1;
  return how_it_ended(status);
}

}  // namespace muster
