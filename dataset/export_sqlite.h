// workforce.sqlite, written row by row: all tables, with foreign keys checked, and full-text indexes over answers and quotes.
#pragma once

#include <memory>
#include <string>

#include "dataset/rows.h"

namespace muster {

class SqliteExport {
 public:
  // Throws std::runtime_error when it cannot be written, as the others do.
  explicit SqliteExport(const std::string& path);
  ~SqliteExport();
  void add(const RowTable& table);
  // The file gets its name only here.
  void close();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace muster
