#include "extractors/outline/passage.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {

Passage part_of(const Passage& passage, size_t begin, size_t end) {
  const std::string_view whole = passage.text;
  end = std::min(end, whole.size());
  begin = std::min(begin, end);
  const std::string_view kept = trimmed(whole.substr(begin, end - begin));
  const size_t start = kept.empty() ? begin : static_cast<size_t>(kept.data() - whole.data());
  Passage out = passage;
  out.text = std::string(kept);
  out.span.begin = passage.span.begin + static_cast<uint32_t>(start);
  out.span.end = out.span.begin + static_cast<uint32_t>(kept.size());
  out.line_starts.clear();
  for (const uint32_t line : passage.line_starts)
    if (line > start && line < start + kept.size()) out.line_starts.push_back(line - static_cast<uint32_t>(start));
  if (begin > 0) {
    out.label.clear();
    out.opens_block = out.opens_request = false;
  }
  return out;
}

}  // namespace muster
