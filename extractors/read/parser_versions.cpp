#include "extractors/read/parser_versions.h"

#include <archive.h>
#include <libxml/xmlversion.h>
#include <poppler-config.h>
#include <unicode/uvernum.h>
#include <zip.h>

#include "extractors/mail/mail_message.h"
#include "extractors/ocr/scan_reader.h"

namespace muster {

std::string parser_versions() {
  return std::string("Poppler " POPPLER_VERSION ", libxml2 " LIBXML_DOTTED_VERSION ", libzip ") + zip_libzip_version() + ", libarchive " + std::to_string(ARCHIVE_VERSION_NUMBER) + ", ICU " U_ICU_VERSION ", " +
         (mail_parser_version().empty() ? "no e-mail" : mail_parser_version()) + ", " +
         (recogniser_version().empty() ? "no OCR" : recogniser_version());
}

}  // namespace muster
