// Runs from the program's own directory, wherever it was started: the tests' paths are relative to that.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <filesystem>

int main(int argc, char** argv) {
  std::filesystem::current_path(std::filesystem::read_symlink("/proc/self/exe").parent_path());
  return doctest::Context(argc, argv).run();
}
