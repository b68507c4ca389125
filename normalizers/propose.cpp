#include "normalizers/propose.h"

namespace muster {

std::vector<Candidate> propose(const Outline&, const Vocabulary&, Diagnostics&) { return {}; }

}  // namespace muster
