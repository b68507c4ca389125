#include "extractors/outline/find_reference.h"

#include <doctest/doctest.h>

using namespace muster;

TEST_CASE("find_reference: numbers after words of a request, codes alone, and what is neither") {
  struct Case { const char *line, *value; ReferenceForm form; };
  const Case cases[] = {
      {"Freedom of Information Request 3316", "3316", ReferenceForm::request},
      {"RFI 20417 — 12 May 2019", "20417", ReferenceForm::request},
      {"FOI-04412 Stay payments", "FOI-04412", ReferenceForm::request},
      {"FOI/883/21", "FOI/883/21", ReferenceForm::request},
      {"Response to request K20914, 2 June 2022", "K20914", ReferenceForm::request},
      {"Freedom of Information request LUTON-4410", "LUTON-4410", ReferenceForm::request},
      {"Freedom of Information 23/118", "23/118", ReferenceForm::request},
      {"8 June 2021 Our reference 30552", "30552", ReferenceForm::request},
      {"Agency staff, TRW-5519", "TRW-5519", ReferenceForm::code},
      {"TFR6610223 07 19", "TFR6610223 07 19", ReferenceForm::code},
      {"Freedom of Information Act 2000", "", ReferenceForm::none},
      {"Freedom of information 2019/20", "", ReferenceForm::none},
      {"Civic Centre, High Street, Hexley HX4 2AB", "", ReferenceForm::none},
      {"Telephone: 01632 960123", "", ReferenceForm::none},
      {"12 May 2019", "", ReferenceForm::none},
      {"We hold 4,120 records", "", ReferenceForm::none},
  };
  for (const Case& c : cases) {
    const std::string_view line(c.line);
    const PrintedReference found = find_reference(line);
    CHECK_MESSAGE((found.value == c.value && found.form == c.form), c.line << " -> " << found.value);
  }
}

TEST_CASE("glued_reference: letters that belong to the number") {
  struct Case { const char *line, *value; };
  const Case cases[] = {{"FOI-2021-377: Day centres", "FOI-2021-377"}, {"FOI.22.904 Caseloads", "FOI.22.904"}, {"FOISA/2020/AC-118", "FOISA/2020/AC-118"},
                        {"FOI 20417", ""}, {"Ref: 20417", ""}, {"IT-support", ""}};
  for (const Case& c : cases) CHECK_MESSAGE(glued_reference(c.line) == c.value, c.line);
}
