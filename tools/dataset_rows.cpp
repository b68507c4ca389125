#include "tools/dataset_rows.h"

#include <filesystem>
#include <set>
#include <stdexcept>

#include "dataset/ledger.h"

namespace muster {

namespace fs = std::filesystem;

Database open_dataset(const std::string& directory) {
  const fs::path path = fs::path(directory) / "workforce.sqlite";
  if (!fs::is_regular_file(path)) throw std::runtime_error(path.string() + " is missing: name a directory that muster build has written");
  return Database(path.string(), Database::Mode::read_only);
}

std::vector<DatasetRow> select_rows(const Database& database, const std::string& sql, const std::vector<std::string>& parameters) {
  static const std::set<std::string> numbers = {"value", "value_upper", "confidence"};  // SQLite writes 8 as 8.0
  Statement statement(database, sql);
  for (size_t i = 0; i < parameters.size(); ++i) statement.bind_text(static_cast<int>(i), parameters[i]);
  const std::vector<std::string> names = statement.column_names();
  std::vector<DatasetRow> rows;
  while (statement.step()) {
    DatasetRow row;
    for (size_t i = 0; i < names.size(); ++i) {
      const std::string text = statement.text(static_cast<int>(i));
      row[names[i]] = numbers.contains(names[i]) ? plain_decimal(text) : text;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace muster
