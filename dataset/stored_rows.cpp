#include "dataset/stored_rows.h"

#include <charconv>
#include <filesystem>
#include <stdexcept>

namespace muster {
namespace {

std::string shortest(double number) {
  char buffer[400];  // the longest finite double without an exponent has 309 digits before the point
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed);
  return error == std::errc() ? std::string(buffer, end) : std::string();
}

}  // namespace

std::string stored_cell(const Statement& statement, int column) {
  return statement.is_real(column) ? shortest(statement.real(column)) : statement.text(column);
}

Database open_stored(const std::string& dataset_directory) {
  const std::filesystem::path path = std::filesystem::path(dataset_directory) / "workforce.sqlite";
  if (!std::filesystem::exists(path))
    throw std::runtime_error(dataset_directory + ": there is no dataset here (no workforce.sqlite); make one with: muster build INPUT... -o " + dataset_directory);
  return Database(path.string(), Database::Mode::read_only);
}

void for_each_result(const Database& database, const std::string& sql, const std::function<void(const StoredRow&)>& take) {
  Statement statement(database, sql);
  StoredRow row(static_cast<size_t>(statement.columns()));
  while (statement.step()) {
    for (size_t i = 0; i < row.size(); ++i) row[i] = stored_cell(statement, static_cast<int>(i));
    take(row);
  }
}

std::string select_rows(const TableSchema& table) {
  std::string names;
  for (const ColumnSchema& column : table.columns) names += (names.empty() ? "\"" : ", \"") + column.name + '"';
  return "SELECT " + names + " FROM \"" + table.name + "\" ORDER BY rowid";
}

void for_each_row(const Database& database, const TableSchema& table, const std::function<void(const StoredRow&)>& take) {
  for_each_result(database, select_rows(table), take);
}

}  // namespace muster
