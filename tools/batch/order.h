// One piece of work for a worker, and what it hands back. Both travel serialised over a pipe.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "normalizers/interpret.h"
#include "schemas/result.h"
#include "schemas/source.h"
#include "tools/pipeline.h"

namespace muster {

struct Order {
  Source source;           // with bytes if a container held it; otherwise without, and `path` says where the worker finds them
  std::string path;
  uint64_t byte_count = 0; // of the content
  Hints hints;
  std::string extraction;  // a serialised Extraction, when an earlier run has kept it: only its interpretation is ordered

  template <class Visitor>
  void fields(Visitor& v) { v(source, path, byte_count, hints, extraction); }
};

struct Reply {
  DocumentResult result;
  std::string consulted;        // serialised: what the interpretation asked the vocabulary
  std::string extraction;       // serialised, to be kept; empty when it was ordered with one
  std::string password_sha256;  // of the password that opened it; empty when it needed none
  std::vector<Source> members;  // of a container: each is to be ordered in its turn

  template <class Visitor>
  void fields(Visitor& v) { v(result, consulted, extraction, password_sha256, members); }
};

// Opens the source if it is a container at the top (a member has been opened with its container), and processes it.
Reply carry_out(Order order, const Knowledge& knowledge);

}  // namespace muster
