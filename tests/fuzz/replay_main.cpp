// Runs a fuzz target over every file of the directories named on the command line, in the order of their names; with --rounds or
// --seconds also over inputs made of them. Those follow from the run's number alone:
//   fuzz_html [--run N] [--from ROUND] [--rounds N | --seconds N] [--also DIR] [--found FILE] SEEDS...
// --also: more files to make inputs of, not replayed themselves. --found: where the input at hand is kept while it runs; it stays
// there when the target dies or takes longer than a minute.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/mutation.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

constexpr unsigned longest_input_s = 60;  // sanitizers on a busy machine; without them a thousandth

struct Options {
  uint64_t run = 1, from = 0, rounds = 0;
  double seconds = 0;
  std::string found;
  std::vector<std::string> replayed, also;
};

Options options_of(int count, char** arguments) {
  Options out;
  for (int i = 1; i < count; ++i) {
    const std::string name = arguments[i];
    if (!name.starts_with("--") || i + 1 == count) {
      out.replayed.push_back(name);
      continue;
    }
    const std::string value = arguments[++i];
    if (name == "--run") out.run = std::strtoull(value.c_str(), nullptr, 10);
    else if (name == "--from") out.from = std::strtoull(value.c_str(), nullptr, 10);
    else if (name == "--rounds") out.rounds = std::strtoull(value.c_str(), nullptr, 10);
    else if (name == "--seconds") out.seconds = std::strtod(value.c_str(), nullptr);
    else if (name == "--also") out.also.push_back(value);
    else if (name == "--found") out.found = value;
  }
  return out;
}

std::vector<std::string> files_in(const std::vector<std::string>& directories) {
  std::vector<std::string> files;
  for (const std::string& directory : directories)
    for (const auto& entry : std::filesystem::directory_iterator(directory)) files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

std::string content(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void try_input(const std::string& bytes) {
  alarm(longest_input_s);
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  alarm(0);
}

void mutate(const Options& options, const std::vector<std::string>& seeds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(options.seconds);
  uint64_t round = options.from;
  const auto goes_on = [&] { return options.seconds > 0 ? std::chrono::steady_clock::now() < end : round < options.from + options.rounds; };
  for (; goes_on(); ++round) {
    const std::string input = muster::fuzz::Mutation(seeds, options.run, round).make();
    if (!options.found.empty()) std::ofstream(options.found, std::ios::binary) << input;
    try_input(input);
  }
  if (!options.found.empty()) std::filesystem::remove(options.found);
  std::printf("run %llu: rounds %llu to %llu without a fault\n", static_cast<unsigned long long>(options.run), static_cast<unsigned long long>(options.from),
              static_cast<unsigned long long>(round));
}

}  // namespace

int main(int count, char** arguments) {
  const Options options = options_of(count, arguments);
  std::vector<std::string> seeds;
  for (const std::string& file : files_in(options.replayed)) {
    std::printf("%s\n", file.c_str());
    std::fflush(stdout);
    seeds.push_back(content(file));
    try_input(seeds.back());
  }
  if (seeds.empty()) {
    std::fprintf(stderr, "no seeds: put at least one small file into corpus/mini/fuzz/<target>/\n");
    return 1;
  }
  for (const std::string& file : files_in(options.also)) seeds.push_back(content(file));
  if (options.rounds > 0 || options.seconds > 0) mutate(options, seeds);
  return 0;
}
