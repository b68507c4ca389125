#include "normalizers/refusal_table.h"

#include <stdexcept>

namespace muster {
namespace {

void load_statuses(const VocabularyLayers& layers, RefusalTable& table) {
  const CsvTable t = layers.rows("statuses.csv", "status");
  for (size_t row = 0; row < t.rows.size(); ++row)
    table.statuses[t.at(row, "status")] = {{t.at(row, "shorthand"), t.at(row, "obs_status")}, t.at(row, "answer")};
}

void load_wordings(const VocabularyLayers& layers, const std::shared_ptr<ConsultationRecord>& record, RefusalTable& table) {
  const std::string file = "refusals.csv";
  const CsvTable t = layers.rows(file, "pattern");
  for (size_t row = 0; row < t.rows.size(); ++row) {
    const auto fail = [&](const std::string& what) { throw std::runtime_error(layers.place(file, t, row) + what); };
    RefusalWording w{t.at(row, "status"), WordingScope::within, {}};
    const std::string& scope = t.at(row, "scope");
    if (!table.statuses.count(w.status)) fail("the status '" + w.status + "' is not in statuses.csv");
    if (scope != "whole" && scope != "start" && scope != "within") fail("scope is '" + scope + "', expected whole, start or within");
    w.scope = scope == "whole" ? WordingScope::whole : scope == "start" ? WordingScope::start : WordingScope::within;
    const std::string& pattern = t.at(row, "pattern");
    try {
      w.pattern = Pattern(w.scope == WordingScope::start ? "^(?:" + pattern + ")" : pattern, record);
    } catch (const std::invalid_argument& fault) {
      fail(fault.what());
    }
    table.wordings.push_back(std::move(w));
  }
}

void load_references(const VocabularyLayers& layers, RefusalTable& table) {
  const CsvTable t = layers.rows("legal_references.csv", "");
  for (size_t row = 0; row < t.rows.size(); ++row)
    table.references[t.at(row, "regime") + " " + t.at(row, "reference")] = {t.at(row, "role"), t.at(row, "status")};
}

}  // namespace

RefusalTable RefusalTable::load(const VocabularyLayers& layers, const std::shared_ptr<ConsultationRecord>& record) {
  RefusalTable table;
  load_statuses(layers, table);
  load_wordings(layers, record, table);
  load_references(layers, table);
  return table;
}

}  // namespace muster
