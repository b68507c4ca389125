#include "normalizers/whole_of_part.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "normalizers/propose.h"
#include "normalizers/resolve.h"
#include "schemas/text.h"
#include "tests/outline_of_paragraphs.h"
#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

std::string rows_of(const std::string& text) {
  const Outline outline = outline_of_paragraphs(text);
  Diagnostics diagnostics;
  std::vector<std::string> out;
  for (const Observation& o : resolve("d1", propose(outline, shipped(), diagnostics), outline, {}, shipped(), diagnostics))
    out.push_back(o.measure + " " + o.quantity.value + " " + o.unit);
  return joined(out, " | ");
}

struct Case { const char *text, *rows; };

template <size_t count>
void check(const Case (&cases)[count]) {
  for (const Case& c : cases) CHECK_MESSAGE(rows_of(c.text) == c.rows, std::string(c.text) << " gave " << rows_of(c.text));
}

}  // namespace

TEST_CASE("the whole of which a part is vacant is the establishment") {
  const Case cases[] = {
      {"In June 42 of 110 social worker posts stood vacant.", "vacancy 42 unstated | establishment 110 unstated"},
      {"Of the service, 12 out of a total of 96 posts for social workers are vacant.", "vacancy 12 unstated | establishment 96 unstated"},
      {"The report shows 7 vacancies out of 58 social work positions.", "vacancy 7 unstated | establishment 58 unstated"},
      {"15 of its 80 social worker jobs were unfilled.", "vacancy 15 unstated | establishment 80 unstated"},
      {"There are 9 vacant posts of 61 posts in the children's social work teams.", "vacancy 9 unstated | establishment 61 unstated"},
  };
  check(cases);
}

TEST_CASE("people who are counted beside the words of a rate are no per cent") {
  const Case cases[] = {
      {"On that day 25 employees in social care were absent through sickness.", ""},
      {"Sickness absence in adult social care: 14 staff were off.", ""},
      {"The sickness absence rate of social workers is 5.2%.", "absence_rate 5.2 percent"},
      {"Social care staff absent through sickness for more than 5 days are seen by a manager.", ""},
      {"Those off sick in social care for over 4 weeks are referred.", ""},
  };
  check(cases);
}

TEST_CASE("the whole beside agency workers is no count of them") {
  const Case cases[] = {
      {"The service had 52 agency social workers in May, out of a total of 174.", "agency 52 unstated"},
      {"There were 14 agency social workers out of 90.", "agency 14 unstated"},
      {"It uses 8 locum social workers out of a workforce of 61.", "agency 8 unstated"},
  };
  check(cases);
}
