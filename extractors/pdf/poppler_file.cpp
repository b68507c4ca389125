#include "extractors/pdf/poppler_file.h"

#include <poppler/Error.h>
#include <poppler/ErrorCodes.h>
#include <poppler/GlobalParams.h>
#include <poppler/PDFDoc.h>
#include <poppler/Stream.h>
#include <poppler/UTF.h>
#include <poppler/goo/gmem.h>

#include <mutex>
#include <optional>

#include "extractors/pdf/password.h"
#include "extractors/read/clean_text.h"

namespace muster {
namespace {

thread_local PopplerMessages* listener = nullptr;

void hear(ErrorCategory, Goffset, const char* message) {
  if (listener) listener->add(message);
}

// Poppler's tables of encodings and fonts are global and costly to load: once for each process.
void initialise_poppler() {
  static std::once_flag once;
  std::call_once(once, [] {
    setErrorCallback(hear);
    globalParams = std::make_unique<GlobalParams>();
  });
}

std::string failure_reason(int error_code) {
  switch (error_code) {
    case errEncrypted: return "the PDF asks for a password to open it; put the password into a file and name that with --passwords, or ask the publisher for an open copy";
    case errDamaged: return "the PDF is damaged beyond repair (no page could be found in it)";
    case errBadCatalog: return "the PDF is damaged: its page catalogue cannot be read";
    default: return "the PDF cannot be opened";
  }
}

std::shared_ptr<PDFDoc> opened(std::string_view bytes, const std::optional<GooString>& password) {
  auto* stream = new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));  // PDFDoc owns it
  return std::make_shared<PDFDoc>(stream, password, password);
}

}  // namespace

PopplerMessages::PopplerMessages() { listener = this; }

PopplerMessages::~PopplerMessages() { listener = nullptr; }

void PopplerMessages::add(const char* message) {
  ++count_;
  if (kept_.size() < kept_at_most) kept_.emplace_back(message);
}

OpenedPdf open_pdf(std::string_view bytes) {
  initialise_poppler();
  auto document = opened(bytes, {});
  if (document->isOk()) return {std::move(document), {}, {}};
  const int error = document->getErrorCode();
  if (error != errEncrypted) return {nullptr, failure_reason(error), {}};
  for (const std::string& password : given_passwords())
    if (auto unlocked = opened(bytes, GooString(password)); unlocked->isOk()) return {std::move(unlocked), {}, password};
  return {nullptr, failure_reason(error), {}};
}

void append_utf8(std::string& out, unsigned code_point) {
  const auto continuation = [](unsigned bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += {static_cast<char>(0xC0 | code_point >> 6), continuation(code_point)};
  } else if (code_point < 0x10000) {
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (surrogate) return append_utf8(out, 0xFFFD);
    out += {static_cast<char>(0xE0 | code_point >> 12), continuation(code_point >> 6), continuation(code_point)};
  } else if (code_point <= 0x10FFFF) {
    out += {static_cast<char>(0xF0 | code_point >> 18), continuation(code_point >> 12), continuation(code_point >> 6),
            continuation(code_point)};
  } else {
    append_utf8(out, 0xFFFD);
  }
}

std::string text_string(const GooString& string) {
  const std::string& bytes = string.toStr();
  if (bytes.starts_with("\xEF\xBB\xBF")) return clean_text(bytes.substr(3));  // PDF 2.0
  Unicode* code_points = nullptr;
  const int count = TextStringToUCS4(bytes, &code_points);
  std::string out;
  for (int i = 0; i < count; ++i) append_utf8(out, code_points[i]);
  gfree(code_points);
  return clean_text(out);
}

}  // namespace muster
