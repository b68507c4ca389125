#include "tools/document_record.h"

#include <algorithm>

#include "extractors/read/page_messages.h"
#include "schemas/names.h"

namespace muster {
namespace {

void identify(DocumentRecord& record, const Source& source) {
  record.document_id = source.document_id;
  record.content_sha256 = source.content_sha256;
  record.parent_id = source.parent_id;
  record.part = source.part;
  record.source = source.name;
  record.bytes = static_cast<long long>(source.bytes.size());
}

void take_sender(DocumentRecord& record, const Source& source, const Document& document) {
  const bool mail = document.media_type == "message/rfc822" || document.media_type == "application/vnd.ms-outlook";
  if (!mail && (source.parent_id.empty() || !names_page_message(source.part))) return;
  if (!mail && source.part.starts_with("outgoing")) record.document_type = "request";
  record.sender = document.author;
  record.sent = document.created;
}

bool is_loss(const Diagnostic& d) { return d.severity == Severity::error; }

bool holds_rows(const DocumentResult& result) {
  const Interpretation& in = result.interpretation;
  return !in.observations.empty() || !in.answers.empty() || !result.outline.actions.empty();
}

void judge(DocumentResult& result, const Document& document) {
  DocumentRecord& record = result.interpretation.record;
  const auto& diagnostics = result.diagnostics.list();
  const auto loss = std::ranges::find_if(diagnostics, is_loss);
  if (!document.failure.empty()) {
    record.outcome = "failed";
    record.reason = document.failure;
  } else if (loss != diagnostics.end()) {
    record.outcome = "partly";
    record.reason = loss->message;
  } else if (!holds_rows(result) && result.outline.text.empty()) {
    record.outcome = "nothing_found";
    record.reason = "a container: the documents in it have rows of their own";
  } else if (!holds_rows(result)) {
    record.outcome = "nothing_found";
    record.reason = "no figure, question or action was found in it";
  } else {
    record.outcome = "extracted";
  }
}

}  // namespace

void complete_record(DocumentResult& result, const Source& source, const Document& document) {
  DocumentRecord& record = result.interpretation.record;
  identify(record, source);
  record.media_type = document.media_type;
  take_sender(record, source, document);
  record.pages = document.page_count;
  record.text_source = name_of(document.text_source);
  if (record.language.empty()) record.language = result.outline.language;
  if (record.document_type.empty()) record.document_type = result.outline.document_type;
  if (record.document_type.empty()) record.document_type = "other";
  judge(result, document);
}

DocumentResult failed_result(const Source& source, const std::string& code, const std::string& reason) {
  DocumentResult result;
  identify(result.interpretation.record, source);
  result.interpretation.record.document_type = "other";
  result.interpretation.record.outcome = "failed";
  result.interpretation.record.reason = reason;
  result.diagnostics.add({.stage = "read", .code = code, .severity = Severity::error, .message = reason});
  return result;
}

}  // namespace muster
