#include "normalizers/area_words.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "schemas/text.h"
#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

std::string places_in(const std::string& text) {
  std::vector<std::string> out;
  for (const Mention& m : areas_in(text, shipped())) out.push_back(text.substr(m.begin, m.end - m.begin));
  return joined(out, " | ");
}

struct Case { const char *text, *places; };

template <size_t count>
void check(const Case (&cases)[count]) {
  for (const Case& c : cases) CHECK_MESSAGE(places_in(c.text) == c.places, std::string(c.text) << " gave " << places_in(c.text));
}

}  // namespace

TEST_CASE("areas: a region that only says where a place lies is left out") {
  const Case cases[] = {
      {"In Newham, east London, the rate is 20%.", "Newham"},
      {"Sunderland in north-east England has 12%.", "Sunderland"},
      {"In Cardiff, Wales, posts stay empty.", "Cardiff"},
      {"Croydon, part of London, has 30 vacancies.", "Croydon"},
      {"Fife in Scotland reported none.", "Fife"},
      {"Turnover in Newham, London and Wales.", "Newham | London | Wales"},
      {"London had 17% and Newham 12%.", "London | Newham"},
  };
  check(cases);
}

TEST_CASE("areas: the others that a place is held against are left out where the place is named") {
  const Case cases[] = {
      {"Sunderland has the highest vacancy rate in England.", "Sunderland"},
      {"No council in the UK has more vacancies than Croydon.", "Croydon"},
      {"Newham was the only authority in London to reply.", "Newham"},
      {"Fife's is the lowest rate of all in Scotland.", "Fife's"},
      {"The highest rate in England was 40%.", "England"},
      {"Croydon's rate is 12%, in England it is 15%.", "Croydon's | England"},
      {"The union's England Manager spoke of Sunderland.", "Sunderland"},
  };
  check(cases);
}

TEST_CASE("areas: a country named by its councils") {
  const Case cases[] = {
      {"Staff in Scottish local authorities", "Scottish local authorities"},
      {"Welsh councils employ 4,000 social workers.", "Welsh councils"},
      {"Across English local authorities the rate rose.", "English local authorities"},
  };
  check(cases);
}
