#include "normalizers/tell_document.h"

#include "normalizers/authority.h"
#include "normalizers/period.h"
#include "normalizers/publisher.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/text.h"

namespace muster {
namespace {

const Fact* first_fact(const Outline& outline, std::string_view name) {
  for (const Fact& fact : outline.facts)
    if (fact.name == name) return &fact;
  return nullptr;
}

// The day, or where none is printed the month, that the words say; empty for years, intervals and impossible dates.
std::string date_in(std::string_view words) {
  constexpr size_t month_length = 7, day_length = 10;
  std::string month;
  for (const PeriodMatch& m : find_periods(words)) {
    if (m.period.iso.size() == day_length && m.period.iso.find('/') == std::string::npos) return m.period.iso;
    if (m.period.iso.size() == month_length && m.period.iso.find('/') == std::string::npos && month.empty()) month = m.period.iso;
  }
  return month;
}

// The first fact of these names that holds a date.
std::string date_of(const Outline& outline, std::initializer_list<std::string_view> names, Diagnostics& diagnostics) {
  for (std::string_view name : names)
    for (const Fact& fact : outline.facts) {
      if (fact.name != name) continue;
      std::string date = date_in(fact.value);
      if (!date.empty()) return date;
      diagnostics.add({"resolve", "date_not_read", Severity::info, fact.place, fact.value, "No day or month was read in this " + std::string(name) + "."});
    }
  return "";
}

// Without the words that introduce it: "Our ref: FOI 10150" is "FOI 10150".
std::string reference_in(std::string_view words) {
  std::string_view rest = trimmed(words);
  const size_t colon = rest.find_last_of(":#");
  if (colon != std::string_view::npos) rest = trimmed(rest.substr(colon + 1));
  while (!rest.empty() && std::string_view(".,;)").find(rest.back()) != std::string_view::npos) rest.remove_suffix(1);
  return single_spaced(rest);
}

void take_publisher(const Document& document, const Outline& outline, const Vocabulary& vocabulary, const Hints& hints, DocumentRecord& record,
                    Diagnostics& diagnostics) {
  const std::string& date = record.response_date.empty() ? record.meeting_date : record.response_date;
  const Publisher p = tell_publisher(document, outline, date, vocabulary);
  record.publisher_code = p.code;
  record.publisher_name = p.name;
  record.publisher_evidence = p.evidence;
  if (!p.rival.empty())
    diagnostics.add({"resolve", "publisher_uncertain", Severity::warning, {}, p.rival,
                     "As much speaks for one body as for another as the author; the publisher is left empty. Name it in the manifest."});
  if (!record.publisher_code.empty() || hints.publisher.empty()) return;
  const std::string code = code_at(authority_named(hints.publisher, vocabulary), date, vocabulary);
  const Authority* a = authority_with(code, vocabulary);
  if (!a) {
    diagnostics.add({"resolve", "hint_not_understood", Severity::warning, {}, hints.publisher, "The manifest's publisher is no known code or name."});
    return;
  }
  record.publisher_code = a->code;
  record.publisher_name = a->name;
  record.publisher_evidence = "manifest";
}

// The words by which a reply says that it revises an earlier one.
std::string revision_in(const Outline& outline, const Vocabulary& vocabulary) {
  for (const Node& node : outline.nodes) {
    if (node.kind == NodeKind::furniture || node.kind == NodeKind::question || node.kind == NodeKind::answer || node.voice == Voice::requester || node.voice == Voice::boilerplate) continue;
    const std::string text(outline.slice(node.span));
    for (const WordRule& rule : vocabulary.tables().workforce.revisions) {
      const auto found = rule.pattern.all(text);
      if (!found.empty() && !rule.unless.in(text)) return single_spaced(text.substr(found.front().begin, found.front().end - found.front().begin));
    }
  }
  return {};
}

}  // namespace

DocumentRecord tell_document(const std::string& document_id, const Document& document, const Outline& outline,
                             const Vocabulary& vocabulary, const Hints& hints, Diagnostics& diagnostics) {
  DocumentRecord record;
  record.document_id = document_id;
  record.document_type = outline.document_type;
  record.language = outline.language;
  if (const Fact* reference = first_fact(outline, "reference")) record.reference = reference_in(reference->value);
  record.request_date = date_of(outline, {"request_date"}, diagnostics);
  record.response_date = date_of(outline, {"letter_date", "publication_date"}, diagnostics);
  record.meeting_date = date_of(outline, {"meeting_date"}, diagnostics);
  if (record.response_date.empty() && record.meeting_date.empty()) record.response_date = hints.date;
  const Fact* title = first_fact(outline, "title");
  record.title = single_spaced(title ? title->value : document.title);
  record.revision = outline.document_type == "foi_response" ? revision_in(outline, vocabulary) : std::string();
  take_publisher(document, outline, vocabulary, hints, record, diagnostics);
  return record;
}

}  // namespace muster
