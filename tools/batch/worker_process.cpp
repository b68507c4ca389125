#include "tools/batch/worker_process.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <stdexcept>

#include "tools/batch/child.h"
#include "tools/batch/frame.h"

namespace muster {
WorkerProcess::WorkerProcess(const std::vector<std::string>& command) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    throw std::runtime_error(std::string("no socket for a worker: ") + std::strerror(errno));
  socket_ = ends[0];
  fcntl(socket_, F_SETFL, O_NONBLOCK);
  try {
    pid_ = start_child({command, ends[1], true});
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
