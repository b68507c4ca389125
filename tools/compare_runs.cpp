#include <nlohmann/json.hpp>

#include "tools/compare_builds.h"

namespace muster {
namespace {

using Json = nlohmann::json;

constexpr size_t hash_shown = 12;  // enough of a hash to tell two apart by eye

struct Member {
  const char* cause;
  const char* path;  // JSON pointer in run.json
  const char* words;
};

// Whatever a row of an unchanged document may depend on.
constexpr Member members[] = {
    {"program", "/version", "version"},
    {"program", "/schema_version", "schema"},
    {"program", "/stages/extraction", "reading of documents"},
    {"program", "/stages/interpretation", "interpretation"},
    {"program", "/stages/reconciliation", "comparison of documents"},
    {"program", "/parsers", "parsers"},
    {"vocabulary", "/vocabulary_version", "vocabularies"},
    {"option", "/options/timeout_s", "--timeout"},
    {"option", "/options/redact", "--redact"},
    {"option", "/options/passwords", "--passwords"},
    {"option", "/options/files/manifest", "--manifest (content)"},
    {"option", "/options/files/requests", "--requests (content)"},
    {"option", "/options/files/clusters", "--clusters (content)"},
};

std::string shown(const Json& run, const char* path) {
  const Json::json_pointer pointer(path);
  if (!run.contains(pointer)) return "not told";
  const Json& value = run.at(pointer);
  if (!value.is_string()) return value.dump();
  const std::string text = value.get<std::string>();
  const bool is_hash = text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
  return text.empty() ? "none" : is_hash ? text.substr(0, hash_shown) : text;
}

}  // namespace

RunDifference compare_runs(const std::string& old_run, const std::string& new_run) {
  const Json before = Json::parse(old_run, nullptr, false), after = Json::parse(new_run, nullptr, false);
  RunDifference out;
  if (!before.is_object() || !after.is_object()) return out;
  for (const Member& m : members) {
    const std::string was = shown(before, m.path), is = shown(after, m.path);
    if (was == is) continue;
    out.causes.insert(m.cause);
    out.words.push_back(std::string(m.cause) + ": " + m.words + " " + was + ", then " + is);
  }
  const bool other_results = shown(before, "/results_key") != shown(after, "/results_key");
  const bool stages_told = before.contains("stages") && after.contains("stages");
  if (other_results && !stages_told && !out.causes.contains("program")) {
    out.causes.insert("program");
    out.words.emplace_back("program: one of the runs does not tell from which sources its program was built, so it may be another");
  }
  // Words of letters are no part of the vocabularies' version; of what the key of all results depends on, only they are left.
  if (other_results && out.causes.empty()) {
    out.causes.insert("vocabulary");
    out.words.emplace_back("vocabulary: document_words.csv");
  }
  return out;
}

}  // namespace muster
