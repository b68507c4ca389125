#include "tools/line_up_requests.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "dataset/write_file.h"
#include "tools/console.h"
#include "tools/coverage_command.h"
#include "tools/register.h"

namespace muster {
namespace {

// Nothing where the file need not be there and is not.
std::string content_of(const std::string& path, bool needed) {
  std::ifstream in(path, std::ios::binary);
  if (!in && needed) throw std::runtime_error(path + ": cannot be read");
  std::ostringstream out;
  if (in) out << in.rdbuf();
  return std::move(out).str();
}

Register kept_register(const BuildOptions& options, const Vocabulary& vocabulary) {
  const std::string kept = register_path(options.output);
  const std::string text = options.requests.empty() ? content_of(kept, false) : content_of(options.requests, true);
  if (text.empty()) return {};
  Register record = parse_register(text, options.requests.empty() ? kept : options.requests, vocabulary);
  if (!options.requests.empty()) {
    std::filesystem::create_directories(std::filesystem::path(kept).parent_path());
    write_file(kept, text);
  }
  return record;
}

std::vector<ClusterRule> decisions(const BuildOptions& options) {
  const std::string path = options.clusters.empty() ? clusters_path(options.output) : options.clusters;
  const std::string text = content_of(path, !options.clusters.empty());
  return text.empty() ? std::vector<ClusterRule>() : parse_cluster_rules(text, path);
}

}  // namespace

void line_up_requests(const BuildOptions& options, const Vocabulary& vocabulary, Dataset& dataset) {
  const Register record = kept_register(options, vocabulary);
  state_wordings(record, dataset);
  for (const std::string& words : cluster_questions(dataset, record.requests, decisions(options)))
    warn((options.clusters.empty() ? clusters_path(options.output) : options.clusters) + ", " + words);
}

}  // namespace muster
