// A file as found -> the Sources in it: itself first, then members of containers (zip, e-mail, saved page), depth first.
#pragma once

#include <vector>

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/source.h"

namespace muster {

// Fills in content_sha256 and document_id of every Source. A plain document comes back alone.
std::vector<Source> expand(Source file, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
