#include "tools/manifest.h"

#include <filesystem>
#include <stdexcept>

#include "schemas/csv.h"
#include "schemas/text.h"

namespace muster {

Manifest Manifest::load(const std::string& path) {
  const CsvTable table = read_csv(path);
  if (table.column("file") < 0)
    throw std::runtime_error(path + ":1: a manifest needs a column named file (others: publisher, request, date)");
  Manifest manifest;
  for (size_t i = 0; i < table.rows.size(); ++i) {
    const std::string file(trimmed(table.at(i, "file")));
    const Hints hints{table.at(i, "publisher"), table.at(i, "request"), table.at(i, "date"), {}};
    if (file.empty()) throw std::runtime_error(path + ":" + std::to_string(table.lines[i]) + ": the column file is empty");
    if (!manifest.rows_.emplace(file, Row{hints}).second)
      throw std::runtime_error(path + ":" + std::to_string(table.lines[i]) + ": " + file + " stands twice");
  }
  return manifest;
}

Hints Manifest::hints_for(const std::string& source) {
  auto found = rows_.find(source);
  if (found == rows_.end()) found = rows_.find(std::filesystem::path(source).filename().string());
  Hints hints;
  if (found != rows_.end()) {
    found->second.used = true;
    hints = found->second.hints;
  }
  hints.asked = register_;
  return hints;
}

std::vector<std::string> Manifest::unused() const {
  std::vector<std::string> files;
  for (const auto& [file, row] : rows_)
    if (!row.used) files.push_back(file);
  return files;
}

}  // namespace muster
