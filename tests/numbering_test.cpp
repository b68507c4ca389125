#include "extractors/outline/numbering.h"

#include <doctest/doctest.h>

#include "schemas/text.h"
#include "tests/letter_notation.h"

using namespace muster;

TEST_CASE("numbering: labels in a row give canonical numbers") {
  struct Case { const char *labels, *numbers; };
  const Case cases[] = {
      {"1.|a.|b.|2.", "1 1a 1b 2"},          {"1a.|b.|2a.|b.", "1a 1b 2a 2b"},   {"I.|II.|III.|IV.|V.", "i ii iii iv v"},
      {"a.|b.|c.", "a b c"},                 {"1.|(i)|(ii)|2.", "1 1i 1ii 2"},   {"1.|a)|(i)|(ii)|b)", "1 1a 1ai 1aii 1b"},
      {"g.|h.|i.|j.", "g h i j"},            {"1.|a.|b.|a.|b.|2.", "1 1a 1b 1a 1b 2"}, {"1.|2.|1)|2)|3.", "1 2 2.1 2.2 3"},
      {"1.|2.|4.", "1 2 4"},                 {"A.|1.|2.|B.|1.", "a a1 a2 b b1"}, {"2.a)|b)|c)|3.", "2a 2b 2c 3"},
  };
  for (const Case& c : cases) {
    Numbering numbering;
    std::string found;
    for (const std::string_view text : split(c.labels, '|')) {
      const auto label = scan_label(text, notation::words());
      REQUIRE_MESSAGE(label, text);
      const Numbering::Place place = numbering.place(label->numbers[0], label->form);
      numbering.take(place);
      found += (found.empty() ? "" : " ") + place.number();
    }
    CHECK_MESSAGE(found == c.numbers, c.labels << " -> " << found);
  }
}
