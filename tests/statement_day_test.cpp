#include "normalizers/statement_day.h"

#include <doctest/doctest.h>

#include <string>

#include "normalizers/vocabulary_tables.h"
#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

// The day told for a measure beside a table under the sentence; empty for none.
std::string day_of(const std::string& sentence, const char* measure) {
  const TextReading words = read_words(sentence, shipped());
  Scene scene;
  scene.statements.push_back({ContextKind::statement, 0, &words, {}});
  const PeriodMatch* day = day_in_statement(scene, shipped().tables().workforce.measures.at(measure));
  return day ? day->period.iso : "";
}

}  // namespace

TEST_CASE("a statement that names a measure dates what is counted on a day") {
  struct Case { const char *sentence, *measure, *day; };
  const Case cases[] = {
      {"Posts and vacancies are full-time equivalents on 31 May 2024.", "vacancy", "2024-05-31"},
      {"Vacant posts are counted in FTE as at 1 April 2023.", "establishment", "2023-04-01"},
      {"Agency workers are a headcount on 30 September 2022.", "agency", "2022-09-30"},
      {"Vacancies are FTE.", "vacancy", ""},
      {"Vacancies are FTE on 31 May 2024 and on 31 May 2023.", "vacancy", ""},
      {"Vacancies are FTE on 31 May 2024.", "leavers", ""},
      {"The page was changed on 31 May 2024.", "vacancy", ""},
  };
  for (const Case& c : cases) CHECK_MESSAGE(day_of(c.sentence, c.measure) == c.day, c.sentence);
}
