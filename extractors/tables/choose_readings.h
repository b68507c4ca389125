// The tables of one view of a page: every way to read a place (the structure tree, borders, alignment within borders, rules
// of one extent, open alignment) is a reading with a score on one scale, and of readings that share a place the best is kept.
#pragma once

#include <vector>

#include "extractors/read/document_words.h"
#include "extractors/tables/reading.h"
#include "extractors/tables/tagged.h"
#include "schemas/diagnostic.h"

namespace muster {

// Readings from top to bottom, titles and notes bound to them. Places that look like tables and are not taken leave a
// diagnostic that says why.
std::vector<Reading> choose_readings(const PageView& view, const TaggedTables& tagged, const DocumentWords& words, Diagnostics& diagnostics);

}  // namespace muster
