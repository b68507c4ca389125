#include "extractors/read/document_words.h"

#include <re2/re2.h>

#include <filesystem>
#include <map>
#include <stdexcept>
#include <vector>

#include "schemas/csv.h"
#include "schemas/text.h"

namespace muster {

struct DocumentWords::Patterns {
  struct Kind {
    struct Source { std::string pattern, place; };
    std::vector<Source> sources;
    mutable std::vector<std::unique_ptr<RE2>> compiled;  // on first use: a command that needs few kinds starts sooner
  };
  std::map<std::string, Kind, std::less<>> by_kind;

  const std::vector<std::unique_ptr<RE2>>& of(std::string_view name) const;
};

namespace {

std::unique_ptr<RE2> compile(const std::string& pattern, const std::string& place) {
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  auto compiled = std::make_unique<RE2>(pattern, options);
  if (!compiled->ok()) throw std::runtime_error(place + ": the pattern is not a regular expression: " + compiled->error());
  return compiled;
}

}  // namespace

const std::vector<std::unique_ptr<RE2>>& DocumentWords::Patterns::of(std::string_view name) const {
  static const std::vector<std::unique_ptr<RE2>> none;
  const auto found = by_kind.find(name);
  if (found == by_kind.end()) return none;
  const Kind& kind = found->second;
  for (size_t i = kind.compiled.size(); i < kind.sources.size(); ++i)
    kind.compiled.push_back(compile(kind.sources[i].pattern, kind.sources[i].place));
  return kind.compiled;
}

void DocumentWords::compile_all() const {
  for (const auto& [name, kind] : patterns_->by_kind) patterns_->of(name);
}

DocumentWords::DocumentWords() : patterns_(std::make_unique<Patterns>()) {}
DocumentWords::~DocumentWords() = default;
DocumentWords::DocumentWords(DocumentWords&&) noexcept = default;
DocumentWords& DocumentWords::operator=(DocumentWords&&) noexcept = default;

DocumentWords DocumentWords::load(const std::string& vocabulary_directory, const std::string& overlay_directory) {
  DocumentWords words;
  for (const std::string& directory : {vocabulary_directory, overlay_directory}) {
    const std::string path = directory + "/document_words.csv";
    if (directory.empty() || !std::filesystem::exists(path)) continue;
    const CsvTable table = read_csv(path);
    for (size_t row = 0; row < table.rows.size(); ++row) {
      words.patterns_->by_kind[table.at(row, "kind")].sources.push_back(
          {table.at(row, "pattern"), path + ":" + std::to_string(table.lines[row])});
    }
  }
  return words;
}

bool DocumentWords::is(std::string_view kind, std::string_view text) const {
  const std::string_view t = trimmed(text);
  for (const auto& pattern : patterns_->of(kind))
    if (RE2::FullMatch(re2::StringPiece(t.data(), t.size()), *pattern)) return true;
  return false;
}

size_t DocumentWords::prefix(std::string_view kind, std::string_view text) const {
  for (const auto& pattern : patterns_->of(kind)) {
    re2::StringPiece input(text.data(), text.size());
    const size_t before = input.size();
    if (RE2::Consume(&input, *pattern)) return before - input.size();
  }
  return 0;
}

bool DocumentWords::contains(std::string_view kind, std::string_view text) const {
  for (const auto& pattern : patterns_->of(kind))
    if (RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *pattern)) return true;
  return false;
}

}  // namespace muster
