// What needs all documents at once. A pure function of its rows: their order, the number of workers and the clock do not matter.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "dataset/dataset.h"

namespace muster {

// A document that came in twice is kept once; one without an occurrence of its own or of its container is left out.
// Missing or repeated row identities are given; a reference to a row that does not exist is taken out and leaves a diagnostic
// (stage store, code dangling_reference).
Dataset reconcile(Batch batch);

// The same for documents that come one by one, each once and in order of document_id, so that they are never all in memory. Each is shown to
// `see` in the order of its rows, before it is laid on the shelf.
using NextDocument = std::function<std::optional<DocumentResult>()>;
using SeeDocument = std::function<void(const DocumentResult&)>;
Dataset reconcile(const NextDocument& next, std::vector<Occurrence> occurrences, std::shared_ptr<Shelf> shelf, const SeeDocument& see = {});

}  // namespace muster
