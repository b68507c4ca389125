#include "extractors/read/passed_over.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

std::string_view last_step(std::string_view name) { return name.substr(name.rfind('/') == std::string_view::npos ? 0 : name.rfind('/') + 1); }

bool is_left_by_programs(std::string_view name) {
  const std::string_view file = last_step(name);
  return name.starts_with("__MACOSX/") || file.starts_with("._") || file == ".DS_Store" || file == "Thumbs.db" || file == "desktop.ini" || file.starts_with("~$");
}

bool belongs_to_page(std::string_view name, const std::set<std::string>& names) {
  for (const std::string_view ending : {"_files/", ".files/"}) {
    for (size_t at = name.find(ending); at != std::string_view::npos; at = name.find(ending, at + 1))
      for (const char* extension : {".html", ".htm", ".xhtml"})
        if (names.contains(std::string(name.substr(0, at)) + extension)) return true;
  }
  return false;
}

}  // namespace

const char* why_passed_over(std::string_view name, const std::set<std::string>& names) {
  if (is_left_by_programs(name)) return "a file that programs leave beside documents";
  return belongs_to_page(name, names) ? "part of the saved page beside it" : nullptr;
}

bool is_mail_furniture(std::string_view media_type) {
  static constexpr std::string_view kinds[] = {"text/calendar", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature", "application/ics"};
  return std::ranges::find(kinds, media_type) != std::end(kinds);
}

}  // namespace muster
