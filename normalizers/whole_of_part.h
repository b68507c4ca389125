// "42 of 110 posts stood vacant": the second figure is the whole of which the first is a part. Private to normalizers/.
#pragma once

#include "normalizers/scene.h"

namespace muster {

// Whether the figure is the number of posts of which the figure before it tells how many are vacant or covered.
bool is_whole_of_posts(const Scene& scene);

// Whether the figure is the whole workforce of which the one before it counts the agency workers: "52 agency workers out of 174".
bool is_total_beside_agency(const Scene& scene);

// Whether the figure of a rate or of days is followed by people or posts, so that it counts those: "25 employees are absent".
bool counts_people(const Scene& scene);

}  // namespace muster
