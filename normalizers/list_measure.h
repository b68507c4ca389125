// Which measure the items of a list and labelled lines take from the words over them. Private to tell_measure.
#pragma once

#include <string>

#include "normalizers/measure_choice.h"

namespace muster {

bool in_list_item(const Scene& scene);

// An item without words of its own, or with none after the colon before its figure.
bool in_bare_list_item(const Scene& scene);

// The one measure of the line that opens the list, if any.
Choice from_lead_in(const Scene& scene, const std::string& unit);

// That of the heading over a list of payments, where it says more than the item's own words.
Choice from_heading_of_list(const Scene& scene, const Choice& own, const std::string& unit);

// That of the label over or before a figure of running text, which counts as a header does.
Choice from_label_of_line(const Scene& scene, const std::string& unit);

// Pay beside a role, read as such for want of better; the words over the list may say otherwise.
bool is_price_beside_role(const Scene& scene, const Choice& own);
Choice from_lead_in_or_heading(const Scene& scene, const std::string& unit);

}  // namespace muster
