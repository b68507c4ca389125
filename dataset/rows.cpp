#include "dataset/rows.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "dataset/code_points.h"
#include "dataset/columns.h"
#include "dataset/statuses.h"
#include "dataset/tables_json.h"
#include "dataset/whole_documents.h"
#include "schemas/identity.h"
#include "schemas/names.h"

namespace muster {
namespace {

using Row = std::vector<std::string>;
using Documents = std::span<const DocumentResult>;

template <class Item>
RowTable empty_table(const char* name, std::span<const Column<Item>> columns) {
  RowTable table{.name = name};
  for (const Column<Item>& column : columns) table.columns.push_back(column.name);
  return table;
}

template <class Item>
void append(RowTable& table, std::span<const Column<Item>> columns, const Of<Item>& of) {
  Row& row = table.rows.emplace_back();
  for (const Column<Item>& column : columns) row.push_back(well_formed(column.cell(of)));
}

// A table with one row for each of a document's `items`, documents in order.
template <class Item, class Items>
RowTable rows_of(const char* name, Documents documents, std::span<const Column<Item>> columns, Items items) {
  RowTable table = empty_table(name, columns);
  for (const DocumentResult& document : documents) {
    const CodePointIndex index(document.outline.text);
    for (const Item& item : items(document)) append<Item>(table, columns, {document, index, item});
  }
  return table;
}

// Identities for rows that have none of their own: from the key, and an ordinal among equals.
class Ordinals {
 public:
  std::string next(const char* prefix, const std::string& document, const std::string& key) {
    for (int ordinal = 0;; ++ordinal) {
      std::string id = row_id(prefix, document, ordinal, key);
      if (taken_.insert(id).second) return id;
    }
  }

 private:
  std::set<std::string> taken_;
};

std::vector<NamedAction> named_actions(const DocumentResult& document) {
  Ordinals ordinals;
  std::vector<NamedAction> out;
  for (const Action& a : document.outline.actions) {
    const std::string key = std::to_string(a.place.page) + '\x1f' + a.item + '\x1f' + a.recommendation + '\x1f' + a.action;
    const auto table = static_cast<size_t>(a.table);
    out.push_back({ordinals.next("c", document.interpretation.record.document_id, key),
                   table < document.outline.tables.size() ? document.outline.tables[table].table_id : std::string(), a});
  }
  return out;
}

std::vector<NamedDiagnostic> named_diagnostics(const DocumentResult& document) {
  std::vector<const Diagnostic*> sorted;
  for (const Diagnostic& d : document.diagnostics.list()) sorted.push_back(&d);
  std::ranges::stable_sort(sorted, {}, [](const Diagnostic* d) {
    return std::tuple(d->place.page, d->place.line, d->place.box.y0, d->place.box.x0);
  });
  Ordinals ordinals;
  std::vector<NamedDiagnostic> out;
  for (const Diagnostic* d : sorted) {
    const std::string key = d->stage + '\x1f' + d->code + '\x1f' + std::to_string(d->place.page) + '\x1f' +
                            std::to_string(d->place.line) + '\x1f' + box_text(d->place.box) + '\x1f' + d->raw;
    out.push_back({ordinals.next("g", document.interpretation.record.document_id, key), *d});
  }
  return out;
}

RowTable occurrence_rows(std::span<const Occurrence> occurrences) {
  RowTable table{.name = "occurrences", .columns = {"document_id", "source"}};
  for (const Occurrence& o : occurrences) table.rows.push_back({o.document_id, well_formed(o.source)});
  return table;
}

RowTable text_rows(Documents documents) {
  RowTable table{.name = "texts", .columns = {"document_id", "text"}};
  for (const DocumentResult& d : documents)
    table.rows.push_back({d.interpretation.record.document_id, well_formed(d.outline.text)});
  return table;
}

std::string page_text(const Locator& place) { return place.page > 0 ? std::to_string(place.page) : std::string(); }

RowTable table_rows(Documents documents) {
  RowTable out{.name = "tables",
               .columns = {"document_id", "table_id", "page", "box", "method", "confidence", "title", "notes", "rows", "columns"}};
  for (const DocumentResult& d : documents)
    for (const Table& t : d.outline.tables)
      out.rows.push_back({d.interpretation.record.document_id, t.table_id, page_text(t.place), box_text(t.place.box),
                          std::string(name_of(t.method)), decimal_text(t.confidence, 4), well_formed(t.title),
                          well_formed(notes_text(t)), std::to_string(t.rows), std::to_string(t.cols)});
  return out;
}

RowTable cell_rows(Documents documents) {
  RowTable out{.name = "cells",
               .columns = {"document_id", "table_id", "row", "column", "rowspan", "colspan", "kind", "page", "box", "text",
                           "text_as_read"}};
  for (const DocumentResult& d : documents)
    for (const Table& t : d.outline.tables)
      for (const Cell& c : t.cells)
        out.rows.push_back({d.interpretation.record.document_id, t.table_id, std::to_string(c.row), std::to_string(c.col),
                            std::to_string(c.rowspan), std::to_string(c.colspan), std::string(name_of(c.kind)),
                            page_text(c.place), box_text(c.place.box), well_formed(text_with_marks(c)), well_formed(c.text_as_read)});
  return out;
}

RowTable finding_observation_rows(Documents documents) {
  RowTable table{.name = "finding_observations", .columns = {"finding_id", "observation_id"}};
  for (const DocumentResult& d : documents)
    for (const Finding& f : d.interpretation.findings)
      for (const std::string& id : std::set(f.observation_ids.begin(), f.observation_ids.end()))
        table.rows.push_back({f.finding_id, id});
  return table;
}

std::string decisions_text(const LedgerEntry& entry) {
  std::string out;
  for (const Decision& d : entry.decisions) out += (out.empty() ? "[" : ",") + decision_json(d);
  return out + "]";
}

// Of one document or of all.
std::vector<RowTable> document_bound_background(Documents documents) {
  return {text_rows(documents), table_rows(documents), cell_rows(documents), finding_observation_rows(documents)};
}

std::vector<RowTable> document_bound(Documents documents, std::span<const Occurrence> occurrences) {
  const auto record = [](const DocumentResult& d) { return std::span(&d.interpretation.record, 1); };
  const auto observations = [](const DocumentResult& d) { return std::span(d.interpretation.observations); };
  const auto answers = [](const DocumentResult& d) { return std::span(d.interpretation.answers); };
  const auto findings = [](const DocumentResult& d) { return std::span(d.interpretation.findings); };
  return {rows_of("documents", documents, document_columns(), record),
          occurrence_rows(occurrences),
          rows_of("observations", documents, observation_columns(), observations),
          rows_of("answers", documents, answer_columns(), answers),
          rows_of("actions", documents, action_columns(), named_actions),
          rows_of("findings", documents, finding_columns(), findings),
          rows_of("diagnostics", documents, diagnostic_columns(), named_diagnostics)};
}

}  // namespace

RowTable status_rows(const std::set<std::string>& used) {
  RowTable table{.name = "statuses", .columns = {"status", "shorthand", "obs_status", "meaning"}};
  for (const Status& s : statuses()) table.rows.push_back({s.code, s.shorthand, s.obs_status, s.meaning});
  for (const std::string& code : used)
    if (!find_status(code)) table.rows.push_back({code, "", "", "not a status of the program's own"});
  return table;
}

RowTable correction_rows(const Dataset& dataset) {
  RowTable table{.name = "corrections", .columns = {"place", "document_id", "observation_id", "fate", "explanation", "decisions"}};
  if (dataset.corrections.empty()) return table;
  std::map<std::string, std::string> document_of;
  for (size_t i = 0; i < count_of_documents(dataset); ++i) {
    const DocumentRecord record = record_of(dataset, i);
    document_of.emplace(record.content_sha256 + '\x1f' + well_formed(record.part), record.document_id);
  }
  for (const LedgerEntry& entry : dataset.corrections) {
    const auto document = document_of.find(entry.place.document + '\x1f' + entry.place.part);
    table.rows.push_back({place_json(entry.place), document == document_of.end() ? "" : document->second, entry.observation_id,
                          name_of(entry.fate), well_formed(entry.explanation), decisions_text(entry)});
  }
  return table;
}

std::vector<RowTable> tabulate(const Dataset& dataset) { return document_bound(dataset.documents, dataset.occurrences); }

std::vector<RowTable> tabulate_background(const Dataset& dataset) {
  std::set<std::string> used;
  for (const DocumentResult& d : dataset.documents)
    for (const Observation& o : d.interpretation.observations) used.insert(o.quantity.status);
  std::vector<RowTable> tables = document_bound_background(dataset.documents);
  tables.insert(tables.begin(), status_rows(used));
  tables.push_back(correction_rows(dataset));
  return tables;
}

DocumentRows rows_of_document(const DocumentResult& document, std::span<const Occurrence> occurrences) {
  const Documents alone(&document, 1);
  return {document_bound(alone, occurrences), document_bound_background(alone)};
}

std::string decimal_text(double number, int decimals) {
  char buffer[64];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed, decimals);
  if (error != std::errc()) return {};
  std::string out(buffer, end);
  if (out.find('.') != std::string::npos) out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out == "-0" ? "0" : out;
}

std::string box_text(const Box& box) {
  if (box == Box{}) return {};
  return decimal_text(box.x0, 2) + ' ' + decimal_text(box.y0, 2) + ' ' + decimal_text(box.x1, 2) + ' ' + decimal_text(box.y1, 2);
}

std::string notes_text(const Table& table) {
  std::string out;
  for (const TableNote& note : table.notes) {
    if (!out.empty()) out += '\n';
    out += note.mark.empty() ? note.text : note.mark + ' ' + note.text;
  }
  return out;
}

}  // namespace muster
