// `muster answers FILE... [--json]`: what each file was asked and what was answered, as the extractors pair it, before law and
// status are told.
#pragma once

#include <string>
#include <vector>

namespace muster {

struct AnswersOptions {
  std::vector<std::string> files;
  bool json = false;  // one array of files with their exchanges, actions and facts instead of text
  std::string vocabulary_directory, overlay_directory;
};

// 0 when every file could be read at all, 3 when some could not, 4 when none could.
int answers(const AnswersOptions& options);

}  // namespace muster
