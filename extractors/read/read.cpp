#include "extractors/read/read.h"

#include <algorithm>
#include <filesystem>

#include "extractors/mail/read_email.h"
#include "extractors/ocr/read_picture.h"
#include "extractors/ocr/read_scans.h"
#include "extractors/pdf/record_pdf.h"
#include "extractors/office/read_doc.h"
#include "extractors/office/read_docx.h"
#include "extractors/office/read_delimited.h"
#include "extractors/office/read_ods.h"
#include "extractors/office/read_odt.h"
#include "extractors/office/read_rtf.h"
#include "extractors/office/read_xls.h"
#include "extractors/office/read_xlsx.h"
#include "extractors/read/expand.h"
#include "extractors/read/page_messages.h"
#include "extractors/read/read_html.h"
#include "extractors/read/read_text.h"
#include "extractors/read/sniff.h"
#include "schemas/text.h"

namespace muster {
namespace {

// The pages of a PDF, those that are scans by OCR.
Document read_pdf(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  Document document = record_pdf(source, limits, diagnostics);
  read_scans(source, limits, document, diagnostics);
  return document;
}

// A web page; of a correspondence the message that this source is.
Document read_page(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  Document document = read_html(source, limits, diagnostics);
  keep_message(source, document);
  return document;
}

struct Reader {
  SourceKind kind;
  Document (*read)(const Source&, const Limits&, Diagnostics&);  // null: not read here
  const char* what_to_do;                                        // said when `read` is null or nothing could be read
};

// Every format, and what a person can do where we cannot. A reader that fails sets Document::failure; the diagnostic is
// added here.
constexpr Reader readers[] = {
    {SourceKind::pdf, read_pdf, "ask the publisher for the file it was made from"},
    {SourceKind::html, read_page, "save the page again from the browser as 'web page, complete'"},
    {SourceKind::text, read_text, "check that the right file was saved"},
    {SourceKind::delimited, read_delimited, "check that the right file was saved"},
    {SourceKind::docx, read_docx, "save it as PDF and add that"},
    {SourceKind::xlsx, read_xlsx, "save each sheet as a web page or PDF and add that"},
    {SourceKind::pptx, nullptr, "presentations are not read: save it as PDF and add that"},
    {SourceKind::odt, read_odt, "save it as PDF and add that"},
    {SourceKind::ods, read_ods, "save each sheet as a web page or PDF and add that"},
    {SourceKind::doc, read_doc, "save it as DOCX or PDF and add that"},
    {SourceKind::xls, read_xls, "save it as XLSX and add that"},
    {SourceKind::outlook_message, read_outlook_message, "save the message as text or HTML, its attachments beside it"},
    {SourceKind::encrypted_office, nullptr, "it is protected by a password: open it with the password and save it without one"},
    {SourceKind::rtf, read_rtf, "save it as DOCX or PDF and add that"},
    {SourceKind::email, read_email, "save the message as HTML or text, its attachments beside it"},
    {SourceKind::mailbox, nullptr, "a mailbox is read message by message; this one has none that can be opened"},
    {SourceKind::zip, nullptr, "an archive is read member by member; this one has none that can be opened: unpack it and add what is in it"},
    {SourceKind::archive, nullptr, "an archive is read member by member; this one has none that can be opened: unpack it and add what is in it"},
    {SourceKind::image, read_picture, "ask the authority for the text, or add a PDF with a text layer"},
    {SourceKind::unknown, nullptr, "its content is of no known kind: check that it is the file that was sent, and save it as PDF, HTML or DOCX"},
    {SourceKind::empty, nullptr, "the file is empty (0 bytes): fetch it again or ask for it again"},
};

void add(Diagnostics& diagnostics, const char* code, Severity severity, std::string raw, std::string message) {
  diagnostics.add({.stage = "read", .code = code, .severity = severity, .raw = std::move(raw), .message = std::move(message)});
}

// A Document that says why it holds nothing.
Document failed(SourceKind kind, const char* code, std::string reason, Diagnostics& diagnostics) {
  add(diagnostics, code, Severity::error, {}, reason);
  Document document;
  document.media_type = media_type(kind);
  document.failure = std::move(reason);
  return document;
}

bool holds_something(const Document& document) {
  return !document.pages.empty() || !document.tags.empty() || !document.lines.empty();
}

const char* code_for_missing(SourceKind kind) {
  if (kind == SourceKind::empty) return "empty_file";
  if (kind == SourceKind::encrypted_office) return "encrypted";
  return kind == SourceKind::unknown ? "unknown_format" : "format_not_read";
}

// Whether a container that has no text itself has documents within, which have rows of their own.
bool has_members(const Source& source, const Limits& limits) {
  Diagnostics ignored;
  const auto opens_to_some = [&](size_t most) {
    Limits fewer = limits;
    fewer.members = most;
    return expand({.name = source.name, .bytes = source.bytes}, fewer, ignored).size() > 1;
  };
  return opens_to_some(1) || opens_to_some(limits.members);  // the first is mostly one; it may also be what a packing program left
}

Document read_as(const Reader& reader, const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  if (can_have_members(reader.kind) && !reader.read && has_members(source, limits)) return {.media_type = std::string(media_type(reader.kind))};
  if (!reader.read) {
    const std::string what = reader.kind == SourceKind::empty ? "" : "this is " + std::string(describe(reader.kind)) + "; ";
    return failed(reader.kind, code_for_missing(reader.kind), what + reader.what_to_do, diagnostics);
  }
  Document document = reader.read(source, limits, diagnostics);
  document.media_type = media_type(reader.kind);
  if (!document.failure.empty()) return failed(reader.kind, "not_readable", document.failure, diagnostics);
  if (holds_something(document) || (can_have_members(reader.kind) && has_members(source, limits))) return document;
  return failed(reader.kind, "nothing_readable", std::string(describe(reader.kind)) + " without any text; " + reader.what_to_do, diagnostics);
}

}  // namespace

Document read(const Source& source, const Limits& limits, Diagnostics& diagnostics) {
  if (!source.read_error.empty()) return failed(SourceKind::unknown, "unreadable_file", source.read_error, diagnostics);
  if (source.bytes.size() > limits.source_bytes)
    return failed(SourceKind::unknown, "limit_reached",
                  "the file has " + std::to_string(source.bytes.size()) + " bytes, more than the " + std::to_string(limits.source_bytes) +
                      " that one document may have: split it",
                  diagnostics);
  const SourceKind kind = sniff(source.bytes, source.name);
  if (!name_fits(source.name, kind))
    add(diagnostics, "wrong_file_name", Severity::info, std::filesystem::path(source.name).filename().string(),
        "the name promises another format, the content is " + std::string(describe(kind)) + "; it is read by its content");
  return read_as(*std::ranges::find(readers, kind, &Reader::kind), source, limits, diagnostics);
}

}  // namespace muster
