// Where a dataset's original files are: the desk shows their pages. A file counts only while its content is what was read.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dataset/sqlite.h"

namespace muster {

// Remembers beside the dataset's store which folders and files it was built from.
void remember_inputs(const std::string& dataset_directory, const std::vector<std::string>& inputs);

// SHA-256 of content -> path, for the files in these inputs (or, with none named, those that were remembered) that the dataset
// may know by their size.
std::map<std::string, std::string> find_originals(const std::string& dataset_directory, std::vector<std::string> inputs,
                                                  const std::map<std::string, long long>& bytes_by_sha256);

// The file that holds the document: its own, or that of the container which it is a member of; "" when it was not found.
std::string original_of(const std::string& document_id, const Database& database, const std::map<std::string, std::string>& originals);

}  // namespace muster
