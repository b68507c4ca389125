#include "tools/batch/passwords.h"

#include <fstream>
#include <stdexcept>

namespace muster {

std::vector<std::string> read_passwords(const std::string& path) {
  std::vector<std::string> passwords;
  if (path.empty()) return passwords;
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path + ": the passwords cannot be read; name a text file with one password a line");
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty()) passwords.push_back(std::move(line));
  }
  return passwords;
}

}  // namespace muster
