// The vocabulary that the program ships, read once for each test program.
#pragma once

#include "normalizers/vocabulary.h"

namespace muster {

inline const Vocabulary& shipped() {
  static const Vocabulary vocabulary = Vocabulary::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  return vocabulary;
}

}  // namespace muster
