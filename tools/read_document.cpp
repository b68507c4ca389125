#include "tools/read_document.h"

#include <utility>

#include "extractors/read/expand.h"
#include "tools/pipeline.h"

namespace muster {

std::shared_ptr<const Knowledge> load_vocabularies(const std::string& directory, const std::string& overlay) {
  return std::make_shared<const Knowledge>(load_knowledge(directory, overlay));
}

std::vector<DocumentResult> read_documents(Source file, const Knowledge& knowledge) {
  std::vector<DocumentResult> results;
  Diagnostics opening;
  for (const Source& source : expand(std::move(file), knowledge.limits, opening))
    results.push_back(interpret_extraction(source, extract(source, knowledge, std::exchange(opening, {})), knowledge, {}));
  return results;
}

}  // namespace muster
