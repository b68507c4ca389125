// A written dataset as one spreadsheet for people (.xlsx): a sheet for each table, what its columns and codes mean, and links to the
// pages that the figures come from.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dataset/codebook.h"
#include "dataset/sqlite.h"

namespace muster {

struct WorkbookTarget {
  std::string path;
  // content_sha256 -> address of the document's file, absolute or relative to the spreadsheet, percent-encoded; those without have no link
  std::map<std::string, std::string> originals;
};

// What a spreadsheet cannot hold, in counts.
struct WorkbookLosses {
  long long cut_texts = 0;  // cells longer than a spreadsheet takes, cut with a word that says so
  long long links_left_out = 0;  // beyond the number that a sheet takes; the page is there as a number
};

// "libxlsxwriter 1.1.4"; empty in a program that was built without it.
std::string workbook_library();

// Cells have their column's type and are in the order of the CSV files; a table with more rows than a sheet takes goes on in another.
// Rows are streamed. Throws std::runtime_error.
WorkbookLosses write_workbook(const Database& dataset, const std::vector<CodebookRow>& codebook, const WorkbookTarget& target);

}  // namespace muster
