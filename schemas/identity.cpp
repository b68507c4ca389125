#include "schemas/identity.h"

#include <openssl/sha.h>

namespace muster {

std::string sha256_hex(std::string_view bytes) {
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest);
  static constexpr char hex[] = "0123456789abcdef";
  std::string out;
  for (unsigned char byte : digest) {
    out += hex[byte >> 4];
    out += hex[byte & 15];
  }
  return out;
}

std::string document_id(std::string_view content_sha256, std::string_view parent_id, std::string_view part) {
  std::string key(content_sha256);
  if (!parent_id.empty() || !part.empty()) key.append("\x1f").append(parent_id).append("\x1f").append(part);
  return "d" + sha256_hex(key).substr(0, 16);
}

std::string row_id_from_key(std::string_view prefix, std::string_view key) {
  return std::string(prefix) + sha256_hex(key).substr(0, 16);
}

}  // namespace muster
