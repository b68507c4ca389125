// Everything one document yields: what a worker hands back and what dataset/ stores.
#pragma once

#include "schemas/diagnostic.h"
#include "schemas/observation.h"
#include "schemas/outline.h"

namespace muster {

// What the normalizers say about one Outline.
struct Interpretation {
  DocumentRecord record;  // publisher, type, reference and dates; identity fields are filled in by the pipeline
  std::vector<Observation> observations;
  std::vector<Answer> answers;
  std::vector<Finding> findings;

  template <class Visitor>
  void fields(Visitor& v) { v(record, observations, answers, findings); }
};

struct DocumentResult {
  Interpretation interpretation;
  Outline outline;
  Diagnostics diagnostics;

  template <class Visitor>
  void fields(Visitor& v) { v(interpretation, outline, diagnostics); }
};

}  // namespace muster
