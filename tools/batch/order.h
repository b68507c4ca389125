// One piece of work for a worker, and what it hands back. Both travel serialised over a pipe.
#pragma once

#include <vector>

#include "normalizers/interpret.h"
#include "schemas/result.h"
#include "schemas/source.h"
#include "tools/pipeline.h"

namespace muster {

struct Order {
  Source source;
  Hints hints;

  template <class Visitor>
  void fields(Visitor& v) { v(source, hints); }
};

struct Reply {
  DocumentResult result;
  std::vector<Source> members;  // of a container: each is to be ordered in its turn

  template <class Visitor>
  void fields(Visitor& v) { v(result, members); }
};

// Opens the source if it is a container at the top (a member has been opened with its container), and processes it.
Reply carry_out(Order order, const Knowledge& knowledge);

}  // namespace muster
