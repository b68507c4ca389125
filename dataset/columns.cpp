#include "dataset/columns.h"

#include "dataset/rows.h"
#include "dataset/statuses.h"
#include "schemas/names.h"
#include "schemas/text.h"

namespace muster {
namespace {

std::string id_of(const DocumentResult& result) { return result.interpretation.record.document_id; }
std::string count_or_empty(long long n) { return n > 0 ? std::to_string(n) : std::string(); }
std::string index_or_empty(int n) { return n >= 0 ? std::to_string(n) : std::string(); }

template <class Item>
std::string start_of(const Of<Item>& r, Span span) {
  return span.empty() ? std::string() : std::to_string(r.index.at(span.begin));
}

template <class Item>
std::string end_of(const Of<Item>& r, Span span) {
  return span.empty() ? std::string() : std::to_string(r.index.at(span.end));
}

using D = Of<DocumentRecord>;
const Column<DocumentRecord> document_cells[] = {
    {"document_id", [](const D& r) { return r.item.document_id; }},
    {"content_sha256", [](const D& r) { return r.item.content_sha256; }},
    {"parent_id", [](const D& r) { return r.item.parent_id; }},
    {"part", [](const D& r) { return r.item.part; }},
    {"source", [](const D& r) { return r.item.source; }},
    {"media_type", [](const D& r) { return r.item.media_type; }},
    {"bytes", [](const D& r) { return std::to_string(r.item.bytes); }},
    {"pages", [](const D& r) { return count_or_empty(r.item.pages); }},
    {"language", [](const D& r) { return r.item.language; }},
    {"document_type", [](const D& r) { return r.item.document_type; }},
    {"publisher_code", [](const D& r) { return r.item.publisher_code; }},
    {"publisher_name", [](const D& r) { return r.item.publisher_name; }},
    {"publisher_evidence", [](const D& r) { return r.item.publisher_evidence; }},
    {"reference", [](const D& r) { return r.item.reference; }},
    {"request_date", [](const D& r) { return r.item.request_date; }},
    {"response_date", [](const D& r) { return r.item.response_date; }},
    {"meeting_date", [](const D& r) { return r.item.meeting_date; }},
    {"sender", [](const D& r) { return r.item.sender; }},
    {"sent", [](const D& r) { return r.item.sent; }},
    {"title", [](const D& r) { return r.item.title; }},
    {"text_source", [](const D& r) { return r.item.text_source; }},
    {"outcome", [](const D& r) { return r.item.outcome; }},
    {"reason", [](const D& r) { return r.item.reason; }},
    {"same_reply_as", [](const D& r) { return r.item.same_reply_as; }},
    {"supersedes", [](const D& r) { return r.item.supersedes; }},
};

// CL_OBS_STATUS has a code of its own for a break in the series and for a definition that differs.
std::string observed(const Observation& o) {
  if (o.quantity.status == "reported" && o.comparability == "series_break") return "B";
  if (o.quantity.status == "reported" && o.comparability == "definition_differs") return "D";
  return std::string(obs_status(o.quantity));
}

using O = Of<Observation>;
const Column<Observation> observation_cells[] = {
    {"observation_id", [](const O& r) { return r.item.observation_id; }},
    {"document_id", [](const O& r) { return id_of(r.document); }},
    {"publisher_code", [](const O& r) { return r.item.publisher_code; }},
    {"area_code", [](const O& r) { return r.item.area_code; }},
    {"area_name", [](const O& r) { return r.item.area_name; }},
    {"service", [](const O& r) { return r.item.service; }},
    {"team", [](const O& r) { return r.item.team; }},
    {"role_code", [](const O& r) { return r.item.role_code; }},
    {"role", [](const O& r) { return r.item.role; }},
    {"grade", [](const O& r) { return r.item.grade; }},
    {"worker_category", [](const O& r) { return r.item.worker_category; }},
    {"measure", [](const O& r) { return r.item.measure; }},
    {"unit", [](const O& r) { return r.item.unit; }},
    {"breakdown", [](const O& r) { return r.item.breakdown; }},
    {"asked_period", [](const O& r) { return r.item.asked_period; }},
    {"period", [](const O& r) { return r.item.period.iso; }},
    {"period_kind", [](const O& r) { return r.item.period.kind; }},
    {"time_period", [](const O& r) { return r.item.period.time_period; }},
    {"time_identifier", [](const O& r) { return r.item.period.time_identifier; }},
    {"value", [](const O& r) { return r.item.quantity.value; }},
    {"value_upper", [](const O& r) { return r.item.quantity.value_upper; }},
    {"qualifier", [](const O& r) { return r.item.quantity.qualifier; }},
    {"status", [](const O& r) { return r.item.quantity.status; }},
    {"shorthand", [](const O& r) { return std::string(shorthand(r.item.quantity)); }},
    {"obs_status", [](const O& r) { return observed(r.item); }},
    {"legal_regime", [](const O& r) { return r.item.legal.regime; }},
    {"legal_reference", [](const O& r) { return r.item.legal.reference; }},
    {"legal_role", [](const O& r) { return r.item.legal.role; }},
    {"definition", [](const O& r) { return r.item.definition; }},
    {"basis", [](const O& r) { return std::string(name_of(r.item.basis)); }},
    {"confidence", [](const O& r) { return decimal_text(r.item.confidence, 4); }},
    {"review", [](const O& r) { return r.item.review; }},
    {"value_extracted", [](const O& r) { return r.item.value_extracted; }},
    {"repeats", [](const O& r) { return r.item.repeats; }},
    {"page", [](const O& r) { return count_or_empty(r.item.place.page); }},
    {"box", [](const O& r) { return box_text(r.item.place.box); }},
    {"table_id", [](const O& r) { return r.item.table_id; }},
    {"row", [](const O& r) { return index_or_empty(r.item.row); }},
    {"column", [](const O& r) { return index_or_empty(r.item.col); }},
    {"question_number", [](const O& r) { return r.item.question_number; }},
    {"raw", [](const O& r) { return r.item.raw; }},
    {"quote", [](const O& r) { return r.item.quote; }},
    {"quote_start", [](const O& r) { return start_of(r, r.item.quote_span); }},
    {"quote_end", [](const O& r) { return end_of(r, r.item.quote_span); }},
    {"comparability", [](const O& r) { return r.item.comparability; }},
    {"evidence", [](const O& r) { return r.item.evidence; }},
};

using A = Of<Answer>;
const Column<Answer> answer_cells[] = {
    {"answer_id", [](const A& r) { return r.item.answer_id; }},
    {"document_id", [](const A& r) { return id_of(r.document); }},
    {"publisher_code", [](const A& r) { return r.item.publisher_code; }},
    {"request", [](const A& r) { return std::to_string(r.item.request); }},
    {"position", [](const A& r) { return std::to_string(r.item.position); }},
    {"question_number", [](const A& r) { return r.item.question_number; }},
    {"question", [](const A& r) { return r.item.question; }},
    {"answer", [](const A& r) { return r.item.answer; }},
    {"status", [](const A& r) { return r.item.status; }},
    {"legal_regime", [](const A& r) { return r.item.legal.regime; }},
    {"legal_reference", [](const A& r) { return r.item.legal.reference; }},
    {"legal_role", [](const A& r) { return r.item.legal.role; }},
    {"request_cluster", [](const A& r) { return r.item.request_cluster; }},
    {"question_cluster", [](const A& r) { return r.item.question_cluster; }},
    {"page", [](const A& r) { return count_or_empty(r.item.place.page); }},
    {"quote_start", [](const A& r) { return start_of(r, r.item.quote_span); }},
    {"quote_end", [](const A& r) { return end_of(r, r.item.quote_span); }},
};

using P = Of<NamedAction>;
const Column<NamedAction> action_cells[] = {
    {"action_id", [](const P& r) { return r.item.action_id; }},
    {"document_id", [](const P& r) { return id_of(r.document); }},
    {"publisher_code", [](const P& r) { return r.document.interpretation.record.publisher_code; }},
    {"item", [](const P& r) { return r.item.action.item; }},
    {"recommendation", [](const P& r) { return r.item.action.recommendation; }},
    {"action", [](const P& r) { return r.item.action.action; }},
    {"responsibility", [](const P& r) { return r.item.action.responsibility; }},
    {"timescale", [](const P& r) { return r.item.action.timescale; }},
    {"status", [](const P& r) { return r.item.action.status; }},
    {"page", [](const P& r) { return count_or_empty(r.item.action.place.page); }},
    {"table_id", [](const P& r) { return r.item.table_id; }},
    {"row", [](const P& r) { return index_or_empty(r.item.action.row); }},
};

using F = Of<Finding>;
const Column<Finding> finding_cells[] = {
    {"finding_id", [](const F& r) { return r.item.finding_id; }},
    {"document_id", [](const F& r) { return id_of(r.document); }},
    {"kind", [](const F& r) { return r.item.kind; }},
    {"severity", [](const F& r) { return r.item.severity; }},
    {"message", [](const F& r) { return r.item.message; }},
    {"explanation", [](const F& r) { return r.item.explanation; }},
    {"observation_ids", [](const F& r) { return joined(r.item.observation_ids, ";"); }},
    {"expected", [](const F& r) { return r.item.expected; }},
    {"found", [](const F& r) { return r.item.found; }},
    {"page", [](const F& r) { return count_or_empty(r.item.page); }},
    {"table_id", [](const F& r) { return r.item.table_id; }},
};

std::string place_text(const Locator& place) {
  return place.line > 0 ? "line " + std::to_string(place.line) : box_text(place.box);
}

using G = Of<NamedDiagnostic>;
const Column<NamedDiagnostic> diagnostic_cells[] = {
    {"diagnostic_id", [](const G& r) { return r.item.diagnostic_id; }},
    {"document_id", [](const G& r) { return id_of(r.document); }},
    {"stage", [](const G& r) { return r.item.diagnostic.stage; }},
    {"code", [](const G& r) { return r.item.diagnostic.code; }},
    {"severity", [](const G& r) { return std::string(name_of(r.item.diagnostic.severity)); }},
    {"page", [](const G& r) { return count_or_empty(r.item.diagnostic.place.page); }},
    {"place", [](const G& r) { return place_text(r.item.diagnostic.place); }},
    {"raw", [](const G& r) { return r.item.diagnostic.raw; }},
    {"message", [](const G& r) { return r.item.diagnostic.message; }},
};

}  // namespace

std::span<const Column<DocumentRecord>> document_columns() { return document_cells; }
std::span<const Column<Observation>> observation_columns() { return observation_cells; }
std::span<const Column<Answer>> answer_columns() { return answer_cells; }
std::span<const Column<NamedAction>> action_columns() { return action_cells; }
std::span<const Column<Finding>> finding_columns() { return finding_cells; }
std::span<const Column<NamedDiagnostic>> diagnostic_columns() { return diagnostic_cells; }

}  // namespace muster
