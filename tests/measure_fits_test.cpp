#include "normalizers/measure_fits.h"

#include <doctest/doctest.h>

#include "normalizers/vocabulary_tables.h"
#include "tests/shipped_vocabulary.h"

using namespace muster;

TEST_CASE("fits: a count may be printed in per cent only where the measure has a rate") {
  CHECK(fits(shipped(), "vacancy", "percent"));
  CHECK_FALSE(fits(shipped(), "establishment", "percent"));
  CHECK_FALSE(fits(shipped(), "vacancy", "gbp"));
  CHECK(fits(shipped(), "salary", "gbp_per_year"));
}
