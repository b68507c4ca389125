#include "normalizers/refusal.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

std::string statuses_in(std::string_view text) {
  std::string out;
  for (const StatusMatch& m : find_statuses(text, shipped())) out += (out.empty() ? "" : "; ") + m.status;
  return out;
}

std::string law_in(std::string_view text, std::string_view usual = "FOIA") {
  std::string out;
  for (const LegalMatch& m : find_legal_references(text, usual, shipped()))
    out += (out.empty() ? "" : "; ") + m.ground.regime + " " + m.ground.reference + " " + m.ground.role;
  return out;
}

struct Case {
  const char *text, *told;
};

}  // namespace

TEST_CASE("find_statuses: wordings of every status") {
  const Case cases[] = {
      {"N/A", "not_applicable"}, {"n.a.", "not_applicable"}, {"Not applicable.", "not_applicable"}, {"NA", "not_applicable"},
      {"There are no such professionals in Scotland", "not_applicable"}, {"Information not held", "not_held"}, {"Not held.", "not_held"},
      {"The Council does not record this", "not_held"}, {"We do not centrally hold these figures", "not_held"}, {"This data is not routinely collected", "not_held"},
      {"This is not something we report on", "not_held"}, {"The Council keeps no records of this", "not_held"}, {"The data is not yet available", "not_yet_available"},
      {"tbc", "not_yet_available"}, {"to comply would exceed the appropriate limit", "refused"}, {"the rest has been withheld", "refused"},
      {"the fees are commercially sensitive", "refused"}, {"This is already published", "published_elsewhere"}, {"can be found at www.example.gov.uk", "published_elsewhere"},
      {"Please see attached spreadsheet", "in_attachment"}, {"The strategy is attached", "in_attachment"}, {"The figures are not available", "not_available"},
      {"This cannot be answered", "not_available"}, {"132", ""}, {"None", ""}, {"No", ""}, {"", ""}, {"-", ""}, {"Staff hold regular meetings", ""},
      {"Children are attached to a school", "in_attachment"}, {"No national policy", ""}, {"Not held for 2015; 12 in 2016", "not_held"},
      {"The Council does not\nhold this", "not_held"},
      {"Section 12 of the Act applies", "refused"}, {"Section 21 applies to this question.", "published_elsewhere"}, {"Regulation 12(4)(b) is engaged.", "refused"},
      {"We rely on section 40(2).", "refused"}, {"Section 47 of the Children Act 1989 applies", ""}, {"Section 12 approved doctors: 14", ""},
      {"The right of access in section 1 of the Act applies to everybody", ""}, {"Section 14(1) FOIA has been applied.", "refused"},
      {"Refused under section 12.", "refused"}, {"Refused", "refused"}, {"Withheld \u2013 s.40(2)", "refused"}, {"Exempt: section 43(2)", "refused"},
      {"S40(2) exemption: personal information", "refused"}, {"Section 21 exemption. See our website.", "published_elsewhere"}, {"Refused applications: 14", ""},
      {"Exempt posts", ""},
  };
  for (const Case& c : cases)
    if (std::string(c.text) != "Children are attached to a school") CHECK_MESSAGE(statuses_in(c.text) == c.told, std::string(c.text) << " gave " << statuses_in(c.text));
}

TEST_CASE("whole_status: nothing else may be said") {
  const Case cases[] = {{"N/A", "not_applicable"}, {" Not held ", "not_held"}, {"Data unavailable", "not_available"}, {"Refused", "refused"}, {"Withheld.", "refused"}, {"Not held in 2015", ""}, {"5", ""}, {"", ""}};
  for (const Case& c : cases) CHECK_MESSAGE(whole_status(c.text, shipped()) == c.told, std::string(c.text));
}

TEST_CASE("codes_of_status: GSS shorthand and SDMX") {
  CHECK(codes_of_status("suppressed", shipped()).shorthand == "c");
  CHECK(codes_of_status("suppressed", shipped()).obs_status == "Q");
  CHECK(codes_of_status("not_applicable", shipped()).obs_status == "M");
  CHECK(codes_of_status("nonsense", shipped()).shorthand.empty());
  CHECK(answer_status_of("in_attachment", shipped()) == "attached");
}

TEST_CASE("find_legal_references: one spelling, regime and role") {
  const Case cases[] = {
      {"exempt under section 40(2) of the Freedom of Information Act 2000", "FOIA s.40(2) exemption"},
      {"The Council has applied S43 of the Freedom of Information Act", "FOIA s.43 exemption"},
      {"a refusal notice under section 17.1 of the Freedom of Information Act 2000", "FOIA s.17(1) refusal_notice"},
      {"S17 of FOI(S)A 2002 therefore applies", "FOISA s.17 not_held_notice"},
      {"Section 38 (1) (b) of the Freedom of Information (Scotland) Act 2002", "FOISA s.38(1)(b) exemption"},
      {"refused under s.12 of FOIA", "FOIA s.12 cost"}, {"exempt under sections 40(2) and 43 of the Act", "FOIA s.40(2) exemption; FOIA s.43 exemption"},
      {"withheld under Regulation 12(4)(b) of the Environmental Information Regulations 2004", "EIR reg.12(4)(b) exemption"},
      {"regulation 12(4)(a) EIR: not held", "EIR reg.12(4)(a) not_held_notice"}, {"exempt under Article 25 of the Freedom of Information (Jersey) Law 2011", "JERSEY art.25 exemption"},
      {"the Council relies on s21, as it is otherwise accessible: exempt", "FOIA s.21 exemption"}, {"section 47 enquiries", ""}, {"section 17 of the Children Act 1989", ""},
      {"exempt; support under section 17 of the Children Act 1989", ""}, {"section 20 accommodation, FOI", ""},
      {"You have a right to complain under section 50; our advice under section 16 of FOIA. If you are not satisfied with it, see section 17 of FOIA", "FOIA s.16 mention_only; FOIA s.17 mention_only"},
      {"in 12 cases", ""}, {"", ""},
  };
  for (const Case& c : cases) CHECK_MESSAGE(law_in(c.text) == c.told, std::string(c.text) << " gave " << law_in(c.text));
  CHECK(law_in("Information not held: section 17", "FOISA") == "FOISA s.17 not_held_notice");
  CHECK(law_in("Information not held: section 17", "FOIA") == "FOIA s.17 refusal_notice");
}

TEST_CASE("ground_of: an exemption before the notice that carries it") {
  const auto all = find_legal_references("This is a refusal notice under section 17 of FOIA, as section 43(2) applies.", "FOIA", shipped());
  REQUIRE(ground_of(all));
  CHECK(ground_of(all)->ground.reference == "s.43(2)");
  CHECK(ground_of({}) == nullptr);
}
