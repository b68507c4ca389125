#include "dataset/attachments.h"

#include <re2/re2.h>

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

std::string folder_of(const std::string& source) {
  const size_t container = source.rfind("!/");
  const size_t end = container != std::string::npos ? container : source.rfind('/');
  return end == std::string::npos ? std::string() : source.substr(0, end);
}

std::string file_of(const std::string& source) {
  const size_t slash = source.rfind('/');
  return slash == std::string::npos ? source : source.substr(slash + 1);
}

// Every word of the needle stands in the hay, folded.
bool bears(const std::string& hay, const std::string& needle) {
  const std::string key = ' ' + folded(hay) + ' ';
  const std::string words = folded(needle);
  if (words.empty()) return false;
  return std::ranges::all_of(split(words, ' '), [&](std::string_view word) { return key.find(' ' + std::string(word) + ' ') != std::string::npos; });
}

const DocumentResult* attachment_of(const Dataset& dataset, const DocumentResult& reply, const std::string& name) {
  const DocumentRecord& own = reply.interpretation.record;
  for (const DocumentResult& other : dataset.documents) {
    const DocumentRecord& record = other.interpretation.record;
    if (&other == &reply || folder_of(record.source) != folder_of(own.source)) continue;
    const std::string words = file_of(record.source) + ' ' + record.title;
    const bool same_container = !own.parent_id.empty() && own.parent_id == record.parent_id;
    if (bears(words, name) && (same_container || own.reference.empty() || bears(words, own.reference) || folded(name).size() > 12)) return &other;
    if (same_container && record.document_type != "foi_response") return &other;
    if (!own.reference.empty() && bears(words, own.reference) && record.document_type != "foi_response") return &other;
  }
  return nullptr;
}

}  // namespace

std::string attachment_named(std::string_view answer) {
  static const RE2 patterns[] = {
      RE2(R"((?i)\b([\w.-]+\.(?:pdf|docx?|xlsx?|ods|odt|csv|rtf))\b)"),
      RE2(R"((?i)\b((?:appendix|annex|attachment|enclosure|schedule) (?:\d+|[a-z])\b))"),
      RE2(R"((?i)\b(?:attached|enclosed|accompanying)(?: copy of (?:the|our))? ([\w-]+(?: [\w-]+){0,4}))"),
      RE2(R"((?i)\b(?:the|our|a|its) ((?:[\w-]+ ){1,6})(?:is|are) (?:attached|enclosed|appended))"),
  };
  std::string name;
  for (const RE2& pattern : patterns)
    if (RE2::PartialMatch(re2::StringPiece(answer.data(), answer.size()), pattern, &name)) return std::string(trimmed(name));
  return {};
}

void look_for_attachments(Dataset& dataset) {
  for (DocumentResult& reply : dataset.documents) {
    for (const Answer& a : reply.interpretation.answers) {
      if (a.status != "attached") continue;
      const std::string name = attachment_named(a.answer);
      const DocumentResult* found = attachment_of(dataset, reply, name);
      const std::string which = a.question_number.empty() ? std::string("a question") : "question " + a.question_number;
      reply.diagnostics.add({.stage = "store", .code = found ? "attachment_found" : "attachment_missing", .severity = found ? Severity::info : Severity::warning,
                             .place = a.place, .raw = found ? found->interpretation.record.source : name,
                             .message = "the answer to " + which + (found ? " names an attachment, which is among the inputs" : " names an attachment that is not among the inputs")});
    }
  }
}

}  // namespace muster
