// The library for other programs (find_package(muster)): a file's bytes in, what its documents say about the workforce out. This header and
// those of schemas/ that it includes are all that is installed; docs/library.md has an example.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "schemas/result.h"
#include "schemas/source.h"

namespace muster {

struct Knowledge;  // the vocabularies, compiled

// `directory`: the shipped vocabularies (share/muster/vocabulary; muster_VOCABULARY_DIR in CMake); `overlay`: CSV files laid over them, or "".
// Throws std::runtime_error when a file is bad.
std::shared_ptr<const Knowledge> load_vocabularies(const std::string& directory, const std::string& overlay);

// One result for each document in the file, the members of an archive or e-mail after it; figures, answers and diagnostics with their
// places. Of `file` only name and bytes need be filled in. What needs several documents (contradictions between papers, clusters,
// corrections) is the program's work. Parses in the caller's process: give files that you do not trust to a process that may die.
std::vector<DocumentResult> read_documents(Source file, const Knowledge& knowledge);

}  // namespace muster
