#include "dataset/compare_documents.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <utility>

#include "schemas/identity.h"

namespace muster {
namespace {

// What lies further apart is about other people, not a slip or a revision.
constexpr double most_difference_share = 0.25;
constexpr double least_confidence = 0.9;  // what is not read surely contradicts nothing
constexpr size_t most_documents = 200;    // that state one fact and are compared

using Key = std::vector<std::string>;

struct Statement {
  size_t document = 0;
  const Observation* row = nullptr;
};

bool is_stated(const Observation& o) {
  return o.quantity.status == "reported" && !o.quantity.value.empty() && o.quantity.value_upper.empty() && o.quantity.qualifier == "exact" && !o.period.iso.empty() &&
         !o.area_code.empty() && !o.service.empty() && o.unit != "unstated" && o.basis != Basis::narrative && o.basis != Basis::derived;
}

Key key_of(const DocumentResult& document, const Observation& o) {
  return {document.interpretation.record.publisher_code, o.area_code, o.service, o.team, o.role, o.grade, o.worker_category, o.measure, o.unit, o.breakdown, o.period.iso};
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

// The facts that a document states once.
std::map<Key, std::vector<Statement>> statements_of(const std::vector<DocumentResult>& documents) {
  std::map<Key, std::vector<Statement>> out;
  for (size_t d = 0; d < documents.size(); ++d) {
    if (documents[d].interpretation.record.publisher_code.empty()) continue;
    std::map<Key, std::vector<const Observation*>> own;
    for (const Observation& o : documents[d].interpretation.observations)
      if (may_contradict(o)) own[key_of(documents[d], o)].push_back(&o);
    for (const auto& [key, rows] : own)
      if (rows.size() == 1) out[key].push_back({d, rows.front()});
  }
  return out;
}

std::string date_of(const DocumentRecord& r) { return r.response_date.empty() ? r.meeting_date : r.response_date; }

std::string name_of(const DocumentRecord& r) { return r.source + (date_of(r).empty() ? "" : " of " + date_of(r)); }

struct Relation {
  std::string kind, severity, explanation;
};

// The reply that a document is, or is another form of.
const std::string& family(const DocumentRecord& r) { return r.same_reply_as.empty() ? r.document_id : r.same_reply_as; }

bool revises(const DocumentRecord& later, const DocumentRecord& earlier) { return !later.supersedes.empty() && later.supersedes == family(earlier); }

Relation relation_of(const DocumentRecord& later, const DocumentRecord& earlier) {
  if (revises(later, earlier)) return {"restated", "info", "the later reply revises the earlier one"};
  if (family(later) == family(earlier)) return {"contradiction", "warning", "two forms of one reply: one of them is misprinted or was misread"};
  return {"contradiction", "warning", "two documents of one body state the same fact differently"};
}

Finding finding_of(const DocumentRecord& later, const DocumentRecord& earlier, const Observation& a, const Observation& b, Relation relation) {
  Finding f{.kind = std::move(relation.kind), .severity = std::move(relation.severity), .explanation = std::move(relation.explanation)};
  f.observation_ids = {b.observation_id, a.observation_id};
  f.expected = a.quantity.value;
  f.found = b.quantity.value;
  f.message = b.measure + (b.team.empty() ? "" : " of " + b.team) + " for " + b.period.iso + " is " + b.raw + " here and " + a.raw + " in " + name_of(earlier);
  f.page = b.place.page;
  f.table_id = b.table_id;
  f.finding_id = row_id("f", later.document_id, 0, f.kind, a.observation_id, b.observation_id);
  return f;
}

void compare(std::vector<DocumentResult>& documents, Statement a, Statement b) {
  const auto record = [&](const Statement& s) -> const DocumentRecord& { return documents[s.document].interpretation.record; };
  const auto age = [&](const Statement& s) { return std::tuple(!record(s).same_reply_as.empty(), date_of(record(s)), record(s).document_id); };
  if (revises(record(a), record(b)) || (age(b) < age(a) && !revises(record(b), record(a)))) std::swap(a, b);
  if (may_agree(a.row->quantity.value, b.row->quantity.value)) return;
  Relation relation = relation_of(record(b), record(a));
  if (relation.kind == "contradiction" && (a.row->confidence < least_confidence || b.row->confidence < least_confidence ||
                                            !close_together(a.row->quantity.value, b.row->quantity.value)))
    return;
  documents[b.document].interpretation.findings.push_back(finding_of(record(b), record(a), *a.row, *b.row, std::move(relation)));
}

// Each statement with the first of a reply; another form of a reply with that reply alone, which speaks for both.
std::vector<std::pair<Statement, Statement>> pairs_of(const std::vector<DocumentResult>& documents, const std::vector<Statement>& statements) {
  const auto record = [&](const Statement& s) -> const DocumentRecord& { return documents[s.document].interpretation.record; };
  const auto first = std::ranges::find_if(statements, [&](const Statement& s) { return record(s).same_reply_as.empty(); });
  std::vector<std::pair<Statement, Statement>> out;
  for (const Statement& s : statements) {
    const auto whole = std::ranges::find_if(statements, [&](const Statement& o) { return record(o).document_id == record(s).same_reply_as; });
    const Statement& other = whole != statements.end() ? *whole : first != statements.end() ? *first : statements.front();
    if (other.document != s.document) out.emplace_back(other, s);
  }
  return out;
}

}  // namespace

bool may_contradict(const Observation& o) { return is_stated(o) && o.repeats.empty(); }

void compare_documents(std::vector<DocumentResult>& documents) {
  for (auto& [key, statements] : statements_of(documents)) {
    if (statements.size() > most_documents) continue;
    for (const auto& [a, b] : pairs_of(documents, statements)) compare(documents, a, b);
  }
}

}  // namespace muster
