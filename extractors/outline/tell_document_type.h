// What kind of document it is, from the words at its head.
#pragma once

#include <string>
#include <vector>

#include "extractors/outline/passage.h"
#include "extractors/read/document_words.h"
#include "schemas/document.h"

namespace muster {

// foi_response, committee_report, agenda_pack, minutes, action_plan, written_answer, statistics, news or other.
// A request without a reply is told later, when its questions have been looked for.
std::string tell_document_type(const Document& document, const std::vector<Passage>& passages, const DocumentWords& words);

}  // namespace muster
