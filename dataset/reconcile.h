// What needs all documents at once. A pure function of its rows: their order, the number of workers and the clock do not matter.
#pragma once

#include "dataset/dataset.h"

namespace muster {

// A document that came in twice is kept once; one without an occurrence of its own or of its container is left out.
// Missing or repeated row identities are given; a reference to a row that does not exist is taken out and leaves a diagnostic
// (stage store, code dangling_reference).
Dataset reconcile(Batch batch);

}  // namespace muster
