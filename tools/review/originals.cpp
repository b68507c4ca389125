#include "tools/review/originals.h"

#include <filesystem>
#include <fstream>
#include <set>

#include "dataset/store.h"
#include "dataset/write_file.h"
#include "extractors/read/limits.h"
#include "tools/inputs.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

std::string memory_path(const std::string& dataset_directory) {
  return (fs::path(store_path(dataset_directory)).parent_path() / "inputs").string();
}

// One path a line; a path with a newline is not remembered.
std::vector<std::string> remembered(const std::string& dataset_directory) {
  std::ifstream in(memory_path(dataset_directory));
  std::vector<std::string> out;
  for (std::string line; std::getline(in, line);)
    if (fs::exists(line)) out.push_back(line);
  return out;
}

}  // namespace

void remember_inputs(const std::string& dataset_directory, const std::vector<std::string>& inputs) {
  const std::vector<std::string> before = remembered(dataset_directory);
  std::set<std::string> all(before.begin(), before.end());
  for (const std::string& input : inputs) all.insert(fs::absolute(input).lexically_normal().string());
  std::string text;
  for (const std::string& path : all)
    if (path.find('\n') == std::string::npos) text += path + '\n';
  write_file(memory_path(dataset_directory), text);
}

std::map<std::string, std::string> find_originals(const std::string& dataset_directory, std::vector<std::string> inputs,
                                                  const std::map<std::string, long long>& bytes_by_sha256) {
  if (inputs.empty()) inputs = remembered(dataset_directory);
  if (inputs.empty()) return {};
  std::set<long long> sizes;
  for (const auto& [sha256, bytes] : bytes_by_sha256) sizes.insert(bytes);
  std::map<std::string, std::string> out;
  for (const InputFile& file : find_inputs(inputs, dataset_directory).files) {
    std::error_code fault;
    const auto size = fs::file_size(file.path, fault);
    if (fault || !sizes.contains(static_cast<long long>(size))) continue;
    const Source known = identify_source(file, Limits{}.source_bytes);
    if (bytes_by_sha256.contains(known.content_sha256)) out.emplace(known.content_sha256, file.path);
  }
  return out;
}

std::string original_of(const std::string& document_id, const Database& database, const std::map<std::string, std::string>& originals) {
  Statement up(database, "WITH RECURSIVE up (document_id, parent_id, content_sha256) AS ("
                         "SELECT document_id, parent_id, content_sha256 FROM documents WHERE document_id = ?1 UNION "
                         "SELECT d.document_id, d.parent_id, d.content_sha256 FROM documents d JOIN up ON d.document_id = up.parent_id) "
                         "SELECT content_sha256 FROM up WHERE parent_id IS NULL");
  up.bind_text(0, document_id);
  const auto found = up.step() ? originals.find(up.text(0)) : originals.end();
  return found == originals.end() ? std::string() : found->second;
}

}  // namespace muster
