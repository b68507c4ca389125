// The parts of an office file, which is a zip (Office Open XML, OpenDocument).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/read/limits.h"
#include "extractors/read/zip_archive.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"

namespace muster {

class ZippedParts {
 public:
  // `bytes`, `limits` and `diagnostics` must outlive the parts. Check failure() first.
  ZippedParts(std::string_view bytes, const Limits& limits, Diagnostics& diagnostics);

  // Why nothing can be read, for a person; empty otherwise.
  const std::string& failure() const { return failure_; }

  bool has(std::string_view part) const { return zip_.find(part) != nullptr; }
  // Unpacked part; all parts together stay within Limits::expanded_bytes. Empty (with a diagnostic) when damaged.
  std::string part(std::string_view name);
  // The same as tags; damaged XML is read up to the damage, with a diagnostic. A missing part is empty without one.
  std::vector<Tag> xml(std::string_view name);

  void report(const char* code, std::string_view part, std::string message);

 protected:
  std::string failure_;

 private:
  ZipArchive zip_;
  const Limits& limits_;
  Diagnostics& diagnostics_;
  size_t bytes_left_;
};

}  // namespace muster
