// One answer under several questions: whether it is to all of them or to the last.
#pragma once

#include "extractors/outline/dialogue.h"

namespace muster {

// In each series of numbers (a letter may begin at 1 again under its next heading) from question `first` on: where only the last
// question has an answer, it answers them all. `only_marked`: only answers that bear the mark of one ("A. …").
void share_only_answers(size_t first, bool only_marked, Dialogue& dialogue);

// Where most questions of a letter (from `first` on) have an answer of their own, one that stands under several is to the last of
// them, unless it speaks of several itself: the others were passed over.
void keep_to_the_last(size_t first, Dialogue& dialogue, const DocumentWords& words);

}  // namespace muster
