// The same things as many councils would say them: one question, one answer, and the figures that it gives.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "normalizers/propose.h"
#include "normalizers/resolve.h"
#include "schemas/text.h"
#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

struct Case {
  const char *question, *answer, *rows;
};

Outline outline_of(const Case& c) {
  Outline outline;
  outline.document_type = "foi_response";
  outline.text = c.answer;
  outline.nodes.push_back({NodeKind::document});
  outline.nodes.push_back({NodeKind::answer, 0, Voice::authority});
  Node paragraph{NodeKind::paragraph, 1, Voice::authority};
  paragraph.span = {0, static_cast<uint32_t>(outline.text.size())};
  outline.nodes.push_back(paragraph);
  Exchange exchange;
  exchange.number = "1";
  exchange.question = c.question;
  exchange.answer = c.answer;
  exchange.answer_nodes = {1};
  outline.exchanges.push_back(exchange);
  return outline;
}

// "measure unit period status value" of each row.
std::string rows_of(const Case& c) {
  Diagnostics diagnostics;
  const Outline outline = outline_of(c);
  DocumentRecord record;
  record.response_date = "2024-06-11";
  std::vector<std::string> out;
  for (const Observation& o : resolve("d1", propose(outline, shipped(), diagnostics), outline, record, shipped(), diagnostics))
    out.push_back(o.measure + " " + o.unit + " " + o.period.iso + " " + o.quantity.status + " " + o.quantity.value);
  return joined(out, " | ");
}

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(std::string(c.question));
    CAPTURE(std::string(c.answer));
    CHECK(rows_of(c) == c.rows);
  }
}

}  // namespace

TEST_CASE("wordings: agency workers in vacant posts") {
  const char* const question = "How many social worker posts stand vacant and how many of those have an agency worker in them?";
  check({
      {question, "Agency workers were covering 29 of these.", "agency_cover unstated  reported 29"},
      {question, "Locum staff are filling 12 of the vacant posts.", "agency_cover unstated  reported 12"},
      {question, "Agency social workers are currently backfilling about 7 of them.", "agency_cover unstated  reported 7"},
      {question, "Interim workers occupying 4 of those.", "agency_cover unstated  reported 4"},
      {question, "Agency staff are holding 3.5 FTE of these.", "agency_cover fte  reported 3.5"},
  });
}

TEST_CASE("wordings: shares of time lost, supervision received, hours unfilled") {
  check({
      {"So what percentage of available working time was lost?", "4.6%", "absence_rate percent  reported 4.6"},
      {"Proportion of working time lost by social workers to sickness", "5.1%", "absence_rate percent  reported 5.1"},
      {"Share of contracted hours lost", "3.9%", "absence_rate percent  reported 3.9"},
      {"What per cent of all working time was lost in 2023?", "6%", "absence_rate percent 2023 reported 6"},
      {"Percentage of their working hours missed", "4%", "absence_rate percent  reported 4"},
      {"What percentage of staff in frontline teams received monthly supervision?", "83%", "supervision_rate percent  reported 83"},
      {"What share of practitioners had supervision in May 2024?", "78%", "supervision_rate percent 2024-05 reported 78"},
      {"Percentage of social workers given monthly one-to-ones", "91%", "supervision_rate percent  reported 91"},
      {"What proportion of workers have recorded supervision?", "70%", "supervision_rate percent  reported 70"},
      {"What percentage of staff were getting regular supervision?", "66%", "supervision_rate percent  reported 66"},
      {"Unfilled hours per week?", "731.5 hours unfilled", "vacancy hours  reported 731.5"},
      {"Unfilled hours?", "640 hours are currently vacant", "vacancy hours  reported 640"},
      {"Unfilled hours?", "120 vacant contracted hours", "vacancy hours  reported 120"},
      {"Contracted hours?", "6,412 contracted hours", "inpost hours  reported 6412"},
      {"Unfilled hours?", "88 hours per week unfilled", "vacancy hours  reported 88"},
  });
}

TEST_CASE("wordings: payments to recruit and keep, and the early years after qualifying") {
  check({
      {"Recruitment and retention supplement for social workers?", "\u00A35,000", "retention_payment gbp  reported 5000"},
      {"Any R&R premium for social workers?", "\u00A33,000 a year", "retention_payment gbp_per_year  reported 3000"},
      {"Recruitment & retention addition?", "\u00A31,250", "retention_payment gbp  reported 1250"},
      {"Recruitment or retention incentive?", "\u00A32,000", "retention_payment gbp  reported 2000"},
      {"Recruitment/retention uplift?", "\u00A34,000", "retention_payment gbp  reported 4000"},
      {"How many social workers have under two years' post-qualifying experience?", "131", "early_career unstated  reported 131"},
      {"Number of social workers with below 2 years' experience", "40", "early_career unstated  reported 40"},
      {"Number of social workers with less than two years' experience", "41", "early_career unstated  reported 41"},
      {"Number of social workers under 2 years qualified", "42", "early_career unstated  reported 42"},
      {"Number of workers with fewer than 2 years' experience", "43", "early_career unstated  reported 43"},
  });
}

TEST_CASE("wordings: what is no figure of the workforce") {
  const char* const question = "How many vacancies are there for social workers?";
  check({
      {question, "Please see the attached spreadsheet, 12 rows.", ""},
      {question, "See the attached list (3 pages).", ""},
      {question, "The attachment has 4 worksheets.", ""},
      {question, "Our posts are for 37 hours a week.", ""},
      {question, "Each is a 36 hour post.", ""},
      {question, "They are based on a 37.5-hour working week.", ""},
      {question, "14 for a full-time (37 hour) post.", "vacancy unstated  reported 14"},
  });
}

TEST_CASE("wordings: the date of one sentence of a question is not that of another") {
  check({
      {"How many posts are vacant? Please add the number of agency workers in 2023/24.", "11 vacant posts", "vacancy unstated  reported 11"},
      {"State your vacancies now. Also give leavers for 2022.", "7 vacancies", "vacancy unstated  reported 7"},
      {"Number of vacancies. And how many people left in the year 2022/23?", "6 vacancies", "vacancy unstated  reported 6"},
      {"As of 1 March 2022, how many social workers do you employ? How many posts are vacant?", "5 vacancies", "vacancy unstated 2022-03-01 reported 5"},
      {"How many vacancies were there in May 2022? How many leavers?", "4 vacancies", "vacancy unstated 2022-05 reported 4"},
      {"How many vacancies and leavers were there in 2022?", "3 vacancies", "vacancy unstated 2022 reported 3"},
  });
}

TEST_CASE("wordings: a figure and the one that it is compared with") {
  const char* const question = "What was the turnover rate of social workers in 2022/23?";
  check({
      {question, "It was 14.1%, down from 18.7% the year before.", "turnover_rate percent 2022-04-01/2023-03-31 reported 14.1 | turnover_rate percent 2021-04-01/2022-03-31 reported 18.7"},
      {question, "14.1%, compared with 18.7% in 2021/22.", "turnover_rate percent 2022-04-01/2023-03-31 reported 14.1 | turnover_rate percent 2021-04-01/2022-03-31 reported 18.7"},
      {question, "14.1% (up from 12% the previous year)", "turnover_rate percent 2022-04-01/2023-03-31 reported 14.1 | turnover_rate percent 2021-04-01/2022-03-31 reported 12"},
      {question, "14.1%, against 16% in 2019/20", "turnover_rate percent 2022-04-01/2023-03-31 reported 14.1 | turnover_rate percent 2019-04-01/2020-03-31 reported 16"},
      {question, "14.1%, better than the 17% that we reported for 2018/19", "turnover_rate percent 2022-04-01/2023-03-31 reported 14.1 | turnover_rate percent 2018-04-01/2019-03-31 reported 17"},
      {question, "14.1%, short of our own standard of 10%", "turnover_rate percent 2022-04-01/2023-03-31 reported 14.1"},
  });
}

TEST_CASE("wordings: the whole of which a figure is a part") {
  check({
      {"How many were newly qualified?", "64 of the 117 were newly qualified.", "newly_qualified unstated  reported 64"},
      {"How many posts are covered by agency workers?", "Agency workers covered vacancies, i.e. 16.5 FTE out of 27.0.", "agency_cover fte  reported 16.5"},
      {"How many social workers left?", "9 of the 40 left.", "leavers unstated  reported 9"},
      {"How many are agency workers?", "12 out of a total of 90 are agency workers.", "agency unstated  reported 12"},
      {"How many posts stand vacant?", "42 of 110 posts stood vacant.", "vacancy unstated  reported 42 | establishment unstated  reported 110"},
      {"How many left?", "Of the 50 who left, 9 out of 50 had retired.", "leavers unstated  reported 50 | leavers unstated  reported 9"},
  });
}

TEST_CASE("wordings: what was spent in answer to rates and spend") {
  const char* const question = "Agency social workers: the weekly rate paid, and the spend in 2021-22";
  check({
      {question, "\u00A338,212 was spent in 2021-22.", "agency_spend gbp 2021-04-01/2022-03-31 reported 38212"},
      {question, "We spent \u00A338,212.", "agency_spend gbp 2021-04-01/2022-03-31 reported 38212"},
      {question, "The total spend was \u00A338,212.", "agency_spend gbp 2021-04-01/2022-03-31 reported 38212"},
      {question, "\u00A338,212 has been spent", "agency_spend gbp 2021-04-01/2022-03-31 reported 38212"},
      {question, "Expenditure came to \u00A338,212", "agency_spend gbp 2021-04-01/2022-03-31 reported 38212"},
      {question, "\u00A31,480 per week", "agency_pay_rate gbp_per_week 2021-04-01/2022-03-31 reported 1480"},
  });
}
