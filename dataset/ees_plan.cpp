#include "dataset/ees_plan.h"

#include <algorithm>

#include "schemas/csv.h"

namespace muster {
namespace {

// The item that stands for the whole, or where there is none the one that most figures have.
std::string default_item(const std::map<std::string, long long>& items) {
  if (items.contains(ees_total)) return ees_total;
  std::string best;
  long long most = 0;
  for (const auto& [item, count] : items)
    if (count > most) {
      best = item;
      most = count;
    }
  return best;
}

const CodebookRow* codebook_row(const std::vector<CodebookRow>& codebook, const std::string& column, const std::string& code) {
  const auto found = std::ranges::find_if(codebook, [&](const CodebookRow& r) { return r.column == column && r.code == code; });
  return found == codebook.end() ? nullptr : &*found;
}

std::string label_of(const std::vector<CodebookRow>& codebook, const std::string& column, const std::string& code) {
  const CodebookRow* row = codebook_row(codebook, column, code);
  return row ? row->label : code;
}

std::string in_words(std::string name) {
  std::ranges::replace(name, '_', ' ');
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

std::string ees_unit(const std::string& unit) {
  if (unit == "percent") return "%";
  return unit.starts_with("gbp") ? "£" : "";
}

std::string first_characters(const std::string& text, size_t limit) {
  return text.size() <= limit ? text : text.substr(0, limit);
}

std::string indicator_line(const std::string& column, const EesIndicator& indicator, const std::vector<CodebookRow>& codebook) {
  const std::string measure = label_of(codebook, "measure", indicator.measure);
  const std::string stem = indicator.measure + '_' + indicator.unit;
  std::string label = measure + " (" + label_of(codebook, "unit", indicator.unit);
  if (column.size() > stem.size()) label += ", " + in_words(column.substr(stem.size() + 1));
  return csv_line({column, "Indicator", first_characters(label + ')', ees_label_limit), measure, ees_unit(indicator.unit),
                   std::to_string(indicator.decimals), "", "", ""});
}

std::string filter_line(const std::string& column, const std::map<std::string, long long>& items) {
  const std::string item = default_item(items);
  return csv_line({column, "Filter", in_words(column), "", "", "", "Filter by " + column, "", item == ees_total ? "" : item});
}

}  // namespace

void EesPlan::add(const EesFigure& figure, const EesPlaced& placed, const std::string& level) {
  for (const auto& [column, item] : placed.filters) ++items[column][item];
  ++items[ees_reference_period][figure.period];
  EesIndicator& indicator = indicators[placed.indicator];
  indicator.measure = figure.measure;
  indicator.unit = figure.unit;
  const size_t point = placed.cell.find('.');
  if (point != std::string::npos) indicator.decimals = std::max(indicator.decimals, placed.cell.size() - point - 1);
  periods[figure.time_period + figure.time_identifier].insert(figure.period);
  levels.insert(level);
  ++figures;
}

bool EesPlan::needs_reference_period() const {
  return std::ranges::any_of(periods, [](const auto& named) { return named.second.size() > 1; });
}

std::vector<std::string> EesPlan::place_columns() const {
  std::vector<std::string> columns = ees_required_columns();
  const std::string widest = levels.contains("Local authority") ? "Local authority" : levels.contains("Regional") ? "Regional" : "National";
  for (const std::string& column : ees_columns_of_level(widest)) columns.push_back(column);
  return columns;
}

std::vector<std::string> EesPlan::filter_columns() const {
  std::vector<std::string> columns;
  for (const auto& [column, found] : items) {
    if (column == ees_reference_period ? !needs_reference_period() : found.size() == 1 && found.contains(ees_total)) continue;
    columns.push_back(column);
  }
  return columns;
}

std::vector<std::string> EesPlan::columns() const {
  std::vector<std::string> all = place_columns();
  for (const std::string& column : filter_columns()) all.push_back(column);
  for (const auto& [column, indicator] : indicators) all.push_back(column);
  return all;
}

std::string EesPlan::meta_csv(const std::vector<CodebookRow>& codebook) const {
  std::string out = csv_line(ees_meta_columns());
  for (const std::string& column : filter_columns()) {
    std::map<std::string, long long> found = items.at(column);
    long long named = 0;
    for (const auto& [item, count] : found) named += count;
    if (named < figures) found[ees_total] += figures - named;  // figures without this filter are of the whole
    if (found.size() > 1) out += filter_line(column, found);   // a filter of one item is a column, but nothing to choose from
  }
  for (const auto& [column, indicator] : indicators) out += indicator_line(column, indicator, codebook);
  return out;
}

}  // namespace muster
