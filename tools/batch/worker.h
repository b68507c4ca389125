// The worker's side: a child process in which untrusted bytes are parsed, so that no file can take the program down with it.
#pragma once

#include <string>
#include <string_view>

#include "tools/batch/order.h"

namespace muster {

// The socket to the parent, put there when the worker is started.
inline constexpr int worker_socket = 3;

// Exit code of a worker that needed more memory than it may have.
inline constexpr int exit_out_of_memory = 77;

// First byte of what a worker sends: it is ready, it replies, it replies and ends (a document left it too large), or something on our
// side is wrong (a message follows).
enum class Message : char { ready = 'R', reply = 'D', last_reply = 'L', fault = 'F' };

struct WorkerOptions {
  std::string vocabulary_directory, overlay_directory;
  std::string passwords_file;  // one a line, tried on documents that are locked; empty: none
  double timeout_s = 60;  // the parent keeps the wall clock; processor time beyond twice this ends the worker
};

// Reads orders from the socket and replies until the parent is gone. Returns the exit code.
int work(const WorkerOptions& options);

}  // namespace muster
