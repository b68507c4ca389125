#include "normalizers/refusal_table.h"

#include <stdexcept>

namespace muster {
namespace {

std::unique_ptr<RE2> compiled(const std::string& pattern) {
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
    RefusalWording w{t.at(row, "status"), WordingScope::within, compiled(t.at(row, "pattern"))};
    const std::string& scope = t.at(row, "scope");
    if (!table.statuses.count(w.status)) fail("the status '" + w.status + "' is not in statuses.csv");
    if (scope != "whole" && scope != "start" && scope != "within") fail("scope is '" + scope + "', expected whole, start or within");
    if (!w.pattern->ok()) fail("the pattern is not a regular expression: " + w.pattern->error());
    w.scope = scope == "whole" ? WordingScope::whole : scope == "start" ? WordingScope::start : WordingScope::within;
    table.wordings.push_back(std::move(w));
  }
}

void load_references(const VocabularyLayers& layers, RefusalTable& table) {
  const CsvTable t = layers.rows("legal_references.csv", "");
  for (size_t row = 0; row < t.rows.size(); ++row)
    table.references[t.at(row, "regime") + " " + t.at(row, "reference")] = {t.at(row, "role"), t.at(row, "status")};
}

}  // namespace

RefusalTable RefusalTable::load(const VocabularyLayers& layers) {
  RefusalTable table;
  load_statuses(layers, table);
  load_wordings(layers, table);
  load_references(layers, table);
  return table;
}

}  // namespace muster
