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
  std::map<std::string, std::vector<std::unique_ptr<RE2>>, std::less<>> by_kind;
};

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
      RE2::Options options;
      options.set_case_sensitive(false);
      options.set_log_errors(false);
      auto pattern = std::make_unique<RE2>(table.at(row, "pattern"), options);
      if (!pattern->ok())
        throw std::runtime_error(path + ":" + std::to_string(table.lines[row]) + ": the pattern is not a regular expression: " + pattern->error());
      words.patterns_->by_kind[table.at(row, "kind")].push_back(std::move(pattern));
    }
  }
  return words;
}

bool DocumentWords::is(std::string_view kind, std::string_view text) const {
  const auto found = patterns_->by_kind.find(kind);
  if (found == patterns_->by_kind.end()) return false;
  const std::string_view t = trimmed(text);
  for (const auto& pattern : found->second)
    if (RE2::FullMatch(re2::StringPiece(t.data(), t.size()), *pattern)) return true;
  return false;
}

size_t DocumentWords::prefix(std::string_view kind, std::string_view text) const {
  const auto found = patterns_->by_kind.find(kind);
  if (found == patterns_->by_kind.end()) return 0;
  for (const auto& pattern : found->second) {
    re2::StringPiece input(text.data(), text.size());
    const size_t before = input.size();
    if (RE2::Consume(&input, *pattern)) return before - input.size();
  }
  return 0;
}

bool DocumentWords::contains(std::string_view kind, std::string_view text) const {
  const auto found = patterns_->by_kind.find(kind);
  if (found == patterns_->by_kind.end()) return false;
  for (const auto& pattern : found->second)
    if (RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *pattern)) return true;
  return false;
}

}  // namespace muster
