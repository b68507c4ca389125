// Which versions of the parsing libraries the program runs with: part of what a result depends on.
#pragma once

#include <string>

namespace muster {

// "Poppler 22.12.0, libxml2 20914, libzip 1.7.3, ICU 72.1"
std::string parser_versions();

}  // namespace muster
