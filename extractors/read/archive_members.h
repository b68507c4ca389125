// Members of an archive: zip by libzip, tar, 7z, rar and compressed single files by libarchive.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace muster {

struct ArchiveMember {
  std::string name;      // as stored, UTF-8; text only, never a path to be opened
  std::string bytes;
  std::string fault;     // why there are no bytes, for a person
};

// Hands over one member after another until `take` returns false; `room` says how many bytes the next may have: a larger one
// comes without bytes and with its fault. Folders and links are passed over. Returns why the archive, or the rest of it,
// cannot be opened; empty when it was read to its end.
std::string each_member(std::string_view archive, bool zip, const std::function<size_t()>& room, const std::function<bool(ArchiveMember)>& take);

}  // namespace muster
