#include "extractors/read/clean_text.h"

namespace muster {

std::string clean_text(std::string_view utf8) { return std::string(utf8); }

}  // namespace muster
