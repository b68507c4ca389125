#include "extractors/read/sniff.h"

#include <algorithm>
#include <string>

#include "extractors/mail/mail_message.h"
#include "extractors/office/read_delimited.h"
#include "extractors/read/decode_text.h"
#include "extractors/read/zip_archive.h"
#include "schemas/text.h"

namespace muster {
namespace {

// PDF readers accept bytes before the header within this distance (ISO 32000-1 annex H).
constexpr size_t pdf_header_search_bytes = 1024;
// Where a tar archive's first header has its mark (POSIX ustar).
constexpr size_t tar_mark_begin = 257;
// How much of a text is looked at to tell markup, mail and text apart.
constexpr size_t text_search_bytes = 8192;
// Share of control characters from which bytes are no text: one stray control in a long letter is still a letter.
constexpr double binary_control_share = 0.02;

struct Magic {
  std::string_view bytes;
  SourceKind kind;
};

using namespace std::string_view_literals;

constexpr Magic magics[] = {
    {"\x89PNG\r\n\x1A\n"sv, SourceKind::image}, {"\xFF\xD8\xFF"sv, SourceKind::image}, {"GIF8"sv, SourceKind::image},
    {"II*\0"sv, SourceKind::image},             {"MM\0*"sv, SourceKind::image},        {"{\\rtf"sv, SourceKind::rtf},
    {"7z\xBC\xAF\x27\x1C"sv, SourceKind::archive}, {"Rar!\x1A\x07"sv, SourceKind::archive},  {"\x1F\x8B\x08"sv, SourceKind::archive},
    {"BZh"sv, SourceKind::archive},              {"\xFD" "7zXZ\0"sv, SourceKind::archive},
};

bool is_image_container(std::string_view bytes) {
  if (bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP") return true;
  // BMP: its header gives the file's own size and four reserved zero bytes.
  return bytes.starts_with("BM") && bytes.size() > 26 && bytes.substr(6, 4) == "\0\0\0\0"sv;
}

// A name as it stands in the directory of an OLE2 compound file.
std::string utf16le(std::string_view ascii) {
  std::string out;
  for (const char c : ascii) (out += c) += '\0';
  return out;
}

SourceKind sniff_compound_file(std::string_view bytes) {
  struct Stream { std::string_view name; SourceKind kind; };
  static constexpr Stream streams[] = {{"EncryptedPackage", SourceKind::encrypted_office}, {"WordDocument", SourceKind::doc},
                                       {"Workbook", SourceKind::xls}, {"__substg1.0_", SourceKind::outlook_message}};
  for (const Stream& s : streams)
    if (bytes.find(utf16le(s.name)) != std::string_view::npos) return s.kind;
  return bytes.find(utf16le("Book")) != std::string_view::npos ? SourceKind::xls : SourceKind::unknown;
}

SourceKind kind_of_member(std::string_view name) {
  struct Part { std::string_view prefix; SourceKind kind; };
  static constexpr Part parts[] = {{"word/", SourceKind::docx}, {"xl/", SourceKind::xlsx}, {"ppt/", SourceKind::pptx}};
  for (const Part& part : parts)
    if (name.starts_with(part.prefix)) return part.kind;
  return SourceKind::zip;
}

// OpenDocument: the first member is "mimetype", stored as it is, so it stands right behind the 30 bytes of the header.
SourceKind sniff_opendocument(std::string_view bytes) {
  if (bytes.size() < 90 || bytes.substr(30, 8) != "mimetype") return SourceKind::zip;
  const std::string_view type = bytes.substr(38, 60);
  if (type.find("opendocument.text") != std::string_view::npos) return SourceKind::odt;
  return type.find("opendocument.spreadsheet") != std::string_view::npos ? SourceKind::ods : SourceKind::zip;
}

// A cut office file has no directory any more; its members' names still stand in their own headers.
SourceKind sniff_damaged_zip(std::string_view bytes) {
  if (bytes.find("[Content_Types].xml") == std::string_view::npos) return SourceKind::zip;
  if (bytes.find("word/document.xml") != std::string_view::npos) return SourceKind::docx;
  return bytes.find("xl/workbook.xml") != std::string_view::npos ? SourceKind::xlsx : SourceKind::zip;
}

SourceKind sniff_zip(std::string_view bytes) {
  if (const SourceKind kind = sniff_opendocument(bytes); kind != SourceKind::zip) return kind;
  const ZipArchive zip(bytes);
  if (!zip.failure().empty()) return sniff_damaged_zip(bytes);
  if (!zip.find("[Content_Types].xml")) return SourceKind::zip;
  for (const ZipArchive::Member& member : zip.members())
    if (const SourceKind kind = kind_of_member(member.name); kind != SourceKind::zip) return kind;
  return SourceKind::zip;
}

// The text without the comments and declarations that may stand before the first element.
std::string_view at_first_element(std::string_view text) {
  for (text = trimmed(text); text.starts_with("<!--") || text.starts_with("<?"); text = trimmed(text)) {
    const std::string_view close = text.starts_with("<?") ? "?>" : "-->";
    const size_t end = text.find(close);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + close.size());
  }
  return text;
}

bool is_html(const std::string& lower) {
  static constexpr std::string_view openings[] = {"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<table", "<div",
                                                  "<p>", "<p ", "<h1", "<h2", "<ul", "<ol", "<article", "<main", "<script", "<link",
                                                  "<span", "<section", "<br", "<font", "<style"};
  const std::string_view text = at_first_element(lower);
  if (std::ranges::any_of(openings, [&](std::string_view o) { return text.starts_with(o); })) return true;
  return text.starts_with('<') && text.find("<html") != std::string_view::npos;
}

// Header lines that only a mail program writes, and a block of header lines at the very top.
bool is_email(const std::string& lower) {
  static constexpr std::string_view written_by_programs[] = {"received:", "message-id:", "mime-version:", "return-path:",
                                                             "delivered-to:", "x-mailer:"};
  bool by_program = false;
  int headers = 0;
  for (const std::string_view line : split(std::string_view(lower), '\n')) {
    if (trimmed(line).empty()) break;
    if (line.starts_with(' ') || line.starts_with('\t') || line.starts_with("from ")) continue;
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos || line.substr(0, colon).find(' ') != std::string_view::npos) break;
    ++headers;
    by_program |= std::ranges::any_of(written_by_programs, [&](std::string_view h) { return line.starts_with(h); });
  }
  return by_program && headers >= 3;
}

bool is_text(std::string_view utf8) {
  const auto controls = std::ranges::count_if(utf8, [](unsigned char c) {
    return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
  });
  return static_cast<double>(controls) <= binary_control_share * static_cast<double>(utf8.size());
}

// Whether a name promises separated values.
bool promises_records(std::string_view name) {
  const std::string lower = ascii_lower(name);
  return lower.ends_with(".csv") || lower.ends_with(".tsv");
}

SourceKind sniff_text(std::string_view bytes, std::string_view name) {
  const std::string text = decode_text(bytes.substr(0, text_search_bytes)).utf8;
  if (!is_text(text)) return SourceKind::unknown;
  const std::string lower = ascii_lower(text);
  if (is_html(lower)) return SourceKind::html;
  if (is_email(lower)) return text.starts_with("From ") && mailbox_messages(bytes, 2).size() > 1 ? SourceKind::mailbox : SourceKind::email;
  // The last line may be cut.
  const std::string_view whole = bytes.size() <= text_search_bytes ? std::string_view(text) : std::string_view(text).substr(0, text.rfind('\n') + 1);
  return record_separator(whole, promises_records(name)) == '\0' ? SourceKind::text : SourceKind::delimited;
}

struct KindRow {
  SourceKind kind;
  std::string_view media_type, words, extensions;  // extensions that promise it, blank-separated
};

constexpr KindRow kinds[] = {
    {SourceKind::empty, "application/x-empty", "an empty file", ""},
    {SourceKind::pdf, "application/pdf", "a PDF", "pdf"},
    {SourceKind::html, "text/html", "a web page (HTML)", "html htm xhtml"},
    {SourceKind::text, "text/plain", "plain text", "txt text csv tsv md log"},
    {SourceKind::delimited, "text/csv", "a table of separated values (CSV)", "csv tsv txt text"},
    {SourceKind::docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "a Word document (DOCX)",
     "docx docm dotx"},
    {SourceKind::xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "an Excel workbook (XLSX)",
     "xlsx xlsm xltx xlsb"},
    {SourceKind::pptx, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "a PowerPoint presentation",
     "pptx pptm ppsx"},
    {SourceKind::odt, "application/vnd.oasis.opendocument.text", "an OpenDocument text (ODT)", "odt ott"},
    {SourceKind::ods, "application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet (ODS)", "ods ots"},
    {SourceKind::doc, "application/msword", "a Word 97-2003 document (DOC)", "doc dot"},
    {SourceKind::xls, "application/vnd.ms-excel", "an Excel 97-2003 workbook (XLS)", "xls xlt"},
    {SourceKind::outlook_message, "application/vnd.ms-outlook", "an Outlook message (MSG)", "msg"},
    {SourceKind::encrypted_office, "application/encrypted", "an office file with a password", "docx xlsx pptx doc xls docm xlsm"},
    {SourceKind::rtf, "application/rtf", "a rich text file (RTF)", "rtf"},
    {SourceKind::email, "message/rfc822", "an e-mail message", "eml mbox mht mhtml"},
    {SourceKind::mailbox, "application/mbox", "a mailbox of several messages", "mbox mbx eml"},
    {SourceKind::zip, "application/zip", "a zip archive", "zip"},
    {SourceKind::archive, "application/x-archive", "an archive (tar, 7z, rar or a compressed file)", "tar tgz gz bz2 xz 7z rar"},
    {SourceKind::image, "image/*", "a picture", "png jpg jpeg gif tif tiff bmp webp"},
    {SourceKind::unknown, "application/octet-stream", "a file of unknown kind", ""},
};

const KindRow& row_of(SourceKind kind) { return *std::ranges::find(kinds, kind, &KindRow::kind); }

bool promises(const KindRow& row, std::string_view extension) {
  const auto extensions = split(row.extensions, ' ');
  return std::ranges::find(extensions, extension) != extensions.end();
}

}  // namespace

SourceKind sniff(std::string_view bytes, std::string_view name) {
  if (bytes.empty()) return SourceKind::empty;
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return sniff_zip(bytes);
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return sniff_compound_file(bytes);
  if (bytes.size() > tar_mark_begin + 5 && bytes.substr(tar_mark_begin, 5) == "ustar") return SourceKind::archive;
  for (const Magic& magic : magics)
    if (bytes.starts_with(magic.bytes)) return magic.kind;
  // After the containers: the first member of an archive may be a PDF that is stored as it is.
  if (bytes.substr(0, pdf_header_search_bytes).find("%PDF-") != std::string_view::npos) return SourceKind::pdf;
  return is_image_container(bytes) ? SourceKind::image : sniff_text(bytes, name);
}

bool can_have_members(SourceKind kind) {
  return kind == SourceKind::zip || kind == SourceKind::archive || kind == SourceKind::mailbox || kind == SourceKind::email || kind == SourceKind::outlook_message ||
         kind == SourceKind::html;
}

std::string_view media_type(SourceKind kind) { return row_of(kind).media_type; }

std::string_view describe(SourceKind kind) { return row_of(kind).words; }

bool name_fits(std::string_view name, SourceKind kind) {
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || kind == SourceKind::empty || kind == SourceKind::unknown) return true;
  const std::string extension = ascii_lower(name.substr(dot + 1));
  const bool known = std::ranges::any_of(kinds, [&](const KindRow& row) { return promises(row, extension); });
  return !known || promises(row_of(kind), extension);
}

}  // namespace muster
