// `muster review`: a desk in the browser. The server listens on the loopback address alone and answers only to the page that it handed out.
#pragma once

#include <string>
#include <vector>

namespace muster {

struct ReviewOptions {
  std::string dataset;               // directory
  std::vector<std::string> inputs;   // where the original files are; empty: where the build found them
  std::string reviewer;              // written into every decision
  int port = 0;                      // 0: any that is free
  std::string web_directory, vocabulary_directory;
};

// Serves until it is interrupted. Prints the address on standard output. Returns the exit code.
int review(const ReviewOptions& options);

// Where the desk's page, script and style are: ../share/muster/web beside the installed program, else in the build tree.
// Throws std::runtime_error with what to do when neither is there.
std::string web_directory();

}  // namespace muster
