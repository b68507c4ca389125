#include "normalizers/interpret.h"

#include "normalizers/propose.h"
#include "normalizers/resolve.h"
#include "normalizers/tell_answers.h"
#include "normalizers/tell_document.h"

namespace muster {

Interpretation interpret(const std::string& document_id, const Document& document, const Outline& outline, const Vocabulary& vocabulary,
                         const Hints& hints, Diagnostics& diagnostics) {
  Interpretation out;
  out.record = tell_document(document_id, document, outline, vocabulary, hints, diagnostics);
  const std::vector<Candidate> candidates = propose(outline, vocabulary, diagnostics);
  out.observations = resolve(document_id, candidates, outline, out.record, vocabulary, diagnostics);
  out.answers = tell_answers(document_id, outline, out.record, vocabulary);
  return out;
}

}  // namespace muster
