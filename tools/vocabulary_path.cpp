#include "tools/vocabulary_path.h"

#include <filesystem>
#include <stdexcept>

namespace muster {

namespace fs = std::filesystem;

std::string program_path() { return fs::read_symlink("/proc/self/exe").string(); }

std::string vocabulary_directory() {
  const fs::path installed = fs::path(program_path()).parent_path().parent_path() / "share" / "muster" / "vocabulary";
  if (fs::is_directory(installed)) return installed.string();
  const fs::path source = fs::path(MUSTER_SOURCE_DIR) / "schemas" / "vocabulary";
  if (fs::is_directory(source)) return source.string();
  throw std::runtime_error("the vocabularies are missing: neither " + installed.string() + " nor " + source.string() +
                           " is there; install muster again (cmake --install BUILD)");
}

std::string duckdb_path() {
  const fs::path directory = fs::path(program_path()).parent_path();
  const fs::path installed = directory.parent_path() / "lib" / "muster" / "libduckdb.so";
  return (fs::exists(installed) ? installed : directory / "parquet" / "libduckdb.so").string();
}

std::string reference_path() { return reference_path("csww.csv"); }

std::string reference_path(const std::string& file) {
  const fs::path path = fs::path(vocabulary_directory()).parent_path() / "reference" / file;
  if (fs::is_regular_file(path)) return path.string();
  throw std::runtime_error(path.string() + " is missing; install muster again (cmake --install BUILD) or name another with --reference");
}

}  // namespace muster
