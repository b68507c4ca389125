// What could not be read, placed or resolved. Nothing disappears: what is dropped on the way leaves one of these.
#pragma once

#include <string>
#include <vector>

#include "schemas/source.h"

namespace muster {

enum class Severity { info, warning, error };

struct Diagnostic {
  std::string stage;    // read, lay_out, find_structure, propose, resolve, audit, store
  std::string code;     // stable snake_case name; every code has its line in docs/diagnostics.md (a test checks)
  Severity severity = Severity::warning;
  Locator place;
  std::string raw;      // the text concerned, as it stands in the document
  std::string message;  // for a person: what is wrong, and what to do about it

  template <class Visitor>
  void fields(Visitor& v) { v(stage, code, severity, place, raw, message); }
};

// Collects diagnostics of one document. Beyond the ceiling the rest is only counted (`more`), so that a hostile file
// cannot fill the disk with its own faults.
class Diagnostics {
 public:
  static constexpr size_t ceiling = 1000;

  void add(Diagnostic d) {
    if (list_.size() < ceiling) list_.push_back(std::move(d));
    else ++more_;
  }
  const std::vector<Diagnostic>& list() const { return list_; }
  size_t more() const { return more_; }

  template <class Visitor>
  void fields(Visitor& v) { v(list_, more_); }

 private:
  std::vector<Diagnostic> list_;
  size_t more_ = 0;
};

}  // namespace muster
