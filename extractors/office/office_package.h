// The zip of an Office Open XML file: its parts, and which part refers to which.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/office/zipped_parts.h"

namespace muster {

struct Relationship {
  std::string type;    // last word of the type's address: "officeDocument", "header", "worksheet"
  std::string target;  // full part name: "word/header1.xml"; external targets are left out
};

class OfficePackage : public ZippedParts {
 public:
  // `bytes`, `limits` and `diagnostics` must outlive the package. Check failure() first.
  OfficePackage(std::string_view bytes, const Limits& limits, Diagnostics& diagnostics);

  const std::string& main_part() const { return main_part_; }
  // By id.
  std::map<std::string, Relationship> relationships(std::string_view part);
  // Title, author, dates and program, as docProps say.
  void take_metadata(Document& document);

 private:
  std::string main_part_;
};

}  // namespace muster
