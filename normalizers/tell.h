// The dimensions of an observation, each told by one named step. Every step reads the nearest words first, leaves the field
// empty where the document does not settle it, and adds one phrase of evidence where it does.
#pragma once

#include <string>

#include "normalizers/scene.h"
#include "schemas/observation.h"

namespace muster {

// Why a candidate is no observation.
struct Rejection {
  std::string code;     // of a diagnostic; empty: none
  std::string message;
};

// Sets measure. The refusal says why none could be told.
Rejection tell_measure(const Scene& scene, Observation& observation);

// Refuses figures of anything but the social-care workforce. Needs the measure.
Rejection tell_subject(const Scene& scene, const Observation& observation);

// Sets unit; needs the measure.
void tell_unit(const Scene& scene, Observation& observation);

// Sets value, status and qualifier. Refuses changes and differences.
Rejection tell_quantity(const Scene& scene, Observation& observation);

// Refuses figures that cannot be what their measure says: bare small numbers for money, products of a calculation, totals of
// shares, cut-off ranges. Needs the measure and the quantity.
Rejection check_figure(const Scene& scene, const Observation& observation);

// Sets period and asked_period; needs the measure.
void tell_period(const Scene& scene, Observation& observation);

// Sets service, role, role_code, grade, worker_category; needs the measure.
void tell_people(const Scene& scene, Observation& observation);

// Sets area_code, area_name and publisher_code; needs the period, since codes change.
void tell_area(const Scene& scene, Observation& observation);

bool is_short_for_region(const Scene& scene, std::string_view label);

// Whether the words before a line's figure are a team's name.
bool labels_a_team(const Scene& scene);

// Sets team from row labels that name nothing else. Refuses rows and columns whose words are not understood.
Rejection tell_team(const Scene& scene, Observation& observation);

// Sets the law that an absence rests on, from its own sentence, the rest of the answer, or the notes that belong to it.
void tell_legal(const Scene& scene, Observation& observation);

// Sets breakdown.
void tell_breakdown(const Scene& scene, Observation& observation);

}  // namespace muster
