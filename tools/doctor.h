// `muster doctor`: whether the program can work here, and what to do if not.
#pragma once

#include <string>

namespace muster {

// Prints one line for each check. 0 when all is well, 2 when something is not.
int doctor(const std::string& overlay_directory);

}  // namespace muster
