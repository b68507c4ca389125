// What a file is, by its content; its name is only compared afterwards.
#pragma once

#include <string_view>

namespace muster {

enum class SourceKind {
  empty, pdf, html, text, delimited, docx, xlsx, pptx, odt, ods, doc, xls, outlook_message, encrypted_office, rtf, email, mailbox, zip, archive, image, unknown
};

// `name` settles only which sort of text a text is: its extension may promise separated values.
SourceKind sniff(std::string_view bytes, std::string_view name = {});

// Whether it may hold documents of their own: archives, mailboxes, messages with attachments, pages that show a correspondence.
bool can_have_members(SourceKind kind);

// Media type (IANA) of a kind; "application/octet-stream" for unknown.
std::string_view media_type(SourceKind kind);

// A few words for a person: "a Word document (DOCX)".
std::string_view describe(SourceKind kind);

// Whether a file name's extension promises this kind, or promises nothing known.
bool name_fits(std::string_view name, SourceKind kind);

}  // namespace muster
