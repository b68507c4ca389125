#include "normalizers/tell_answers.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

// The answer to one question, with a note that stands elsewhere in the letter.
Answer told(const std::string& answer, const std::string& note = "", const std::string& publisher = "") {
  Outline outline;
  outline.text = note;
  outline.nodes.push_back({.kind = NodeKind::paragraph, .span = {0, static_cast<uint32_t>(note.size())}});
  Exchange e;
  e.number = "1";
  e.answer = answer;
  if (!note.empty()) e.note_nodes.push_back(0);
  outline.exchanges.push_back(e);
  DocumentRecord record;
  record.publisher_code = publisher;
  return tell_answers("d1", outline, record, shipped()).at(0);
}

}  // namespace

TEST_CASE("tell_answers: status of an answer") {
  struct Case {
    const char *answer, *status;
  };
  const Case cases[] = {
      {"", "unanswered"}, {"  ", "unanswered"}, {"132", "answered"}, {"None", "answered"}, {"Yes", "answered_yes"}, {"Yes, the contract ends in May", "answered_yes"},
      {"No", "answered_no"}, {"No.", "answered_no"}, {"No, we have not.", "answered_no"}, {"No \u2013 this was not needed", "answered_no"},
      {"No current vacancies", "answered"}, {"N/A", "not_applicable"}, {"Not applicable", "not_applicable"}, {"Information not held. We keep no record.", "not_held"},
      {"The Council does not record this.", "not_held"}, {"2016: 14. Figures for 2015 are not held.", "partly_answered"},
      {"Not held for adults", "not_held"}, {"The strategy is attached.", "attached"}, {"See attached spreadsheet", "attached"},
      {"There were 14; a list is attached.", "answered"}, {"This is published on our website.", "published_elsewhere"},
      {"To find this out would exceed the appropriate limit. There are 228 files at 40 minutes each.", "refused"}, {"The rates are commercially sensitive and are withheld.", "refused"},
      {"Part of the contract is attached; the fees are withheld.", "partly_answered"}, {"The data is not yet available.", "not_yet_available"},
      {"There are no such professionals in Scotland.", "not_applicable"}, {"This cannot be answered", "unanswered"}, {"Head of Service", "answered"},
      {"Fewer than 5", "answered"},
      {"Section 12 of the Act applies: it would take more than 18 hours to find this.", "refused"},
      {"Section 22 of the Act applies. The table is printed every January.", "not_yet_available"},
      {"We rely on s.43(2) for the rates.", "refused"}, {"Article 16 applies: the search would take 64 hours.", "refused"},
      {"It would cost \u00A3600 to redact these. Section 12 of the Freedom of Information (Scotland) Act 2002 applies.", "refused"},
      {"The authority has carried out no such analysis.", "not_held"}, {"The figures are to be published within 12 weeks.", "not_yet_available"},
      {"The number is small and is withheld under exception 2.11 of the Code.", "refused"}, {"See Annex B.", "attached"}, {"Please see Appendix 2", "attached"},
      {"Year\tOwn\tAgency\n2016/17\t16%\tInformation not held", "answered"}, {"Year\tOwn\nMarch 2016\tnot held", "not_held"},
      {"Year by year:\nTeam\t2020\t2021\nNorth\t54\t58\nNote: to find those of other teams would exceed the appropriate limit under section 12.", "partly_answered"},
      {"Elmshire County Council \u2013 Not applicable. Schools pay for this themselves.", "not_applicable"}, {"Oakham Borough Council: N/A", "not_applicable"},
      {"We do not track or count this at present", "not_held"}, {"The trust does not log reasons.", "not_held"},
      {"s.40(2) personal information. Only the first 3 tiers are named in public; this is withheld.", "refused"},
      {"North\t12\nSouth\t9\nThe East office does not record this.", "partly_answered"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(told(c.answer).status == c.status, std::string(c.answer) << " gave " << told(c.answer).status);
}

TEST_CASE("tell_answers: the law, also from a note at a distance") {
  const Answer cost = told("Refused under section 12 of FOIA: 300 hours of work.");
  CHECK(cost.status == "refused");
  CHECK(cost.legal.role == "cost");
  const Answer hidden = told("Fewer than 5", "The exact number is exempt under section 40 (2) of the Freedom of Information Act.");
  CHECK(hidden.status == "partly_answered");
  CHECK(hidden.legal.reference == "s.40(2)");
  const Answer shown = told("14", "Numbers under 5 are not given: section 40(2) of the Act.");
  CHECK(shown.status == "answered");
  CHECK(shown.legal.reference.empty());
  const Answer noticed = told("We do not hold this. This is a refusal notice under section 17.1 of FOIA, as under section 1.1 nothing is held.");
  CHECK(noticed.status == "not_held");
  CHECK(noticed.legal.reference == "s.17(1)");
  const Answer elsewhere = told("The Council relies on S21 of the FOI Act: it can be found at https://www.example.gov.uk/spending for 2019.");
  CHECK(elsewhere.status == "published_elsewhere");
  CHECK(elsewhere.legal.reference == "s.21");
  CHECK(told("Information not held: section 17 applies", "", "S12000020").legal.regime == "FOISA");
  CHECK(told("Information not held: section 17 applies", "", "E06000015").legal.role == "refusal_notice");
  CHECK(told("Support under section 17 of the Children Act: 14").legal.reference.empty());
}

TEST_CASE("tell_answers: rows keep order and have ids of their own") {
  Outline outline;
  for (int i = 0; i < 2; ++i) outline.exchanges.emplace_back().answer = "5";
  const auto answers = tell_answers("d1", outline, {}, shipped());
  REQUIRE(answers.size() == 2);
  CHECK(answers[0].answer_id != answers[1].answer_id);
}
