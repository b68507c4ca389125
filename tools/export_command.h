// `muster export DATASET --to KIND -o OUT`: a dataset in the forms of the field's own tools. A kind is a row of export_kinds() and a
// writer in dataset/ that reads from workforce.sqlite row by row.
#pragma once

#include <string>
#include <vector>

#include "dataset/codebook.h"
#include "dataset/sqlite.h"

namespace muster {

struct ExportOptions {
  std::string dataset;  // directory of a build
  std::string kind;     // "package", or an address such as "postgresql://host/name"
  std::string output;   // file or directory; empty where the kind is an address
  std::string licence;  // of the data, as the user says it; empty: not said
  std::string schema = "workforce";    // PostgreSQL's, that the tables go to
  std::vector<std::string> originals;  // where the original files are, to be linked; empty: where the build found them
};

struct ExportKind {
  const char* name;     // what --to takes; one that ends in "://" takes every address that begins so
  const char* meaning;  // for the help, "what is written"
  void (*write)(const ExportOptions& options, const Database& dataset, const std::vector<CodebookRow>& codebook);
};

const std::vector<ExportKind>& export_kinds();

// One line a kind: "  package   what is written".
std::string export_kinds_text();

// Exit code 0. Throws UsageError for an unknown kind or a missing output.
int export_command(const ExportOptions& options, const std::vector<CodebookRow>& codebook);

}  // namespace muster
