// The vocabulary's tables as the normalizers use them. Private to normalizers/.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "normalizers/authority_table.h"
#include "normalizers/confidence.h"
#include "normalizers/consulted.h"
#include "normalizers/equation_rules.h"
#include "normalizers/refusal_table.h"
#include "normalizers/vocabulary.h"
#include "normalizers/workforce_words.h"
#include "normalizers/working_days.h"

namespace muster {

struct Vocabulary::Tables {
  std::string version;
  std::string whole_files;  // hash of what is not compared row by row (vocabulary_edit.h)
  std::shared_ptr<ConsultationRecord> record = std::make_shared<ConsultationRecord>();
  AuthorityTable authorities;
  RefusalTable refusals;
  WorkforceWords workforce;
  std::vector<EquationRule> equations;
  BankHolidays bank_holidays;
  std::vector<ConfidenceRule> confidence;
};

}  // namespace muster
