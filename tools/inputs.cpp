#include "tools/inputs.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <set>
#include <stdexcept>
#include <tuple>

#include "extractors/read/passed_over.h"
#include "schemas/identity.h"
#include "schemas/sha256.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.size() > 1 && name[0] == '.' && name != "..";
}

const char* kind_of(fs::file_type type) {
  switch (type) {
    case fs::file_type::fifo: return "a pipe";
    case fs::file_type::socket: return "a socket";
    case fs::file_type::block:
    case fs::file_type::character: return "a device";
    default: return "not a regular file";
  }
}

// Files that it cannot even ask about are kept with their fault, so that they end in a row of the dataset.
void add_file(Inputs& inputs, const fs::path& path, const std::string& source) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::regular) inputs.files.push_back({path.string(), source, {}, fs::file_size(path, error)});
  else if (status.type() == fs::file_type::not_found) inputs.files.push_back({path.string(), source, "a link to a file that is not there"});
  else if (error) inputs.files.push_back({path.string(), source, error.message()});
  else inputs.files.push_back({path.string(), source, std::string(kind_of(status.type())) + ", which is not read: add the file it stands for"});
}

// Walks by hand rather than with fs::recursive_directory_iterator, which ends at the first folder that cannot be opened.
void add_folder(Inputs& inputs, const fs::path& folder, const fs::path& root, const fs::path& output) {
  std::error_code error;
  fs::directory_iterator entries(folder, error);
  if (error) {
    inputs.files.push_back({folder.string(), folder.lexically_relative(root).string(), "a folder that cannot be opened: " + error.message()});
    return;
  }
  for (; entries != fs::directory_iterator(); entries.increment(error)) {
    const fs::path path = entries->path();
    if (is_hidden(path)) continue;
    std::error_code ignored;
    if (!fs::is_directory(path, ignored)) add_file(inputs, path, path.lexically_relative(root).string());
    else if (fs::is_symlink(path, ignored)) inputs.skipped.push_back(path.string() + ": a link to a folder");
    else if (!fs::equivalent(path, output, ignored)) add_folder(inputs, path, root, output);
  }
}

// Reads the file piece by piece; says what was wrong, or nothing. Stops at `most_bytes`.
std::string read_pieces(const std::string& path, size_t most_bytes, const std::function<void(std::string_view)>& take) {
  std::ifstream in(path, std::ios::binary);
  size_t size = 0;
  std::vector<char> buffer(size_t{1} << 16);
  while (in && size <= most_bytes) {
    in.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    const auto read = static_cast<size_t>(in.gcount());
    take({buffer.data(), read});
    size += read;
  }
  if (size > most_bytes) return "it has more than " + std::to_string(most_bytes >> 20) + " MiB: split it and add the parts";
  return in.eof() ? std::string() : std::string("it cannot be read: ") + std::strerror(errno);
}

// Reads the file unless it is known to be at fault, and tells who it is. Bytes are kept where wanted.
Source read_source(const InputFile& file, size_t most_bytes, bool keep) {
  Source source{.name = file.source, .read_error = file.fault};
  Sha256 sum;
  std::error_code unknown;  // then the string grows as it must
  if (keep && source.read_error.empty()) source.bytes.reserve(std::min<size_t>(fs::file_size(file.path, unknown), most_bytes) + 1);
  if (source.read_error.empty())
    source.read_error = read_pieces(file.path, most_bytes, [&](std::string_view piece) {
      sum.add(piece);
      if (keep) source.bytes.append(piece);
    });
  if (source.read_error.empty()) {
    source.content_sha256 = sum.hex();
    source.document_id = document_id(source.content_sha256, {}, {});
  } else {
    source.bytes.clear();
    source.document_id = document_id("unread", {}, file.source);
  }
  return source;
}

// The files of a saved page, and what programs leave beside documents.
void pass_over_companions(Inputs& found) {
  std::set<std::string> names;
  for (const InputFile& file : found.files) names.insert(file.source);
  std::erase_if(found.files, [&](const InputFile& file) {
    const char* why = why_passed_over(file.source, names);
    if (why) found.skipped.push_back(file.path + ": " + why);
    return why != nullptr;
  });
}

}  // namespace

Inputs find_inputs(const std::vector<std::string>& inputs, const std::string& output) {
  Inputs found;
  for (const std::string& input : inputs) {
    const fs::path path(input);
    std::error_code error;
    if (fs::is_directory(path, error)) add_folder(found, path, path, output);
    else if (fs::symlink_status(path, error).type() == fs::file_type::not_found)
      throw std::runtime_error(input + ": there is no such file or folder; check the path");
    else add_file(found, path, path.filename().string());
  }
  const auto order = [](const InputFile& f) { return std::tie(f.source, f.path); };
  std::ranges::sort(found.files, [&](const InputFile& a, const InputFile& b) { return order(a) < order(b); });
  const auto rest = std::ranges::unique(found.files, {}, &InputFile::path);
  found.files.erase(rest.begin(), rest.end());
  pass_over_companions(found);
  std::ranges::sort(found.skipped);
  return found;
}

void keep_shard(Inputs& inputs, const Shard& shard) {
  if (shard.of <= 1) return;
  const auto of = static_cast<unsigned long>(shard.of);
  // By size: to know the content every shard would have to read every file.
  std::erase_if(inputs.files, [&](const InputFile& file) {
    const std::string key = file.fault.empty() ? std::to_string(file.size) : file.source;
    return std::stoul(sha256_hex(key).substr(0, 8), nullptr, 16) % of + 1 != static_cast<unsigned long>(shard.number);
  });
}

std::string listing_hash(const Inputs& inputs) {
  std::string all;
  for (const InputFile& file : inputs.files) all += file.source + '\0' + std::to_string(file.size) + '\n';
  return sha256_hex(all);
}

Source identify_source(const InputFile& file, size_t most_bytes) { return read_source(file, most_bytes, false); }

Source load_source(const InputFile& file, size_t most_bytes) { return read_source(file, most_bytes, true); }

}  // namespace muster
