// A written dataset as Parquet: one file for each table, with the columns' own types and missing values as null.
#pragma once

#include <string>
#include <vector>

#include "dataset/sqlite.h"

namespace muster {

struct ParquetTarget {
  std::string directory;  // observations.parquet and the others go here; made when missing
  std::string library;    // the file libduckdb.so
};

// Whether the program was built with DuckDB's header at hand.
bool has_parquet();

// "DuckDB v1.4.4". Throws std::runtime_error, saying what to install, when the library cannot be opened.
std::string parquet_library(const std::string& library);

// Rows go from SQLite into the files a block at a time, in the order of the CSV files; the same dataset gives the same bytes. The
// files' own key-value metadata has the table's and the columns' meanings. Returns the names of the files. Throws std::runtime_error.
std::vector<std::string> write_parquet(const Database& dataset, const ParquetTarget& target);

}  // namespace muster
