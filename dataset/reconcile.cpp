#include "dataset/reconcile.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "dataset/compare_documents.h"
#include "dataset/link_replies.h"
#include "dataset/mark_breaks.h"
#include "dataset/whole_documents.h"
#include "schemas/identity.h"
#include "schemas/names.h"

namespace muster {
namespace {

auto place_key(const Locator& place) {
  return std::tuple(place.page, place.line, place.column, place.box.y0, place.box.x0, place.box.y1, place.box.x1);
}

auto order_key(const Observation& o) {
  return std::tuple(o.place.page, o.quote_span.begin, place_key(o.place), o.row, o.col, o.measure, o.period.iso,
                    o.quantity.value, o.observation_id);
}

void sort_rows(DocumentResult& result) {
  std::ranges::stable_sort(result.interpretation.observations, {}, [](const Observation& o) { return order_key(o); });
  std::ranges::stable_sort(result.interpretation.answers, {},
                           [](const Answer& a) { return std::tuple(a.request, a.position, a.place.page, a.quote_span.begin); });
  sort_findings(result.interpretation.findings);
}

// Gives every row of one kind an identity of its own: an empty or repeated one is made from the row's key and an ordinal.
template <class Row, class Key>
void complete_ids(std::vector<Row>& rows, std::string Row::*id, const char* prefix, const std::string& document, Key key) {
  std::set<std::string> taken;
  for (Row& row : rows) {
    for (int ordinal = 0; (row.*id).empty() || taken.contains(row.*id); ++ordinal)
      row.*id = row_id(prefix, document, ordinal, key(row));
    taken.insert(row.*id);
  }
}

std::string key_of(const Observation& o) {
  return std::to_string(o.place.page) + '\x1f' + o.question_number + '\x1f' + o.measure + '\x1f' + std::to_string(o.quote_span.begin);
}

std::string key_of(const Answer& a) {
  return std::to_string(a.request) + '\x1f' + a.question_number + '\x1f' + std::to_string(a.position);
}

std::string key_of(const Finding& f) { return f.kind + '\x1f' + std::to_string(f.page) + '\x1f' + f.table_id + '\x1f' + f.message; }

void complete_row_ids(DocumentResult& result) {
  Interpretation& in = result.interpretation;
  const std::string& document = in.record.document_id;
  const auto key = [](const auto& row) { return key_of(row); };
  complete_ids(in.observations, &Observation::observation_id, "o", document, key);
  complete_ids(in.answers, &Answer::answer_id, "a", document, key);
  complete_ids(in.findings, &Finding::finding_id, "f", document, key);
}

Diagnostic dangling(const std::string& from, const std::string& to, const Locator& place) {
  return {.stage = "store", .code = "dangling_reference", .severity = Severity::warning, .place = place, .raw = to,
          .message = from + " names " + to + ", which is not in the dataset; the reference was taken out"};
}

void note_dangling(DocumentResult& result, const std::string& from, const std::string& to, const Locator& place) {
  result.diagnostics.add(dangling(from, to, place));
}

// Names each table and each cell of it once. What stands on a place already taken leaves a diagnostic with its text.
void complete_tables(DocumentResult& result) {
  std::set<std::string> names;
  for (Table& table : result.outline.tables) {
    const std::string name = table.table_id.empty() ? "t" : table.table_id;
    for (int ordinal = 2; table.table_id.empty() || names.contains(table.table_id); ++ordinal)
      table.table_id = name + '-' + std::to_string(ordinal);
    names.insert(table.table_id);
    std::set<std::pair<int, int>> places;
    std::erase_if(table.cells, [&](const Cell& cell) {
      if (places.emplace(cell.row, cell.col).second) return false;
      result.diagnostics.add({.stage = "store", .code = "place_taken", .severity = Severity::warning, .place = cell.place, .raw = cell.text,
                              .message = "two cells of " + table.table_id + " stand in row " + std::to_string(cell.row) + ", column " +
                                         std::to_string(cell.col) + "; the second was left out"});
      return true;
    });
  }
}

void drop_unknown_tables(DocumentResult& result) {
  std::set<std::string> tables;
  for (const Table& table : result.outline.tables) tables.insert(table.table_id);
  const auto check = [&](const std::string& row, std::string& table_id, const Locator& place) {
    if (table_id.empty() || tables.contains(table_id)) return;
    note_dangling(result, row, table_id, place);
    table_id.clear();
  };
  for (Observation& o : result.interpretation.observations) check(o.observation_id, o.table_id, o.place);
  for (Finding& f : result.interpretation.findings) check(f.finding_id, f.table_id, {.page = f.page});
}

void drop_unknown_observations(DocumentResult& result) {
  std::set<std::string> known;
  for (const Observation& o : result.interpretation.observations) known.insert(o.observation_id);
  for (Observation& o : result.interpretation.observations) {
    if (o.repeats.empty() || known.contains(o.repeats)) continue;
    note_dangling(result, o.observation_id, o.repeats, o.place);
    o.repeats.clear();
  }
  for (Finding& f : result.interpretation.findings)
    std::erase_if(f.observation_ids, [&](const std::string& id) {
      if (known.contains(id)) return false;
      note_dangling(result, f.finding_id, id, {.page = f.page});
      return true;
    });
}

// A list that was cut at its ceiling says so.
void tell_cut_list(DocumentResult& result) {
  const size_t more = result.diagnostics.more();
  if (more == 0) return;
  std::vector<Diagnostic> kept = result.diagnostics.list();
  kept.back() = {.stage = "store", .code = "more_diagnostics", .severity = Severity::warning, .raw = std::to_string(more + 1),
                 .message = "so many more diagnostics of this document were left out"};
  result.diagnostics = {};
  for (Diagnostic& d : kept) result.diagnostics.add(std::move(d));
}

// One result for each document; equal ones come from equal bytes, so which of them stays does not matter.
std::vector<DocumentResult> unique_documents(std::vector<DocumentResult> results) {
  const auto id = [](const DocumentResult& r) -> const std::string& { return r.interpretation.record.document_id; };
  std::ranges::stable_sort(results, {}, id);
  const auto rest = std::ranges::unique(results, {}, id);
  results.erase(rest.begin(), rest.end());
  return results;
}

void drop_repeated(std::vector<Occurrence>& occurrences) {
  std::ranges::sort(occurrences);
  const auto rest = std::ranges::unique(occurrences);
  occurrences.erase(rest.begin(), rest.end());
}

// What one document needs to stand in a dataset.
void put_in_order(DocumentResult& result) {
  sort_rows(result);
  complete_row_ids(result);
  complete_tables(result);
  drop_unknown_tables(result);
  drop_unknown_observations(result);
  tell_cut_list(result);
}

// The occurrences of one document after the other. Those of documents that do not come are left out.
class OccurrencesInTurn {
 public:
  explicit OccurrencesInTurn(std::vector<Occurrence>& sorted) : all_(sorted) {}
  ~OccurrencesInTurn() { all_.resize(kept_); }

  // The name under which the document counts: its first. None: it does not occur.
  std::optional<std::string> first_source(const std::string& document) {
    while (at_ < all_.size() && all_[at_].document_id < document) ++at_;
    const size_t first = kept_;
    for (; at_ < all_.size() && all_[at_].document_id == document; ++at_) {
      if (kept_ != at_) all_[kept_] = std::move(all_[at_]);
      ++kept_;
    }
    return first == kept_ ? std::nullopt : std::optional(all_[first].source);
  }

 private:
  std::vector<Occurrence>& all_;
  size_t at_ = 0, kept_ = 0;
};

// What comparing documents needs of them, gathered while they come by.
struct Gathered {
  explicit Gathered(const Shelf& beside) : forms(beside), series(beside.another()), statements(beside.another()) {}

  ReplyForms forms;
  SortedRows series, statements;
  std::map<std::string, std::vector<uint32_t>> members;  // of containers

  void take(const DocumentResult& document, uint32_t index) {
    take_reply_form(document, forms);
    take_series(document, index, series);
    take_statements(document, index, statements);
    if (const std::string& parent = document.interpretation.record.parent_id; !parent.empty()) members[parent].push_back(index);
  }
};

void drop_unknown_containers(Dataset& dataset, const std::map<std::string, std::vector<uint32_t>>& members) {
  for (const auto& [container, documents] : members) {
    if (!std::ranges::equal_range(dataset.occurrences, container, {}, &Occurrence::document_id).empty()) continue;
    for (const uint32_t member : documents) {
      DocumentRecord record = record_of(dataset, member);
      add_to_document(dataset, member, {.series_breaks = {}, .findings = {}, .clusters = {}, .diagnostics = {dangling(record.document_id, container, {})}});
      record.parent_id.clear();
      put_record(dataset, member, record);
    }
  }
}

void take_documents(const NextDocument& next, const SeeDocument& see, Dataset& dataset, Gathered& gathered) {
  OccurrencesInTurn occurrences(dataset.occurrences);
  while (std::optional<DocumentResult> result = next()) {
    DocumentRecord& record = result->interpretation.record;
    const std::optional<std::string> source = occurrences.first_source(record.document_id);
    if (!source) continue;
    record.source = *source;
    record.same_reply_as.clear();
    record.supersedes.clear();
    put_in_order(*result);
    gathered.take(*result, static_cast<uint32_t>(count_of_documents(dataset)));
    if (see) see(*result);
    add_document(dataset, std::move(*result));
  }
}

}  // namespace

Dataset reconcile(const NextDocument& next, std::vector<Occurrence> occurrences, std::shared_ptr<Shelf> shelf, const SeeDocument& see) {
  Dataset dataset{.documents = {}, .occurrences = std::move(occurrences), .corrections = {}, .shelf = std::move(shelf), .additions = {}};
  drop_repeated(dataset.occurrences);
  const Shelf in_memory;
  Gathered gathered(dataset.shelf ? *dataset.shelf : in_memory);
  take_documents(next, see, dataset, gathered);
  drop_unknown_containers(dataset, gathered.members);
  const Kinship kin = link_replies(dataset, gathered.forms);
  mark_breaks(dataset, gathered.series);
  compare_documents(dataset, gathered.statements, kin);
  return dataset;
}

Dataset reconcile(Batch batch) {
  const std::vector<DocumentResult> results = unique_documents(std::move(batch.results));
  size_t given = 0;
  const auto next = [&]() -> std::optional<DocumentResult> {
    if (given == results.size()) return std::nullopt;
    return results[given++];
  };
  return reconcile(next, std::move(batch.occurrences), nullptr);
}

}  // namespace muster
