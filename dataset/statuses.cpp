#include "dataset/statuses.h"

#include <algorithm>

#include "dataset/built_in.h"
#include "schemas/csv.h"

namespace muster {
namespace {

std::vector<Status> parse(const std::string& csv) {
  const CsvTable table = parse_csv(csv, "statuses.csv");
  std::vector<Status> out;
  for (size_t i = 0; i < table.rows.size(); ++i)
    out.push_back({table.at(i, "status"), table.at(i, "shorthand"), table.at(i, "obs_status"), table.at(i, "meaning")});
  return out;
}

bool is_estimate(const Quantity& q) { return q.status == "reported" && q.qualifier == "approximate"; }

}  // namespace

const std::vector<Status>& statuses() {
  static const std::vector<Status> list = parse(statuses_csv());
  return list;
}

const Status* find_status(std::string_view code) {
  const auto found = std::ranges::find(statuses(), code, &Status::code);
  return found == statuses().end() ? nullptr : &*found;
}

std::string_view shorthand(const Quantity& quantity) {
  if (is_estimate(quantity)) return "e";
  const Status* status = find_status(quantity.status);
  return status ? std::string_view(status->shorthand) : std::string_view();
}

std::string_view obs_status(const Quantity& quantity) {
  if (is_estimate(quantity)) return "E";
  const Status* status = find_status(quantity.status);
  return status ? std::string_view(status->obs_status) : std::string_view();
}

}  // namespace muster
