#include "normalizers/refusal_table.h"

#include <re2/re2.h>

#include <stdexcept>

namespace muster {

struct RefusalWording::Compiled {
  std::unique_ptr<RE2> pattern;
};

namespace {

std::unique_ptr<RE2> compiled_pattern(const std::string& pattern) {
  std::string spaced;
  for (char c : pattern) spaced += c == ' ' ? std::string("[\\s\u00A0]+") : std::string(1, c);
  // "[…]+?" would be lazy: a blank that may be missing is written " ?"
  for (size_t at = spaced.find("]+?"); at != std::string::npos; at = spaced.find("]+?", at)) spaced.replace(at, 3, "]*");
  RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  return std::make_unique<RE2>("(" + spaced + ")", options);
}

void load_statuses(const VocabularyLayers& layers, RefusalTable& table) {
  const CsvTable t = layers.rows("statuses.csv", "status");
  for (size_t row = 0; row < t.rows.size(); ++row)
    table.statuses[t.at(row, "status")] = {{t.at(row, "shorthand"), t.at(row, "obs_status")}, t.at(row, "answer")};
}

void load_wordings(const VocabularyLayers& layers, RefusalTable& table) {
  const std::string file = "refusals.csv";
  const CsvTable t = layers.rows(file, "pattern");
  for (size_t row = 0; row < t.rows.size(); ++row) {
    const auto fail = [&](const std::string& what) { throw std::runtime_error(layers.place(file, t, row) + what); };
    std::unique_ptr<RE2> pattern = compiled_pattern(t.at(row, "pattern"));
    RefusalWording w{t.at(row, "status"), WordingScope::within, nullptr};
    const std::string& scope = t.at(row, "scope");
    if (!table.statuses.count(w.status)) fail("the status '" + w.status + "' is not in statuses.csv");
    if (scope != "whole" && scope != "start" && scope != "within") fail("scope is '" + scope + "', expected whole, start or within");
    if (!pattern->ok()) fail("the pattern is not a regular expression: " + pattern->error());
    w.scope = scope == "whole" ? WordingScope::whole : scope == "start" ? WordingScope::start : WordingScope::within;
    w.compiled = std::make_shared<RefusalWording::Compiled>(RefusalWording::Compiled{std::move(pattern)});
    table.wordings.push_back(std::move(w));
  }
}

void load_references(const VocabularyLayers& layers, RefusalTable& table) {
  const CsvTable t = layers.rows("legal_references.csv", "");
  for (size_t row = 0; row < t.rows.size(); ++row)
    table.references[t.at(row, "regime") + " " + t.at(row, "reference")] = {t.at(row, "role"), t.at(row, "status")};
}

}  // namespace

bool RefusalWording::is(std::string_view text) const { return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *compiled->pattern); }

std::vector<std::pair<size_t, size_t>> RefusalWording::in(std::string_view text) const {
  std::vector<std::pair<size_t, size_t>> out;
  re2::StringPiece match;
  const RE2::Anchor anchor = scope == WordingScope::start ? RE2::ANCHOR_START : RE2::UNANCHORED;
  for (size_t at = 0; at <= text.size();) {
    if (!compiled->pattern->Match(re2::StringPiece(text.data(), text.size()), at, text.size(), anchor, &match, 1) || match.empty()) break;
    const auto begin = static_cast<size_t>(match.data() - text.data());
    out.emplace_back(begin, begin + match.size());
    if (anchor == RE2::ANCHOR_START) break;
    at = begin + match.size();
  }
  return out;
}

RefusalTable RefusalTable::load(const VocabularyLayers& layers) {
  RefusalTable table;
  load_statuses(layers, table);
  load_wordings(layers, table);
  load_references(layers, table);
  return table;
}

}  // namespace muster
