// The house rules of CONTRIBUTING.md, checked.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "dataset/rows.h"
#include "schemas/csv.h"
#include "schemas/text.h"
#include "tests/source_text.h"
#include "tools/command_line.h"

using namespace muster;
using policy::SourceFile;

namespace {

constexpr int most_function_lines = 60;
constexpr int most_file_lines = 400;
const std::vector<std::string> rooms = {"schemas", "extractors", "normalizers", "dataset", "tools"};

std::vector<std::string> matches(const std::string& text, const std::string& pattern) {
  std::vector<std::string> out;
  const std::regex expression(pattern);
  for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) out.push_back((*at)[1]);
  return out;
}

const std::vector<SourceFile>& sources() {
  static const std::vector<SourceFile> files = policy::source_files(rooms);
  return files;
}

}  // namespace

TEST_CASE("rooms include in one direction only, from the root") {
  const std::map<std::string, std::set<std::string>> allowed = {
      {"schemas", {"schemas"}},
      {"extractors", {"schemas", "extractors"}},
      {"normalizers", {"schemas", "normalizers"}},
      {"dataset", {"schemas", "dataset"}},
      {"tools", {"schemas", "extractors", "normalizers", "dataset", "tools"}},
  };
  for (const SourceFile& file : sources())
    for (const std::string& included : matches(file.text, "\n#include \"([^\"]+)\"")) {
      CHECK_MESSAGE(included.find('/') != std::string::npos, file.path << " includes " << included << ": write it from the root");
      CHECK_MESSAGE(allowed.at(file.room()).contains(included.substr(0, included.find('/'))), file.path << " includes " << included);
    }
}

TEST_CASE("no header of ours includes anything but the standard library and our headers") {
  for (const SourceFile& file : sources()) {
    if (!file.is_header()) continue;
    for (const std::string& included : matches(file.text, "\n#include <([^>]+)>"))
      CHECK_MESSAGE(included.find_first_of("./") == std::string::npos, file.path << " includes <" << included << ">");
    CHECK_MESSAGE(file.text.find("#pragma once") != std::string::npos, file.path);
    CHECK_MESSAGE(file.text.starts_with("//"), file.path << " does not begin by saying what it is for");
  }
}

TEST_CASE("a source includes its own header first, which shows that the header stands alone") {
  for (const SourceFile& file : sources()) {
    const std::string header = file.path.substr(0, file.path.rfind('.')) + ".h";
    if (file.is_header() || !std::filesystem::exists(std::filesystem::path(MUSTER_SOURCE_DIR) / header)) continue;
    const std::vector<std::string> included = matches('\n' + file.text, "\n#include [\"<]([^\">]+)[\">]");
    CHECK_MESSAGE((!included.empty() && included[0] == header), file.path);
  }
}

TEST_CASE("no function over 60 lines, no file over 400") {
  std::vector<int> lengths;
  for (const SourceFile& file : policy::source_files({"schemas", "extractors", "normalizers", "dataset", "tools", "tests"})) {
    const auto lines = std::ranges::count(file.text, '\n');
    CHECK_MESSAGE(lines <= most_file_lines, file.path << " has " << lines << " lines");
    for (const policy::Function& f : policy::functions(file)) {
      lengths.push_back(f.lines);
      CHECK_MESSAGE(f.lines <= most_function_lines, file.path << ":" << f.line << " has a function of " << f.lines << " lines");
    }
  }
  std::ranges::sort(lengths);
  REQUIRE(lengths.size() > 100);
  MESSAGE(lengths.size() << " functions: median " << lengths[lengths.size() / 2] << " lines, 9 of 10 up to "
                         << lengths[lengths.size() * 9 / 10]);
}

TEST_CASE("files are named for what they do") {
  const std::set<std::string> vague = {"utils", "util", "common", "helper", "helpers", "manager", "misc"};
  for (const SourceFile& file : sources()) {
    const std::string stem = std::filesystem::path(file.path).stem();
    for (std::string_view word : split(stem, '_')) CHECK_MESSAGE(!vague.contains(std::string(word)), file.path);
  }
}

TEST_CASE("every diagnostic code has its line in docs/diagnostics.md") {
  std::ifstream in(MUSTER_SOURCE_DIR "/docs/diagnostics.md");
  const std::string page{std::istreambuf_iterator<char>(in), {}};
  for (const SourceFile& file : sources()) {
    std::set<std::string> codes;
    for (const std::string& code : matches(file.text, "\\.code = \"([a-z_]+)\"")) codes.insert(code);
    for (const std::string& code : matches(file.text, "\"([a-z]+(?:_[a-z]+)+)\",\\s*Severity::")) codes.insert(code);
    for (const std::string& code : matches(file.text, "\\b(?:add|report|note|failed|failed_result)\\([^\";]*\"([a-z]+(?:_[a-z]+)+)\"")) codes.insert(code);
    for (const char* stage : {"lay_out", "find_structure"}) codes.erase(stage);
    for (const std::string& code : codes)
      CHECK_MESSAGE(page.find("| `" + code + "` |") != std::string::npos, file.path << " has the code " << code << ", which docs/diagnostics.md lacks");
  }
}

TEST_CASE("every column of the written files is explained in docs/dataset.md") {
  std::ifstream in(MUSTER_SOURCE_DIR "/docs/dataset.md");
  const std::string page{std::istreambuf_iterator<char>(in), {}};
  for (const RowTable& table : tabulate({}))
    for (const std::string& column : table.columns)
      CHECK_MESSAGE(std::regex_search(page, std::regex("\\b" + column + "\\b")), table.name << ": " << column);
}

TEST_CASE("every command has examples of itself, a description and help for each option") {
  for (const Command& command : commands()) {
    if (command.hidden) continue;
    const std::string help = help_text(command);
    CHECK_MESSAGE(std::string(command.examples).find(std::string("  muster ") + command.name + ' ') != std::string::npos, command.name);
    CHECK_MESSAGE(help.find("Examples:") < help.find("Usage:"), command.name);
    CHECK(help_text().find(std::string("  ") + command.name) != std::string::npos);
    for (const OptionSpec& option : command.options) CHECK_MESSAGE(*option.meaning, command.name << " --" << option.name);
    for (std::string_view line : split(help, '\n')) CHECK_MESSAGE(code_points(line) <= 130, line);
  }
}

TEST_CASE("no source file and no literal in the sources names a council") {
  const std::string path = MUSTER_SOURCE_DIR "/schemas/vocabulary/authorities.csv";
  if (!std::filesystem::exists(path)) return;
  const std::set<std::string> also_words = {"reading", "bath", "bury", "barking", "hart", "deal", "rugby", "eden", "mole valley", "arun", "adur"};
  const CsvTable authorities = read_csv(path);
  std::set<std::string> names;
  for (size_t i = 0; i < authorities.rows.size(); ++i) {
    const std::string& kind = authorities.at(i, "kind");  // laws and statistics speak of countries and regions
    if (kind == "country" || kind == "region" || kind == "sub_region") continue;
    const std::string name = folded(authorities.at(i, "name"));
    if (name.size() > 4 && !also_words.contains(name)) names.insert(' ' + name + ' ');
  }
  for (const SourceFile& file : sources()) {
    std::string stem = ' ' + std::filesystem::path(file.path).stem().string() + ' ';
    std::ranges::replace(stem, '_', ' ');
    const std::string text = ' ' + folded(file.text) + ' ';
    for (const std::string& name : names) {
      CHECK_MESSAGE(stem.find(name) == std::string::npos, file.path << " is named for" << name);
      CHECK_MESSAGE(text.find(name) == std::string::npos, file.path << " speaks of" << name);
    }
  }
}
