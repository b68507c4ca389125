// CSV on the Web (W3C Recommendation): the tables of a dataset as CSV with csv-metadata.json, which says what their columns hold.
#pragma once

#include <string>
#include <vector>

#include "dataset/codebook.h"
#include "dataset/export.h"
#include "dataset/sqlite.h"

namespace muster {

// The same CSV files as export_package writes, so that both descriptors may stand in one directory (made when missing).
void export_csvw(const Database& database, const std::vector<CodebookRow>& codebook, const std::string& licence, const std::string& directory);

// The metadata of such files, the codebook among them.
std::string csvw_metadata_json(const std::vector<WrittenFile>& files, const std::vector<CodebookRow>& codebook, const std::string& licence);

}  // namespace muster
