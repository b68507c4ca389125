#include "dataset/statuses.h"

#include <algorithm>

namespace muster {
namespace {

constexpr Status list[] = {
    {"reported", "", "A", "a figure was given"},
    {"not_held", "x", "O", "the body does not hold or record it"},
    {"not_available", "x", "O", "said to be unavailable, no ground given"},
    {"not_yet_available", "x", "L", "will be there later"},
    {"not_applicable", "z", "M", "the question does not apply"},
    {"suppressed", "c", "Q", "a small number that is not shown; bounds in value and value_upper where stated"},
    {"refused", "x", "O", "withheld on a legal ground"},
    {"published_elsewhere", "x", "O", "reasonably accessible by other means"},
    {"in_attachment", "x", "O", "in a file that is not part of the document"},
    {"nil", "z", "A", "a dash or blank that the table itself defines as none"},
    {"unexplained", "x", "O", "a dash, star or letter whose meaning the document does not give"},
    {"low", "low", "A", "above zero but rounds to it"},
    {"unreliable", "u", "U", "withheld as of low reliability"},
    {"planned", "f", "F", "a target, proposal or budget for the future"},
    {"unanswered", "x", "O", "nothing was said"},
};

bool is_estimate(const Quantity& q) { return q.status == "reported" && q.qualifier == "approximate"; }

}  // namespace

std::span<const Status> statuses() { return list; }

const Status* find_status(std::string_view code) {
  const auto found = std::ranges::find(list, code, &Status::code);
  return found == std::end(list) ? nullptr : found;
}

std::string_view shorthand(const Quantity& quantity) {
  if (is_estimate(quantity)) return "e";
  const Status* status = find_status(quantity.status);
  return status ? status->shorthand : std::string_view();
}

std::string_view obs_status(const Quantity& quantity) {
  if (is_estimate(quantity)) return "E";
  const Status* status = find_status(quantity.status);
  return status ? status->obs_status : std::string_view();
}

}  // namespace muster
