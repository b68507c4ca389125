// Replies as councils lay them out and word them, from their lines to the figures made of them.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "normalizers/propose.h"
#include "normalizers/resolve.h"
#include "tests/letter_notation.h"
#include "tests/shipped_vocabulary.h"

using namespace muster;
using namespace muster::notation;

namespace {

// "measure unit period value (breakdown) category" of each row, a status other than reported before the value.
std::string rows_of(const Outline& outline) {
  Diagnostics diagnostics;
  std::vector<std::string> out;
  for (const Observation& o : resolve("d1", propose(outline, shipped(), diagnostics), outline, {}, shipped(), diagnostics)) {
    std::string row = o.measure + " " + o.unit;
    for (const std::string* part : {&o.period.iso, &o.service, &o.team, &o.grade})
      if (!part->empty()) row += " " + *part;
    if (o.quantity.status != "reported") row += " " + o.quantity.status;
    if (!o.quantity.value.empty()) row += " " + o.quantity.value;
    if (!o.breakdown.empty()) row += " (" + o.breakdown + ")";
    out.push_back(row);
  }
  return joined(out, " | ");
}

// Tables of the notation have a row of headers and a column of labels.
Outline with_headers(Outline outline) {
  for (Table& table : outline.tables) {
    table.header_rows = table.stub_cols = 1;
    for (Cell& cell : table.cells)
      if (cell.kind == CellKind::data) cell.kind = cell.row == 0 ? CellKind::column_header : cell.col == 0 ? CellKind::row_header : CellKind::data;
  }
  return outline;
}

std::string figures_of(const std::string& question, const std::string& answer) {
  return rows_of(outline_of("Freedom of information request\n# Request\n1. " + question + "\n# Response\n1. " + answer));
}

}  // namespace

TEST_CASE("replies: numbers without a heading over a headed reply with its own are the request") {
  struct Case { const char *letter, *answers; };
  const Case cases[] = {
      {"FOI Request - Pay of approved staff\nI would like information on these points:\n1. The pay of approved staff, if they have a scale of their own;\n2. The pay of leads;\nResponse 09-03-2023\n"
       "1. They have no scale of their own.\n2. Leads are on grade 11.", "1=They have no scale of their own.; 2=Leads are on grade 11."},
      {"Freedom of information\n1. Staff numbers by group\n# Response\n1. Figures as at 31 March\n|Group|Number|\n|Care|40|", "1=Figures as at 31 March Group Number Care 40"},
      {"Freedom of information\n1) Caseloads in the duty team\n2) Leavers since May\n# Our reply\n1) 14 each\n2) Three", "1=14 each; 2=Three"},
      {"Freedom of information\n1. Posts in the structure\n2. Of these, vacancies\n# Decision\n1. 40\n2. 6", "1=40; 2=6"},
      {"Freedom of information\n1. Names of suppliers\nReply:\n1. Withheld under section 43.", "1=Withheld under section 43."},
      {"Freedom of information\nThank you for your enquiry.\n# Response\n1. How many posts are there?\n14", "1=14"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(answers_of(outline_of(c.letter)) == c.answers, answers_of(outline_of(c.letter)));
}

TEST_CASE("replies: parts that repeat under another question are no quotation of the first") {
  struct Case { const char *letter, *answers; };
  const Case cases[] = {
      {"Freedom of information\n1. How many posts are there in\na. Children's Social Care?\nb. Adults Social Care?\nChildren's: 63\nAdults: 59\n2. How many were frozen in\na. Children's Social Care?\nb. Adults Social Care?\nNone in either.",
       "1a=Children's: 63 Adults: 59; 1b=Children's: 63 Adults: 59; 2a=None in either.; 2b=None in either."},
  };
  for (const Case& c : cases) CHECK_MESSAGE(answers_of(outline_of(c.letter)) == c.answers, answers_of(outline_of(c.letter)));
}

TEST_CASE("replies: bold lines ask where all that is numbered stands in bold") {
  struct Case { const char *letter, *answers; };
  const Case cases[] = {
      {"Freedom of information\n** 1. How many posts are there?\n40\n** Of the adults posts, please say which are:\n** a. Core funded?\n** b. Grant funded?\nAll but two are core funded.\n** 2. How many are vacant?\nSix",
       "1=40; =; 1a=All but two are core funded.; 1b=All but two are core funded.; 2=Six"},
      {"Freedom of information\n** 3. Every agency that supplies staff\nOnly one does.\n** 10. The spend on agency staff, by service\nAdults \u00A3290\n** 11. The spend by agency\nSee the list.",
       "3=Only one does.; 10=Adults \u00A3290; 11=See the list."},
      {"A COUNCIL\n** 14 May 2020\n** 1. How many posts are there?\n40\n** 2. How many are vacant?\nSix", "1=40; 2=Six"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(answers_of(outline_of(c.letter)) == c.answers, answers_of(outline_of(c.letter)));
}

TEST_CASE("replies: answers marked by the letter that stands for them") {
  struct Case { const char *letter, *answers; };
  const Case cases[] = {
      {"Freedom of information\nQ.1 How many are under age\nQ.2 How old each is\nA. The council has none.", "1=The council has none.; 2=The council has none."},
      {"Freedom of information\nQ.1 What number of workers is employed in the team\nA.1. 11 people; 9.58 whole-time equivalents.\nQ.2 Since when? (Month, year)\nA.2 April 2012", "1=11 people; 9.58 whole-time equivalents.; 2=April 2012"},
      {"Freedom of information\nQ1 Is there a plan?\nA1 Yes.\nQ2 Who wrote it?\nA. The service manager.", "1=Yes.; 2=The service manager."},
  };
  for (const Case& c : cases) CHECK_MESSAGE(answers_of(outline_of(c.letter)) == c.answers, answers_of(outline_of(c.letter)));
}

TEST_CASE("replies: a page of requests under their reference numbers") {
  const Outline outline = outline_of("Freedom of information\nReference number: 5375\nQ.1 How many left?\nA.1 Four\nReference number: 5386\nQ.1 How many joined?\nA.1 Nine\nQ.2 How many stayed?\nA.2 All");
  CHECK(answers_of(outline) == "1=Four; 1=Nine; 2=All");
  CHECK(outline.exchanges.back().request == 2);
}

TEST_CASE("replies: demands without a question mark or number ask, and what follows answers them") {
  struct Case { const char *letter, *answers; };
  const Case cases[] = {
      {"Freedom of information request\nPlease give the number of vacancies in each of the last 5 years.\nThis information is not held by us.\nPlease also say what percentage of your social workers were agency staff.\n14 per cent.",
       "=This information is not held by us.; =14 per cent."},
      {"Freedom of information request\nPlease provide the number of leavers in 2019.\n12\nPlease state how many of them were social workers.\n4", "=12; =4"},
      {"Freedom of information request\nCould you tell me the average caseload.\n16\nHow many staff hold cases.\n40", "=16; =40"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(answers_of(outline_of(c.letter)) == c.answers, answers_of(outline_of(c.letter)));
}

TEST_CASE("replies: sentences that say which other questions they answer, and stems between questions") {
  struct Case { const char *letter, *answers; };
  const Case cases[] = {
      {"Freedom of information\n# Request\n1. Hours provided\n2. Structure\n3. Grades\n4. Market share\n# Response\n1. 686 hours.\nPlease see the chart here, which answers numbers 2 and 3.\n4. 41%",
       "1=686 hours.; 2=Please see the chart here, which answers numbers 2 and 3.; 3=Please see the chart here, which answers numbers 2 and 3.; 4=41%"},
      {"Freedom of information\n# Request\n1. Posts\n2. Vacancies\n3. Leavers\n# Response\n1. 40\nThe council keeps one list. It also covers questions 2 and 3.", "1=40; 2=The council keeps one list. It also covers questions 2 and 3.; 3=The council keeps one list. It also covers questions 2 and 3."},
      {"Freedom of information\n# Request\n1. Working at home\n2. Working abroad\n3. Staff employed\n# Response\nThis is not held. Response to Q3:\n2,456", "1=This is not held.; 2=This is not held.; 3=2,456"},
      {"Freedom of information\n1. Have you used project teams?\nIf so, for each project:\n2. When did it start?\n3. When did it end?\nNone was used.", "1=None was used.; 2=None was used.; 3=None was used."},
  };
  for (const Case& c : cases) CHECK_MESSAGE(answers_of(outline_of(c.letter)) == c.answers, answers_of(outline_of(c.letter)));
}

TEST_CASE("replies: bodies that have no such staff say so of whatever was asked of them") {
  struct Case { const char *question, *answer, *rows; };
  const char* const posts = "How many social workers are employed in your hospital?";
  const Case cases[] = {
      {posts, "There are no social workers employed by our Trust; local councils provide them.", "inpost unstated not_applicable"},
      {posts, "Social workers are not employed by us.", "inpost unstated not_applicable"},
      {posts, "Social workers are not directly employed by the Trust.", "inpost unstated not_applicable"},
      {posts, "We do not employ social workers.", "inpost unstated not_applicable"},
      {posts, "The Trust does not directly employ any qualified social workers.", "inpost unstated not_applicable"},
      {posts, "Social workers are no staff group of ours.", "inpost unstated not_applicable"},
      {"What was spent on agency social workers in 2015-16?", "Social workers are not employed by us.", "agency_spend gbp 2015-04-01/2016-03-31 not_applicable"},
      {"How many agency social workers did you have on 30 August 2016?", "Social workers are not employed by us.", "agency unstated 2016-08-30 not_applicable"},
      {posts, "We do not hold figures for social workers.", "inpost unstated not_held"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(figures_of(c.question, c.answer) == c.rows, c.answer << " -> " << figures_of(c.question, c.answer));
}

TEST_CASE("replies: how a question or an answer says in what it counts") {
  struct Case { const char *question, *answer, *rows; };
  const Case cases[] = {
      {"How many rehabilitation officers work for the authority, and what is that as full time equivalent?", "We have 3 rehabilitation officers and 2.5 FTE", "inpost unstated 3 | inpost fte 2.5"},
      {"How many occupational therapists do you employ, and how many FTE?", "6 individuals (5.5 WTE)", "inpost headcount 6 | inpost fte 5.5"},
      {"How many social workers does the council employ? By number we mean headcount and not FTE.", "14", "inpost headcount 14"},
      {"How many social workers does the council employ? Please give headcount, not full-time equivalent.", "14", "inpost headcount 14"},
      {"How many social workers does the council employ (headcount rather than FTE)?", "14", "inpost headcount 14"},
      {"How many social workers does the council itself employ in mental health?", "11 people; 9.58 whole-time equivalents.", "inpost headcount 11 | inpost fte 9.58"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(figures_of(c.question, c.answer) == c.rows, c.answer << " -> " << figures_of(c.question, c.answer));
}

TEST_CASE("replies: role, posts and grade on a line each") {
  CHECK(figures_of("How is the duty team made up? Please give job titles and the number of FTE posts by grade or role.",
                   "Service Manager 1 FTE Grade L8 // Children's Team Managers 3 FTE Grade T // Adults' Advanced Social Workers 3.5 FTE Grade H") ==
        "establishment fte L8 1 | establishment fte children T 3 | establishment fte adults H 3.5");
  CHECK(figures_of("How many agency staff work here, by department?", "Adult Services\n\u2022 Senior Social Worker 2\n\u2022 Social Worker 5\nChildren Services\n\u2022 Senior Social Worker 4\n\u2022 Social Worker 7") ==
        "agency unstated adults 2 | agency unstated adults 5 | agency unstated children 4 | agency unstated children 7");
}

TEST_CASE("replies: temporary workers of a request about agency are agency workers") {
  struct Case { const char *question, *answer, *rows; };
  const Case cases[] = {
      {"What number of temporary qualified social workers is at work now?", "4", "agency unstated 4"},
      {"How many temporary social workers did you have in September 2015?", "None", "agency unstated 2015-09 0"},
      {"How many temporary occupational therapists are deployed at the moment?", "2", "agency unstated 2"},
      {"How many social workers do you employ?", "40", "inpost unstated 40"},
  };
  for (const Case& c : cases) {
    const std::string rows = rows_of(outline_of(std::string("Freedom of information request\n# Request\n1. Is there a contract for temporary agency labour?\n2. ") + c.question + "\n# Response\n1. Yes\n2. " + c.answer));
    CHECK_MESSAGE(rows == c.rows, c.question << " -> " << rows);
  }
}

TEST_CASE("replies: numbers that are no figures of the answer") {
  struct Case { const char *question, *answer, *rows; };
  const char* const spend = "What was spent on agency social workers?";
  const Case cases[] = {
      {spend, "Article 33 of the Freedom of Information (Jersey) Law 2011 applies.", "agency_spend gbp refused"},
      {spend, "This is not held, under s17 of FOI(S)A 2002.", "agency_spend gbp not_held"},
      {spend, "\u00A313,210,890 Agency SW spend 23/24 // \u00A3150,615,000 Children's Social Care (Budget Book 2023/24 page 50)", "agency_spend gbp 2023-04-01/2024-03-31 children 13210890"},
      {"What is the average number of cases per social worker?", "One approximation could be 7528 / 129.34 = 58.2 cases per social worker.", "caseload cases_per_worker 58.2"},
      {"How many social work apprentices are there?", "There are 5 social work apprentices and we will bid for more in 2025.", "apprentices unstated 5"},
      {"How many social workers does the council employ?", "40. The policy on agency staff is attached.", "inpost unstated 40"},
      {"What number of approved mental health professionals asked to be re-approved?", "10", ""},
      {"How many of your social workers are under investigation?", "None", ""},
  };
  for (const Case& c : cases) CHECK_MESSAGE(figures_of(c.question, c.answer) == c.rows, c.answer << " -> " << figures_of(c.question, c.answer));
}

TEST_CASE("replies: tables under short captions, groups of a pivot table, sums, suppliers, whole stretches") {
  struct Case { const char *letter, *rows; };
  const Case cases[] = {
      {"Freedom of information request\n# Request\nHow many social worker posts are there, and how many are vacant?\n# Response\nAgreed social worker posts:\n|Team|2007|2008|\n|Duty Team|20|24|\n|Court Team|8|9|\nSocial worker vacancies:\n|Team|2007|2008|\n|Duty Team|7|8|\n|Court Team|0|2|",
       "establishment unstated 2007 Duty Team 20 | establishment unstated 2008 Duty Team 24 | establishment unstated 2007 Court Team 8 | establishment unstated 2008 Court Team 9 | vacancy unstated 2007 Duty Team 7 | vacancy unstated 2008 Duty Team 8 | vacancy unstated 2007 Court Team 0 | vacancy unstated 2008 Court Team 2"},
      {"Freedom of information request\n# Request\n1. How many social workers were recruited from January 2021 to January 2023?\n# Response\n1. Please see below.\n|Team|Candidates hired|\n|Duty Team|98|\n|Court Team|76|",
       "starters unstated 2021-01/2023-01 Duty Team 98 | starters unstated 2021-01/2023-01 Court Team 76"},
      {"Freedom of information request\n# Request\n1. What is the staff turnover of social workers?\n# Response\n1. Please see below.\n|Year|Permanent|\n|2014|4|\n|2015|18|\n|2016|14|\n|Total|36|",
       "leavers unstated 2014 4 | leavers unstated 2015 18 | leavers unstated 2016 14 | leavers unstated 36"},
      {"Freedom of information request\n# Request\n1. What was spent on agency social workers in 2019/20?\n# Response\n1. Please see below.\n|Agency provider|\u00A3|\n|Northstar Care|38,112.73|\n|Ark Locums|28,938.54|",
       "agency_spend gbp 2019-04-01/2020-03-31 38112.73 (supplier=Northstar Care) | agency_spend gbp 2019-04-01/2020-03-31 28938.54 (supplier=Ark Locums)"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(rows_of(with_headers(outline_of(c.letter))) == c.rows, rows_of(with_headers(outline_of(c.letter))));
}

TEST_CASE("replies: figures in the order of what was asked, names before their figures, splits of their own items") {
  struct Case { const char *question, *answer, *rows; };
  const char* const both = "How many social workers do you employ and how many are agency?";
  const char* const posts = "How many vacancies for social workers are there?";
  const Case cases[] = {
      {both, "120 and 14 respectively", "inpost unstated 120 | agency unstated 14"},
      {both, "Permanent 120 Agency 14", "inpost unstated 120 | agency unstated 14"},
      {both, "120 permanent, 14 agency", "inpost unstated 120 | agency unstated 14"},
      {posts, "Children's Services 3 Adult Services 2", "vacancy unstated children 3 | vacancy unstated adults 2"},
      {posts, "3 in Children's Services and 2 in Adult Services", "vacancy unstated children 3 | vacancy unstated adults 2"},
      {posts, "Children's - 3; Adults - 2", "vacancy unstated children 3 | vacancy unstated adults 2"},
      {"How many social workers left in 2021, 2022 and 2023?", "14, 9 and 11 respectively", "leavers unstated 2021 14 | leavers unstated 2022 9 | leavers unstated 2023 11"},
      {"Leavers 2021, 2022, 2023", "14, 9, 11", "leavers unstated 2021 14 | leavers unstated 2022 9 | leavers unstated 2023 11"},
      {"How many social workers are on permanent, fixed-term and agency contracts?", "Permanent 120; Fixed term 5; Agency 14", "inpost unstated 120 | inpost unstated 5 (contract=fixed-term) | agency unstated 14"},
  };
  const auto sorted = [](std::string rows) {
    std::vector<std::string> parts;
    for (size_t at; (at = rows.find(" | ")) != std::string::npos; rows.erase(0, at + 3)) parts.push_back(rows.substr(0, at));
    parts.push_back(rows);
    std::sort(parts.begin(), parts.end());
    return joined(parts, " | ");
  };
  for (const Case& c : cases) CHECK_MESSAGE(sorted(figures_of(c.question, c.answer)) == sorted(c.rows), c.answer << " -> " << figures_of(c.question, c.answer));
}

TEST_CASE("replies: each of an enumerated staff has its own role") {
  Diagnostics diagnostics;
  const Outline outline = outline_of("Freedom of information request\n# Request\n1. How many staff are in the fostering team?\n# Response\n1. 1 Team Manager, 10 Social Workers and 3 Family Support Workers");
  std::set<std::string> roles;
  for (const Observation& o : resolve("d1", propose(outline, shipped(), diagnostics), outline, {}, shipped(), diagnostics)) roles.insert(o.role + " " + o.quantity.value);
  CHECK(roles == std::set<std::string>{"team manager 1", "social worker 10", "family support worker 3"});
}

TEST_CASE("replies: wordings of money, caseloads and workforces") {
  struct Case { const char *question, *answer, *rows; };
  const Case cases[] = {
      {"How much did the council pay agencies for social workers in 2022/23?", "\u00A3345,000", "agency_spend gbp 2022-04-01/2023-03-31 345000"},
      {"What went to each agency for social workers in 2022/23?", "\u00A3345,000", "agency_spend gbp 2022-04-01/2023-03-31 345000"},
      {"What was spent in total on salaries of social workers in 2022/23?", "\u00A3345,000", "staff_cost gbp 2022-04-01/2023-03-31 345000"},
      {"How many cases does each social worker hold on average?", "18", "caseload cases_per_worker 18"},
      {"What is the average caseload for a social worker?", "Between 15 and 18", "caseload cases_per_worker 15"},
      {"What is the average caseload for a social worker?", "It varies, but on average 16 children per worker", "caseload cases_per_worker children 16"},
      {"What is the size of your social work workforce?", "412", "inpost unstated 412"},
      {"How many staff are in the fostering team?", "The team consists of 14 staff.", "inpost unstated children 14"},
      {"How many new social workers applied for positions in 2022?", "590", "applications count 2022 590"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(figures_of(c.question, c.answer) == c.rows, c.question << " -> " << figures_of(c.question, c.answer));
}

TEST_CASE("replies: tables whose labels say whose figures they are, and how people are counted") {
  struct Case { const char *question, *table, *rows; };
  const Case cases[] = {
      {"How many social workers (FTE) are permanent and agency?", "|Contract type|FTE|\n|Permanent|112.5|\n|Agency|14.0|", "inpost fte 112.5 (contract=Permanent) | agency fte 14.0"},
      {"How many social workers did you employ and how many left?", "|Year|Employed|Left|\n|2020/21|112|14|\n|2021/22|118|19|",
       "inpost unstated 2020-04-01/2021-03-31 112 | leavers unstated 2020-04-01/2021-03-31 14 | inpost unstated 2021-04-01/2022-03-31 118 | leavers unstated 2021-04-01/2022-03-31 19"},
      {"How many social workers do you employ by ethnicity?", "|Ethnicity|Number|\n|White British|82|\n|Black African|14|", "inpost unstated 82 (ethnicity=White British) | inpost unstated 14 (ethnicity=Black African)"},
      {"How many agency workers were covering vacancies?", "|Service|Agency workers|\n|Children's|12|\n|Adults|4|", "agency unstated children 12 | agency unstated adults 4"},
      {"How many occupational therapists do you employ, and what is their salary?", "|Role|FTE|Salary|\n|Occupational Therapist|12.5|\u00A331,364|\n|Senior Occupational Therapist|4.0|\u00A335,745|",
       "inpost fte 12.5 | salary gbp_per_year 31364 | inpost fte 4.0 | salary gbp_per_year 35745"},
  };
  for (const Case& c : cases) {
    const std::string rows = rows_of(with_headers(outline_of(std::string("Freedom of information request\n# Request\n1. ") + c.question + "\n# Response\n1. Please see below.\n" + c.table)));
    CHECK_MESSAGE(rows == c.rows, rows);
  }
}
