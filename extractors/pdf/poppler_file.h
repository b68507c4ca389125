// Private to extractors/pdf: opening a file with Poppler, and its strings as UTF-8.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

class GooString;
class PDFDoc;

namespace muster {

// Keeps Poppler's complaints while it lives; without one they are thrown away. Nothing is written to stderr either way.
// One at a time in each thread.
class PopplerMessages {
 public:
  static constexpr size_t kept_at_most = 20;  // a damaged file repeats itself thousands of times

  PopplerMessages();
  ~PopplerMessages();
  PopplerMessages(const PopplerMessages&) = delete;
  PopplerMessages& operator=(const PopplerMessages&) = delete;

  void add(const char* message);
  const std::vector<std::string>& kept() const { return kept_; }
  size_t count() const { return count_; }

 private:
  std::vector<std::string> kept_;
  size_t count_ = 0;
};

struct OpenedPdf {
  std::shared_ptr<PDFDoc> document;  // null when it could not be opened
  std::string failure;               // then the reason, for a person
  std::string password;              // the given one that it needed (extractors/pdf/password.h); empty: none
};

// The bytes must outlive the document.
OpenedPdf open_pdf(std::string_view bytes);

// A PDF text string (UTF-16, UTF-8 or PDFDocEncoding) as clean UTF-8.
std::string text_string(const GooString& string);

// Code points as UTF-8, not cleaned.
void append_utf8(std::string& out, unsigned code_point);

}  // namespace muster
