// `muster site`: the review desk as a folder of files, to be read and not written, that opens without a server.
#pragma once

#include <string>
#include <vector>

namespace muster {

struct SiteOptions {
  std::string dataset;              // directory
  std::vector<std::string> inputs;  // where the original files are; empty: where the build found them
  std::string output;               // directory; made when missing
  bool redact = false;              // refuse a dataset that still holds names and contact details
  std::string web_directory, vocabulary_directory;
};

// Pictures are made of the pages that hold figures; those of a dataset that was built with --redact are blacked out where its text is covered.
// Returns the exit code.
int site(const SiteOptions& options);

}  // namespace muster
