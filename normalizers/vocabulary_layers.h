// The shipped vocabulary directory with the user's laid over it.
#pragma once

#include <string>
#include <vector>

#include "schemas/csv.h"

namespace muster {

struct VocabularyLayers {
  std::string shipped, overlay;  // overlay empty: none

  // The file's rows: a row of the overlay whose key cell equals a shipped one takes its place, others are added at the end.
  // `key` empty: nothing is replaced. `lines` serves place().
  // Throws std::runtime_error when the shipped file is missing or a column of the overlay is unknown.
  CsvTable rows(const std::string& file, const std::string& key) const;

  // "FILE:LINE: " of a row, for messages about its cells.
  std::string place(const std::string& file, const CsvTable& table, size_t row) const;

  // SHA-256 over the names and bytes of all CSV files of both directories, in order of name.
  std::string version() const { return version_without({}); }
  // The same without the files of these names.
  std::string version_without(const std::vector<std::string>& files) const;
};

}  // namespace muster
