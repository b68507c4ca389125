#include "normalizers/bind.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "schemas/text.h"

using namespace muster;

namespace {

const Vocabulary& vocabulary() {
  static const Vocabulary v = Vocabulary::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  return v;
}

std::string code(const TextReading& r, int mention) { return mention < 0 ? "" : r.mentions[static_cast<size_t>(mention)].code; }

// "value measure period service" of each figure.
std::string bound(const std::string& text) {
  const TextReading r = read_words(text, vocabulary());
  std::vector<std::string> out;
  for (const Bound& b : bind(r, vocabulary())) {
    const Mention& figure = r.mentions[static_cast<size_t>(b.figure)];
    out.push_back(r.quantities[static_cast<size_t>(figure.index)].quantity.value + " " + code(r, b.measure) + " " + code(r, b.period) +
                  " " + code(r, b.service));
  }
  return joined(out, " | ");
}

}  // namespace

TEST_CASE("bind: words after each figure, before each figure, shared by several") {
  struct Case { const char *text, *figures; };
  const Case cases[] = {
      {"In 2021 40 staff joined and 52 left.", "40 starters 2021  | 52 leavers 2021 "},
      {"The vacancy rate was 12% in 2019 and 14% in 2020.", "12 vacancy_rate 2019  | 14 vacancy_rate 2020 "},
      {"March 2019 \u2013 9 vacancies, March 2020 \u2013 7 vacancies", "9 vacancy 2019-03  | 7 vacancy 2020-03 "},
      {"Turnover: Children's 11% / Adults 6%", "11 turnover_rate  children | 6 turnover_rate  adults"},
      {"There are 12 vacancies in Children's Services and 8 vacancies in Adult Services", "12 vacancy  children | 8 vacancy  adults"},
      {"Between 2020 and 2021 caseloads fell from 19.1 to 17.4.", "19.1 caseload 2020/2021  | 17.4 caseload 2020/2021 "},
  };
  for (const Case& c : cases) CHECK(bound(c.text) == c.figures);
}

TEST_CASE("bind: a difference is marked as such") {
  const std::string text = "Vacancies rose by 12 to 40.";
  const auto all = bind(read_words(text, vocabulary()), vocabulary());
  REQUIRE(all.size() == 2);
  CHECK(all[0].change);
  CHECK_FALSE(all[1].change);
}
