#include "dataset/compare_documents.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <tuple>
#include <utility>

#include "dataset/whole_documents.h"
#include "schemas/identity.h"
#include "schemas/serialise.h"

namespace muster {
namespace {

// What lies further apart is about other people, not a slip or a revision.
constexpr double most_difference_share = 0.25;
constexpr double least_confidence = 0.9;  // what is not read surely contradicts nothing
constexpr size_t most_documents = 200;    // that state one fact and are compared

// A fact of a document, as far as it is compared and told.
struct Statement {
  uint32_t document = 0;  // index
  double confidence = 0;
  Decimal value;
  std::string observation_id, measure, team, period, raw, table_id;
  int page = 0;

  template <class Visitor>
  void fields(Visitor& v) { v(document, confidence, value, observation_id, measure, team, period, raw, table_id, page); }
};

bool is_stated(const Observation& o) {
  return o.quantity.status == "reported" && !o.quantity.value.empty() && o.quantity.value_upper.empty() && o.quantity.qualifier == "exact" && !o.period.iso.empty() &&
         !o.area_code.empty() && !o.service.empty() && o.unit != "unstated" && o.basis != Basis::narrative && o.basis != Basis::derived;
}

std::string key_of(const DocumentResult& document, const Observation& o) {
  return joined_key({document.interpretation.record.publisher_code, o.area_code, o.service, o.team, o.role, o.grade, o.worker_category, o.measure, o.unit, o.breakdown, o.period.iso});
}

int decimals(const Decimal& value) {
  const size_t point = value.find('.');
  return point == Decimal::npos ? 0 : static_cast<int>(value.size() - point - 1);
}

double number(const Decimal& value) { return std::strtod(value.c_str(), nullptr); }

// Whether one may be the other with fewer decimals, rounded or cut.
bool may_agree(const Decimal& a, const Decimal& b) {
  const double unit = std::pow(10.0, -std::min(decimals(a), decimals(b)));
  constexpr double slack = 1e-9;  // decimals are not exact in binary
  return std::abs(number(a) - number(b)) < (decimals(a) == decimals(b) ? slack : unit);
}

bool close_together(const Decimal& a, const Decimal& b) {
  return std::abs(number(a) - number(b)) <= most_difference_share * std::max(number(a), number(b));
}

std::string date_of(const DocumentRecord& r) { return r.response_date.empty() ? r.meeting_date : r.response_date; }

std::string name_of(const DocumentRecord& r) { return r.source + (date_of(r).empty() ? "" : " of " + date_of(r)); }

// Of two statements of which the second speaks against the first.
struct Relation {
  std::string kind, severity, explanation;
};

bool revises(const Kinship& kin, uint32_t later, uint32_t earlier) { return kin.supersedes[later] != Kinship::none && kin.supersedes[later] == kin.family[earlier]; }

Relation relation_of(const Kinship& kin, uint32_t later, uint32_t earlier) {
  if (revises(kin, later, earlier)) return {"restated", "info", "the later reply revises the earlier one"};
  if (kin.family[later] == kin.family[earlier]) return {"contradiction", "warning", "two forms of one reply: one of them is misprinted or was misread"};
  return {"contradiction", "warning", "two documents of one body state the same fact differently"};
}

Finding finding_of(const DocumentRecord& later, const DocumentRecord& earlier, const Statement& a, const Statement& b, Relation relation) {
  Finding f{.kind = std::move(relation.kind), .severity = std::move(relation.severity), .explanation = std::move(relation.explanation)};
  f.observation_ids = {b.observation_id, a.observation_id};
  f.expected = a.value;
  f.found = b.value;
  f.message = b.measure + (b.team.empty() ? "" : " of " + b.team) + " for " + b.period + " is " + b.raw + " here and " + a.raw + " in " + name_of(earlier);
  f.page = b.page;
  f.table_id = b.table_id;
  f.finding_id = row_id("f", later.document_id, 0, f.kind, a.observation_id, b.observation_id);
  return f;
}

bool are_sure_and_close(const Statement& a, const Statement& b) {
  return a.confidence >= least_confidence && b.confidence >= least_confidence && close_together(a.value, b.value);
}

void compare(Dataset& dataset, const Kinship& kin, const Statement& one, const Statement& other) {
  if (may_agree(one.value, other.value)) return;
  const bool is_revised = revises(kin, one.document, other.document) || revises(kin, other.document, one.document);
  if (!is_revised && !are_sure_and_close(one, other)) return;
  const DocumentRecord first = record_of(dataset, one.document), second = record_of(dataset, other.document);
  const auto age = [](const DocumentRecord& r) { return std::tuple(!r.same_reply_as.empty(), date_of(r), r.document_id); };
  const bool turned = revises(kin, one.document, other.document) || (age(second) < age(first) && !revises(kin, other.document, one.document));
  const auto& [a, b] = turned ? std::tie(other, one) : std::tie(one, other);
  add_to_document(dataset, b.document,
                  {.series_breaks = {}, .findings = {finding_of(turned ? first : second, turned ? second : first, a, b, relation_of(kin, b.document, a.document))}, .clusters = {}, .diagnostics = {}});
}

// Each statement with the first of a reply; another form of a reply with that reply alone, which speaks for both.
void compare_all(Dataset& dataset, const Kinship& kin, const std::vector<Statement>& statements) {
  const auto first = std::ranges::find_if(statements, [&](const Statement& s) { return kin.family[s.document] == s.document; });
  for (const Statement& s : statements) {
    const uint32_t family = kin.family[s.document];
    const auto whole = family == s.document ? statements.end() : std::ranges::find(statements, family, &Statement::document);
    const Statement& other = whole != statements.end() ? *whole : first != statements.end() ? *first : statements.front();
    if (other.document != s.document) compare(dataset, kin, other, s);
  }
}

bool may_contradict(const Observation& o) { return is_stated(o) && o.repeats.empty(); }

}  // namespace

void take_statements(const DocumentResult& document, uint32_t index, SortedRows& statements) {
  if (document.interpretation.record.publisher_code.empty()) return;
  std::map<std::string, std::vector<const Observation*>> own;
  for (const Observation& o : document.interpretation.observations)
    if (may_contradict(o)) own[key_of(document, o)].push_back(&o);
  for (const auto& [key, rows] : own) {
    const Observation& o = *rows.front();
    if (rows.size() == 1)
      statements.add(key, serialise(Statement{index, o.confidence, o.quantity.value, o.observation_id, o.measure, o.team, o.period.iso, o.raw, o.table_id, o.place.page}));
  }
}

void compare_documents(Dataset& dataset, SortedRows& statements, const Kinship& kin) {
  statements.for_each_group(most_documents, [&](const std::vector<SortedRows::Row>& rows) {
    if (rows.size() == 1 || rows.size() > most_documents) return;
    std::vector<Statement> found;
    for (const SortedRows::Row& row : rows) found.push_back(deserialise<Statement>(row.value));
    compare_all(dataset, kin, found);
  });
}

}  // namespace muster
