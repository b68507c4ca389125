// The codes that a column can hold: those of the codebook, and those of a user's own vocabulary that rows have beyond it.
#pragma once

#include <string>
#include <vector>

#include "dataset/codebook.h"
#include "dataset/schema.h"
#include "dataset/sqlite.h"

namespace muster {

struct Code {
  std::string value, label;
};

// Empty for a column without codes.
std::vector<Code> codes_in_use(const Database& database, const std::vector<CodebookRow>& codebook, const TableSchema& table, const ColumnSchema& column);

}  // namespace muster
