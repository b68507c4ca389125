// Members of a zip file held in memory (office files, archives). The only place of libzip.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

class ZipArchive {
 public:
  struct Member {
    std::string name;          // as stored, UTF-8
    uint64_t size = 0;         // unpacked, as the archive claims
    bool encrypted = false;
    bool directory = false;
  };

  // `bytes` must outlive the archive. Check failure() before anything else.
  explicit ZipArchive(std::string_view bytes);
  ~ZipArchive();
  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;

  // Why the archive cannot be opened, for a person; empty when it is open.
  const std::string& failure() const { return failure_; }
  const std::vector<Member>& members() const { return members_; }
  const Member* find(std::string_view name) const;

  // Bytes of a member, cut at most_bytes (whatever size the archive claims); nothing when it is absent, encrypted or damaged.
  std::optional<std::string> read(std::string_view name, size_t most_bytes, bool* cut = nullptr) const;
  // The same by place in members(), as names may stand there twice.
  std::optional<std::string> read(size_t index, size_t most_bytes, bool* cut = nullptr) const;

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
  std::vector<Member> members_;
  std::string failure_;
};

}  // namespace muster
