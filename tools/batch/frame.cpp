#include "tools/batch/frame.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>

#include "schemas/serialise.h"

namespace muster {
namespace {

constexpr size_t length_bytes = sizeof(uint64_t);

uint64_t checked_length(const char* bytes) {
  uint64_t length = 0;
  std::memcpy(&length, bytes, length_bytes);
  if (length > most_frame_bytes) throw ParseError("a frame is longer than any frame may be");
  return length;
}

bool read_exactly(int descriptor, char* to, size_t size) {
  while (size > 0) {
    const ssize_t n = read(descriptor, to, size);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    to += n;
    size -= static_cast<size_t>(n);
  }
  return true;
}

}  // namespace

std::string framed(std::string_view payload) {
  const uint64_t length = payload.size();
  std::string out(length_bytes, '\0');
  std::memcpy(out.data(), &length, length_bytes);
  return out.append(payload);
}

std::optional<std::string> take_frame(std::string& arrived) {
  if (arrived.size() < length_bytes) return std::nullopt;
  const uint64_t length = checked_length(arrived.data());
  if (arrived.size() < length_bytes + length) return std::nullopt;
  std::string payload = arrived.substr(length_bytes, length);
  arrived.erase(0, length_bytes + length);
  return payload;
}

std::optional<std::string> read_frame(int descriptor) {
  char head[length_bytes];
  if (!read_exactly(descriptor, head, length_bytes)) return std::nullopt;
  std::string payload(checked_length(head), '\0');
  if (!read_exactly(descriptor, payload.data(), payload.size())) return std::nullopt;
  return payload;
}

bool write_frame(int descriptor, std::string_view payload) {
  const std::string bytes = framed(payload);
  for (size_t at = 0; at < bytes.size();) {
    const ssize_t n = send(descriptor, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    at += static_cast<size_t>(n);
  }
  return true;
}

}  // namespace muster
