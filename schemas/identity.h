// Names that stay the same across re-runs, machines, paths and orders.
#pragma once

#include <string>
#include <string_view>

namespace muster {

// SHA-256 as 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);

// "d" and 16 hex digits, from the content, the parent's id and the part within it. Top-level documents have neither parent
// nor part, so the same content at two paths is one document with two occurrences.
std::string document_id(std::string_view content_sha256, std::string_view parent_id, std::string_view part);

// Id of a row within a document: prefix ("o", "a", "f", …) and 16 hex digits from the document and the parts of the row's
// key, which are parted unambiguously. Rows with an equal key are told apart by `ordinal` (0, 1, 2 …).
template <class... Parts>
std::string row_id(std::string_view prefix, std::string_view document, int ordinal, const Parts&... parts);

std::string row_id_from_key(std::string_view prefix, std::string_view key);

template <class... Parts>
std::string row_id(std::string_view prefix, std::string_view document, int ordinal, const Parts&... parts) {
  std::string key(document);
  ((key += '\x1f', key += parts), ...);
  key += '\x1f' + std::to_string(ordinal);
  return row_id_from_key(prefix, key);
}

}  // namespace muster
