#include <cstdio>
#include <exception>
#include <string_view>

#include "tools/tables.h"

int main(int argc, char** argv) {
  if (argc < 3 || std::string_view(argv[1]) != "tables") {
    std::puts("usage: muster tables FILE... --format json|csv|html|markdown");
    return 2;
  }
  muster::TablesOptions options{.vocabulary_directory = MUSTER_SOURCE_DIR "/schemas/vocabulary"};
  for (int i = 2; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--format" && i + 1 < argc) ++i;
    else options.files.emplace_back(argument);
  }
  try {
    return muster::tables(options);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "muster: %s\n", e.what());
    return 2;
  }
}
