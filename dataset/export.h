// The files of a dataset. Each function makes one of them from the rows; the same Dataset gives the same bytes.
#pragma once

#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "dataset/rows.h"

namespace muster {

// Writes workforce.sqlite, the CSV files, tables.jsonl and datapackage.json into the directory (made when missing).
// Throws std::runtime_error when a file cannot be written.
void export_dataset(const Dataset& dataset, const std::string& directory);

// RFC 4180 with a header and '\n' line ends; cells that a spreadsheet would run are made harmless.
std::string csv_text(const RowTable& table);

struct WrittenFile {
  std::string name;   // "observations.csv"
  std::string table;  // the table of schemas/dataset.sql that it holds; empty: several or none
  long long bytes = 0;
  std::string sha256;
};

// Frictionless Data Package v2.
std::string datapackage_json(const std::vector<WrittenFile>& files);

}  // namespace muster
