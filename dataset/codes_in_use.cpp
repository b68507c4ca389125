#include "dataset/codes_in_use.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

bool belongs_to(const CodebookRow& row, const TableSchema& table, const ColumnSchema& column) {
  const std::vector<std::string_view> tables = split(row.tables, ' ');
  return row.column == column.name && std::ranges::find(tables, std::string_view(table.name)) != tables.end();
}

}  // namespace

CodeCollector::CodeCollector(const std::vector<CodebookRow>& codebook, const TableSchema& table) {
  for (size_t i = 0; i < table.columns.size(); ++i) {
    const auto has_codes = [&](const CodebookRow& row) { return belongs_to(row, table, table.columns[i]); };
    if (std::ranges::any_of(codebook, has_codes)) columns_.emplace_back(i, &seen_[table.columns[i].name]);
  }
}

void CodeCollector::take(const std::vector<std::string>& row) {
  for (const auto& [index, values] : columns_)
    if (!values->contains(row[index])) values->insert(row[index]);
}

std::vector<Code> codes_in_use(const std::vector<CodebookRow>& codebook, const TableSchema& table, const ColumnSchema& column, const CodesSeen& seen) {
  std::vector<Code> codes;
  std::set<std::string> known = {""};
  for (const CodebookRow& row : codebook)
    if (belongs_to(row, table, column) && known.insert(row.code).second) codes.push_back({row.code, row.label.empty() ? row.code : row.label});
  const auto found = seen.find(column.name);
  if (codes.empty() || found == seen.end()) return codes;
  for (const std::string& value : found->second)
    if (known.insert(value).second) codes.push_back({value, value});
  return codes;
}

}  // namespace muster
