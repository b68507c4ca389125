#include "tools/load_codebook.h"

#include "normalizers/vocabulary_layers.h"

namespace muster {

std::vector<CodebookRow> load_codebook(const std::string& vocabulary_directory, const std::string& overlay_directory) {
  const VocabularyLayers layers{vocabulary_directory, overlay_directory};
  return codebook(layers.rows("measures.csv", "measure"), layers.rows("statuses.csv", "status"), layers.rows("codes.csv", ""));
}

}  // namespace muster
