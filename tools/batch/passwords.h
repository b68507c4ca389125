// `--passwords FILE`: what may open locked documents. Never written anywhere: the store keeps hashes.
#pragma once

#include <string>
#include <vector>

namespace muster {

// One a line, blanks kept, empty lines passed over. No path: none. Throws std::runtime_error when the file cannot be read.
std::vector<std::string> read_passwords(const std::string& path);

}  // namespace muster
