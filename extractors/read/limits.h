// Every limit on untrusted input, in one place. Reaching one is a diagnostic (code limit_reached), never an exception:
// what was read before the limit stays.
#pragma once

#include <cstddef>

namespace muster {

struct Limits {
  size_t source_bytes = 256u << 20;     // one document
  size_t expanded_bytes = 512u << 20;   // all that one container unpacks to
  size_t members = 10'000;              // of one container
  size_t nesting = 8;                   // containers within containers
  int pages = 5'000;
  int scanned_pages = 15;               // read by OCR, at two to three seconds each; a worker sets it by its time limit
  size_t glyphs_per_page = 200'000;
  size_t rulings_per_page = 50'000;
  size_t tags = 2'000'000;
  size_t tag_depth = 256;
  size_t table_cells = 200'000;         // one table
  size_t text_lines = 2'000'000;
  size_t line_bytes = 1u << 20;         // a longer line is cut, with a diagnostic
};

}  // namespace muster
