#include "dataset/ees_meta.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "dataset/csv_rows.h"
#include "dataset/ees_rules.h"
#include "schemas/text.h"

namespace muster {
namespace {

struct Told {
  const std::string& name;
  long long line;
  Faults& faults;

  void operator()(const std::string& column, const std::string& message) const { faults.add({name, line, column, message}); }
};

void check_indicator(const EesMetaRow& row, const Told& fault) {
  if (!row.filter_hint.empty()) fault("filter_hint", "must be empty for an indicator");
  if (!row.filter_grouping_column.empty()) fault("filter_grouping_column", "must be empty for an indicator");
  if (!row.filter_default.empty()) fault("filter_default", "must be empty for an indicator");
  if (!ees_units().contains(row.indicator_unit)) fault("indicator_unit", '"' + row.indicator_unit + "\" is none of %, pp, £, £m, numberstring");
  if (!std::ranges::all_of(row.indicator_dp, is_digit)) fault("indicator_dp", '"' + row.indicator_dp + "\" is no number of decimal places");
}

void check_filter(const EesMetaRow& row, const Told& fault) {
  if (!row.indicator_grouping.empty()) fault("indicator_grouping", "must be empty for a filter");
  if (!row.indicator_unit.empty()) fault("indicator_unit", "must be empty for a filter");
  if (!row.indicator_dp.empty()) fault("indicator_dp", "must be empty for a filter");
}

void check_row(const EesMetaRow& row, const Told& fault) {
  if (row.label.empty()) fault("label", "every column needs a label");
  if (code_points(row.label) > ees_label_limit) fault("label", "has more than " + std::to_string(ees_label_limit) + " characters");
  if (row.col_type == "Indicator") check_indicator(row, fault);
  else if (row.col_type == "Filter") check_filter(row, fault);
  else fault("col_type", '"' + row.col_type + "\" is neither Filter nor Indicator");
}

bool check_header(const std::vector<std::string>& header, const Told& fault) {
  std::vector<std::string> expected = ees_meta_columns();
  if (header == expected) return true;
  expected.pop_back();  // filter_default may be left out
  if (header == expected) return true;
  fault("", "the columns must be " + joined(ees_meta_columns(), ","));
  return false;
}

}  // namespace

bool EesMeta::is_indicator(const std::string& column) const {
  const auto found = std::ranges::find(rows, column, &EesMetaRow::col_name);
  return found != rows.end() && found->col_type == "Indicator";
}

EesMeta read_ees_meta(const std::string& directory, const std::string& name, Faults& faults) {
  CsvRows in((std::filesystem::path(directory) / name).string());
  EesMeta meta;
  std::vector<std::string> cells;
  in.next(cells);
  if (!check_header(cells, {name, 1, faults})) return meta;
  std::set<std::string> columns, labels;
  while (in.next(cells)) {
    const Told fault{name, in.line(), faults};
    cells.resize(ees_meta_columns().size());
    const EesMetaRow row{cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8]};
    check_row(row, fault);
    if (!columns.insert(row.col_name).second) fault("col_name", '"' + row.col_name + "\" stands there twice");
    if (!labels.insert(row.label).second) fault("label", '"' + row.label + "\" stands there twice");
    meta.rows.push_back(row);
  }
  if (std::ranges::none_of(meta.rows, [](const EesMetaRow& r) { return r.col_type == "Indicator"; })) Told{name, 0, faults}("col_type", "there is no indicator");
  return meta;
}

}  // namespace muster
