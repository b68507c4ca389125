#include "normalizers/publisher_places.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/shipped_vocabulary.h"

using namespace muster;

TEST_CASE("publisher_places: the council whose seat an address gives") {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"Swyddfa'r Cyngor, Caernarfon, Gwynedd LL55 1SH", "W06000002"},
      {"Civic Centre, Regent Street, Gateshead, NE8 1HH", "E08000037"},
      {"Lambeth Town Hall, Brixton Hill, London SW2 1RW", "E09000022"},
      {"Civic Offices, Euclid Street, Swindon SN1 2JH", "E06000030"},
      {"Town Hall, Moorgate Street\nRotherham\nS60 2TH", "E08000018"},
      {"County Hall, Martineau Lane, Norwich NR1 2DH", ""},             // the county sits in a city with a council of its own
      {"County Hall, Glenfield, Leicester LE3 8RA", ""},
      {"Civic Centre, St Peter's Street, St Albans, Hertfordshire AL1 3JE", ""},  // the district, not the county around it
      {"12 High Street, Gateshead, NE8 1HH", ""},                       // no seat
      {"Civic Centre, High Street, NE1 1AA", ""},
  };
  for (const auto& [address, code] : cases) {
    CAPTURE(address);
    CHECK(council_seated_at(address, "", shipped()) == code);
  }
}

TEST_CASE("publisher_places: pages that a reply calls its own") {
  const auto told = [](const std::string& text, const char* letterhead = "") {
    Outline outline;
    outline.text = text;
    outline.nodes.push_back({.kind = NodeKind::paragraph, .span = {0, static_cast<uint32_t>(text.size())}});
    if (*letterhead) outline.facts.push_back({.name = "letterhead", .value = letterhead});
    std::string words;
    return council_of_own_pages(outline, "", shipped(), words);
  };
  CHECK(told("This is already published on the transparency pages at www.norfolk.gov.uk/transparency.") == "E10000020");
  CHECK(told("Our pay scales are available at https://www.kent.gov.uk/pay") == "E10000016");
  CHECK(told("The register can be found at www.gateshead.gov.uk/staff") == "E08000037");
  CHECK(told("Structure charts are on our website: www.swindon.gov.uk/charts") == "E06000030");
  CHECK(told("The scheme is published. See https://www.rotherham.gov.uk/foi") == "E08000018");
  CHECK(told("You may wish to ask www.norfolk.gov.uk") == "");
  CHECK(told("It is published at www.norfolk.gov.uk and at www.suffolk.gov.uk, where published") == "");
  CHECK(told("Our structure is available at www.sandwell.gov.uk/trust", "Newtown Children's Trust") == "");
}
