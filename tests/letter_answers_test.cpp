// Whole letters, small: what is told of the figures of their answers.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "normalizers/propose.h"
#include "normalizers/resolve.h"
#include "schemas/text.h"
#include "tests/letter_notation.h"
#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

std::string parted(const std::string& mark, const std::string& text) { return text.empty() ? "" : mark + text; }

// "measure value unit @period /team +breakdown !status" of each row; what is empty is left out, and so is "reported".
std::string told(const std::string& letter) {
  const Outline outline = notation::outline_of(letter);
  Diagnostics diagnostics;
  std::vector<std::string> out;
  for (const Observation& o : resolve("d1", propose(outline, shipped(), diagnostics), outline, {}, shipped(), diagnostics)) {
    const std::string upper = o.quantity.value_upper.empty() ? "" : ".." + o.quantity.value_upper;
    out.push_back(o.measure + parted(" ", o.quantity.value + upper) + parted(" ", o.unit == "unstated" ? "" : o.unit) + parted(" @", o.period.iso) +
                  parted(" /", o.team) + parted(" +", o.breakdown) + parted(" !", o.quantity.status == "reported" ? "" : o.quantity.status));
  }
  return joined(out, " | ");
}

std::string letter_of(const std::string& question, const std::string& answer) {
  return "# Freedom of information\n# Request\n1. " + question + "\n# Response\n1. " + answer;
}

}  // namespace

TEST_CASE("answers: the question says what a bare figure counts, its own words where they name a subject") {
  struct Case { const char *question, *answer, *rows; };
  const Case cases[] = {
      {"How many occupational therapists work for you?", "34 people, equal to 21.5 FTE.", "inpost 34 headcount | inpost 21.5 fte"},
      {"How many social workers are aged under 30?", "14", "inpost 14 +age=under 30"},
      {"How many social workers started in each of the last two years?", "2019 - 2020: 44; 2020/2021: 39",
       "starters 44 @2019-04-01/2020-03-31 | starters 39 @2020-04-01/2021-03-31"},
      {"How many social workers do you employ?", "Northfield 16, Southfield 9", "inpost 16 /Northfield | inpost 9 /Southfield"},
      {"What is the average caseload of a social worker?", "There is no maximum. The average is 17.1.", "caseload 17.1 cases_per_worker"},
      {"What did you spend on agency social workers in 2019/20?", "The whole budget of the council is £1.9bn.", ""},
      {"How many social workers do you employ?", "We have 14 offices.", ""},
      {"How many social workers do you employ?", "This includes 14 managers.", ""},
      {"How many posts of social workers are vacant?", "Northfield 11.0 3.5 19.2", ""},
      {"What did you spend on agency social workers in 2019/20?", "Section 12 of the Act applies, as it would take 40 hours to find this.", "agency_spend gbp @2019-04-01/2020-03-31 !refused"},
      {"Salary scales of social workers", "These are on our website and otherwise accessible; section 21 of the Act applies.", "salary gbp_per_year !published_elsewhere"},
      {"What would it cost to fill every vacancy of social workers?", "We do not hold this.", ""},
      {"How many social workers had children on their lists?", "All three were in one team.", ""},
      {"Social workers in the Duty and Intake Team", "6 fte", "inpost 6 fte /Duty and Intake"},
      {"Age profile of your social workers", "Under 35\n4\n35 to 54\n11", "inpost 4 +age=Under 35 | inpost 11 +age=35 to 54"},
      {"What is the turnover rate of social workers?", "It went up to 14.6% (national average: 16%).", "turnover_rate 14.6 percent | turnover_rate 16 percent"},
      {"How long have your social workers been with you?", "Under 1 year 22%, under 2 years 35%.",
       "service_length_share 22 percent +length_of_service=Under 1 year | service_length_share 35 percent +length_of_service=under 2 years"},
      {"What is your agency spend expected to be in 2031/32?", "£14.2m", "agency_spend 14200000 gbp @2031-04-01/2032-03-31 !planned"},
      {"Expected agency spend on social workers in 2031/32?", "£14.2m", "agency_spend 14200000 gbp @2031-04-01/2032-03-31 !planned"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(told(letter_of(c.question, c.answer)) == c.rows, std::string(c.question) << " / " << std::string(c.answer) << " -> " << told(letter_of(c.question, c.answer)));
}

TEST_CASE("answers: days named before, stretches asked for as a whole") {
  struct Case { const char *first, *first_answer, *second, *second_answer, *rows; };
  const Case cases[] = {
      {"How many social workers were in post on 1 March 2021?", "14", "How many posts of social workers were vacant on that day?", "3",
       "inpost 14 @2021-03-01 | vacancy 3 @2021-03-01"},
      {"How many social workers do you have?", "14 on 1 March 2021", "How many posts of social workers are vacant?", "Four posts were unfilled on the same date.",
       "inpost 14 @2021-03-01 | vacancy 4 @2021-03-01"},
      {"How many social workers have you recruited from abroad since 1 June 2018?", "None", "How many social workers left in each year since 2018?", "Nil",
       "international_recruits 0 @2018-06-01/.. | leavers 0"},
  };
  for (const Case& c : cases) {
    const std::string letter = std::string("# Freedom of information\n# Request\n1. ") + c.first + "\n2. " + c.second + "\n# Response\n1. " + c.first_answer + "\n2. " + c.second_answer;
    CHECK_MESSAGE(told(letter) == c.rows, letter << " -> " << told(letter));
  }
}

TEST_CASE("pages: pay by role in a list, shares of other bodies") {
  CHECK(told("# Working for us\nOur social work roles come with this pay package:\n• Social worker (points 3 to 8): £33,898 to £37,055 per annum\n• Team manager: £45,377 to £49,437 per annum") ==
        "salary 33898..37055 gbp_per_year +pay_point=3 to 8 | salary 45377..49437 gbp_per_year");
  CHECK(told("# Vacancies of social workers\nAt 31 March 2019, 39% of services reported vacancies. The vacancy rate of social workers was 14%.") == "vacancy_rate 14 percent @2019-03-31");
}

TEST_CASE("answers: words about a sign and the request told again hold no figure") {
  CHECK(told("# Freedom of information\nYou asked how many of the 14 social worker posts were vacant.\n# Request\n1. How many social workers do you employ?\n# Response\n1. 12") == "inpost 12");
  CHECK(told(letter_of("How many agency social workers do you have?", "4\nN/A: not counted apart before 2016.")) == "agency 4");
}

TEST_CASE("answers: a refusal is one row for each measure asked") {
  struct Case { const char *question, *answer, *rows; };
  const char* spent = "How much was spent on agency social workers in 2019/20?";
  const char* absent = "agency_spend gbp @2019-04-01/2020-03-31 !refused";
  const Case cases[] = {
      {spent, "Section 12 of the Act applies: to find this would take more than 18 hours.", absent},
      {spent, "Refused under section 12 of the Freedom of Information Act 2000.", absent},
      {spent, "To find this we would read 400 files at 20 minutes each, which would exceed the appropriate limit. This part is refused under section 12(1).", absent},
      {spent, "We rely on section 43(2), commercial interests. The public interest favours withholding the rates.", absent},
      {spent, "S43(2) \u2013 exempt information.", absent},
      {spent, "Not held.", "agency_spend gbp @2019-04-01/2020-03-31 !not_held"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(told(letter_of(c.question, c.answer)) == c.rows, c.answer << " -> " << told(letter_of(c.question, c.answer)));
}

TEST_CASE("answers: no is no amount of money, though it may count people; nothing spent is one") {
  CHECK(told(letter_of("Does the team have any vacant posts, and what is their unspent salary a year?", "No")).find("gbp") == std::string::npos);
  CHECK(told(letter_of("How much was spent on agency social workers in 2019/20?", "No")) == "");
  CHECK(told(letter_of("How much was spent on agency social workers in 2019/20?", "Nil")) == "agency_spend 0 gbp @2019-04-01/2020-03-31");
}
