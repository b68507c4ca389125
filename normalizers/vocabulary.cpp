#include "normalizers/vocabulary.h"

#include "normalizers/vocabulary_tables.h"

namespace muster {

Vocabulary::Vocabulary(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Vocabulary::~Vocabulary() = default;
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;
Vocabulary& Vocabulary::operator=(Vocabulary&&) noexcept = default;
const std::string& Vocabulary::version() const { return tables_->version; }

Vocabulary Vocabulary::load(const std::string&, const std::string&) { return Vocabulary(std::make_unique<Tables>()); }

}  // namespace muster
