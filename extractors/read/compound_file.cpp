#include "extractors/read/compound_file.h"

#include <algorithm>
#include <set>

namespace muster {
namespace {

constexpr uint32_t last_regular_sector = 0xFFFFFFFA;
constexpr size_t header_bytes = 512, entry_bytes = 128;
constexpr size_t table_sectors_in_header = 109;
// Storages within storages: attachments that are messages with attachments.
constexpr int most_depth = 16;

std::vector<uint32_t> integers_of(std::string_view bytes) {
  std::vector<uint32_t> out(bytes.size() / 4);
  for (size_t i = 0; i < out.size(); ++i) out[i] = u32_at(bytes, 4 * i);
  return out;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) out += static_cast<char>(c);
  else if (c < 0x800) (out += static_cast<char>(0xC0 | c >> 6)) += static_cast<char>(0x80 | (c & 0x3F));
  else if (c < 0x10000) ((out += static_cast<char>(0xE0 | c >> 12)) += static_cast<char>(0x80 | (c >> 6 & 0x3F))) += static_cast<char>(0x80 | (c & 0x3F));
  else (((out += static_cast<char>(0xF0 | c >> 18)) += static_cast<char>(0x80 | (c >> 12 & 0x3F))) += static_cast<char>(0x80 | (c >> 6 & 0x3F))) += static_cast<char>(0x80 | (c & 0x3F));
}

// An entry of the directory: a stream, a storage or the root.
struct Entry {
  std::string name;
  uint8_t type = 0;
  uint32_t left = 0, right = 0, child = 0, first_sector = 0;
  uint64_t size = 0;
};

constexpr uint8_t storage_type = 1, stream_type = 2;

Entry entry_at(std::string_view directory, size_t index) {
  const std::string_view bytes = directory.substr(index * entry_bytes, entry_bytes);
  const size_t name_bytes = std::min<size_t>(u16_at(bytes, 64), 64);
  return {.name = utf16le_as_utf8(bytes.substr(0, name_bytes < 2 ? 0 : name_bytes - 2)), .type = static_cast<uint8_t>(bytes[66]),
          .left = u32_at(bytes, 68), .right = u32_at(bytes, 72), .child = u32_at(bytes, 76), .first_sector = u32_at(bytes, 116),
          .size = u64_at(bytes, 120)};
}

}  // namespace

uint16_t u16_at(std::string_view bytes, size_t at) {
  if (at >= bytes.size() || bytes.size() - at < 2) return 0;
  return static_cast<uint16_t>(static_cast<uint8_t>(bytes[at]) | static_cast<uint8_t>(bytes[at + 1]) << 8);
}

uint32_t u32_at(std::string_view bytes, size_t at) {
  if (at >= bytes.size() || bytes.size() - at < 4) return 0;
  return u16_at(bytes, at) | static_cast<uint32_t>(u16_at(bytes, at + 2)) << 16;
}

uint64_t u64_at(std::string_view bytes, size_t at) { return u32_at(bytes, at) | static_cast<uint64_t>(u32_at(bytes, at + 4)) << 32; }

std::string utf16le_as_utf8(std::string_view bytes) {
  std::string out;
  for (size_t i = 0; i + 1 < bytes.size(); i += 2) {
    char32_t c = u16_at(bytes, i);
    const char32_t low = u16_at(bytes, i + 2);
    if (c >= 0xD800 && c < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
      c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
      i += 2;
    } else if (c >= 0xD800 && c < 0xE000) {
      c = 0xFFFD;
    }
    append_utf8(out, c);
  }
  return out;
}

CompoundFile::CompoundFile(std::string_view bytes) : bytes_(bytes) {
  const unsigned shift = u16_at(bytes, 30), mini_shift = u16_at(bytes, 32);
  if (bytes.size() < header_bytes || (shift != 9 && shift != 12) || mini_shift != 6) {
    failure_ = "the file is damaged or was cut short: fetch it again or ask for it again";
    return;
  }
  sector_bytes_ = size_t{1} << shift;
  mini_cutoff_ = u32_at(bytes, 56);
  read_tables();
  const std::string directory = chain(u32_at(bytes, 48), bytes.size());
  read_directory(directory);
  if (streams_.empty()) failure_ = "the file's directory is damaged: fetch it again or ask for it again";
}

std::string_view CompoundFile::sector(uint32_t number) const {
  if (number >= last_regular_sector) return {};
  const uint64_t at = (uint64_t{number} + 1) * sector_bytes_;
  return at >= bytes_.size() ? std::string_view{} : bytes_.substr(static_cast<size_t>(at), sector_bytes_);
}

// Sectors one after another; a chain cannot have more sectors than the file.
std::string CompoundFile::chain(uint32_t first, uint64_t most_bytes) const {
  std::string out;
  size_t left = next_.size();
  for (uint32_t at = first; at < next_.size() && left-- > 0 && out.size() < most_bytes; at = next_[at]) out += sector(at);
  if (out.size() > most_bytes) out.resize(static_cast<size_t>(most_bytes));
  return out;
}

void CompoundFile::read_tables() {
  std::vector<uint32_t> table_sectors;
  for (size_t i = 0; i < table_sectors_in_header; ++i) table_sectors.push_back(u32_at(bytes_, 76 + 4 * i));
  std::set<uint32_t> seen;
  for (uint32_t at = u32_at(bytes_, 68); at < last_regular_sector && seen.insert(at).second;) {
    const std::vector<uint32_t> more = integers_of(sector(at));
    if (more.empty()) break;
    table_sectors.insert(table_sectors.end(), more.begin(), more.end() - 1);
    at = more.back();
  }
  for (const uint32_t number : table_sectors) {
    if (number >= last_regular_sector || next_.size() * sector_bytes_ > bytes_.size() + sector_bytes_ * sector_bytes_) continue;
    const std::vector<uint32_t> part = integers_of(sector(number));
    next_.insert(next_.end(), part.begin(), part.end());
  }
  next_mini_ = integers_of(chain(u32_at(bytes_, 60), bytes_.size()));
}

void CompoundFile::read_directory(std::string_view directory) {
  const size_t count = directory.size() / entry_bytes;
  if (count == 0) return;
  const Entry root = entry_at(directory, 0);
  mini_stream_ = chain(root.first_sector, std::min<uint64_t>(root.size, bytes_.size()));
  struct Step { uint32_t entry; std::string folder; int depth; };
  std::vector<Step> steps = {{root.child, "", 0}};
  std::set<uint32_t> seen = {0};
  while (!steps.empty()) {
    const Step step = std::move(steps.back());
    steps.pop_back();
    if (step.entry >= count || !seen.insert(step.entry).second || step.depth > most_depth) continue;
    const Entry entry = entry_at(directory, step.entry);
    steps.push_back({entry.left, step.folder, step.depth});
    steps.push_back({entry.right, step.folder, step.depth});
    if (entry.type == stream_type) streams_[step.folder + entry.name] = {entry.first_sector, sector_bytes_ == 512 ? entry.size & 0xFFFFFFFF : entry.size};
    if (entry.type == storage_type) steps.push_back({entry.child, step.folder + entry.name + '/', step.depth + 1});
  }
}

std::vector<std::string> CompoundFile::paths() const {
  std::vector<std::string> out;
  for (const auto& [path, stream] : streams_) out.push_back(path);
  return out;
}

std::optional<std::string> CompoundFile::read(const std::string& path, size_t most_bytes) const {
  const auto found = streams_.find(path);
  if (found == streams_.end()) return std::nullopt;
  const uint64_t wanted = std::min<uint64_t>(found->second.size, most_bytes);
  if (found->second.size >= mini_cutoff_) return chain(found->second.first_sector, wanted);
  std::string out;
  size_t left = next_mini_.size();
  for (uint32_t at = found->second.first_sector; at < next_mini_.size() && left-- > 0 && out.size() < wanted; at = next_mini_[at]) {
    const size_t begin = size_t{at} * mini_sector_bytes_;
    if (begin >= mini_stream_.size()) break;
    out.append(mini_stream_, begin, mini_sector_bytes_);
  }
  if (out.size() > wanted) out.resize(static_cast<size_t>(wanted));
  return out;
}

}  // namespace muster
