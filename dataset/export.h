// The files of a dataset. Each function makes one of them from the rows; the same Dataset gives the same bytes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dataset/codebook.h"
#include "dataset/codes_in_use.h"
#include "dataset/dataset.h"
#include "dataset/rows.h"
#include "dataset/sqlite.h"

namespace muster {

// Writes workforce.sqlite, the CSV files, tables.jsonl, codebook.csv and datapackage.json into the directory (made when missing).
// Throws std::runtime_error when a file cannot be written.
// `see` is shown every document as it is written.
void export_dataset(const Dataset& dataset, const std::string& directory, const std::vector<CodebookRow>& codebook = built_in_codebook(),
                    const std::function<void(const DocumentResult&)>& see = {});

// RFC 4180 with a header and '\n' line ends; cells that a spreadsheet would run are made harmless.
std::string csv_text(const RowTable& table);

struct WrittenFile {
  std::string name;   // "observations.csv"
  std::string table;  // the table of schemas/dataset.sql that it holds, or codebook_table; empty: several or none
  long long bytes = 0;
  std::string sha256;
  CodesSeen codes;  // in its columns
};

inline constexpr const char* codebook_table = "codebook";

// How a licence is described: members may be empty.
struct Licence {
  std::string name, address, title;
};

// What a user calls a licence: an identifier of opendefinition.org ("OGL-UK-3.0") or an address. Throws std::runtime_error for
// anything else.
Licence licence_named(const std::string& text);

// Frictionless Data Package v2 of files in one directory; the database names the documents. `licence` of the data as licence_named has it;
// empty leaves it unsaid: the replies of public bodies have no common licence.
std::string datapackage_json(const std::vector<WrittenFile>& files, const std::vector<CodebookRow>& codebook, const Database& database,
                             const std::string& licence = {});

}  // namespace muster
