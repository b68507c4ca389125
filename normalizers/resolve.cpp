#include "normalizers/resolve.h"

namespace muster {

std::vector<Observation> resolve(const std::string&, const std::vector<Candidate>&, const Outline&, const DocumentRecord&,
                                 const Vocabulary&, Diagnostics&) {
  return {};
}

}  // namespace muster
