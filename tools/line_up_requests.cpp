#include "tools/line_up_requests.h"

#include <filesystem>
#include <stdexcept>

#include "dataset/write_file.h"
#include "schemas/read_file.h"
#include "tools/console.h"
#include "tools/coverage_command.h"

namespace muster {
namespace {

std::vector<ClusterRule> decisions(const BuildOptions& options) {
  const std::string path = options.clusters.empty() ? clusters_path(options.output) : options.clusters;
  const std::string text = options.clusters.empty() ? read_file_if_there(path) : read_file(path);
  return text.empty() ? std::vector<ClusterRule>() : parse_cluster_rules(text, path);
}

}  // namespace

std::string register_text(const BuildOptions& options) {
  return options.requests.empty() ? read_file_if_there(register_path(options.output)) : read_file(options.requests);
}

Register register_for(const BuildOptions& options, const Vocabulary& vocabulary) {
  const std::string kept = register_path(options.output);
  const std::string text = register_text(options);
  if (text.empty()) return {};
  Register record = parse_register(text, options.requests.empty() ? kept : options.requests, vocabulary);
  if (!options.requests.empty()) {
    std::filesystem::create_directories(std::filesystem::path(kept).parent_path());
    write_file(kept, text);
  }
  return record;
}

AskedRequests requests_to_line_up(const BuildOptions& options, const Register& record, const Shelf& beside) {
  return gathered_requests(beside, record.requests, decisions(options));
}

void line_up_requests(const BuildOptions& options, AskedRequests& requests, Dataset& dataset) {
  for (const std::string& words : cluster_questions(dataset, requests))
    warn((options.clusters.empty() ? clusters_path(options.output) : options.clusters) + ", " + words);
}

}  // namespace muster
