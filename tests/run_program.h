// Runs the real program, as a person would, for end-to-end tests.
#pragma once

#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/test_directory.h"

namespace muster {

struct ProgramRun {
  int exit_code = -1;
  std::string out, err;
};

inline std::string file_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

inline void put_file(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

// `arguments` as typed in a shell after the program's name; `environment` before it ("TZ=Asia/Tokyo").
inline ProgramRun run_program(const std::string& arguments, const std::string& environment = {}) {
  static int runs = 0;
  const std::string stem = (test_root() / ("run-" + std::to_string(++runs))).string();
  const std::string command = environment + " '" MUSTER_PROGRAM "' " + arguments + " >'" + stem + ".out' 2>'" + stem + ".err' </dev/null";
  const int status = std::system(command.c_str());
  ProgramRun run{WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), file_text(stem + ".out"), file_text(stem + ".err")};
  std::filesystem::remove(stem + ".out");
  std::filesystem::remove(stem + ".err");
  return run;
}

}  // namespace muster
