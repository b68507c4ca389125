#include "normalizers/interpret.h"

#include "normalizers/propose.h"
#include "normalizers/resolve.h"

namespace muster {

Interpretation interpret(const std::string& document_id, const Document&, const Outline& outline, const Vocabulary& vocabulary,
                         const Hints&, Diagnostics& diagnostics) {
  Interpretation out;
  const std::vector<Candidate> candidates = propose(outline, vocabulary, diagnostics);
  out.observations = resolve(document_id, candidates, outline, out.record, vocabulary, diagnostics);
  return out;
}

}  // namespace muster
