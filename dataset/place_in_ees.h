// Where one figure of the dataset stands in files for Explore education statistics, or why it cannot stand there.
#pragma once

#include <map>
#include <string>
#include <variant>

#include "dataset/ees_rules.h"

namespace muster {

// Columns of observations, as stored.
struct EesFigure {
  std::string observation_id, document_id, area_code, area_name, service, team, role, grade, worker_category, measure, unit, breakdown, period, time_period,
      time_identifier, value, value_upper, qualifier, status, shorthand, basis, review;
};

struct EesPlaced {
  std::string kind;                            // of period, which names the file
  std::string indicator;                       // column: "vacancy_rate_percent", "inpost_fte"
  std::string cell;                            // number or symbol
  std::map<std::string, std::string> filters;  // by column; those not named are "Total"
};

struct EesLeftOut {
  std::string reason;       // snake_case code, see docs/publish.md
  std::string explanation;  // in words
};

inline constexpr const char* ees_total = "Total";
inline constexpr const char* ees_not_stated = "Not stated";

// Nothing is rounded, moved to a near period or made exact: what EES cannot say is left out.
std::variant<EesPlaced, EesLeftOut> place_in_ees(const EesFigure& figure, const EesRules& rules);

}  // namespace muster
