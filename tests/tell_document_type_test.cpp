#include "extractors/outline/tell_document_type.h"

#include <doctest/doctest.h>

#include "tests/letter_notation.h"

using namespace muster;
using namespace muster::notation;

TEST_CASE("tell_document_type: by the words at the head") {
  struct Case { const char *text, *type; };
  const Case cases[] = {
      {"Freedom of information response\nRequest:\n1. How many?\nResponse:\n1. Four", "foi_response"},
      {"Request\nHow many?\nDecision\nFour", "foi_response"},
      {"Freedom of information request\n1. How many posts are there?\n2. How many are vacant?\nI look forward to your reply.", "request"},
      {"Public Document Pack\nStaffing Committee\nAGENDA", "agenda_pack"},
      {"People Scrutiny Committee\nReport of the Director\nPurpose of report\nText.", "committee_report"},
      {"Agenda item\n# Recruitment\n# Minutes:\nMembers heard that staff were few.", "minutes"},
      {"Hansard\nA Member asked the Secretary of State how many posts there are.\nThe Minister: There are 4.", "written_answer"},
      {"Workforce improvement plan 2024\n|Action|Owner|By when|\n|Hire|Head|May|", "action_plan"},
      {"Therapists\n1. How many therapists does the council employ?\nNine are employed.\n2. How many posts are vacant?\nTwo.", "foi_response"},
      {"Therapists\n1. Number of therapists in each year\n|2021|9|\n2. What did cover cost?\nNothing.", "foi_response"},
      {"About us\n1. Who are we?\nA team.\n2. Where do we work?\nIn the town.", "other"},
      {"Inspection\n1. When children go missing, they are visited.\nStaff find them.\n2. The number of children in care has fallen.\nMore live nearby.\n3. How plans are made has changed.\nThey are better.", "other"},
      {"Vacancies rise\nThe union\u2019s secretary said: \u201CIt cannot go on.\u201D", "news"},
      {"Staffing dashboard\nNewtown Council \u00B7 Scrutiny Panel, 5 July 2024 \u00B7 Item 8\nText.", "committee_report"},
      {"Agenda\n1. Apologies\nMinutes\n2. Staffing", "agenda_pack"},
      {"Recipes for bread", "other"},
      {"", "other"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(outline_of(c.text).document_type == c.type, c.text);
}
