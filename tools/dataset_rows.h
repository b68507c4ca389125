// Rows of a dataset's workforce.sqlite by the names of their columns, for the commands that look into it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dataset/sqlite.h"

namespace muster {

// Column -> text; NULL is "". A number has no trailing zeros ("12.5", "8").
using DatasetRow = std::map<std::string, std::string>;

// Opens DIRECTORY/workforce.sqlite for reading. Throws std::runtime_error, with what to do, when there is none.
Database open_dataset(const std::string& directory);

std::vector<DatasetRow> select_rows(const Database& database, const std::string& sql, const std::vector<std::string>& parameters = {});

}  // namespace muster
