#include "extractors/outline/tell_zones.h"

#include <doctest/doctest.h>

#include "extractors/outline/compose_text.h"
#include "tests/letter_notation.h"

using namespace muster;
using namespace muster::notation;

namespace {

// A letter for each passage: q request, r reply, v value of a record, c closing, - none; capital where it is a marker.
std::string zones_of(std::string_view letter) {
  std::vector<Passage> passages = compose_text(blocks_of(letter)).passages;
  tell_zones(passages, words());
  std::string out;
  for (const Passage& p : passages) {
    const char zone = "-qrvc"[static_cast<int>(p.zone)];
    out += p.marker ? static_cast<char>(zone - 'a' + 'A') : zone;
  }
  return out;
}

}  // namespace

TEST_CASE("tell_zones: headings, labels and set phrases tell the parts of a letter") {
  struct Case { const char *letter, *zones; };
  const Case cases[] = {
      {"Request:\nHow many?\nResponse:\nFour", "QqRr"},
      {"Request ID\n5699\nDate Received\n3 March\nDetails\nHow many?\nOur response\nFour", "VvVvQqRr"},
      {"Dear Requester\nYou asked for the following:\nHow many?\nI can confirm that we hold this.\nFour", "cQqrr"},
      {"Your request\nHow many?\nDecision\nFour\nIf you are unhappy with how we dealt with this, write to:\nThe Officer\n1 High Street", "QqRrccc"},
      {"Request\nHow many?\nResponse 13-10-2025\nFour\nYours sincerely\nThe Officer", "QqRrcc"},
      {"Request\nHow many?\nResponse\nFour\nNotes\nBy headcount", "QqRrrr"},
      {"Purpose\nThis report is about things.", "--"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(zones_of(c.letter) == c.zones, c.letter << " -> " << zones_of(c.letter));
}

TEST_CASE("tell_zones: class words of the markup count where they differ within the page") {
  Blocks blocks = blocks_of("Staff\nHow many?\nFour");
  for (Block& b : blocks.blocks) b.ancestry = {"node-type-foi-response"};
  blocks.blocks[1].ancestry.push_back("field--request");
  blocks.blocks[2].ancestry.push_back("field--response");
  std::vector<Passage> passages = compose_text(blocks).passages;
  tell_zones(passages, words());
  CHECK(passages[0].zone == Zone::none);
  CHECK(passages[1].zone == Zone::request);
  CHECK(passages[2].zone == Zone::reply);
}
