#include "dataset/shelf.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace muster {
namespace {

[[noreturn]] void fail(const std::string& directory, const char* what) {
  throw std::runtime_error(directory + ": a temporary file cannot be " + what + ": " + std::strerror(errno) + "; free some space there and run the same command again");
}

}  // namespace

Shelf::Shelf(const std::string& directory) : directory_(directory) {
  std::string name = directory + "/shelf-XXXXXX";
  file_ = mkostemp(name.data(), O_CLOEXEC);
  if (file_ < 0) fail(directory_, "made");
  unlink(name.c_str());
}

Shelf::~Shelf() {
  if (file_ >= 0) close(file_);
}

std::shared_ptr<Shelf> Shelf::another() const { return directory_.empty() ? std::make_shared<Shelf>() : std::make_shared<Shelf>(directory_); }

void Shelf::put(size_t place, std::string_view bytes) {
  if (directory_.empty()) {
    if (place == here_.size()) here_.emplace_back();
    here_.at(place) = bytes;
    return;
  }
  if (place == places_.size()) places_.emplace_back();
  places_.at(place) = {end_, bytes.size()};
  while (!bytes.empty()) {
    const ssize_t n = pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(end_));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) fail(directory_, "written");
    bytes.remove_prefix(static_cast<size_t>(n));
    end_ += static_cast<uint64_t>(n);
  }
}

std::string Shelf::get(size_t place) const {
  if (directory_.empty()) return here_.at(place);
  const Place& at = places_.at(place);
  std::string out(at.size, '\0');
  for (size_t done = 0; done < out.size();) {
    const ssize_t n = pread(file_, out.data() + done, out.size() - done, static_cast<off_t>(at.begin + done));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) fail(directory_, "read");
    done += static_cast<size_t>(n);
  }
  return out;
}

}  // namespace muster
