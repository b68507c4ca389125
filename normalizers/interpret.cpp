#include "normalizers/interpret.h"

#include "normalizers/audit.h"
#include "normalizers/choose_readings.h"
#include "normalizers/derive.h"
#include "normalizers/propose.h"
#include "normalizers/resolve.h"
#include "normalizers/tell_answers.h"
#include "normalizers/tell_document.h"
#include "schemas/identity.h"

namespace muster {

namespace {

// Tables with rival readings are read under each; what arithmetic proves stays in the outline.
std::vector<Finding> choose_among_rivals(const std::string& document_id, const DocumentRecord& record, const Vocabulary& vocabulary,
                                         Outline& outline) {
  const std::vector<ProvenReading> proven = choose_readings(outline, vocabulary, [&](const Outline& reading, int table) {
    Diagnostics not_kept;
    std::vector<Candidate> candidates = propose(reading, vocabulary, not_kept);
    std::erase_if(candidates, [&](const Candidate& c) { return c.table != table; });
    return resolve(document_id, candidates, reading, record, vocabulary, not_kept);
  });
  std::vector<Finding> findings;
  for (const ProvenReading& p : proven)
    findings.push_back({.finding_id = row_id("f", document_id, 0, "repaired", p.table_id),
                        .kind = "repaired",
                        .severity = "info",
                        .message = std::to_string(p.cells.size()) + " cells of the table were put right: " + p.evidence,
                        .explanation = p.proof,
                        .table_id = p.table_id});
  return findings;
}

Understanding understanding_of(const Diagnostics& diagnostics) {
  Understanding out;
  for (const Diagnostic& d : diagnostics.list()) out.refused += d.stage == "resolve";
  return out;
}

}  // namespace

Interpretation interpret(const std::string& document_id, const Document& document, Outline& outline, const Vocabulary& vocabulary,
                         const Hints& hints, Diagnostics& diagnostics) {
  Interpretation out;
  out.record = tell_document(document_id, document, outline, vocabulary, hints, diagnostics);
  out.findings = choose_among_rivals(document_id, out.record, vocabulary, outline);
  const std::vector<Candidate> candidates = propose(outline, vocabulary, diagnostics);
  out.observations = resolve(document_id, candidates, outline, out.record, vocabulary, diagnostics);
  out.answers = tell_answers(document_id, outline, out.record, vocabulary);
  for (Finding& finding : audit(document_id, out.observations, vocabulary, understanding_of(diagnostics))) out.findings.push_back(std::move(finding));
  mark_definitions(vocabulary, out.observations);
  for (Observation& row : derive(document_id, out.observations, vocabulary)) out.observations.push_back(std::move(row));
  return out;
}

}  // namespace muster
