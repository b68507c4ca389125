// Files appear whole or not at all: written under another name beside their place, flushed, then renamed.
#pragma once

#include <string>
#include <string_view>

namespace muster {

// Throws std::runtime_error "PATH: cannot be written: why".
void write_file(const std::string& path, std::string_view content);

// The name under which a file is made before it is renamed; what an interrupted run left there is removed.
std::string fresh_temporary(const std::string& path);

// Flushes the file to disk and gives it its name.
void put_in_place(const std::string& temporary, const std::string& path);

}  // namespace muster
