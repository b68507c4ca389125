// Attachments that a reply names instead of answering: which file is meant, and whether it is among the inputs.
#pragma once

#include <string>
#include <string_view>

#include "dataset/dataset.h"

namespace muster {

// The name of the attachment in the answer's words ("Appendix 2", "attached workforce strategy", "spreadsheet.xlsx"); empty when none is told.
std::string attachment_named(std::string_view answer);

// Adds the document's answers with status attached to `answers`.
void take_attached_answers(const DocumentResult& document, uint32_t index, SortedRows& answers);

// For each of them a diagnostic (stage store): attachment_found, raw the other document's source, or
// attachment_missing, raw the name in the answer's words. An attachment belongs to a reply when both came in one container or folder and
// its file's name or title bears the attachment's words or the reply's reference.
void look_for_attachments(Dataset& dataset, SortedRows& answers);

}  // namespace muster
