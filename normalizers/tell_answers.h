// Exchange -> Answer: what kind of answer was given, and the law it rests on.
#pragma once

#include <string>
#include <vector>

#include "normalizers/vocabulary.h"
#include "schemas/observation.h"
#include "schemas/outline.h"

namespace muster {

// One row for each exchange, in the outline's order. status: answered, answered_yes, answered_no, partly_answered, not_held,
// not_applicable, refused, published_elsewhere, attached, not_yet_available, unanswered. An answer that gives figures and keeps
// others back is partly_answered; figures within an argument on cost are no answer.
std::vector<Answer> tell_answers(const std::string& document_id, const Outline& outline, const DocumentRecord& record,
                                 const Vocabulary& vocabulary);

}  // namespace muster
