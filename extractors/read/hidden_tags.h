// Which elements a reader of the page does not see.
#pragma once

#include "schemas/document.h"

namespace muster {

// By the element's own name and attributes; descendants are the caller's business. Text for screen readers only and text
// that is struck out count as hidden; what opens on a click (details, tabs, accordions) does not, nor does aria-hidden, which hides from screen readers alone.
bool is_hidden_by_itself(const Tag& tag);

// Hidden from the eye, yet read out: "visually-hidden", "sr-only".
bool is_for_screen_readers(const Tag& tag);

}  // namespace muster
