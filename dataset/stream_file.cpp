#include "dataset/stream_file.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "dataset/write_file.h"
#include "schemas/sha256.h"

namespace muster {

struct StreamFile::Handle {
  std::string path, temporary;
  std::ofstream out;
  Sha256 digest;
  std::string hex;
  long long bytes = 0;
  bool open = true;

  void check() const {
    if (!out) throw std::runtime_error(path + ": cannot be written: " + std::strerror(errno));
  }
};

StreamFile::StreamFile(const std::string& path) : handle_(std::make_unique<Handle>()) {
  handle_->path = path;
  handle_->temporary = fresh_temporary(path);
  handle_->out.open(handle_->temporary, std::ios::binary);
  handle_->check();
}

StreamFile::StreamFile(StreamFile&&) noexcept = default;

StreamFile::~StreamFile() {
  if (!handle_ || !handle_->open) return;
  handle_->out.close();
  std::error_code ignored;
  std::filesystem::remove(handle_->temporary, ignored);
}

void StreamFile::write(std::string_view piece) {
  handle_->out.write(piece.data(), static_cast<std::streamsize>(piece.size()));
  handle_->check();
  handle_->digest.add(piece);
  handle_->bytes += static_cast<long long>(piece.size());
}

void StreamFile::close() {
  handle_->out.close();
  handle_->check();
  put_in_place(handle_->temporary, handle_->path);
  handle_->open = false;
  handle_->hex = handle_->digest.hex();
}

long long StreamFile::bytes() const { return handle_->bytes; }

const std::string& StreamFile::sha256() const { return handle_->hex; }

}  // namespace muster
