#include "extractors/read/parser_versions.h"

#include <libxml/xmlversion.h>
#include <poppler-config.h>
#include <unicode/uvernum.h>
#include <zip.h>

#include "extractors/ocr/scan_reader.h"

namespace muster {

std::string parser_versions() {
  return std::string("Poppler " POPPLER_VERSION ", libxml2 " LIBXML_DOTTED_VERSION ", libzip ") + zip_libzip_version() + ", ICU " U_ICU_VERSION ", " +
         (recogniser_version().empty() ? "no OCR" : recogniser_version());
}

}  // namespace muster
