#include "tools/compare_builds.h"

#include <algorithm>
#include <map>

#include "schemas/text.h"
#include "tools/dataset_rows.h"

namespace muster {
namespace {

using Columns = std::vector<std::string>;

struct ComparedTable {
  const char* name;
  const char* id;
  std::vector<Columns> keys;  // how rows are matched, the strictest first
};

const std::vector<ComparedTable>& compared_tables() {
  static const std::vector<ComparedTable> tables = {
      {"observations", "observation_id",
       {{"observation_id"}, {"page", "box", "table_id", "row", "column", "quote_start", "measure", "period"},
        {"page", "table_id", "row", "column", "quote_start", "measure"}, {"page", "table_id", "row", "column", "quote_start", "raw"},
        {"table_id", "row", "column", "measure", "period", "quote"}, {"question_number", "measure", "period", "role", "team", "unit"}}},
      {"answers", "answer_id", {{"answer_id"}, {"request", "question_number", "position"}, {"question"}}},
      {"actions", "action_id", {{"action_id"}, {"item", "action"}}},
      {"findings", "finding_id", {{"finding_id"}, {"kind", "page", "table_id", "message"}}}};
  return tables;
}

// Columns that other documents, not the row's own, may change; and those that do not say what the row says.
const std::set<std::string> told_by_other_documents = {"comparability", "obs_status", "review", "same_reply_as", "supersedes", "request_cluster", "question_cluster", "source"};
const std::set<std::string> about_the_reading = {"confidence", "evidence", "publisher_evidence", "box", "quote_start", "quote_end", "quote", "raw", "table_id", "row", "column", "page",
                                                 "observation_id", "answer_id", "finding_id", "action_id", "observation_ids"};
// Of a document with other bytes places say nothing.
const std::set<std::string> moves_with_the_bytes = {"box", "quote_start", "quote_end", "document_id", "content_sha256", "bytes", "repeats", "observation_ids", "evidence"};

std::string key_of(const DatasetRow& row, const Columns& columns) {
  std::string key;
  for (const std::string& column : columns) key += row.at(column) + '\x1f';
  return key;
}

struct Match {
  const DatasetRow* before = nullptr;  // null: added
  const DatasetRow* after = nullptr;   // null: removed
};

using ByKey = std::map<std::string, std::vector<const DatasetRow*>>;

ByKey by_key(const std::vector<const DatasetRow*>& rows, const Columns& columns) {
  ByKey out;
  for (const DatasetRow* row : rows) out[key_of(*row, columns)].push_back(row);
  return out;
}

// Pairs rows whose key is theirs alone on both sides; those paired leave the two lists.
void match_by(const Columns& columns, std::vector<const DatasetRow*>& before, std::vector<const DatasetRow*>& after, std::vector<Match>& matches) {
  const ByKey old_rows = by_key(before, columns), new_rows = by_key(after, columns);
  std::set<const DatasetRow*> paired;
  for (const auto& [key, rows] : old_rows) {
    const auto found = new_rows.find(key);
    if (rows.size() != 1 || found == new_rows.end() || found->second.size() != 1) continue;
    matches.push_back({rows[0], found->second[0]});
    paired.insert({rows[0], found->second[0]});
  }
  for (auto* rows : {&before, &after}) std::erase_if(*rows, [&](const DatasetRow* row) { return paired.contains(row); });
}

std::vector<const DatasetRow*> pointers(const std::vector<DatasetRow>& rows) {
  std::vector<const DatasetRow*> out;
  for (const DatasetRow& row : rows) out.push_back(&row);
  return out;
}

std::vector<Match> matched(const std::vector<DatasetRow>& old_rows, const std::vector<DatasetRow>& new_rows, const std::vector<Columns>& keys) {
  std::vector<const DatasetRow*> before = pointers(old_rows), after = pointers(new_rows);
  std::vector<Match> matches;
  for (const Columns& columns : keys) match_by(columns, before, after, matches);
  for (const DatasetRow* row : before) matches.push_back({row, nullptr});
  for (const DatasetRow* row : after) matches.push_back({nullptr, row});
  return matches;
}

std::vector<CellChange> changed_cells(const DatasetRow& before, const DatasetRow& after, bool other_bytes, const std::string& id) {
  std::vector<CellChange> out;
  for (const auto& [column, text] : after) {
    const auto was = before.find(column);
    if (column == id || column == "document_id" || (other_bytes && moves_with_the_bytes.contains(column))) continue;
    const std::string old_text = was == before.end() ? std::string() : was->second;
    if (old_text != text) out.push_back({column, old_text, text});
  }
  return out;
}

std::string label_of(const std::string& table, const DatasetRow& row) {
  if (table == "documents") return row.at("document_type") + ", " + row.at("outcome");
  if (table == "answers") return "question " + row.at("question_number") + ": " + row.at("status");
  if (table == "actions") return row.at("item") + " " + row.at("action");
  if (table == "findings") return row.at("kind") + ": " + row.at("message");
  std::string out = row.at("measure");
  for (const char* column : {"area_name", "service", "role", "grade", "team", "period"})
    if (!row.at(column).empty()) out += ", " + row.at(column);
  const std::string figure = row.at("value").empty() ? row.at("status") : row.at("value") + ' ' + row.at("unit");
  return out + ": " + figure + (row.at("page").empty() ? "" : " (page " + row.at("page") + ")");
}

class Comparison {
 public:
  Comparison(const Database& old_build, const Database& new_build, const RunDifference& runs)
      : old_(old_build), new_(new_build), runs_(runs), old_decisions_(decisions(old_)), new_decisions_(decisions(new_)) {}

  BuildDifference run() {
    const auto before = select_rows(old_, "SELECT * FROM documents ORDER BY document_id"), after = select_rows(new_, "SELECT * FROM documents ORDER BY document_id");
    std::vector<Match> documents = matched(before, after, {{"document_id"}, {"source"}});
    inputs_differ_ = std::ranges::any_of(documents, [](const Match& m) { return !m.before || !m.after || m.before->at("document_id") != m.after->at("document_id"); });
    std::ranges::sort(documents, {}, [](const Match& m) { return (m.after ? m.after : m.before)->at("document_id"); });
    for (const Match& m : documents) compare_document(m);
    return std::move(out_);
  }

 private:
  using Decisions = std::map<std::string, std::string>;  // observation_id -> what was decided

  static Decisions decisions(const Database& build) {
    Decisions out;
    for (const DatasetRow& row : select_rows(build, "SELECT observation_id, decisions FROM corrections WHERE observation_id IS NOT NULL"))
      out[row.at("observation_id")] = row.at("decisions");
    return out;
  }

  void compare_document(const Match& document) {
    const bool other_bytes = !document.before || !document.after || document.before->at("document_id") != document.after->at("document_id");
    const std::string source = (document.after ? document.after : document.before)->at("source");
    compare_row("documents", "document_id", document, other_bytes, source);
    for (const ComparedTable& table : compared_tables()) {
      const std::vector<DatasetRow> before = rows_of(old_, table, document.before), after = rows_of(new_, table, document.after);
      for (const Match& m : matched(before, after, table.keys)) compare_row(table.name, table.id, m, other_bytes, source);
    }
  }

  static std::vector<DatasetRow> rows_of(const Database& build, const ComparedTable& table, const DatasetRow* document) {
    if (!document) return {};
    return select_rows(build, std::string("SELECT * FROM ") + table.name + " WHERE document_id = ? ORDER BY " + table.id, {document->at("document_id")});
  }

  void compare_row(const std::string& table, const std::string& id, const Match& m, bool other_bytes, const std::string& source) {
    Change change{.table = table, .kind = !m.before ? ChangeKind::added : !m.after ? ChangeKind::removed : ChangeKind::changed, .source = source};
    if (m.before) change.old_id = m.before->at(id);
    if (m.after) change.new_id = m.after->at(id);
    if (m.before && m.after) change.cells = changed_cells(*m.before, *m.after, other_bytes, id);
    const bool replaced = table == "documents" && m.before && m.after && other_bytes;  // told even where nothing else changed
    if (m.before && m.after && change.cells.empty() && !replaced) {
      out_.same_observations += table == "observations";
      return;
    }
    if (replaced) change.cells.insert(change.cells.begin(), {"content_sha256", m.before->at("content_sha256"), m.after->at("content_sha256")});
    change.label = label_of(table, m.after ? *m.after : *m.before);
    change.why = cause(change, other_bytes);
    out_.changes.push_back(std::move(change));
  }

  bool was_decided_anew(const Change& change) const {
    const auto before = old_decisions_.find(change.old_id), after = new_decisions_.find(change.new_id);
    const std::string was = before == old_decisions_.end() ? "" : before->second, is = after == new_decisions_.end() ? "" : after->second;
    return change.table == "observations" && was != is;
  }

  std::string cause(const Change& change, bool other_bytes) const {
    if (other_bytes) return "input";
    if (was_decided_anew(change)) return "correction";
    std::set<std::string> causes = runs_.causes;
    const auto by_others = [](const CellChange& c) { return told_by_other_documents.contains(c.column); };
    if (inputs_differ_ && (change.table == "findings" || (!change.cells.empty() && std::ranges::all_of(change.cells, by_others)))) causes.insert("input");
    if (causes.empty()) return "unexplained";
    return joined({causes.begin(), causes.end()}, " or ");
  }

  const Database& old_;
  const Database& new_;
  const RunDifference& runs_;
  const Decisions old_decisions_, new_decisions_;
  bool inputs_differ_ = false;
  BuildDifference out_;
};

}  // namespace

BuildDifference compare_builds(const Database& old_build, const Database& new_build, const RunDifference& runs) {
  return Comparison(old_build, new_build, runs).run();
}

bool says_the_same(const Change& change) {
  return change.kind == ChangeKind::changed && std::ranges::all_of(change.cells, [](const CellChange& c) { return about_the_reading.contains(c.column); });
}

const char* name_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added: return "added";
    case ChangeKind::removed: return "removed";
    case ChangeKind::changed: return "changed";
  }
  return "";
}

}  // namespace muster
