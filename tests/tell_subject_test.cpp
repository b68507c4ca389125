#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "normalizers/propose.h"
#include "normalizers/resolve.h"
#include "schemas/text.h"
#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

// A paragraph under a heading; the heading may be empty.
Outline outline_of(const std::string& heading, const std::string& paragraph) {
  Outline outline;
  outline.text = heading + "\n" + paragraph;
  outline.nodes.push_back({NodeKind::document});
  Node section{NodeKind::section, 0};
  section.span = {0, static_cast<uint32_t>(heading.size())};
  outline.nodes.push_back(section);
  Node said{NodeKind::paragraph, 1};
  said.span = {static_cast<uint32_t>(heading.size() + 1), static_cast<uint32_t>(outline.text.size())};
  outline.nodes.push_back(said);
  return outline;
}

// One row of figures with its label and its column's header.
Outline outline_of_cells(const std::string& title, const std::string& header, const std::string& label, const std::string& figure, bool hidden) {
  Outline outline = outline_of(title, "");
  Table table;
  table.table_id = "t1";
  table.rows = table.cols = 2;
  table.header_rows = table.stub_cols = 1;
  const auto add = [&](int row, int col, CellKind kind, const std::string& text) {
    Cell cell;
    cell.row = row;
    cell.col = col;
    cell.kind = kind;
    cell.text = text;
    cell.hidden = hidden && kind == CellKind::data;
    cell.span.begin = static_cast<uint32_t>(outline.text.size());
    outline.text += text + "\t";
    cell.span.end = static_cast<uint32_t>(outline.text.size() - 1);
    table.cells.push_back(cell);
  };
  add(0, 1, CellKind::column_header, header);
  add(1, 0, CellKind::row_header, label);
  add(1, 1, CellKind::data, figure);
  outline.tables.push_back(table);
  Node node{NodeKind::table, 1};
  node.table = 0;
  outline.nodes[2] = node;
  return outline;
}

// "measure value" of each row, and the codes of what was left out.
std::string told(const Outline& outline) {
  Diagnostics diagnostics;
  std::vector<std::string> out;
  for (const Observation& o : resolve("d1", propose(outline, shipped(), diagnostics), outline, {}, shipped(), diagnostics))
    out.push_back(o.measure + " " + o.quantity.value);
  for (const Diagnostic& d : diagnostics.list()) out.push_back("!" + d.code);
  return joined(out, " | ");
}

}  // namespace

TEST_CASE("words that share a measure's name are no measure") {
  const char* const nothing[] = {
      "Of 120 care leavers, 64% were in education, employment or training.",
      "There were 40 school leavers in the borough.",
      "Some 15 young people left care in the year.",
      "The panel looked at cases: the number of cases identified by the panel fell to 17.",
      "In 12 cases the plan was late.",
      "The multi-agency hub met 9 times.",
      "A memorandum with partner agencies covers 31 of them.",
      "The supplier has an annual turnover of £4 million.",
      "Pupil absence stood at 6%.",
      "Care home bed vacancies stood at 45.",
      "Twelve vacant dwellings were let; 12 vacant properties remain.",
      "The council inspected 14 food establishments.",
      "There were 22 apprenticeship starters.",
      "The fostering campaign brought 30 foster carer applications.",
      "The facebook posts reached 900 readers.",
      "A court caseload of 300 was reported.",
  };
  for (const char* text : nothing) {
    CAPTURE(text);
    CHECK(told(outline_of("Children's social care", text)).find(' ') == std::string::npos);
  }
}

TEST_CASE("the same words are read where they speak of staff") {
  struct Case { const char *text, *rows; };
  const Case cases[] = {
      {"The care leavers team had 3 social work vacancies.", "vacancy 3"},
      {"In the year 14 social workers left.", "leavers 14"},
      {"There were 21 agency social workers in multi-agency teams.", "agency 21"},
      {"Turnover of social workers was 12.5%.", "turnover_rate 12.5"},
      {"Social care leavers numbered 40.", "leavers 40"},
      {"Social workers for looked after children left: 6 leavers.", "leavers 6"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(told(outline_of("", c.text)) == c.rows);
  }
}

TEST_CASE("a figure is of the workforce when the nearest words that say whom they speak of say so") {
  struct Case { const char *heading, *text, *rows; };
  const Case cases[] = {
      {"Children's social care", "The vacancy rate was 14%.", "vacancy_rate 14"},
      {"Police officers", "The vacancy rate was 14%.", "!no_workforce_subject"},
      {"Social care workforce", "The vacancy rate of police officers was 14%.", "!no_workforce_subject"},
      {"Social care workforce", "The vacancy rate of librarians was 14%.", "!no_workforce_subject"},
      {"Social care workforce", "Excluding teachers, the vacancy rate was 14%.", "vacancy_rate 14"},
      {"Libraries", "The vacancy rate of social workers was 14%.", "vacancy_rate 14"},
      {"Social care workforce", "Agency staff are covered by an agreement of 31 London boroughs on agency workers.", "!counts_another_thing"},
      {"Social care workforce", "The service has 12 placement officer vacancies.", "vacancy 12"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(told(outline_of(c.heading, c.text)) == c.rows);
  }
}

TEST_CASE("cells: rows of other services are left out, hidden cells are never read") {
  struct Case { const char *title, *header, *label, *figure; bool hidden; const char* rows; };
  const Case cases[] = {
      {"Vacancies in social care", "Vacancies (FTE)", "Social workers", "4", false, "vacancy 4"},
      {"Vacancies in social care", "Vacancies (FTE)", "Library staff", "4", false, "!no_workforce_subject"},
      {"Outcomes of crimes", "2020", "Other agency delegations", "4", false, "!table_without_measure"},
      {"Vacancies in social care", "Vacancies (FTE)", "Social workers", "4", true, ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.label);
    CHECK(told(outline_of_cells(c.title, c.header, c.label, c.figure, c.hidden)) == c.rows);
  }
}

TEST_CASE("departments of a council that do no social work are left out, unless social workers are what is counted") {
  struct Case { const char *title, *header, *label, *rows; };
  const Case cases[] = {
      {"Employees by directorate", "Headcount employed", "Education", "!no_workforce_subject"},
      {"Employees by directorate", "Headcount employed", "Housing and Planning", "!no_workforce_subject"},
      {"Employees by directorate", "Headcount employed", "Highways & Transportation Services", "!no_workforce_subject"},
      {"Employees by directorate", "Headcount employed", "Directorate of Finance", "!no_workforce_subject"},
      {"Employees by directorate", "Headcount employed", "Chief Executive's Office", "!no_workforce_subject"},
      {"Employees by directorate", "Headcount employed", "Environmental Health", "!no_workforce_subject"},
      {"Employees by directorate", "Headcount employed", "Social Care", "inpost 4"},
      {"Employees by directorate", "Headcount employed", "Adults, Housing and Health", "inpost 4"},
      {"Social workers by directorate", "Headcount employed", "Education", "inpost 4"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.label);
    CHECK(told(outline_of_cells(c.title, c.header, c.label, "4", false)) == c.rows);
  }
}

TEST_CASE("staff who were never away are no measure of absence") {
  const char* const nothing[] = {
      "In social care 272 staff had no sickness days.",
      "Of social workers 30% were without any sickness absence.",
      "Some 120 social care employees took no sick leave.",
      "In adult social care 45% had nil absence.",
      "There were 80 social workers with full attendance.",
  };
  for (const char* text : nothing) {
    CAPTURE(text);
    CHECK(told(outline_of("", text)).find("absence_rate") == std::string::npos);
    CHECK(told(outline_of("", text)).find("working_days") == std::string::npos);
  }
}
