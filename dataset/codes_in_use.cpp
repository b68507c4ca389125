#include "dataset/codes_in_use.h"

#include <algorithm>
#include <set>

#include "dataset/stored_rows.h"
#include "schemas/text.h"

namespace muster {
namespace {

bool belongs_to(const CodebookRow& row, const TableSchema& table, const ColumnSchema& column) {
  const std::vector<std::string_view> tables = split(row.tables, ' ');
  return row.column == column.name && std::ranges::find(tables, std::string_view(table.name)) != tables.end();
}

}  // namespace

std::vector<Code> codes_in_use(const Database& database, const std::vector<CodebookRow>& codebook, const TableSchema& table, const ColumnSchema& column) {
  std::vector<Code> codes;
  std::set<std::string> known = {""};
  for (const CodebookRow& row : codebook)
    if (belongs_to(row, table, column) && known.insert(row.code).second) codes.push_back({row.code, row.label.empty() ? row.code : row.label});
  if (codes.empty()) return codes;
  const std::string name = '"' + column.name + '"';
  for_each_result(database, "SELECT DISTINCT " + name + " FROM \"" + table.name + "\" ORDER BY " + name, [&](const StoredRow& row) {
    if (known.insert(row[0]).second) codes.push_back({row[0], row[0]});
  });
  return codes;
}

}  // namespace muster
