// A workbook as councils send them, from end to end: headers of two levels, merges, percentages and dates by their number formats,
// and what is hidden.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

#include "schemas/csv.h"
#include "tests/hand_made_zip.h"
#include "tests/run_program.h"

using namespace muster;
using testing::xlsx_of;

namespace {

// Number formats by index: 0 as it is, 1 a percentage with a decimal, 2 a day, 3 a decimal, 4 pounds.
const std::string styles =
    "<numFmts><numFmt numFmtId='164' formatCode='0.0%'/><numFmt numFmtId='165' formatCode='d mmmm yyyy'/><numFmt numFmtId='166' formatCode='0.0'/>"
    "<numFmt numFmtId='167' formatCode='&quot;\u00A3&quot;#,##0'/></numFmts><fonts><font/></fonts>"
    "<cellXfs><xf numFmtId='0' fontId='0'/><xf numFmtId='164' fontId='0'/><xf numFmtId='165' fontId='0'/><xf numFmtId='166' fontId='0'/><xf numFmtId='167' fontId='0'/></cellXfs>";

std::string text(const std::string& name, const std::string& words) { return "<c r='" + name + "' t='inlineStr'><is><t>" + words + "</t></is></c>"; }
std::string number(const std::string& name, const std::string& value, int format) { return "<c r='" + name + "' s='" + std::to_string(format) + "'><v>" + value + "</v></c>"; }
std::string row(int number, const std::string& cells, bool hidden = false) {
  return "<row r='" + std::to_string(number) + "'" + (hidden ? " hidden='1'" : "") + ">" + cells + "</row>";
}

std::string team_row(int at, const std::string& team, const std::string& fte_2022, const std::string& rate_2022, const std::string& fte_2023, const std::string& rate_2023,
                     bool hidden = false) {
  const std::string r = std::to_string(at);
  return row(at, text("A" + r, team) + number("B" + r, fte_2022, 3) + number("C" + r, rate_2022, 1) + number("D" + r, fte_2023, 3) + number("E" + r, rate_2023, 1) +
                     number("F" + r, "77", 0), hidden);
}

std::string vacancies() {
  return "<cols><col min='6' max='6' hidden='1'/></cols><sheetData>" + row(1, text("A1", "Vacancies of social workers in children's services, Leeds City Council")) +
         row(3, text("A3", "Team") + number("B3", "44651", 2) + number("D3", "45016", 2) + text("F3", "Check")) +
         row(4, text("B4", "Vacancies (FTE)") + text("C4", "Vacancy rate") + text("D4", "Vacancies (FTE)") + text("E4", "Vacancy rate")) +
         team_row(5, "North", "12.5", "0.125", "9", "0.0915") + team_row(6, "South", "7.25", "0.08", "8.4", "0.1") + team_row(7, "Draft", "99", "0.99", "98", "0.98", true) +
         team_row(8, "Total", "19.75", "0.104", "17.4", "0.095") + row(10, text("A10", "Figures are full-time equivalent.")) +
         "</sheetData><mergeCells><mergeCell ref='A3:A4'/><mergeCell ref='B3:C3'/><mergeCell ref='D3:E3'/></mergeCells>";
}

std::string spending() {
  return "<sheetData>" + row(1, text("A1", "Spending on agency social workers in children's services")) + row(2, text("A2", "Financial year") + text("B2", "Spend")) +
         row(3, text("A3", "2021/22") + number("B3", "1284350.4", 4)) + row(4, text("A4", "2022/23") + number("B4", "998000", 4)) + "</sheetData>";
}

std::string written_rows(const std::filesystem::path& dataset) {
  const CsvTable table = read_csv((dataset / "observations.csv").string());
  std::vector<std::string> rows;
  for (size_t i = 0; i < table.rows.size(); ++i)
    if (table.at(i, "basis") != "derived")
      rows.push_back(table.at(i, "measure") + " " + table.at(i, "team") + " " + table.at(i, "unit") + " " + table.at(i, "period") + " " + table.at(i, "value"));
  std::sort(rows.begin(), rows.end());
  std::string out;
  for (const std::string& r : rows) out += r + "\n";
  return out;
}

}  // namespace

TEST_CASE("a workbook with headers of two levels, merges, percentages and hidden parts: every value right, none of what is hidden") {
  const std::filesystem::path root = test_directory("workbook");
  std::filesystem::create_directories(root / "in");
  std::ofstream(root / "in" / "reply.xlsx", std::ios::binary) << xlsx_of({{"Vacancies", vacancies()}, {"Spend", spending()}, {"Old", vacancies(), "hidden"}}, styles);
  const ProgramRun run = run_program("build '" + (root / "in").string() + "' -o '" + (root / "out").string() + "'");
  CHECK_MESSAGE(run.exit_code == 0, run.err);
  CHECK(written_rows(root / "out") ==
        "agency_spend  gbp 2021-04-01/2022-03-31 1284350\n"
        "agency_spend  gbp 2022-04-01/2023-03-31 998000\n"
        "vacancy  fte 2022-03-31 19.8\n"
        "vacancy  fte 2023-03-31 17.4\n"
        "vacancy North fte 2022-03-31 12.5\n"
        "vacancy North fte 2023-03-31 9.0\n"
        "vacancy South fte 2022-03-31 7.3\n"
        "vacancy South fte 2023-03-31 8.4\n"
        "vacancy_rate  percent 2022-03-31 10.4\n"
        "vacancy_rate  percent 2023-03-31 9.5\n"
        "vacancy_rate North percent 2022-03-31 12.5\n"
        "vacancy_rate North percent 2023-03-31 9.2\n"
        "vacancy_rate South percent 2022-03-31 8.0\n"
        "vacancy_rate South percent 2023-03-31 10.0\n");
  const CsvTable diagnostics = read_csv((root / "out" / "diagnostics.csv").string());
  size_t hidden = 0;
  for (size_t i = 0; i < diagnostics.rows.size(); ++i) hidden += diagnostics.at(i, "code").starts_with("hidden_");
  CHECK(hidden >= 1);
}
