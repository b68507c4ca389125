// The codebook: every code that the dataset's columns can hold, with its meaning, made from the vocabularies. One function yields its
// rows; markdown (docs/codebook.md), codebook.csv of a package and a spreadsheet's sheet are written from them.
#pragma once

#include <string>
#include <vector>

#include "schemas/csv.h"

namespace muster {

struct CodebookRow {
  std::string tables;      // the tables whose column it is, joined by a blank: "observations answers"
  std::string column;      // "measure", "status", "unit"
  std::string code;        // as it stands in the cell
  std::string label;       // for people
  std::string definition;
  std::string unit;        // measures: the units that it can have
  std::string standard;    // who defined it
  std::string synonyms;    // measures: words for it in documents, joined by "; "
  std::string shorthand;   // statuses: symbol of the Government Statistical Service
  std::string obs_status;  // statuses: code of SDMX CL_OBS_STATUS
};

struct CodebookColumn {
  const char *name, *meaning;
  bool key = false;  // tells rows apart
};

// The columns of codebook.csv, in the order of the members above, and a row's cells in that order.
const std::vector<CodebookColumn>& codebook_columns();
std::vector<std::string> codebook_cells(const CodebookRow& row);

// Measures first, then statuses, then the other lists, each in the order of its vocabulary. The tables are measures.csv,
// statuses.csv and codes.csv with a user's own rows laid over them.
std::vector<CodebookRow> codebook(const CsvTable& measures, const CsvTable& statuses, const CsvTable& codes);

// That of the program's own vocabularies, which are built in.
const std::vector<CodebookRow>& built_in_codebook();

std::string codebook_csv(const std::vector<CodebookRow>& rows);
std::string codebook_markdown(const std::vector<CodebookRow>& rows);

}  // namespace muster
