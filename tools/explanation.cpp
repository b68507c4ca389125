#include "tools/explanation.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "schemas/text.h"
#include "tools/dataset_rows.h"

namespace muster {
namespace {

// The dimensions that an observation's evidence speaks of (normalizers), with the columns that they settle.
constexpr std::array<std::pair<const char*, const char*>, 12> dimensions = {{{"measure", "measure"}, {"unit", "unit"}, {"period", "period"},
    {"service", "service"}, {"role", "role"}, {"area", "area_name"}, {"team", "team"}, {"grade", "grade"}, {"worker_category", "worker_category"},
    {"breakdown", "breakdown"}, {"status", "status"}, {"value", "value"}}};

// What is explained, and where further rows come from.
struct Subject {
  const Database& database;
  const DatasetRow& row;       // of observations
  const DatasetRow& document;  // of documents
  const std::string& at(const char* column) const { return row.at(column); }
};

std::string place_of(const DatasetRow& row) {
  std::string out;
  if (!row.at("page").empty()) out = "page " + row.at("page");
  if (!row.at("box").empty()) out += ", box " + row.at("box") + " (points from the top left)";
  return out;
}

// An entry of what stands in the row, where something does.
void tell(ExplanationStep& step, const std::string& what, const std::string& is) {
  if (!is.empty()) step.evidence.emplace_back(what, is);
}

ExplanationStep explain_bytes(const Subject& s) {
  const DatasetRow& d = s.document;
  ExplanationStep step{"bytes", d.at("source") + ": " + d.at("bytes") + " bytes of " + d.at("media_type") + ".", {}};
  tell(step, "SHA-256", d.at("content_sha256"));
  tell(step, "document_id", d.at("document_id"));
  for (const DatasetRow& o : select_rows(s.database, "SELECT source FROM occurrences WHERE document_id = ? ORDER BY source", {d.at("document_id")}))
    tell(step, "found as", o.at("source"));
  if (!d.at("parent_id").empty()) tell(step, "member of", d.at("parent_id") + " (" + d.at("part") + ")");
  return step;
}

ExplanationStep explain_document(const Subject& s) {
  const DatasetRow& d = s.document;
  const std::string publisher = d.at("publisher_name").empty() ? "a body that it does not name" : d.at("publisher_name");
  ExplanationStep step{"document", "Read as " + d.at("document_type") + " by " + publisher + ", outcome " + d.at("outcome") + ".", {}};
  tell(step, "publisher told from", d.at("publisher_evidence"));
  for (const char* column : {"title", "reference", "request_date", "response_date", "meeting_date", "language", "text_source", "reason"}) tell(step, column, d.at(column));
  tell(step, "same reply as", d.at("same_reply_as"));
  tell(step, "supersedes", d.at("supersedes"));
  return step;
}

std::string bounds_of(const DatasetRow& row) {
  const std::string &value = row.at("value"), &upper = row.at("value_upper");
  if (upper.empty()) return value.empty() ? "no value" : value;
  return value.empty() ? "at most " + upper : value + " to " + upper;
}

std::string headline_of(const DatasetRow& row) {
  std::string out = row.at("measure") + " of " + (row.at("area_name").empty() ? "an area that is not told" : row.at("area_name"));
  for (const char* column : {"service", "role", "grade", "team", "worker_category", "breakdown", "period"})
    if (!row.at(column).empty()) out += ", " + row.at(column);
  return out + ": " + bounds_of(row) + ' ' + row.at("unit");
}

// What a computed figure was made of: "from o1, o2".
void tell_parts(const Subject& s, const std::string& computed, ExplanationStep& step) {
  const std::string ids = computed.starts_with("from ") ? computed.substr(5) : "";
  for (std::string_view id : split(ids, ','))
    for (const DatasetRow& part : select_rows(s.database, "SELECT * FROM observations WHERE observation_id = ?", {std::string(trimmed(id))}))
      tell(step, "computed from", part.at("observation_id") + ", " + headline_of(part));
}

// The words between the offsets of the document's text, so that a reader sees that the quote is truly there.
std::string words_at(const Subject& s) {
  if (s.at("quote_start").empty()) return "";
  const auto texts = select_rows(s.database, "SELECT substr(text, CAST(? AS INTEGER) + 1, CAST(? AS INTEGER) - CAST(? AS INTEGER)) AS words FROM texts WHERE document_id = ?",
                                 {s.at("quote_start"), s.at("quote_end"), s.at("quote_start"), s.at("document_id")});
  return texts.empty() ? "" : texts[0].at("words");
}

ExplanationStep explain_place(const Subject& s) {
  const std::string place = place_of(s.row);
  ExplanationStep step{"place", s.at("quote").empty() ? "It stands at no place of its own." : "The document says: \u201c" + s.at("quote") + "\u201d.", {}};
  tell(step, "where", place);
  if (s.at("quote_start").empty()) return step;
  const std::string words = words_at(s), span = "characters " + s.at("quote_start") + " to " + s.at("quote_end") + " of its text";
  tell(step, "where in the text", span + (single_spaced(words) == single_spaced(s.at("quote")) ? ", which read so" : ", which read: " + words));
  return step;
}

long long number(const DatasetRow& row, const char* column) { return row.at(column).empty() ? 0 : std::stoll(row.at(column)); }

bool covers(const DatasetRow& cell, const char* from, const char* span, long long index) {
  const long long first = number(cell, from);
  return first <= index && index < first + std::max(1LL, number(cell, span));
}

// Headers over the cell's column, headers of its row, and the section row that it stands under.
void add_headers(ExplanationStep& step, const std::vector<DatasetRow>& cells, long long row, long long column) {
  std::string section;
  for (const DatasetRow& cell : cells) {
    const std::string &kind = cell.at("kind"), &text = cell.at("text");
    const std::string where = " (row " + cell.at("row") + ", column " + cell.at("column") + ")";
    if (kind == "column_header" && number(cell, "row") < row && covers(cell, "column", "colspan", column)) tell(step, "column header", text.empty() ? "" : text + where);
    if (kind == "row_header" && covers(cell, "row", "rowspan", row)) tell(step, "row header", text.empty() ? "" : text + where);
    if (kind == "section" && number(cell, "row") < row && !text.empty()) section = text + where;
  }
  tell(step, "under the section", section);
}

ExplanationStep explain_table(const Subject& s) {
  const std::string &document = s.at("document_id"), &table_id = s.at("table_id");
  const auto tables = select_rows(s.database, "SELECT * FROM tables WHERE document_id = ? AND table_id = ?", {document, table_id});
  const auto cells = select_rows(s.database, "SELECT * FROM cells WHERE document_id = ? AND table_id = ? ORDER BY row, \"column\"", {document, table_id});
  const bool is_cell = !s.at("row").empty();
  ExplanationStep step{"table", is_cell ? "In table " + table_id + ", row " + s.at("row") + ", column " + s.at("column") + " (both from 0)." : "Of table " + table_id + ", in no cell of its own.", {}};
  if (!tables.empty()) {
    const DatasetRow& table = tables[0];
    step.words += " The table was found as " + table.at("method") + ", confidence " + table.at("confidence") + ".";
    tell(step, "title", table.at("title"));
    for (std::string_view note : split(table.at("notes"), '\n')) tell(step, "note", std::string(note));
  }
  if (!is_cell) return step;
  for (const DatasetRow& cell : cells)
    if (cell.at("row") == s.at("row") && cell.at("column") == s.at("column")) {
      tell(step, "cell", "\u201c" + cell.at("text") + "\u201d" + (place_of(cell).empty() ? "" : ", ") + place_of(cell));
      tell(step, "the cell as first read", cell.at("text_as_read"));
    }
  add_headers(step, cells, number(s.row, "row"), number(s.row, "column"));
  return step;
}

ExplanationStep explain_question(const Subject& s) {
  ExplanationStep step{"question", "It answers question " + s.at("question_number") + ".", {}};
  const auto answers = select_rows(s.database,
                                   "SELECT * FROM answers WHERE document_id = ? AND question_number = ? ORDER BY NOT (quote_start <= CAST(? AS INTEGER) AND "
                                   "CAST(? AS INTEGER) <= quote_end), position LIMIT 1",
                                   {s.at("document_id"), s.at("question_number"), s.at("quote_start"), s.at("quote_start")});
  if (answers.empty()) return step;
  tell(step, "question", answers[0].at("question"));
  tell(step, "status of the answer", answers[0].at("status"));
  tell(step, "answer_id", answers[0].at("answer_id"));
  return step;
}

ExplanationStep explain_value(const Subject& s) {
  ExplanationStep step{"value", "\u201c" + s.at("raw") + "\u201d is " + bounds_of(s.row) + ", status " + s.at("status") + ".", {}};
  if (s.at("basis") == "derived") step.words = bounds_of(s.row) + " was computed here and is not what the document says.";
  tell(step, "qualifier", s.at("qualifier"));
  const auto meaning = select_rows(s.database, "SELECT meaning FROM statuses WHERE status = ?", {s.at("status")});
  if (!meaning.empty()) tell(step, "status means", meaning[0].at("meaning"));
  tell(step, "law", s.at("legal_reference").empty() ? "" : s.at("legal_regime") + " " + s.at("legal_reference") + " (" + s.at("legal_role") + ")");
  return step;
}

ExplanationStep explain_meaning(const Subject& s) {
  ExplanationStep step{"meaning", "What it measures, of whom and when, and the words from which each was told.", {}};
  const auto parts = parts_of_evidence(s.at("evidence"));
  std::map<std::string, std::string> told;
  for (const auto& [name, words] : parts) told[name] += (told[name].empty() ? "" : "; ") + words;
  for (const auto& [name, column] : dimensions) {
    if (column == std::string("value")) continue;
    const std::string &content = s.at(column), from = told[name];
    if (!content.empty() || !from.empty()) tell(step, name, (content.empty() ? "empty" : content) + (from.empty() ? "" : ", told from " + from));
  }
  for (const char* column : {"asked_period", "definition", "comparability"}) tell(step, column, s.at(column));
  tell_parts(s, told["derived"], step);
  tell(step, "value", told["value"]);
  return step;
}

ExplanationStep explain_confidence(const Subject& s) {
  ExplanationStep step{"confidence", "Confidence " + s.at("confidence") + ", review " + s.at("review") + ".", {}};
  for (const auto& [name, words] : parts_of_evidence(s.at("evidence")))
    if (name == "confidence")
      for (std::string_view reason : split(words, ',')) tell(step, "reason", std::string(trimmed(reason)));
  return step;
}

void add_findings(const Subject& s, std::vector<ExplanationStep>& steps) {
  const auto findings = select_rows(s.database, "SELECT f.* FROM findings f JOIN finding_observations USING (finding_id) WHERE observation_id = ? ORDER BY finding_id", {s.at("observation_id")});
  if (findings.empty()) return;
  ExplanationStep step{"findings", "Arithmetic or comparison found something about it.", {}};
  for (const DatasetRow& f : findings)
    tell(step, f.at("kind") + " (" + f.at("severity") + ")", f.at("message") + (f.at("explanation").empty() ? "" : ": " + f.at("explanation")) +
              (f.at("expected").empty() ? "" : "; expected " + f.at("expected") + ", found " + f.at("found")));
  steps.push_back(step);
}

void add_corrections(const Subject& s, std::vector<ExplanationStep>& steps) {
  const auto corrections = select_rows(s.database, "SELECT * FROM corrections WHERE observation_id = ?", {s.at("observation_id")});
  if (corrections.empty()) return;
  ExplanationStep step{"corrections", "People have decided about it.", {}};
  tell(step, "what the program had read", s.at("value_extracted"));
  for (const DatasetRow& c : corrections) {
    tell(step, c.at("fate"), c.at("explanation"));
    const auto decisions = nlohmann::json::parse(c.at("decisions"), nullptr, false);
    for (const auto& decision : decisions)
      if (decision.is_object()) tell(step, "decision", decision.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  }
  steps.push_back(step);
}

// Other rows that say the same, and the one that is taken where several answer one question.
void add_statements(const Subject& s, std::vector<ExplanationStep>& steps) {
  ExplanationStep step{"statements", "How it stands beside other statements.", {}};
  tell(step, "said first by", s.at("repeats"));
  for (const DatasetRow& r : select_rows(s.database, "SELECT observation_id FROM observations WHERE repeats = ? ORDER BY observation_id", {s.at("observation_id")}))
    tell(step, "said again by", r.at("observation_id"));
  for (const DatasetRow& r : select_rows(s.database,
                                         "SELECT rank, candidates, best FROM ranked_figures WHERE area_code = ? AND service = ? AND measure = ? AND period = ? AND observation_id = ?",
                                         {s.at("area_code"), s.at("service"), s.at("measure"), s.at("period"), s.at("observation_id")}))
    tell(step, "among figures for the same area, service, measure and period", "number " + r.at("rank") + " of " + r.at("candidates") + "; first is " + r.at("best"));
  if (!step.evidence.empty()) steps.push_back(step);
}

}  // namespace

std::vector<std::pair<std::string, std::string>> parts_of_evidence(const std::string& evidence) {
  std::vector<std::string> names = {"confidence", "derived"};
  for (const auto& [name, column] : dimensions) names.emplace_back(name);
  const auto starts_part = [&](size_t at) {
    return std::ranges::any_of(names, [&](const std::string& n) { return evidence.compare(at, n.size() + 2, n + ": ") == 0; });
  };
  std::vector<std::pair<std::string, std::string>> out;
  for (size_t begin = 0; begin < evidence.size();) {
    size_t end = evidence.find("; ", begin);
    while (end != std::string::npos && !starts_part(end + 2)) end = evidence.find("; ", end + 2);
    const std::string part = evidence.substr(begin, end == std::string::npos ? end : end - begin);
    const size_t colon = starts_part(begin) ? part.find(": ") : std::string::npos;
    if (colon == std::string::npos) out.emplace_back("", part);
    else out.emplace_back(part.substr(0, colon), part.substr(colon + 2));
    begin = end == std::string::npos ? evidence.size() : end + 2;
  }
  return out;
}

std::string find_observation(const Database& database, const std::string& id) {
  const auto found = select_rows(database, "SELECT observation_id FROM observations WHERE substr(observation_id, 1, length(?)) = ? ORDER BY observation_id LIMIT 2", {id, id});
  if (found.empty() || id.empty()) throw std::runtime_error("no observation is called \"" + id + "\": take an observation_id from observations.csv");
  if (found.size() > 1 && found[0].at("observation_id") != id) throw std::runtime_error("several observations begin with \"" + id + "\": give more of the observation_id");
  return found[0].at("observation_id");
}

Explanation explain_observation(const Database& database, const std::string& observation_id) {
  const auto rows = select_rows(database, "SELECT * FROM observations WHERE observation_id = ?", {observation_id});
  if (rows.empty()) throw std::runtime_error("no observation is called " + observation_id);
  const auto documents = select_rows(database, "SELECT * FROM documents WHERE document_id = ?", {rows[0].at("document_id")});
  const Subject s{database, rows[0], documents.at(0)};
  std::vector<ExplanationStep> steps = {explain_bytes(s), explain_document(s), explain_place(s)};
  if (!s.at("question_number").empty()) steps.push_back(explain_question(s));
  if (!s.at("table_id").empty()) steps.push_back(explain_table(s));
  for (const auto& step : {explain_value(s), explain_meaning(s), explain_confidence(s)}) steps.push_back(step);
  add_findings(s, steps);
  add_corrections(s, steps);
  add_statements(s, steps);
  return {observation_id, s.document.at("content_sha256"), headline_of(s.row), std::move(steps)};
}

}  // namespace muster
