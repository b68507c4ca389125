#include "tools/batch/child.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

#include "tools/batch/confine.h"
#include "tools/batch/worker.h"

namespace muster {
namespace {

// Locale, zone and threads are the same everywhere; OMP_THREAD_LIMIT must stand before the program starts (OCR slows down
// many times over with more threads). Nothing else of the parent's environment is passed on but what finds data and tests need.
std::vector<std::string> clean_environment() {
  std::vector<std::string> out = {"LC_ALL=C.UTF-8", "TZ=UTC", "OMP_THREAD_LIMIT=1", "PATH=/usr/bin:/bin"};
  for (const char* name : {"TESSDATA_PREFIX", "MUSTER_TEST_HOOK", "ASAN_OPTIONS", "UBSAN_OPTIONS", "NO_COLOR", "TERM"})
    if (const char* value = std::getenv(name)) out.push_back(std::string(name) + '=' + value);
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

}  // namespace

int start_child(ChildOptions options) {
  std::vector<std::string> environment = clean_environment();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (options.socket >= 0) posix_spawn_file_actions_adddup2(&actions, options.socket, worker_socket);
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (options.silent) posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", stream == STDIN_FILENO ? O_RDONLY : O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&actions, options.socket >= 0 ? worker_socket + 1 : worker_socket);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  if (options.silent) posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);  // Ctrl-C is for the parent, who lets it finish
  pid_t pid = -1;
  const int error =
      posix_spawn(&pid, options.command[0].c_str(), &actions, &attributes, pointers(options.command).data(), pointers(environment).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::runtime_error("a child process could not be started: " + options.command[0] + ": " + std::strerror(error));
  return pid;
}

std::string how_it_ended(int status) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == exit_out_of_memory)
    return "it needs more memory than " + std::to_string(worker_memory_bytes >> 20) + " MiB";
  if (WIFEXITED(status)) return "its reader ended with code " + std::to_string(WEXITSTATUS(status));
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) return "it took too much processor time";
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS) return "its reader was made to do what no reader may (run a program or take over another)";
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) return "its reader was killed from outside, or the machine was out of memory";
  return std::string("its reader crashed (") + (WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "unknown") + ')';
}

}  // namespace muster
