// Files of schemas/ that are part of the program, so that a dataset's form never depends on what lies beside it.
#pragma once

#include <string>

namespace muster {

const std::string& dataset_sql();   // schemas/dataset.sql
const std::string& statuses_csv();  // schemas/vocabulary/statuses.csv
const std::string& measures_csv();  // schemas/vocabulary/measures.csv
const std::string& codes_csv();     // schemas/vocabulary/codes.csv

}  // namespace muster
