#include "dataset/whole_documents.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "dataset/personal_data.h"
#include "schemas/serialise.h"

namespace muster {
namespace {

// A document's record lies on the shelf beside the rest of it: it is looked at, and changed, much oftener.
size_t place_of_record(size_t index) { return 2 * index; }
size_t place_of_rest(size_t index) { return 2 * index + 1; }

void lay_aside(Dataset& dataset, size_t index, DocumentResult& document) {
  put_record(dataset, index, document.interpretation.record);
  document.interpretation.record = {};
  dataset.shelf->put(place_of_rest(index), serialise(document));
}

DocumentResult taken(const Dataset& dataset, size_t index) {
  DocumentResult document = deserialise<DocumentResult>(dataset.shelf->get(place_of_rest(index)));
  document.interpretation.record = record_of(dataset, index);
  return document;
}

void name_clusters(std::vector<Answer>& answers, const ClusterNames& names) {
  auto next = names.question_clusters.begin();
  for (Answer& a : answers)
    if (a.request == names.request && next != names.question_clusters.end()) {
      a.request_cluster = names.request_cluster;
      a.question_cluster = *next++;
    }
}

void apply(const Addition& addition, DocumentResult& document) {
  Interpretation& in = document.interpretation;
  for (const uint32_t o : addition.series_breaks) in.observations.at(o).comparability = "series_break";
  in.findings.insert(in.findings.end(), addition.findings.begin(), addition.findings.end());
  if (!addition.findings.empty()) sort_findings(in.findings);
  for (const ClusterNames& names : addition.clusters) name_clusters(in.answers, names);
  for (const Diagnostic& d : addition.diagnostics) document.diagnostics.add(d);
}

uint32_t index_of(const SortedRows::Row& row) {
  uint32_t out = 0;
  for (const char c : row.key) out = out << 8 | static_cast<unsigned char>(c);
  return out;
}

}  // namespace

void add_document(Dataset& dataset, DocumentResult document) {
  if (dataset.shelf) lay_aside(dataset, count_of_documents(dataset), document);
  else dataset.documents.push_back(std::move(document));
}

size_t count_of_documents(const Dataset& dataset) { return dataset.shelf ? dataset.shelf->size() / 2 : dataset.documents.size(); }

void for_each_document(const Dataset& dataset, const std::function<void(const DocumentResult&)>& take) {
  if (!dataset.shelf) return std::ranges::for_each(dataset.documents, take), void();
  DocumentResult document;
  size_t taken_up = 0;  // documents
  const auto hand_over = [&] {
    if (taken_up > 0 && dataset.is_redacted) cover_personal_data(document);
    if (taken_up > 0) take(document);
  };
  const auto go_to = [&](size_t index) {
    for (; taken_up <= index; ++taken_up) {
      hand_over();
      document = taken(dataset, taken_up);
    }
  };
  if (dataset.additions)
    dataset.additions->for_each([&](SortedRows::Row& row) {
      go_to(index_of(row));
      apply(deserialise<Addition>(row.value), document);
    });
  if (const size_t count = count_of_documents(dataset); count > 0) go_to(count - 1);
  hand_over();
}

void change_document(Dataset& dataset, size_t index, const std::function<void(DocumentResult&)>& change) {
  if (!dataset.shelf) return change(dataset.documents[index]);
  DocumentResult document = taken(dataset, index);
  change(document);
  lay_aside(dataset, index, document);
}

DocumentRecord record_of(const Dataset& dataset, size_t index) {
  if (!dataset.shelf) return dataset.documents[index].interpretation.record;
  return deserialise<DocumentRecord>(dataset.shelf->get(place_of_record(index)));
}

void put_record(Dataset& dataset, size_t index, const DocumentRecord& record) {
  if (dataset.shelf) dataset.shelf->put(place_of_record(index), serialise(record));
  else dataset.documents[index].interpretation.record = record;
}

void add_to_document(Dataset& dataset, size_t index, const Addition& addition) {
  if (!dataset.shelf) return apply(addition, dataset.documents[index]);
  if (!dataset.additions) dataset.additions = std::make_shared<SortedRows>(dataset.shelf->another());
  dataset.additions->add(sortable(static_cast<uint32_t>(index)), serialise(addition));
}

void sort_findings(std::vector<Finding>& findings) {
  std::ranges::stable_sort(findings, {}, [](const Finding& f) { return std::tuple(f.page, f.table_id, f.kind, f.finding_id); });
}

}  // namespace muster
