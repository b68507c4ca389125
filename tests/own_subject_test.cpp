#include "normalizers/own_subject.h"

#include <doctest/doctest.h>

#include "schemas/text.h"
#include "tests/shipped_vocabulary.h"

using namespace muster;

TEST_CASE("own_subject: whether the first figure of an answer counts something of its own") {
  struct Case { const char* text; bool own; };
  const Case cases[] = {
      {"14", false},
      {"14 at close of play on 3 May", false},
      {"14 people, equal to 11.5 FTE.", false},
      {"Northfield: 14", false},
      {"Northfield 14, Southfield 9", false},
      {"There were 14 staff in the duty team.", false},
      {"In the northern area there were 14.", false},
      {"The average stood at 14.2", false},
      {"14 districts", true},
      {"14 of the districts took part", true},
      {"The whole budget is £14m.", true},
      {"These include VAT at 20%.", true},
      {"This includes 14 managers", true},
      {"most hold between 14 and 19", true},
  };
  for (const Case& c : cases) {
    const TextReading reading = read_words(c.text, shipped());
    for (const Mention& m : reading.mentions) {
      if (m.kind != MentionKind::quantity) continue;
      const std::string subject = own_subject(reading, m, shipped());
      CHECK_MESSAGE(!subject.empty() == c.own, c.text << " -> " << subject);
      break;
    }
  }
}
