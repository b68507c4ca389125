// What the labels of a table's rows and columns name: teams, roles or places, as far as the header over them, the title or
// their own company says. "West" under "Locality" is a team's; "Newly qualified" under "Grade" is no count.
#pragma once

#include "normalizers/scene.h"

namespace muster {

enum class LabelKind { unsaid, team, role, place };

// Whether a rule of this kind in team_words.csv ("total", "label", "stub") matches the text.
bool is_team_word(const Scene& scene, std::string_view kind, std::string_view text);

// Of a row_header or column_header of the scene.
LabelKind kind_of_label(const Scene& scene, const Around& label);

// "North", "South East" beside labels of the same sort: parts of the authority, not of the country.
bool is_part_of_authority(const Scene& scene, const Around& label);

// "Adoption South West" under "Team": a place in the name of a team.
bool is_team_named_after_place(const Scene& scene, const Around& label);

// A point of the compass of that sort, a label under a header for teams, a name with a word for a team in it ("Duty team").
bool is_name_of_team(const Scene& scene, const Around& label);

// "Total", "All teams".
bool is_total_label(const Scene& scene, const Around& label);

// "Statistical neighbours", "Benchmark": many bodies in one, none of which a code can name.
bool is_comparator(const Scene& scene, const Around& label);

}  // namespace muster
