#include "normalizers/bare_figures.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "normalizers/propose.h"
#include "normalizers/resolve.h"
#include "schemas/text.h"
#include "tests/outline_of_paragraphs.h"

using namespace muster;

namespace {

// Lines are parted by '|'; "measure unit value" of each row.
std::string rows_of(const std::string& lines) {
  static const Vocabulary vocabulary = Vocabulary::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  const Outline outline = outline_of_paragraphs(lines);
  Diagnostics diagnostics;
  std::vector<std::string> out;
  for (const Observation& o : resolve("d1", propose(outline, vocabulary, diagnostics), outline, {}, vocabulary, diagnostics))
    out.push_back(o.measure + " " + o.unit + " " + o.quantity.value);
  return joined(out, " | ");
}

}  // namespace

TEST_CASE("figures on lines of their own take the label that takes turns with them") {
  struct Case { const char *what, *lines, *rows; };
  const Case cases[] = {
      {"labels first", "Vacant posts (FTE)|24.6|Agency rate|9.5%", "vacancy fte 24.6 | agency_rate percent 9.5"},
      {"figures first", "24.6|Vacant posts (FTE)|9.5%|Agency rate", "vacancy fte 24.6 | agency_rate percent 9.5"},
      {"a title over the labels", "Key figures of the service|Average caseload|17.2|Leavers|12", "caseload cases_per_worker 17.2 | leavers unstated 12"},
      {"words that a header would have", "Agency (FTE)|31.7|Social workers (FTE)|163.6", "agency fte 31.7 | inpost fte 163.6"},
      {"per cent in the label", "% of posts vacant|12.4|Staff turnover rate|15.1", "vacancy_rate percent 12.4 | turnover_rate percent 15.1"},
      {"a label at both ends: whose is not certain", "Vacancies|12|Leavers", ""},
      {"a label of another subject", "Visits to this page|1,204|Comments|12", ""},
  };
  for (const Case& c : cases) CHECK_MESSAGE(rows_of(c.lines) == c.rows, c.what << " gave " << rows_of(c.lines));
}

TEST_CASE("labelled lines: the words before the colon or dash are read like a header") {
  CHECK(rows_of("Agency (FTE): 31.7") == "agency fte 31.7");
  CHECK(rows_of("Social workers (headcount) \u2013 163") == "inpost headcount 163");
  CHECK(rows_of("% agency staff = 14.9") == "agency_rate percent 14.9");
  CHECK(rows_of("Telephone: 01632") == "");
}
