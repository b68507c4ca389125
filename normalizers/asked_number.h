// Whether a question asks for a number, and of whom: what a bare answer to it can stand for. Private to normalizers/.
#pragma once

#include "normalizers/scene.h"

namespace muster {

bool is_question(ContextKind kind);

// "How many practitioners …?", "Practitioners in the duty team".
bool asks_for_staff(const TextReading& question);

// "No" and "n/a" stand for a figure only where a number was asked for.
bool number_was_asked(const Scene& scene);

}  // namespace muster
