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
  // Besides, what the manifest says. The vocabularies are compared by what the document asked of them (normalizers/vocabulary_edit.h).
  std::string of_result(const Source& source, const Hints& hints) const;
  // Whether a document that was opened with this password (as a hash, or none) can be opened now.
  bool knows(const std::string& password_sha256) const;

  const std::string& vocabulary() const { return vocabulary_; }

  // Of the whole run, for merging: both stages and the vocabularies, without passwords.
  std::string program() const;

 private:
  std::string extraction_, interpretation_, vocabulary_;
  std::vector<std::string> passwords_;
};

}  // namespace muster
