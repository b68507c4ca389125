#include "extractors/read/archive_members.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

#include "extractors/read/clean_text.h"
#include "extractors/read/decode_text.h"
#include "extractors/read/zip_archive.h"

namespace muster {
namespace {

constexpr size_t piece_bytes = 1u << 16;

using Reader = std::unique_ptr<archive, decltype(&archive_read_free)>;

const char* const locked = "it is protected by a password: open it with the password and save it without one";
const char* const damaged = "it is damaged and cannot be unpacked: fetch the archive again or ask for it again";

std::string too_large(size_t most) { return "it unpacks to more than the " + std::to_string(most) + " bytes that are left for it: unpack the archive and add the file"; }

// Names that are not UTF-8 are mostly in the code page of the machine that packed them.
std::string name_of(archive_entry* entry) {
  if (const char* utf8 = archive_entry_pathname_utf8(entry)) return clean_text(utf8);
  const char* raw = archive_entry_pathname(entry);
  return raw ? clean_text(decode_text(raw).utf8) : std::string();
}

ArchiveMember read_entry(archive* reader, archive_entry* entry, size_t most) {
  ArchiveMember member{.name = name_of(entry)};
  if (archive_entry_is_encrypted(entry)) return member.fault = locked, member;
  std::string piece(piece_bytes, '\0');
  for (;;) {
    const la_ssize_t got = archive_read_data(reader, piece.data(), piece.size());
    if (got < 0) member.fault = damaged;
    else member.bytes.append(piece, 0, static_cast<size_t>(got));
    if (member.bytes.size() > most) member.fault = too_large(most);
    if (got <= 0 || !member.fault.empty()) break;
  }
  if (!member.fault.empty()) member.bytes.clear();
  return member;
}

std::string words(archive* reader) {
  const char* text = archive_error_string(reader);
  return text ? clean_text(text) : std::string("it is damaged");
}

std::string each_of_archive(std::string_view bytes, const std::function<size_t()>& room, const std::function<bool(ArchiveMember)>& take) {
  const Reader reader(archive_read_new(), archive_read_free);
  for (auto* support : {archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz, archive_read_support_format_tar,
                        archive_read_support_format_7zip, archive_read_support_format_rar, archive_read_support_format_rar5,
                        archive_read_support_format_zip_streamable, archive_read_support_format_raw})
    support(reader.get());
  if (archive_read_open_memory(reader.get(), bytes.data(), bytes.size()) != ARCHIVE_OK) return words(reader.get());
  for (archive_entry* entry = nullptr;;) {
    const int code = archive_read_next_header(reader.get(), &entry);
    if (code == ARCHIVE_EOF) return {};
    if (code < ARCHIVE_WARN) return words(reader.get());
    if (archive_entry_filetype(entry) != AE_IFREG) continue;
    // "raw" takes anything: without compression it has recognised nothing.
    if (archive_format(reader.get()) == ARCHIVE_FORMAT_RAW && archive_filter_count(reader.get()) < 2) return "its kind cannot be told";
    if (!take(read_entry(reader.get(), entry, room()))) return {};
  }
}

std::string each_of_zip(const ZipArchive& zip, const std::function<size_t()>& room, const std::function<bool(ArchiveMember)>& take) {
  for (size_t i = 0; i < zip.members().size(); ++i) {
    const ZipArchive::Member& entry = zip.members()[i];
    if (entry.directory) continue;
    ArchiveMember member{.name = clean_text(entry.name)};
    const size_t most = room();
    bool cut = false;
    if (entry.encrypted) member.fault = locked;
    else if (auto read = zip.read(i, most, &cut)) member.bytes = std::move(*read);
    else member.fault = damaged;
    if (cut) member.fault = too_large(most), member.bytes.clear();
    if (!take(std::move(member))) break;
  }
  return {};
}

}  // namespace

std::string each_member(std::string_view bytes, bool zip, const std::function<size_t()>& room, const std::function<bool(ArchiveMember)>& take) {
  if (!zip) return each_of_archive(bytes, room, take);
  const ZipArchive whole(bytes);
  // One that was cut short has lost its directory; its members still follow one another.
  return whole.failure().empty() ? each_of_zip(whole, room, take) : each_of_archive(bytes, room, take);
}

}  // namespace muster
