#include "extractors/outline/find_facts.h"

#include <doctest/doctest.h>

#include "tests/letter_notation.h"

using namespace muster;
using namespace muster::notation;

TEST_CASE("find_facts: references and dates by their labels") {
  struct Case { const char *text, *name, *value; };
  const Case cases[] = {
      {"Freedom of Information Response\nNumber 10150", "reference", "10150"},
      {"Our ref: SH3.847\nFreedom of Information", "reference", "SH3.847"},
      {"FOI request\nRequest 101003526568\n1. How many?\nResponse 05-04-2024\n1. Two", "reference", "101003526568"},
      {"FOI request\nRequest 101003526568\n1. How many?\nResponse 05-04-2024\n1. Two", "letter_date", "05-04-2024"},
      {"Information request\nRequest ID\n5699\nDate Received\n3 March 2022", "reference", "5699"},
      {"Information request\nRequest ID\n5699\nDate Received\n3 March 2022", "request_date", "3 March 2022"},
      {"Freedom of information\nDate: 29/06/2017", "letter_date", "29/06/2017"},
      {"Borough Council - sent 3 April 2024\nRequest\n1. How many?\nResponse\n1. Two", "letter_date", "3 April 2024"},
      {"Freedom of information\nDecided 04/11/2022", "letter_date", "04/11/2022"},
      {"Freedom of information\nRFI 20417 — 12 May 2019", "letter_date", "12 May 2019"},
      {"Freedom of information\nDate: Mon, 12 May 2019 09:10:11 +0100", "letter_date", "12 May 2019"},
      {"Freedom of information\nCommittee for Health\nDate of response:\n17th May 2021\nRequest:\nHow many?\nResponse:\n4", "letter_date", "17th May 2021"},
      {"Rhyddid Gwybodaeth\nDyddiad / Date of response: 3 Mai / May 2021", "letter_date", "3 Mai / May 2021"},
      {"Freedom of Information Request 3316\nDate: 29/06/2017", "reference", "3316"},
      {"Freedom of information\nPublication date:\nFriday 18 September 2020\nRequest:\nHow many?\nResponse:\n4", "publication_date", "Friday 18 September 2020"},
      {"Freedom of information\nYour request of 25th March 2010 about agencies has come to me.", "request_date", "25th March 2010"},
      {"Please attend a meeting of the Staffing Committee to be held at 4.00 pm on Monday, 24 June 2019", "meeting_date", "Monday, 24 June 2019"},
      {"Staffing Committee\n24 June 2019\nReport of the Director", "meeting_date", "24 June 2019"},
      {"Staffing Committee\n24 June 2019\nReport of the Director", "committee", "Staffing Committee"},
      {"Yours sincerely\nThe Head of Workforce", "signature", "The Head of Workforce"},
      {"Write to foi@example.gov.uk, please", "email", "foi@example.gov.uk"},
      {"See www.example.gov.uk/foi.", "url", "www.example.gov.uk/foi"},
      {"Civic Offices, 1 High Street, AB1 2CD", "address", "Civic Offices, 1 High Street, AB1 2CD"},
  };
  for (const Case& c : cases) {
    const Outline o = outline_of(c.text);
    std::string found;
    for (const Fact& f : o.facts)
      if (f.name == c.name && found.empty()) {
        found = f.value;
        CHECK(o.slice(f.span) == f.value);
      }
    CHECK_MESSAGE(found == c.value, c.text << " -> " << found);
  }
}

TEST_CASE("find_facts: what is no reference and no date of the document") {
  for (const char* text : {"Freedom of information\nRequest:\n1. How many on 1 April 2020?\nResponse:\n4", "Number of posts 14", "Request details", "The 28 May 2019 was a Tuesday, as everybody in the long room could tell from the calendar on the wall, which nobody had turned."}) {
    const Outline o = outline_of(text);
    for (const Fact& f : o.facts) CHECK_MESSAGE((f.name != "reference" && f.name.find("date") == std::string::npos), text << " -> " << f.name);
  }
}
