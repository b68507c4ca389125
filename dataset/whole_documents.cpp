#include "dataset/whole_documents.h"

#include <algorithm>
#include <utility>

#include "dataset/compare_documents.h"
#include "dataset/mark_breaks.h"
#include "schemas/serialise.h"

namespace muster {
namespace {

struct Bulk {
  std::vector<Observation> observations;
  Outline outline;
  Diagnostics diagnostics;

  template <class Visitor>
  void fields(Visitor& v) { v(observations, outline, diagnostics); }
};

// What comparing needs of a figure: all but its long words.
std::vector<Observation> compared(const std::vector<Observation>& observations) {
  std::vector<Observation> out;
  for (const Observation& o : observations) {
    if (!may_contradict(o) && !is_in_series(o)) continue;
    out.push_back(o);
    out.back().quote.clear();
    out.back().evidence.clear();
    out.back().quote.shrink_to_fit();
    out.back().evidence.shrink_to_fit();
  }
  return out;
}

void lay_aside(Shelf& shelf, size_t place, DocumentResult& document) {
  std::vector<Observation> kept = compared(document.interpretation.observations);
  Bulk bulk{std::move(document.interpretation.observations), std::move(document.outline), std::move(document.diagnostics)};
  shelf.put(place, serialise(bulk));
  document.interpretation.observations = std::move(kept);
  document.outline = {};
  document.diagnostics = {};
}

// What comparing has said since stands in `document`.
DocumentResult made_whole(const Shelf& shelf, size_t place, DocumentResult document) {
  Bulk bulk = deserialise<Bulk>(shelf.get(place));
  for (const Observation& said : document.interpretation.observations) {
    const auto row = std::ranges::find(bulk.observations, said.observation_id, &Observation::observation_id);
    if (row != bulk.observations.end()) row->comparability = said.comparability;
  }
  for (const Diagnostic& d : document.diagnostics.list()) bulk.diagnostics.add(d);
  document.interpretation.observations = std::move(bulk.observations);
  document.outline = std::move(bulk.outline);
  document.diagnostics = std::move(bulk.diagnostics);
  return document;
}

}  // namespace

void add_document(Dataset& dataset, DocumentResult document) {
  if (dataset.shelf) lay_aside(*dataset.shelf, dataset.documents.size(), document);
  dataset.documents.push_back(std::move(document));
}

void for_each_document(const Dataset& dataset, const std::function<void(const DocumentResult&)>& take) {
  for (size_t i = 0; i < dataset.documents.size(); ++i) {
    if (dataset.shelf) take(made_whole(*dataset.shelf, i, dataset.documents[i]));
    else take(dataset.documents[i]);
  }
}

void change_document(Dataset& dataset, size_t index, const std::function<void(DocumentResult&)>& change) {
  DocumentResult& document = dataset.documents[index];
  if (!dataset.shelf) return change(document);
  document = made_whole(*dataset.shelf, index, std::move(document));
  change(document);
  lay_aside(*dataset.shelf, index, document);
}

void change_each_document(Dataset& dataset, const std::function<void(DocumentResult&)>& change) {
  for (size_t i = 0; i < dataset.documents.size(); ++i) change_document(dataset, i, change);
}

}  // namespace muster
