#include "extractors/pdf/password.h"

#include <poppler/PDFDoc.h>

#include "extractors/pdf/poppler_file.h"

namespace muster {
namespace {

std::vector<std::string>& kept() {
  static std::vector<std::string> passwords;
  return passwords;
}

}  // namespace

void give_passwords(std::vector<std::string> passwords) { kept() = std::move(passwords); }

const std::vector<std::string>& given_passwords() { return kept(); }

std::string password_that_opens(std::string_view bytes) {
  constexpr size_t longest_noise_before_header = 1024;
  constexpr std::string_view lock = "/Encrypt";  // stands in the open, in the trailer or in the dictionary of a stream that takes its place
  if (kept().empty() || bytes.find("%PDF-") > longest_noise_before_header || bytes.find(lock) == std::string_view::npos) return {};
  const PopplerMessages unheard;
  return open_pdf(bytes).password;
}

}  // namespace muster
