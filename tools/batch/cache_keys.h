// What the kept work of earlier runs depends on, as one hash for each stage: equal keys and equal content make equal results.
#pragma once

#include <string>
#include <vector>

#include "normalizers/interpret.h"
#include "schemas/source.h"
#include "tools/batch/read_batch.h"
#include "tools/pipeline.h"

namespace muster {

class CacheKeys {
 public:
  CacheKeys(const BatchOptions& options, const Knowledge& knowledge);

  // Program, parsers, document words and limits; of a document only its file name, which a reader may look at.
  std::string of_extraction(const Source& source) const;
  // Besides, the vocabularies and what the manifest says.
  std::string of_result(const Source& source, const Hints& hints) const;
  // Whether a document that was opened with this password (as a hash, or none) can be opened now.
  bool knows(const std::string& password_sha256) const;

  // Of the whole run, for merging: both stages, without passwords.
  std::string program() const;

 private:
  std::string extraction_, interpretation_;
  std::vector<std::string> passwords_;
};

}  // namespace muster
