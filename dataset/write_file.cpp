#include "dataset/write_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace muster {
namespace {

[[noreturn]] void fail(const std::string& path) {
  throw std::runtime_error(path + ": cannot be written: " + std::strerror(errno));
}

}  // namespace

std::string fresh_temporary(const std::string& path) {
  std::string temporary = path + ".part";
  std::filesystem::remove(temporary);
  return temporary;
}

void put_in_place(const std::string& temporary, const std::string& path) {
  const int file = open(temporary.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(temporary);
  const bool flushed = fsync(file) == 0;
  close(file);
  if (!flushed || std::rename(temporary.c_str(), path.c_str()) != 0) fail(path);
}

void write_file(const std::string& path, std::string_view content) {
  const std::string temporary = fresh_temporary(path);
  std::ofstream out(temporary, std::ios::binary);
  out.write(content.data(), static_cast<std::streamsize>(content.size()));
  out.close();
  if (!out) fail(path);
  put_in_place(temporary, path);
}

}  // namespace muster
