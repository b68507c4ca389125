// Figures of one course: "from 26 to 27", "27, up from 26". Private to normalizers/.
#pragma once

#include "normalizers/bind.h"
#include "normalizers/text_reading.h"

namespace muster {

// earlier: the beginning, said after the end.
enum class CourseEnd { none, first, last, earlier };

// Which end of a course the quantity is, by its index in the reading.
CourseEnd course_end(const TextReading& reading, size_t quantity);

// Takes from the beginning of a course the time that is said of its end; of a year that ends then it is a year before.
void leave_time_to_end(const TextReading& reading, Bound& beginning);

}  // namespace muster
