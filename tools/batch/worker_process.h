// The parent's side of one worker: a child process and the socket to it. Never blocks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

class WorkerProcess {
 public:
  // Starts `command` (program first) with a clean environment. Throws std::runtime_error when it cannot be started.
  explicit WorkerProcess(const std::vector<std::string>& command);
  ~WorkerProcess();  // ends the child and waits for it: no zombie stays
  WorkerProcess(const WorkerProcess&) = delete;
  WorkerProcess& operator=(const WorkerProcess&) = delete;

  int socket() const { return socket_; }

  void send(std::string_view payload);
  bool has_more_to_send() const { return sent_ < outgoing_.size(); }
  void send_some();

  // Reads what has arrived; a whole message when there is one. Throws ParseError on a damaged stream.
  std::optional<std::string> receive();
  bool gone() const { return gone_; }  // the child closed its end: it crashed or ended

  // Kills the child if need be, and says how it ended, for a person: "it crashed (Segmentation fault)".
  std::string end();

 private:
  int socket_ = -1;
  int pid_ = -1;
  std::string outgoing_, arrived_;
  size_t sent_ = 0;
  bool gone_ = false;
};

}  // namespace muster
