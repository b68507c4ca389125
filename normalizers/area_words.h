// Names of places in running words and headers: councils, regions, countries, and "the region", "nationally", "the Council".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "normalizers/text_reading.h"
#include "schemas/observation.h"

namespace muster {

// Mentions of kind area; `code` tells places apart (a GSS code, or "ours", "region", "country").
std::vector<Mention> areas_in(std::string_view text, const Vocabulary& vocabulary);

struct NamedArea {
  std::string code, name;
};

// The place that a mention's words and code name at a date (ISO 8601 period; codes change with reorganisations), seen from the publisher:
// "the region" is the one that the publisher lies in. The code is empty where the words do not settle it.
NamedArea area_named(const std::string& words, const std::string& code, const std::string& at, const DocumentRecord& record, const Vocabulary& vocabulary);

// The council whose name goes on where the label ends: "Newcastle" for Newcastle upon Tyne. Empty where several do, or none.
std::string council_called(std::string_view label, const std::string& at, const Vocabulary& vocabulary);

}  // namespace muster
