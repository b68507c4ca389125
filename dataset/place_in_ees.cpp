#include "dataset/place_in_ees.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

using Filters = std::map<std::string, std::string>;

constexpr const char* counted_in = "counted_in";  // the part of a breakdown that is the unit of a rate's people

EesLeftOut none() { return {}; }

EesLeftOut why_not_this_period(const EesFigure& f, const EesRules& rules) {
  if (f.period.empty()) return {"no_period", "the document does not say when"};
  const auto name = rules.periods.find(f.time_identifier);
  if (name == rules.periods.end()) return {"period_not_named", "EES has no name for the period " + f.period};
  if (!ees_time_period_fits(f.time_period, name->second)) return {"period_not_named", "EES has no year " + f.time_period + " for " + f.time_identifier};
  return none();
}

EesLeftOut why_not_this_area(const EesFigure& f, const EesRules& rules) {
  if (f.area_code.empty()) return {"no_area", "the figure is of no one area with a code"};
  if (!rules.places.contains(f.area_code)) return {"area_not_named", "EES has no place with the code " + f.area_code};
  return none();
}

EesLeftOut why_not_this_value(const EesFigure& f) {
  if (f.basis == "derived") return {"derived", "computed from other figures, not stated by the body"};
  if (f.review == "rejected") return {"rejected", "a person found that it is no figure"};
  if (f.status == "planned") return {"planned", "a target, proposal or budget; EES has no symbol for it"};
  if (f.status != "reported") {
    if (ees_symbols().contains(f.shorthand)) return none();
    return {"status_without_symbol", "EES has no symbol for the status " + f.status};
  }
  if (f.value.empty() || !f.value_upper.empty() || (f.qualifier != "exact" && f.qualifier != "approximate" && !f.qualifier.empty()))
    return {"not_one_value", "a bound or a range, not one value"};
  if (f.qualifier == "approximate") return {"approximate", "said to be about that much; EES has no mark for it"};
  return none();
}

std::string service_item(const std::string& service) {
  if (service.empty()) return ees_not_stated;
  if (service == "all") return ees_total;
  if (service == "children") return "Children's services";
  if (service == "adults") return "Adults' services";
  return service == "justice" ? "Justice social work" : "Other services";
}

std::string category_item(const std::string& category) {
  if (category.empty()) return ees_not_stated;
  if (category == "all") return ees_total;
  return category == "employed" ? "Employed" : "Agency";
}

// "name=value;name=value" laid out, and taken apart again by nobody: EES has a column for each name.
Filters breakdown_parts(const std::string& breakdown) {
  Filters parts;
  for (const std::string_view part : split(breakdown, ';')) {
    const size_t equals = part.find('=');
    if (equals != std::string_view::npos) parts[std::string(trimmed(part.substr(0, equals)))] = trimmed(part.substr(equals + 1));
  }
  return parts;
}

Filters filters_of(const EesFigure& f) {
  Filters filters = breakdown_parts(f.breakdown);
  filters.erase(counted_in);
  filters["service"] = service_item(f.service);
  filters["worker_category"] = category_item(f.worker_category);
  if (!f.role.empty()) filters["role"] = f.role;
  if (!f.grade.empty()) filters["grade"] = f.grade;
  if (!f.team.empty()) filters["team"] = f.team;
  return filters;
}

std::string indicator_of(const EesFigure& f) {
  const Filters parts = breakdown_parts(f.breakdown);
  const auto counted = parts.find(counted_in);
  return f.measure + '_' + f.unit + (counted == parts.end() ? "" : '_' + counted->second);
}

bool is_column_name(const std::string& name) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_'; };
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z' && name.size() <= ees_column_name_limit && std::ranges::all_of(name, fits);
}

EesLeftOut why_not_these_names(const EesPlaced& placed) {
  if (!is_column_name(placed.indicator)) return {"name_out_of_limits", "the indicator " + placed.indicator + " is no column name for EES"};
  for (const auto& [column, item] : placed.filters) {
    if (!is_column_name(column)) return {"name_out_of_limits", "the filter " + column + " is no column name for EES"};
    if (code_points(item) > ees_item_limit)
      return {"name_out_of_limits", column + " has more than " + std::to_string(ees_item_limit) + " characters"};
  }
  return none();
}

}  // namespace

std::variant<EesPlaced, EesLeftOut> place_in_ees(const EesFigure& f, const EesRules& rules) {
  for (const EesLeftOut& why : {why_not_this_value(f), why_not_this_period(f, rules), why_not_this_area(f, rules)})
    if (!why.reason.empty()) return why;
  EesPlaced placed{.kind = rules.periods.at(f.time_identifier).kind, .indicator = indicator_of(f),
                   .cell = f.status == "reported" ? f.value : f.shorthand, .filters = filters_of(f)};
  for (auto& [column, item] : placed.filters) item = single_spaced(item);
  const EesLeftOut why = why_not_these_names(placed);
  if (!why.reason.empty()) return why;
  return placed;
}

}  // namespace muster
