// A file as found -> the Sources in it: itself first, then members of containers (archive, e-mail, mailbox, page with messages), depth first.
#pragma once

#include <vector>

#include "extractors/read/limits.h"
#include "schemas/diagnostic.h"
#include "schemas/source.h"

namespace muster {

// Fills in content_sha256 and document_id of every Source. A plain document comes back alone. A member's
// name is its container's, "!/" and its own as stored there: "replies.zip!/letter.eml!/table.xlsx"; a message of a page is
// "request.html!/incoming-2/request.html". Members that cannot be had
// (password, damage, a limit) are Sources with a read_error, so that each ends in a row with its reason. Passed over with a
// diagnostic: what packing programs leave, the files of a saved page, pictures that a message shows in its text.
std::vector<Source> expand(Source file, const Limits& limits, Diagnostics& diagnostics);

}  // namespace muster
