// Stands in for dataset/parquet/ in a program that is built without DuckDB.
#include <stdexcept>

#include "dataset/write_parquet.h"

namespace muster {

bool has_parquet() { return false; }

std::string parquet_library(const std::string&) {
  throw std::runtime_error("this program was built without Parquet; install npm and build it again with: cmake --preset release -DMUSTER_PARQUET=ON");
}

std::vector<std::string> write_parquet(const Database&, const ParquetTarget& target) {
  parquet_library(target.library);
  return {};
}

}  // namespace muster
