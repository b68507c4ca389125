// Which measure a cell of a table is, from the headers over it, the labels beside it and the titles. Private to tell_measure.
#pragma once

#include <string>

#include "normalizers/measure_choice.h"

namespace muster {

// "percent" or "gbp" where a header of the cell says so for a bare figure; empty where none does.
std::string unit_of_headers(const Scene& scene);

// Of column and row the heavier words win, the column among equals; a section row speaks where both are silent.
Choice from_headers(const Scene& scene, const std::string& unit);

// The title of the table, or a heading over it. Those that name several measures say nothing of one figure.
Choice from_titles(const Scene& scene, const std::string& unit);

// A bare role word in a header ("Agency" under a title on turnover) only says whose the figure is; what the title or the
// question names goes before it.
bool gives_way(const Scene& scene, const Choice& header, const Choice& asked);

// A row or column with words of its own beside others that name measures: "Referrals received" among vacancies and caseloads.
bool has_other_subject(const Scene& scene);

// What a sum of money under or beside "Agency" is: spend, or pay where an hour or day is named. Empty where no header says agency.
std::string money_for_agency(const Scene& scene);

// A column headed "Headcount" or "FTE" alone counts the staff that the title names, and nothing where the title names a measure.
Choice staff_of_title(const Scene& scene);

// Bands of service ("2 to 5 years") over or beside a figure: a percentage is their share, a number of people those in post. Empty
// where no band stands there, or nothing says which.
std::string measure_of_band(const Scene& scene, const std::string& unit);

}  // namespace muster
