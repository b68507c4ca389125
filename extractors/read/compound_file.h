// Streams of an OLE2 compound file ([MS-CFB]): Word and Excel 97-2003 documents, Outlook messages.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

// Unsigned little-endian integers at a place within bytes; 0 beyond the end.
uint16_t u16_at(std::string_view bytes, size_t at);
uint32_t u32_at(std::string_view bytes, size_t at);
uint64_t u64_at(std::string_view bytes, size_t at);

// UTF-16LE as UTF-8, ill-formed units as U+FFFD; not yet cleaned.
std::string utf16le_as_utf8(std::string_view bytes);

class CompoundFile {
 public:
  // `bytes` must outlive the file. Check failure() first.
  explicit CompoundFile(std::string_view bytes);

  // Why it cannot be opened, for a person; empty when it is open.
  const std::string& failure() const { return failure_; }

  // Streams by path, storages parted by '/': "WordDocument", "ObjectPool/_12/Contents".
  std::vector<std::string> paths() const;
  bool has(const std::string& path) const { return streams_.contains(path); }
  // At most `most_bytes`; nothing when there is no such stream. A damaged chain of sectors ends the stream.
  std::optional<std::string> read(const std::string& path, size_t most_bytes) const;

 private:
  struct Stream {
    uint32_t first_sector = 0;
    uint64_t size = 0;
  };

  std::string_view sector(uint32_t number) const;
  std::string chain(uint32_t first, uint64_t most_bytes) const;
  void read_tables();
  void read_directory(std::string_view directory);

  std::string_view bytes_;
  std::string failure_;
  size_t sector_bytes_ = 512, mini_sector_bytes_ = 64, mini_cutoff_ = 4096;
  std::vector<uint32_t> next_, next_mini_;  // allocation tables
  std::string mini_stream_;
  std::map<std::string, Stream> streams_;
};

}  // namespace muster
