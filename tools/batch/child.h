// Starting the program again as a child, and waiting for it: what workers and confined commands share.
#pragma once

#include <string>
#include <vector>

namespace muster {

struct ChildOptions {
  std::vector<std::string> command;  // program, arguments
  int socket = -1;                   // handed to the child as descriptor worker_socket; -1: none
  bool silent = false;               // no terminal: standard streams go nowhere (parsers grumble there)
};

// Starts it with a clean environment, every other descriptor of ours closed. Returns its process id.
// Throws std::runtime_error when it cannot be started.
int start_child(ChildOptions options);

// How a child ended, from the status of waitpid, for a person: "its reader crashed (Segmentation fault)".
std::string how_it_ended(int status);

}  // namespace muster
