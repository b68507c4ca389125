// The reader of a program that was built without Tesseract.
#include "extractors/ocr/scan_reader.h"

namespace muster {

struct ScanReader::Engine {};

ScanReader::ScanReader()
    : missing_("this program was built without Tesseract: install libtesseract-dev and tesseract-ocr-eng, and build it again") {}

ScanReader::~ScanReader() = default;

ScanReading ScanReader::read(std::string_view, double) { return {}; }

PagePictures page_pictures(std::string_view, size_t) { return {}; }

std::string recogniser_version() { return {}; }

}  // namespace muster
