#include "extractors/read/decode_text.h"

#include <re2/re2.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

#include "schemas/text.h"

namespace muster {
namespace {

// Browsers look at 1024 bytes; pages saved with a long comment in front are read as well at this length.
constexpr size_t declaration_search_bytes = 4096;
// Enough for ICU's statistics; more only costs time.
constexpr size_t detection_bytes = 64 * 1024;
// ICU's confidence (0..100) from which a non-Latin encoding is believed over windows-1252, the usual one in the UK.
constexpr int trusted_detection_percent = 50;

void append_code_point(char32_t c, std::string& out) {
  char bytes[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, c);
  out.append(bytes, static_cast<size_t>(length));
}

DecodedText from_utf8(std::string_view bytes) {
  DecodedText out{.encoding = "UTF-8"};
  out.utf8.reserve(bytes.size());
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  const int64_t size = static_cast<int64_t>(bytes.size());
  for (int64_t at = 0; at < size;) {
    const int64_t start = at;
    UChar32 c = 0;
    U8_NEXT(data, at, size, c);
    if (c >= 0) {
      out.utf8.append(bytes.substr(static_cast<size_t>(start), static_cast<size_t>(at - start)));
      continue;
    }
    for (at = std::max(at, start + 1); const uint8_t byte : bytes.substr(static_cast<size_t>(start), static_cast<size_t>(at - start))) {
      append_code_point(windows_1252_code_point(byte), out.utf8);
      ++out.stray_bytes;
    }
  }
  return out;
}

DecodedText from_windows_1252(std::string_view bytes) {
  DecodedText out{.encoding = "windows-1252"};
  for (const char byte : bytes) append_code_point(windows_1252_code_point(static_cast<unsigned char>(byte)), out.utf8);
  return out;
}

// By ICU's converter; windows-1252 when ICU does not know the name.
DecodedText from_named(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding.c_str(), &status), ucnv_close);
  if (U_FAILURE(status)) return from_windows_1252(bytes);
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status);
  if (U_FAILURE(status)) return from_windows_1252(bytes);
  DecodedText out{.encoding = encoding};
  text.toUTF8String(out.utf8);
  return out;
}

// Text in UTF-16 is mostly ASCII letters, whose other byte is zero.
std::string utf16_by_zero_bytes(std::string_view bytes) {
  const std::string_view front = bytes.substr(0, 512);
  size_t even = 0, odd = 0;
  for (size_t i = 0; i < front.size(); ++i) (i % 2 ? odd : even) += front[i] == '\0';
  const size_t enough = front.size() / 3;
  if (front.size() < 4 || std::max(even, odd) < enough) return {};
  if (odd > 4 * even) return "UTF-16LE";
  return even > 4 * odd ? "UTF-16BE" : "";
}

bool is_latin(std::string_view encoding) {
  const std::string name = ascii_lower(encoding);
  return name.starts_with("iso-8859-1") || name.starts_with("iso-8859-2") || name.starts_with("iso-8859-9") ||
         name.starts_with("windows-125") || name == "us-ascii" || name.starts_with("ibm4");
}

std::string detected(std::string_view bytes) {
  bytes = bytes.substr(0, detection_bytes);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || !match) return {};
  const std::string name = ucsdet_getName(match, &status);
  const int confidence = ucsdet_getConfidence(match, &status);
  return U_SUCCESS(status) && confidence >= trusted_detection_percent && !is_latin(name) ? name : "";
}

bool means_windows_1252(std::string_view label) {
  static constexpr std::string_view labels[] = {"windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1",
                                                "iso-8859-15", "latin1", "latin-1", "l1", "us-ascii", "ascii", "ansi"};
  return std::ranges::find(labels, label) != std::end(labels);
}

// By what the document declares. A page cannot declare UTF-16 in bytes that read as ASCII: browsers then take UTF-8.
DecodedText by_declaration(std::string_view bytes, std::string_view declared) {
  const std::string label = ascii_lower(trimmed(declared));
  if (label == "utf-8" || label == "utf8" || label.starts_with("utf-16") || label == "utf-7") return from_utf8(bytes);
  if (means_windows_1252(label)) return from_windows_1252(bytes);
  return from_named(bytes, label);
}

}  // namespace

char32_t windows_1252_code_point(unsigned char byte) {
  static constexpr char16_t high[32] = {0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                        0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
  return byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte;
}

std::string declared_markup_encoding(std::string_view bytes) {
  static const RE2 xml(R"((?i)^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+))");
  static const RE2 meta(R"((?i)<meta[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+))");
  const std::string_view front = bytes.substr(0, declaration_search_bytes);
  const re2::StringPiece piece(front.data(), front.size());
  std::string name;
  if (!RE2::PartialMatch(piece, xml, &name)) RE2::PartialMatch(piece, meta, &name);
  return name;
}

DecodedText decode_text(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return from_utf8(bytes.substr(3));
  if (bytes.starts_with("\xFF\xFE")) return from_named(bytes.substr(2), "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF")) return from_named(bytes.substr(2), "UTF-16BE");
  if (const std::string utf16 = utf16_by_zero_bytes(bytes); !utf16.empty()) return from_named(bytes, utf16);
  if (!declared.empty()) return by_declaration(bytes, declared);
  if (DecodedText text = from_utf8(bytes); text.stray_bytes == 0) return text;
  const std::string encoding = detected(bytes);
  return encoding.empty() ? from_windows_1252(bytes) : from_named(bytes, encoding);
}

}  // namespace muster
