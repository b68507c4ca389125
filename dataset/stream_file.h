// A file written piece by piece that appears whole or not at all, with its size and SHA-256.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace muster {

class StreamFile {
 public:
  // Throws std::runtime_error "PATH: cannot be written: why", as write and close do.
  explicit StreamFile(const std::string& path);
  ~StreamFile();  // what was not closed is removed
  StreamFile(StreamFile&&) noexcept;

  void write(std::string_view piece);
  void close();  // flushes it to disk and gives it its name

  long long bytes() const;
  const std::string& sha256() const;  // after close: of all that was written, in hexadecimal

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace muster
