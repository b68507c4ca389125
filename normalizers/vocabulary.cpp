#include "normalizers/vocabulary.h"

#include "normalizers/vocabulary_edit.h"
#include "normalizers/vocabulary_tables.h"

namespace muster {

Vocabulary::Vocabulary(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Vocabulary::~Vocabulary() = default;
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
const std::string& Vocabulary::version() const { return tables_->version; }
ConsultationRecord& Vocabulary::record() const { return *tables_->record; }

Vocabulary Vocabulary::load(const std::string& vocabulary_directory, const std::string& overlay_directory) {
  const VocabularyLayers layers{vocabulary_directory, overlay_directory};
  auto tables = std::make_unique<Tables>();
  tables->version = layers.version();
  tables->whole_files = layers.version_without(files_compared_by_row());
  tables->authorities = AuthorityTable::load(layers);
  tables->refusals = RefusalTable::load(layers, tables->record);
  tables->bank_holidays = load_bank_holidays(layers);
  tables->workforce = WorkforceWords::load(layers, tables->record);
  tables->equations = load_equation_rules(layers, tables->workforce);
  tables->confidence = load_confidence_rules(layers);
  return Vocabulary(std::move(tables));
}

}  // namespace muster
