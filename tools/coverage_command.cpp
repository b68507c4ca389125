#include "tools/coverage_command.h"

#include <filesystem>
#include <iostream>
#include <stdexcept>

#include "dataset/coverage.h"
#include "dataset/follow_up.h"
#include "dataset/write_file.h"
#include "schemas/read_file.h"
#include "tools/console.h"
#include "tools/register.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

struct Written {
  CsvTable documents, answers, observations, findings;
};

Written written_dataset(const std::string& directory) {
  if (!fs::exists(fs::path(directory) / "answers.csv"))
    throw std::runtime_error(directory + ": there is no dataset here (no answers.csv); make one with: muster build INPUT... -o " + directory);
  const auto table = [&](const char* name) { return read_csv((fs::path(directory) / name).string()); };
  return {table("documents.csv"), table("answers.csv"), table("observations.csv"), table("findings.csv")};
}

std::vector<AskedBody> asked_bodies(const CoverageOptions& options) {
  const std::string path = options.requests.empty() ? register_path(options.dataset) : options.requests;
  if (options.requests.empty() && !fs::exists(path)) return {};
  const Vocabulary vocabulary = Vocabulary::load(options.vocabulary_directory, options.overlay_directory);
  return parse_register(read_file(path), path, vocabulary).asked;
}

std::string template_path(const CoverageOptions& options) {
  if (!options.template_file.empty()) return options.template_file;
  const fs::path own = fs::path(options.overlay_directory) / "followup.txt";
  if (!options.overlay_directory.empty() && fs::exists(own)) return own.string();
  return (fs::path(options.vocabulary_directory) / "followup.txt").string();
}

}  // namespace

std::string register_path(const std::string& dataset_directory) { return (fs::path(dataset_directory) / ".muster" / "requests.csv").string(); }
std::string clusters_path(const std::string& dataset_directory) { return (fs::path(dataset_directory) / "clusters.csv").string(); }

int coverage_command(const CoverageOptions& options) {
  const Written data = written_dataset(options.dataset);
  const std::vector<CoverageRow> rows = coverage(data.documents, data.answers, data.observations, asked_bodies(options));
  const std::string csv = coverage_csv(rows), path = (fs::path(options.dataset) / "coverage.csv").string();
  write_file(path, csv);
  std::cout << (options.csv ? csv : coverage_matrix(rows));
  say(counted(rows.size(), "row") + " written to " + path);
  return 0;
}

int followup_command(const CoverageOptions& options) {
  const Written data = written_dataset(options.dataset);
  const std::vector<CoverageRow> rows = coverage(data.documents, data.answers, data.observations, asked_bodies(options));
  const std::string path = template_path(options);
  const FollowUpTemplate sections = parse_follow_up_template(read_file(path), path);
  const fs::path folder = options.output.empty() ? fs::path(options.dataset) / "followup" : fs::path(options.output);
  fs::create_directories(folder);
  const std::vector<Draft> drafts = draft_follow_ups(data.documents, data.answers, data.findings, rows, sections);
  for (const Draft& draft : drafts) {
    write_file((folder / draft.name).string(), draft.text);
    std::cout << (folder / draft.name).string() << '\n';
  }
  say(counted(drafts.size(), "draft") + " written to " + folder.string());
  return 0;
}

}  // namespace muster
