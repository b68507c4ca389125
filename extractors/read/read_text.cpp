#include "extractors/read/read_text.h"

#include <algorithm>
#include <string>

#include "extractors/read/clean_text.h"
#include "extractors/read/decode_text.h"
#include "schemas/text.h"

namespace muster {
namespace {

// How much of an over-long line a diagnostic shows.
constexpr size_t shown_bytes = 80;

// Length of the line end at the front, 0 when there is none.
size_t line_end_at(std::string_view text) {
  if (text.starts_with("\r\n")) return 2;
  return text.starts_with('\n') || text.starts_with('\r') || text.starts_with('\f') ? 1 : 0;
}

// The front of `text`, at most `bytes` long and never ending within a UTF-8 sequence.
std::string_view whole_prefix(std::string_view text, size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

void report_limit(int line, std::string_view raw, std::string message, Diagnostics& diagnostics) {
  Locator place;
  place.line = line;
  diagnostics.add({"read", "limit_reached", Severity::warning, place, std::string(whole_prefix(raw, shown_bytes)), std::move(message)});
}

// A line separator or vertical tab within the line makes further lines of the same number.
void add_line(int number, std::string_view raw, const Limits& limits, Document& document, Diagnostics& diagnostics) {
  if (raw.size() > limits.line_bytes) {
    report_limit(number, raw, "the line has " + std::to_string(raw.size()) + " bytes; only the first " +
                                  std::to_string(limits.line_bytes) + " were read", diagnostics);
    raw = whole_prefix(raw, limits.line_bytes);
  }
  const std::string text = clean_text(raw);
  if (text.empty()) document.lines.push_back({number, {}});
  for (std::string_view part : split(text, '\n')) document.lines.push_back({number, std::string(part)});
}

// A page saved as text may end with its own address on a line of its own.
bool is_address(std::string_view line) {
  const bool begins = line.starts_with("http://") || line.starts_with("https://");
  return begins && line.find_first_of(" \t<>\"") == std::string_view::npos;
}

std::string closing_address(const Document& document) {
  for (auto line = document.lines.rbegin(); line != document.lines.rend(); ++line) {
    const std::string_view text = trimmed(line->text);
    if (!text.empty()) return is_address(text) ? std::string(text) : std::string();
  }
  return {};
}

}  // namespace

Document read_text(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  const DecodedText decoded = decode_text(source.bytes);
  std::string_view utf8 = decoded.utf8;
  Document document;
  if (decoded.stray_bytes > 0)
    diagnostics.add({"read", "stray_bytes", Severity::info, {}, decoded.encoding,
                     std::to_string(decoded.stray_bytes) + " bytes do not fit the encoding and were read as windows-1252"});
  document.media_type = "text/plain";
  int number = 1;
  while (!utf8.empty()) {
    if (document.lines.size() >= limits.text_lines) {
      report_limit(number, utf8, "only the first " + std::to_string(limits.text_lines) + " lines were read", diagnostics);
      break;
    }
    const size_t end = std::min(utf8.find_first_of("\r\n\f"), utf8.size());
    const bool page_break = end < utf8.size() && utf8[end] == '\f';
    if (end > 0 || !page_break) add_line(number, utf8.substr(0, end), limits, document, diagnostics);
    if (page_break) document.lines.push_back({number, {}});
    utf8.remove_prefix(end);
    utf8.remove_prefix(line_end_at(utf8));
    if (!page_break) ++number;
  }
  document.url = closing_address(document);
  return document;
}

}  // namespace muster
