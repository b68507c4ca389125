// Where the program finds its vocabularies.
#pragma once

#include <string>

namespace muster {

// ../share/muster/vocabulary beside the installed program, else schemas/vocabulary of the source tree that it was built from.
// Throws std::runtime_error when neither is there.
std::string vocabulary_directory();

// The official figures, beside the vocabularies; throws in the same way.
std::string reference_path();

// Another file beside it, "ees_locations.csv".
std::string reference_path(const std::string& file);

// The running program's own file.
std::string program_path();

}  // namespace muster
