// Keys of tables that are too large for memory: which occur twice, and which references point nowhere. Private to dataset/.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dataset/sqlite.h"

namespace muster {

class KeyCheck {
 public:
  KeyCheck();

  // False when the table already has a row of this key.
  bool add(const std::string& table, const std::vector<std::string_view>& key);

  // A row of `file` names a row of `table`; told at the end, since the table may come later.
  void refer(const std::string& file, long long line, const std::string& column, const std::string& table, const std::vector<std::string_view>& key);

  // Every reference whose row is not there, in the order in which they were made.
  void dangling(const std::function<void(const std::string& file, long long line, const std::string& column, const std::string& table)>& take);

 private:
  Database database_;  // a temporary file of SQLite's own
  Statement add_, refer_;
};

}  // namespace muster
