// Rows of a CSV file (RFC 4180) one after another, for files of any size. Unlike schemas/csv.h nothing is passed over: no comments, no
// blank lines.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace muster {

class CsvRows {
 public:
  // Throws std::runtime_error when the file cannot be read.
  explicit CsvRows(const std::string& path);

  // The next row's cells; false after the last one. A quote that is never closed ends with the file.
  bool next(std::vector<std::string>& cells);

  long long line() const { return line_; }           // where the row that next() gave begins
  bool open_quote() const { return open_quote_; }    // the last row has a quote that is never closed

 private:
  bool quoted_part(std::string& cell);

  std::ifstream in_;
  long long line_ = 0, next_line_ = 1;
  bool open_quote_ = false;
};

}  // namespace muster
