// `muster tables FILE... --format json|csv|html|markdown [--pages 3-5] [--output-dir DIR]`: the tables of files.
#pragma once

#include <string>
#include <vector>

namespace muster {

enum class TableFormat { json, csv, html, markdown };

struct TablesOptions {
  std::vector<std::string> files;
  TableFormat format = TableFormat::json;
  int first_page = 1, last_page = 0;  // 0: to the end
  std::string output_directory;       // one file for each input, named after it; empty: standard output
  std::string vocabulary_directory;
};

// 0 when every file could be read at all, 3 when some could not, 4 when none could. Throws std::runtime_error for what is
// wrong on our side (an output that cannot be written).
int tables(const TablesOptions& options);

}  // namespace muster
