// A file of ours as one string of bytes: vocabularies, registers, ledgers. (Documents are read with limits: tools/inputs.h.)
#pragma once

#include <string>

namespace muster {

// Throws std::runtime_error "PATH: cannot be read".
std::string read_file(const std::string& path);

// Empty where there is no such file.
std::string read_file_if_there(const std::string& path);

}  // namespace muster
