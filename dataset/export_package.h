// Frictionless Data Package v2 (https://datapackage.org): a directory of CSV files with the descriptor that says what they hold.
#pragma once

#include <string>
#include <vector>

#include "dataset/codebook.h"
#include "dataset/export.h"
#include "dataset/sqlite.h"

namespace muster {

// Every table of the dataset as CSV, codebook.csv and datapackage.json. `licence` is what the user says about the data: an identifier of
// opendefinition.org ("OGL-UK-3.0"), an address, or empty, which leaves it unsaid: replies of public bodies have no common licence.
// The directory is made when missing; rows are streamed.
void export_package(const Database& database, const std::vector<CodebookRow>& codebook, const std::string& licence, const std::string& directory);

// Every table of the dataset and the codebook as CSV, without a descriptor.
std::vector<WrittenFile> write_csv_files(const Database& database, const std::vector<CodebookRow>& codebook, const std::string& directory);

}  // namespace muster
