#include "schemas/read_file.h"

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace muster {
namespace {

std::string content_of(std::ifstream& in) {
  std::ostringstream out;
  out << in.rdbuf();
  return std::move(out).str();
}

}  // namespace

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error(path + ": cannot be read");
  return content_of(in);
}

std::string read_file_if_there(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return in ? content_of(in) : std::string();
}

}  // namespace muster
