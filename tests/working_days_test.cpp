#include "normalizers/working_days.h"

#include <doctest/doctest.h>

#include "tests/shipped_vocabulary.h"

using namespace muster;

TEST_CASE("working_days_after: the twentieth working day, with the bank holidays of the nation's law") {
  struct Case { const char *sent, *nation, *due; };
  const Case cases[] = {
      {"2024-01-08", "England", "2024-02-05"},   // no bank holiday within
      {"2021-12-20", "England", "2022-01-21"},   // Christmas, Boxing and New Year by substitute days; 4 January is one in Scotland
      {"2021-12-20", "Scotland", "2022-01-21"},  // 27, 28 December, 3 and 4 January
      {"2023-03-10", "England", "2023-04-12"},   // St Patrick's Day counts everywhere under FOIA; Good Friday, Easter Monday
      {"2023-03-10", "Scotland", "2023-04-10"},  // Good Friday alone
      {"2022-08-24", "Wales", "2022-09-23"},     // summer bank holiday, state funeral
      {"2020-02-29", "England", "2020-03-30"},   // sent on a Saturday
      {"", "England", ""},
      {"2020-13-01", "England", ""},
      {"2020-02", "England", ""},
  };
  for (const Case& c : cases) CHECK_MESSAGE(working_days_after(c.sent, days_to_reply, c.nation, shipped()) == c.due, std::string(c.sent) << " " << c.nation << " gave " << working_days_after(c.sent, days_to_reply, c.nation, shipped()));
}

TEST_CASE("working_days_between counts up to the day of the reply") {
  CHECK(working_days_between("2024-01-08", "2024-02-05", "England", shipped()) == 20);
  CHECK(working_days_between("2024-01-08", "2024-01-08", "England", shipped()) == 0);
  CHECK(working_days_between("2024-01-08", "2024-01-05", "England", shipped()) == 0);
  CHECK(working_days_between("2024-01-08", "", "England", shipped()) == -1);
  CHECK(bank_holidays_known_until(shipped()) == "2027-12-31");
}
