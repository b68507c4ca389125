// `muster validate DIR`: whether files are what their own descriptor says.
#pragma once

#include <iosfwd>
#include <string>

namespace muster {

// A dataset, an exported data package (datapackage.json) or files for Explore education statistics (.meta.csv). Prints one line a fault,
// "FILE:LINE: COLUMN: what is wrong and what to do". Exit code 0 when there is none, 1 otherwise.
int validate_command(const std::string& directory, std::ostream& out);

}  // namespace muster
