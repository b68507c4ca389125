// PDF bytes -> Document -> Blocks, through Poppler's reader. Files on which Poppler itself never returns are the worker's clock's
// matter (tools/batch); the seeds are small.
#include <cstddef>
#include <cstdint>
#include <string>

#include "extractors/layout/lay_out.h"
#include "extractors/read/read.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  muster::Source source;
  source.bytes.assign(reinterpret_cast<const char*>(data), size);
  muster::Limits limits;
  limits.pages = 20;
  muster::Diagnostics diagnostics;
  static const muster::DocumentWords words;
  muster::lay_out(muster::read(source, limits, diagnostics), words, diagnostics);
  return 0;
}
