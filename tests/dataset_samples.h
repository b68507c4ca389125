// Hand-made results for the tests of dataset/.
#pragma once

#include <string>

#include "schemas/identity.h"
#include "schemas/result.h"

namespace muster::samples {

// A letter with one table of one figure, one answer, one action, one finding and one diagnostic.
inline DocumentResult letter(const std::string& content) {
  DocumentResult r;
  DocumentRecord& record = r.interpretation.record;
  record.content_sha256 = sha256_hex(content);
  record.document_id = document_id(record.content_sha256, {}, {});
  record.source = content + ".pdf";
  record.document_type = "foi_response";
  record.text_source = "text";
  record.outcome = "extracted";
  r.outline.text = "Vacancies \u2013 89.06";
  r.outline.tables.push_back({.table_id = "t1", .rows = 1, .cols = 1, .notes = {{"*", "as at 31 March", {}}},
                              .cells = {{.text = "89.06", .place = {.page = 2, .box = {1, 2, 3.456f, 4}}}}, .place = {.page = 2}});
  r.outline.actions.push_back({.item = "1", .recommendation = "Fill the posts", .place = {.page = 3}, .table = 0, .row = 1});
  const auto begin = static_cast<uint32_t>(r.outline.text.find("89"));
  Observation o{.observation_id = "o-" + record.document_id, .measure = "vacancy", .unit = "fte"};
  o.quantity = {.value = "89.06", .qualifier = "exact", .status = "reported"};
  o.confidence = 0.95;
  o.place = {.page = 2, .box = {1, 2, 3.456f, 4}};
  o.table_id = "t1";
  o.row = o.col = 0;
  o.raw = "89.06";
  o.quote = "89.06";
  o.quote_span = {begin, begin + 5};
  r.interpretation.observations.push_back(o);
  r.interpretation.answers.push_back({.question_number = "1", .question = "=How many?", .answer = "89.06", .status = "answered"});
  r.interpretation.findings.push_back({.kind = "sum_mismatch", .severity = "warning", .message = "adds up to 90",
                                       .observation_ids = {o.observation_id}, .page = 2});
  r.diagnostics.add({.stage = "propose", .code = "sample", .place = {.line = 4}, .raw = "x"});
  return r;
}

}  // namespace muster::samples
