// Where the program finds what belongs to it: its vocabularies, and a library that it opens only when needed.
#pragma once

#include <string>

namespace muster {

// ../share/muster/vocabulary beside the installed program, else schemas/vocabulary of the source tree that it was built from.
// Throws std::runtime_error when neither is there.
std::string vocabulary_directory();

// The official figures, beside the vocabularies; throws in the same way.
std::string reference_path();

// libduckdb.so: ../lib/muster beside the installed program, else where the build has put it. The file need not be there.
std::string duckdb_path();

// Another file beside it, "ees_locations.csv".
std::string reference_path(const std::string& file);

// The running program's own file.
std::string program_path();

}  // namespace muster
