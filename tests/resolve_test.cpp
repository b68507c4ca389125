#include "normalizers/resolve.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "normalizers/propose.h"
#include "schemas/text.h"
#include "tests/shipped_vocabulary.h"
#include "tests/test_directory.h"

using namespace muster;

namespace {

// A table from rows of cells; the first row holds column headers, the first column row headers.
Outline outline_of_table(const std::string& title, const std::vector<std::vector<std::string>>& rows) {
  Outline outline;
  outline.nodes.push_back({NodeKind::document});
  Table table;
  table.table_id = "t1";
  table.title = title;
  table.rows = static_cast<int>(rows.size());
  table.cols = static_cast<int>(rows[0].size());
  table.header_rows = table.stub_cols = 1;
  for (size_t r = 0; r < rows.size(); ++r)
    for (size_t c = 0; c < rows[r].size(); ++c) {
      Cell cell;
      cell.row = static_cast<int>(r);
      cell.col = static_cast<int>(c);
      cell.kind = r == 0 ? CellKind::column_header : c == 0 ? CellKind::row_header : CellKind::data;
      cell.text = rows[r][c];
      cell.span.begin = static_cast<uint32_t>(outline.text.size());
      outline.text += rows[r][c];
      cell.span.end = static_cast<uint32_t>(outline.text.size());
      outline.text += '\t';
      table.cells.push_back(cell);
    }
  outline.tables.push_back(table);
  Node node{NodeKind::table, 0};
  node.table = 0;
  outline.nodes.push_back(node);
  return outline;
}

// One question with its answer, as the outline of a letter.
Outline outline_of_answer(const std::string& question, const std::string& answer) {
  Outline outline;
  outline.text = answer;
  outline.nodes.push_back({NodeKind::document});
  Node said{NodeKind::answer, 0, Voice::authority};
  outline.nodes.push_back(said);
  Node paragraph{NodeKind::paragraph, 1, Voice::authority};
  paragraph.span = {0, static_cast<uint32_t>(answer.size())};
  outline.nodes.push_back(paragraph);
  Exchange exchange;
  exchange.number = "1";
  exchange.question = question;
  exchange.answer = answer;
  exchange.answer_nodes = {1};
  outline.exchanges.push_back(exchange);
  return outline;
}

Outline outline_of_prose(const std::string& text) {
  Outline outline;
  outline.text = text;
  outline.nodes.push_back({NodeKind::document});
  Node paragraph{NodeKind::paragraph, 0};
  paragraph.span = {0, static_cast<uint32_t>(text.size())};
  outline.nodes.push_back(paragraph);
  return outline;
}

std::vector<Observation> resolved(const Outline& outline, const Vocabulary& vocabulary = shipped()) {
  Diagnostics diagnostics;
  return resolve("d1", propose(outline, vocabulary, diagnostics), outline, {}, vocabulary, diagnostics);
}

// "measure unit period status value..upper service team" of each row.
std::string rows_of(const std::vector<Observation>& observations) {
  std::vector<std::string> out;
  for (const Observation& o : observations)
    out.push_back(o.measure + " " + o.unit + " " + o.period.iso + " " + o.quantity.status + " " + o.quantity.value +
                  (o.quantity.value_upper.empty() ? "" : ".." + o.quantity.value_upper) + " " + o.service + " " + o.team);
  return joined(out, " | ");
}

}  // namespace

TEST_CASE("resolve tables: measures in columns, teams in rows, the title's date, brackets that the header explains") {
  const Outline outline = outline_of_table("Children's social workers as at 31 March 2020",
                                           {{"Team", "Establishment FTE (2018)", "Vacancy rate", "Agency (within vacancies)"},
                                            {"North (N)", "20.5 (18.0)", "10%", "-"},
                                            {"Total", "41", "n/a", "3.0"}});
  CHECK(rows_of(resolved(outline)) ==
        "establishment fte 2020-03-31 reported 20.5 children North | establishment fte 2018 reported 18.0 children North | vacancy_rate percent 2020-03-31 reported 10 children North | agency unstated 2020-03-31 unexplained  children North | establishment fte 2020-03-31 reported 41 children  | vacancy_rate percent 2020-03-31 not_applicable  children  | agency unstated 2020-03-31 reported 3.0 children ");
}

TEST_CASE("resolve tables: bare years become days and intervals where the table says when its years end") {
  const Outline outline = outline_of_table("Social workers, adult services, year to 30 September",
                                           {{"", "2021", "2022"}, {"Leavers (headcount)", "30", "28"}, {"Turnover", "12.1%", "11.0%"}});
  CHECK(rows_of(resolved(outline)) == "leavers headcount 2020-10-01/2021-09-30 reported 30 adults  | leavers headcount 2021-10-01/2022-09-30 reported 28 adults  | turnover_rate percent 2020-10-01/2021-09-30 reported 12.1 adults  | turnover_rate percent 2021-10-01/2022-09-30 reported 11.0 adults ");
}

TEST_CASE("resolve tables: abbreviated labels, ratings that are no figures, titles of several measures") {
  const Outline outline = outline_of_table("Vacancies, turnover and agency staff",
                                           {{"Indicator", "1 May 2020", "RAG"}, {"Vac. (FTE)", "4.5", "A"}, {"Agy SW (HC)", "7", "R"},
                                            {"SW T/O %", "12.5", "G"}, {"Children looked after", "310", "A"}});
  CHECK(rows_of(resolved(outline)) ==
        "vacancy fte 2020-05-01 reported 4.5   | agency headcount 2020-05-01 reported 7   | turnover_rate percent 2020-05-01 reported 12.5  ");
}

TEST_CASE("resolve answers: the question gives measure and date, the answer its figure") {
  struct Case { const char *question, *answer, *rows; };
  const Case cases[] = {
      {"How many agency social workers did you have on 1 May 2019?", "14", "agency unstated 2019-05-01 reported 14  "},
      {"How many agency social workers did you have on 1 May 2019?", "2018/19 = 12", "agency unstated 2018-04-01/2019-03-31 reported 12  "},
      {"How many vacancies (FTE) are there in Adult Social Care?", "None", "vacancy fte  reported 0 adults "},
      {"What is the average number of cases held by children's social workers?", "Information not held",
       "caseload cases_per_worker  not_held  children "},
      {"How many vacancies are there?", "Adults 4, children 9", "vacancy unstated  reported 4 adults  | vacancy unstated  reported 9 children "},
      {"How many FTE posts were vacant as of 2 March 2015?", "Community Care - Nil vacancies\nIntake - 1.6 FTE",
       "vacancy fte 2015-03-02 reported 0  Community Care | vacancy fte 2015-03-02 reported 1.6  Intake"},
      {"How many social workers did you employ as of 1 May 2020, 1 May 2019?", "2019: 7\n2020: 8",
       "inpost unstated 2019-05-01 reported 7   | inpost unstated 2020-05-01 reported 8  "},
      {"How many social workers are agency staff, as a number and a percentage?", "19 = 13%",
       "agency unstated  reported 19   | agency_rate percent  reported 13  "},
      {"How many social worker posts are there?", "169 with 37 vacancies.", "establishment unstated  reported 169   | vacancy unstated  reported 37  "},
      {"Do you have a plan to reduce vacancies?", "No", ""},
      {"How many enquiries came in?", "2020 \u2013 400", ""},
      {"How many vacancies are there?", "Two teams answered 300 calls.", ""},
  };
  for (const Case& c : cases) CHECK(rows_of(resolved(outline_of_answer(c.question, c.answer))) == c.rows);
}

TEST_CASE("resolve prose: figures with their measure in the sentence; changes and other numbers are none") {
  struct Case { const char *text, *rows; };
  const Case cases[] = {
      {"In March 2020 the turnover of social workers was 9.5%.", "turnover_rate percent 2020-03 reported 9.5  "},
      {"The vacancy rate of 12% compares with 14% for England.",
       "vacancy_rate percent  reported 12   | vacancy_rate percent  reported 14  "},
      {"At 1 May 2020 there were 12.5 FTE vacancies. Agency staff now fill 8.5 FTE of the 12.5 FTE vacancies.",
       "vacancy fte 2020-05-01 reported 12.5   | agency fte 2020-05-01 reported 8.5   | vacancy fte 2020-05-01 reported 12.5  "},
      {"We aim to cut turnover to 10% by March 2021.", "turnover_rate percent 2021-03 planned 10  "},
      {"Vacancies rose from 10 FTE on 1 May 2020 to 12 FTE two years later.",
       "vacancy fte 2020-05-01 reported 10   | vacancy fte 2022-05-01 reported 12  "},
      {"Officers expect a vacancy rate near 14% by March 2025.", "vacancy_rate percent 2025-03 planned 14  "},
      {"The risk that vacancies remain is scored 12.", ""},
      {"Vacancies rose by 10% last year.", ""},
      {"The meeting of 3 May 2020 heard 12 speakers.", ""},
  };
  for (const Case& c : cases) CHECK(rows_of(resolved(outline_of_prose(c.text))) == c.rows);
}

TEST_CASE("a measure is added with two rows of data: an overlay directory makes the program read it") {
  const std::string directory = test_directory("overlay");
  std::filesystem::create_directories(directory);
  std::ofstream(directory + "/measures.csv") << "measure,label,kind,units,default_unit,percent_measure,worker_category,description\n"
                                                "secondments,Secondments,stock,people,,,,Workers lent to other bodies\n";
  std::ofstream(directory + "/measure_patterns.csv") << "measure,weight,pattern,unless,note\nsecondments,3,\\bsecond(?:ed|ments?)\\b,,\n";
  const Vocabulary vocabulary = Vocabulary::load(MUSTER_SOURCE_DIR "/schemas/vocabulary", directory);
  const Outline outline = outline_of_answer("How many secondments are there?", "6 FTE");
  CHECK(rows_of(resolved(outline, vocabulary)) == "secondments fte  reported 6  ");
  CHECK(rows_of(resolved(outline)) == "");
  std::filesystem::remove_all(directory);
}

TEST_CASE("ids do not depend on a row's number: the same figure keeps its id when others are gone") {
  const auto all = resolved(outline_of_table("Vacancies", {{"Team", "Vacancies"}, {"East team", "1"}, {"West team", "2"}}));
  const auto again = resolved(outline_of_table("Vacancies", {{"Team", "Vacancies"}, {"East team", "1"}, {"West team", "2"}}));
  REQUIRE(all.size() == 2);
  CHECK(all[0].observation_id != all[1].observation_id);
  CHECK(all[1].observation_id == again[1].observation_id);
}
