#include "extractors/read/clean_text.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "extractors/read/decode_text.h"

namespace muster {
namespace {

constexpr UChar32 ill_formed = 0xFFFD;

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](unsigned char c) { return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t'; });
}

void append_code_point(UChar32 c, std::string& out) {
  char bytes[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append(bytes, static_cast<size_t>(length));
}

// Empty for anything that is no ligature.
std::string_view ligature_letters(UChar32 c) {
  static constexpr std::string_view letters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return c >= 0xFB00 && c <= 0xFB06 ? letters[c - 0xFB00] : std::string_view();
}

// The glyphs that word processors use as bullets: Symbol and Wingdings mapped into the private use area at U+F000.
bool is_private_bullet(UChar32 c) {
  switch (c) {
    case 0xF0B7: case 0xF0A7: case 0xF0D8: case 0xF076: case 0xF0A8: case 0xF06C: case 0xF06E: case 0xF06F:
    case 0xF071: case 0xF075: case 0xF09F: case 0xF0FC: case 0xF0E0: return true;
    default: return false;
  }
}

bool is_dropped(UChar32 c) {
  if (c < 0x20) return c != '\t' && c != '\n';
  return c == 0x7F || c == 0xAD || (c > 0x7F && u_charType(c) == U_FORMAT_CHAR);
}

bool is_line_break(UChar32 c) {
  return c == '\r' || c == '\f' || c == '\v' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

void append_clean(UChar32 c, std::string& out) {
  if (c >= 0x80 && c < 0xA0 && c != 0x85) c = windows_1252_code_point(static_cast<unsigned char>(c));
  if (is_line_break(c)) out += '\n';
  else if (is_dropped(c)) return;
  else if (c < 0x80) out += static_cast<char>(c);
  else if (c == 0x2010 || c == 0x2011) out += '-';
  else if (is_private_bullet(c)) append_code_point(0x2022, out);
  else if (u_charType(c) == U_SPACE_SEPARATOR) out += ' ';
  else if (const std::string_view letters = ligature_letters(c); !letters.empty()) out += letters;
  else append_code_point(c, out);
}

std::string composed(std::string text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) || nfc->isNormalizedUTF8(text, status)) return text;
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  nfc->normalizeUTF8(0, text, sink, nullptr, status);
  return U_SUCCESS(status) ? out : text;
}

}  // namespace

std::string clean_text(std::string_view utf8) {
  if (is_plain(utf8)) return std::string(utf8);
  std::string out;
  out.reserve(utf8.size());
  const auto* bytes = reinterpret_cast<const uint8_t*>(utf8.data());
  const int64_t size = static_cast<int64_t>(utf8.size());
  for (int64_t at = 0; at < size;) {
    if (bytes[at] == '\r' && at + 1 < size && bytes[at + 1] == '\n') ++at;
    UChar32 c = ill_formed;
    U8_NEXT_OR_FFFD(bytes, at, size, c);
    append_clean(c, out);
  }
  return composed(std::move(out));
}

}  // namespace muster
