// The zip of an Office Open XML file: its parts, and which part refers to which.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/read/limits.h"
#include "extractors/read/zip_archive.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"

namespace muster {

struct Relationship {
  std::string type;    // last word of the type's address: "officeDocument", "header", "worksheet"
  std::string target;  // full part name: "word/header1.xml"; external targets are left out
};

class OfficePackage {
 public:
  // `bytes`, `limits` and `diagnostics` must outlive the package. Check failure() first.
  OfficePackage(std::string_view bytes, const Limits& limits, Diagnostics& diagnostics);

  // Why nothing can be read, for a person; empty otherwise.
  const std::string& failure() const { return failure_; }
  const std::string& main_part() const { return main_part_; }

  bool has(std::string_view part) const { return zip_.find(part) != nullptr; }
  // Unpacked part; all parts together stay within Limits::expanded_bytes. Empty (with a diagnostic) when damaged.
  std::string part(std::string_view name);
  // The same as tags; damaged XML is read up to the damage, with a diagnostic. A missing part is empty without one.
  std::vector<Tag> xml(std::string_view name);
  // By id.
  std::map<std::string, Relationship> relationships(std::string_view part);
  // Title, author, dates and program, as docProps say.
  void take_metadata(Document& document);

  void report(const char* code, std::string_view part, std::string message);

 private:
  ZipArchive zip_;
  const Limits& limits_;
  Diagnostics& diagnostics_;
  size_t bytes_left_;
  std::string failure_;
  std::string main_part_;
};

}  // namespace muster
