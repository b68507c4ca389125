#include "normalizers/vocabulary_layers.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

#include "schemas/identity.h"
#include "schemas/read_file.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

size_t row_with(const CsvTable& table, const std::string& column, const std::string& value) {
  for (size_t row = 0; row < table.rows.size(); ++row)
    if (table.at(row, column) == value) return row;
  return table.rows.size();
}

// The overlay's row in the order of the shipped columns.
std::vector<std::string> in_order_of(const CsvTable& shipped, const CsvTable& overlay, size_t row) {
  std::vector<std::string> cells;
  for (const std::string& column : shipped.header) cells.push_back(overlay.at(row, column));
  return cells;
}

// Lines of the overlay are kept negative, so that one number says which of the two files it counts in.
void lay_over(CsvTable& table, const CsvTable& overlay, const std::string& key, const std::string& path) {
  for (const std::string& column : overlay.header)
    if (table.column(column) < 0) throw std::runtime_error(path + ":1: the column '" + column + "' is unknown");
  for (size_t row = 0; row < overlay.rows.size(); ++row) {
    const size_t place = key.empty() ? table.rows.size() : row_with(table, key, overlay.at(row, key));
    if (place == table.rows.size()) {
      table.rows.emplace_back();
      table.lines.push_back(0);
    }
    table.rows[place] = in_order_of(table, overlay, row);
    table.lines[place] = -overlay.lines[row];
  }
}

}  // namespace

CsvTable VocabularyLayers::rows(const std::string& file, const std::string& key) const {
  CsvTable table = read_csv(shipped + "/" + file);
  const std::string path = overlay + "/" + file;
  if (!overlay.empty() && fs::exists(path)) lay_over(table, read_csv(path), key, path);
  return table;
}

std::string VocabularyLayers::place(const std::string& file, const CsvTable& table, size_t row) const {
  const int line = table.lines[row];
  return (line < 0 ? overlay : shipped) + "/" + file + ":" + std::to_string(std::abs(line)) + ": ";
}

std::string VocabularyLayers::version_without(const std::vector<std::string>& left_out) const {
  std::string all;
  for (const std::string& directory : {shipped, overlay}) {
    if (directory.empty() || !fs::is_directory(directory)) continue;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(directory))
      if (entry.path().extension() == ".csv" && std::ranges::find(left_out, entry.path().filename().string()) == left_out.end()) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const fs::path& path : files) all += path.filename().string() + '\0' + read_file(path.string()) + '\0';
  }
  return sha256_hex(all);
}

}  // namespace muster
