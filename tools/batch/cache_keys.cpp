#include "tools/batch/cache_keys.h"

#include <algorithm>
#include <filesystem>

#include "extractors/read/parser_versions.h"
#include "schemas/identity.h"
#include "schemas/read_file.h"
#include "schemas/serialise.h"
#include "tools/batch/passwords.h"
#include "tools/stage_versions.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

template <class... Parts>
std::string key_of(const Parts&... parts) {
  std::string all;
  ((all += sha256_hex(parts)), ...);
  return sha256_hex(all);
}

std::string document_words(const BatchOptions& options) {
  std::string all;
  for (const std::string& directory : {options.vocabulary_directory, options.overlay_directory})
    if (const fs::path file = fs::path(directory) / "document_words.csv"; !directory.empty() && fs::exists(file)) all += sha256_hex(read_file(file.string()));
  return all;
}

}  // namespace

CacheKeys::CacheKeys(const BatchOptions& options, const Knowledge& knowledge)
    : extraction_(key_of(std::string(extraction_version), parser_versions(), document_words(options), std::to_string(options.timeout_s))),
      interpretation_(interpretation_version),
      vocabulary_(knowledge.vocabulary.version()) {
  for (const std::string& password : read_passwords(options.passwords_file)) passwords_.push_back(sha256_hex(password));
}

std::string CacheKeys::of_extraction(const Source& source) const { return key_of(extraction_, fs::path(source.name).filename().string()); }

std::string CacheKeys::of_result(const Source& source, const Hints& hints) const {
  return key_of(of_extraction(source), interpretation_, serialise(hints));
}

bool CacheKeys::knows(const std::string& password_sha256) const {
  return password_sha256.empty() || std::ranges::find(passwords_, password_sha256) != passwords_.end();
}

std::string CacheKeys::program() const { return key_of(extraction_, interpretation_, vocabulary_); }

}  // namespace muster
