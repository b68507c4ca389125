#include "extractors/read/zip_archive.h"

#include <zip.h>

#include <algorithm>

namespace muster {
namespace {

// Unpacked in pieces of this size, so that a bomb costs no more than the limit and one piece.
constexpr size_t piece_bytes = 1u << 16;

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

ZipArchive::Member member_at(zip_t* zip, zip_uint64_t index) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  ZipArchive::Member member;
  if (zip_stat_index(zip, index, 0, &stat) != 0) return member;
  if (stat.valid & ZIP_STAT_NAME) member.name = stat.name;
  if (stat.valid & ZIP_STAT_SIZE) member.size = stat.size;
  member.encrypted = (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE;
  member.directory = member.name.ends_with('/');
  return member;
}

}  // namespace

struct ZipArchive::Handle {
  zip_t* zip = nullptr;
  ~Handle() {
    if (zip) zip_discard(zip);
  }
};

ZipArchive::ZipArchive(std::string_view bytes) : handle_(std::make_unique<Handle>()) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source) handle_->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (!handle_->zip) {
    failure_ = zip_error_strerror(&error);
    if (source) zip_source_free(source);
  }
  zip_error_fini(&error);
  const zip_int64_t count = handle_->zip ? zip_get_num_entries(handle_->zip, 0) : 0;
  for (zip_int64_t i = 0; i < count; ++i) members_.push_back(member_at(handle_->zip, static_cast<zip_uint64_t>(i)));
}

ZipArchive::~ZipArchive() = default;
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;

const ZipArchive::Member* ZipArchive::find(std::string_view name) const {
  const auto found = std::ranges::find(members_, name, &Member::name);
  return found == members_.end() ? nullptr : &*found;
}

std::optional<std::string> ZipArchive::read(std::string_view name, size_t most_bytes, bool* cut) const {
  const Member* member = find(name);
  if (!member) return std::nullopt;
  return read(static_cast<size_t>(member - members_.data()), most_bytes, cut);
}

std::optional<std::string> ZipArchive::read(size_t index, size_t most_bytes, bool* cut) const {
  if (members_[index].encrypted) return std::nullopt;
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(handle_->zip, index, 0));
  if (!file) return std::nullopt;
  std::string out;
  std::string piece(piece_bytes, '\0');
  while (out.size() <= most_bytes) {
    const zip_int64_t got = zip_fread(file.get(), piece.data(), piece.size());
    if (got < 0) return std::nullopt;
    if (got == 0) return out;
    out.append(piece, 0, static_cast<size_t>(got));
  }
  out.resize(most_bytes);
  if (cut) *cut = true;
  return out;
}

}  // namespace muster
