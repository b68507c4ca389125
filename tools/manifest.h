// `--manifest FILE`: what a person knows about files that the files themselves may not say.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "normalizers/interpret.h"

namespace muster {

// Hints by file: relative to the input's root, or a bare file name.
class Manifest {
 public:
  Manifest() = default;
  // CSV with a column file and any of publisher, request, date. Throws std::runtime_error "FILE:LINE: what is wrong".
  static Manifest load(const std::string& path);

  Hints hints_for(const std::string& source);

  // The register of requests (CSV), which every file's hints hold.
  void state_register(std::string csv) { register_ = std::move(csv); }

  // Rows that no file has asked for so far.
  std::vector<std::string> unused() const;

 private:
  struct Row {
    Hints hints;
    bool used = false;
  };
  std::map<std::string, Row> rows_;
  std::string register_;
};

}  // namespace muster
