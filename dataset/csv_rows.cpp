#include "dataset/csv_rows.h"

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace muster {

CsvRows::CsvRows(const std::string& path) : in_(path, std::ios::binary) {
  if (!in_) throw std::runtime_error(path + ": cannot be read: " + std::strerror(errno));
}

// From behind an opening quote to behind the closing one; false at the end of the file.
bool CsvRows::quoted_part(std::string& cell) {
  for (int c = in_.get(); c != EOF; c = in_.get()) {
    if (c == '\n') ++next_line_;
    if (c == '"') {
      if (in_.peek() != '"') return true;
      in_.get();
    }
    cell += static_cast<char>(c);
  }
  return false;
}

bool CsvRows::next(std::vector<std::string>& cells) {
  cells.clear();
  if (in_.peek() == EOF) return false;
  line_ = next_line_;
  cells.emplace_back();
  for (int c = in_.get();; c = in_.get()) {
    if (c == EOF) return true;
    if (c == '\r' && in_.peek() == '\n') continue;
    if (c == '\n') {
      ++next_line_;
      return true;
    }
    if (c == ',') cells.emplace_back();
    else if (c == '"' && cells.back().empty()) open_quote_ = !quoted_part(cells.back());
    else cells.back() += static_cast<char>(c);
  }
}

}  // namespace muster
