#include "dataset/personal_data.h"

#include <doctest/doctest.h>

#include "schemas/text.h"

using namespace muster;

namespace {

std::string told(std::string_view text) {
  std::string out;
  for (const PersonalData& p : find_personal_data(text)) out += (out.empty() ? "" : "; ") + p.kind + " " + p.text;
  return out;
}

}  // namespace

TEST_CASE("find_personal_data: names, addresses of mail and telephone numbers; roles, bodies and figures stay") {
  struct Case { const char *text, *told; };
  const Case cases[] = {
      {"Head of Service \u2013 Ann Brown", "name Ann Brown"},
      {"Lead officer: John P Smith.", "name John P Smith"},
      {"Please ask Mrs A Green about it", "name Mrs A Green"},
      {"Yours sincerely\n\nMary O'Hara\nInformation Officer", "name Mary O'Hara"},
      {"Contact foi@northtown.gov.uk or 01234 567890", "email foi@northtown.gov.uk; telephone 01234 567890"},
      {"Head of Service \u2013 Adult Care", ""},
      {"Yours sincerely\n\nInformation Governance Team", ""},
      {"The council spent \u00A31,234,567 on 0123 posts in 2021/22", ""},
      {"Director of Children's Services", ""},
      {"", ""},
  };
  for (const Case& c : cases) CHECK_MESSAGE(told(c.text) == c.told, std::string(c.text) << " gave " << told(c.text));
}

TEST_CASE("redact_personal_data covers every text of a result and keeps its offsets") {
  DocumentResult letter;
  letter.outline.text = "Lead officer: Ann Brown\nMail ann.brown@northtown.gov.uk";
  letter.interpretation.answers.push_back({.answer = "Lead officer: Ann Brown"});
  letter.outline.actions.push_back({.responsibility = "Ann Brown, Head of Service"});
  letter.interpretation.record.sender = "Ann Brown, Northtown Council";
  Dataset dataset{{letter}, {}};
  SortedRows found(std::make_shared<Shelf>());
  take_personal_data(letter, 0, found);
  mark_personal_data(dataset, found);
  CHECK(dataset.documents[0].diagnostics.list().size() == 2);
  redact_personal_data(dataset);
  const DocumentResult& covered = dataset.documents[0];
  CHECK(covered.interpretation.answers[0].answer == "Lead officer: *********");
  CHECK(covered.outline.actions[0].responsibility == "*********, Head of Service");
  CHECK(covered.outline.text == "Lead officer: *********\nMail **************************");
  CHECK(covered.interpretation.record.sender == "*********, Northtown Council");
}
