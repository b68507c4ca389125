// Comma-separated values (RFC 4180; semicolons and tabs too) -> Document::tags, as a sheet of one workbook.
#pragma once

#include <string_view>

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/document.h"
#include "schemas/source.h"

namespace muster {

// The separator of a text whose lines are records of separated values; '\0' for prose. Where `promised` (the file's name says
// so), half of the lines must have it; else all must have the same number of fields.
char record_separator(std::string_view utf8, bool promised);

// A quoted field may hold line ends; one that is never closed ends with its line, with a diagnostic.
Document read_delimited(const Source& source, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
