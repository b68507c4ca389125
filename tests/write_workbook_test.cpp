#include "dataset/write_workbook.h"

#include <doctest/doctest.h>

#include <charconv>

#include "dataset/stored_rows.h"
#include "schemas/csv.h"
#include "tests/run_program.h"
#include "tests/stored_sample.h"

using namespace muster;
namespace fs = std::filesystem;

namespace {

bool shell(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

// All sheets as LibreOffice reads them: DIRECTORY/figures-SHEET.csv, numbers unformatted.
bool convert(const std::string& workbook, const std::string& directory) {
  constexpr const char* all_sheets = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
  return shell("timeout 120 soffice -env:UserInstallation='file://" + directory + "/profile' --headless --convert-to '" + all_sheets + "' --outdir '" +
               directory + "' '" + workbook + "'");
}

// LibreOffice writes every kind of line end as a newline.
std::string with_newlines(const std::string& text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i)
    if (text[i] != '\r') out += text[i];
    else if (i + 1 == text.size() || text[i + 1] != '\n') out += '\n';
  return out;
}

double number(const std::string& text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

void check_sheet(const Database& dataset, const TableSchema& table, const CsvTable& sheet) {
  size_t r = 0;
  for_each_row(dataset, table, [&](const StoredRow& row) {
    REQUIRE_MESSAGE(r < sheet.rows.size(), table.name);
    for (size_t c = 0; c < row.size(); ++c) {
      const std::string& cell = sheet.at(r, table.columns[c].name);
      CAPTURE(table.name);
      CAPTURE(table.columns[c].name);
      if (row[c].size() > 32'767) CHECK(cell.ends_with("are in workforce.sqlite]"));
      else if (table.columns[c].type == "TEXT" || row[c].empty()) CHECK(cell == with_newlines(row[c]));
      else CHECK(number(cell) == number(row[c]));
    }
    ++r;
  });
  CHECK_MESSAGE(r == sheet.rows.size(), table.name);
}

}  // namespace

TEST_CASE("workbook: LibreOffice reads every sheet back equal to the tables") {
  if (workbook_library().empty() || !shell("command -v soffice")) {
    MESSAGE("skipped: needs libxlsxwriter-dev at build time and Debian's libreoffice-calc");
    return;
  }
  const Database dataset = open_stored(samples::stored_dataset("workbook-dataset"));
  const std::string directory = test_directory("workbook").string();
  const WorkbookLosses losses = write_workbook(dataset, built_in_codebook(), {directory + "/figures.xlsx", {}});
  CHECK(losses.cut_texts == 1);
  REQUIRE(convert(directory + "/figures.xlsx", directory));
  for (const char* table : {"observations", "documents", "answers", "actions", "findings", "diagnostics", "occurrences"})
    check_sheet(dataset, table_schema(table), read_csv(directory + "/figures-" + table + ".csv"));
  CHECK(read_csv(directory + "/figures-codebook.csv").rows.size() == built_in_codebook().size());
}

TEST_CASE("workbook: the same dataset gives the same bytes; the header stays in sight, can be filtered, and pages are links") {
  if (workbook_library().empty()) return;
  const Database dataset = open_stored(samples::stored_dataset("workbook-bytes-dataset"));
  const std::string directory = test_directory("workbook-bytes").string();
  WorkbookTarget target{directory + "/a.xlsx", {}};
  for_each_result(dataset, "SELECT content_sha256 FROM documents", [&](const StoredRow& row) { target.originals[row[0]] = "../letters/a%20b.pdf"; });
  write_workbook(dataset, {}, target);
  target.path = directory + "/b.xlsx";
  write_workbook(dataset, {}, target);
  CHECK(file_text(directory + "/a.xlsx") == file_text(directory + "/b.xlsx"));
  if (!shell("command -v unzip")) return;
  REQUIRE(shell("unzip -o '" + directory + "/a.xlsx' -d '" + directory + "/parts'"));
  const std::string sheet = file_text(directory + "/parts/xl/worksheets/sheet1.xml");
  CHECK(sheet.find("state=\"frozen\"") != std::string::npos);
  CHECK(sheet.find("<autoFilter ref=\"A1:") != std::string::npos);
  CHECK(sheet.find("location=\"page=2\"") != std::string::npos);
  CHECK(file_text(directory + "/parts/xl/worksheets/_rels/sheet1.xml.rels").find("Target=\"../letters/a%20b.pdf\"") != std::string::npos);
}
