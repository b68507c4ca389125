#include "extractors/office/zipped_parts.h"

#include <algorithm>

#include "extractors/office/xml_tags.h"

namespace muster {

ZippedParts::ZippedParts(std::string_view bytes, const Limits& limits, Diagnostics& diagnostics)
    : zip_(bytes), limits_(limits), diagnostics_(diagnostics), bytes_left_(limits.expanded_bytes) {
  if (!zip_.failure().empty())
    failure_ = "the office file is damaged or was cut short (" + zip_.failure() + "): fetch it again or ask for it again";
  else if (std::ranges::any_of(zip_.members(), &ZipArchive::Member::encrypted))
    failure_ = "the office file is protected by a password: open it with the password and save it without one";
}

void ZippedParts::report(const char* code, std::string_view part, std::string message) {
  diagnostics_.add({.stage = "read", .code = code, .raw = std::string(part), .message = std::move(message)});
}

std::string ZippedParts::part(std::string_view name) {
  bool cut = false;
  std::optional<std::string> bytes = zip_.read(name, bytes_left_, &cut);
  if (!bytes) {
    report("damaged_part", name, "a part of the file cannot be unpacked");
    return {};
  }
  if (cut) report("limit_reached", name, "the file unpacks to more than can be read; this part is cut");
  bytes_left_ -= bytes->size();
  return std::move(*bytes);
}

std::vector<Tag> ZippedParts::xml(std::string_view name) {
  if (!has(name)) return {};
  const std::string bytes = part(name);
  if (bytes.empty()) return {};
  std::string fault;
  std::vector<Tag> tags = xml_tags(bytes, limits_.tags, fault);
  if (!fault.empty()) report(tags.size() >= limits_.tags ? "limit_reached" : "damaged_part", name, "the part is read up to a fault: " + fault);
  return tags;
}

}  // namespace muster
