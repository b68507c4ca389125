// Directories for tests: their own for each process, so that test runs beside one another never meet, and gone afterwards.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

namespace muster {

// Where this process's test directories stand; removed with all they hold when the process ends.
inline const std::filesystem::path& test_root() {
  struct Root {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("muster-test-" + std::to_string(getpid()));
    Root() { std::filesystem::create_directories(path); }
    ~Root() {
      std::error_code ignored;
      std::filesystem::remove_all(path, ignored);
    }
  };
  static const Root root;
  return root.path;
}

// An empty directory of its own for one test.
inline std::filesystem::path test_directory(const std::string& name) {
  const auto path = test_root() / name;
  std::filesystem::remove_all(path);
  std::filesystem::create_directories(path);
  return path;
}

}  // namespace muster
