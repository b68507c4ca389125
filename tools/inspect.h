// `muster inspect FILE [--page N] [--until read|lay_out|find_structure] [--svg]`: what each stage makes of one file.
#pragma once

#include <iosfwd>
#include <string>

namespace muster {

enum class InspectUntil { read, lay_out, find_structure };

struct InspectOptions {
  std::string file;
  int page = 0;  // 0: all pages; a drawing shows the first then
  InspectUntil until = InspectUntil::lay_out;
  bool svg = false;
  std::string vocabulary_directory;
};

// 0 when the file could be read, 4 when not. Throws std::runtime_error when a page to draw does not exist.
int inspect(const InspectOptions& options, std::ostream& out);

}  // namespace muster
