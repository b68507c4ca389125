// The codes that a column can hold: those of the codebook, and those of a user's own vocabulary that rows have beyond it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "dataset/codebook.h"
#include "dataset/schema.h"

namespace muster {

struct Code {
  std::string value, label;
};

// Values by column.
using CodesSeen = std::map<std::string, std::set<std::string>>;

// Gathers, row by row, what stands in those columns of a table that have codes.
class CodeCollector {
 public:
  CodeCollector(const std::vector<CodebookRow>& codebook, const TableSchema& table);

  void take(const std::vector<std::string>& row);  // cells in the order of the table's columns
  const CodesSeen& seen() const { return seen_; }

 private:
  std::vector<std::pair<size_t, std::set<std::string>*>> columns_;
  CodesSeen seen_;
};

// Empty for a column without codes.
std::vector<Code> codes_in_use(const std::vector<CodebookRow>& codebook, const TableSchema& table, const ColumnSchema& column, const CodesSeen& seen);

}  // namespace muster
