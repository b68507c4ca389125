// A small dataset written to a directory, for the tests of exports.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "dataset/ees_rules.h"
#include "dataset/export.h"
#include "dataset/reconcile.h"
#include "tests/dataset_samples.h"
#include "tests/test_directory.h"

namespace muster::samples {

// One letter whose figures are these; what they do not say is as in letter().
inline std::filesystem::path written(const std::string& name, const std::vector<Observation>& figures) {
  DocumentResult r = letter(name);
  r.interpretation.record.publisher_code = "E08000002";
  r.interpretation.record.publisher_name = "Bury Metropolitan Borough Council";
  const Observation pattern = r.interpretation.observations[0];
  r.interpretation.observations.clear();
  int number = 0;
  for (Observation o : figures) {
    o.observation_id = pattern.observation_id + '-' + std::to_string(++number);
    o.place = pattern.place;
    o.quote = pattern.quote;
    o.quote_span = pattern.quote_span;
    r.interpretation.observations.push_back(o);
  }
  r.interpretation.findings.clear();
  const std::filesystem::path directory = test_directory(name);
  export_dataset(reconcile({{r}, {{r.interpretation.record.document_id, name + ".pdf"}}}), directory.string());
  return directory;
}

// A figure of one council on one day, in the terms of EES.
inline Observation figure(const std::string& measure, const std::string& unit, const std::string& value, const std::string& role = {}) {
  Observation o{.publisher_code = "E08000002", .area_code = "E08000002", .area_name = "Bury", .service = "children", .role = role, .measure = measure, .unit = unit};
  o.period = {.iso = "2019-09-30", .kind = "instant", .time_period = "2019", .time_identifier = "Reporting year"};
  o.quantity = {.value = value, .qualifier = "exact", .status = "reported"};
  o.confidence = 0.9;
  return o;
}

inline EesRules shipped_ees_rules() {
  const std::string reference = MUSTER_SOURCE_DIR "/schemas/reference/";
  return ees_rules(read_csv(reference + "ees_locations.csv"), read_csv(reference + "ees_time_identifiers.csv"));
}

}  // namespace muster::samples
