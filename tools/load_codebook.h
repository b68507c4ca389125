// The codebook of the program's vocabularies with a user's own rows laid over them.
#pragma once

#include <string>
#include <vector>

#include "dataset/codebook.h"

namespace muster {

// `overlay_directory` empty: none.
std::vector<CodebookRow> load_codebook(const std::string& vocabulary_directory, const std::string& overlay_directory);

}  // namespace muster
