#include "dataset/sorted_rows.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "dataset/shelf.h"
#include "tests/run_program.h"

using namespace muster;

namespace {

std::string told(SortedRows& rows) {
  std::string out;
  rows.for_each([&](const SortedRows::Row& row) { out += row.key + "=" + row.value + " "; });
  return out;
}

}  // namespace

TEST_CASE("sorted_rows: in order of keys, equal keys as they came, more rows later") {
  SortedRows rows(std::make_shared<Shelf>());
  CHECK(rows.empty());
  for (const auto& [key, value] : {std::pair("b", "1"), {"a", "2"}, {"b", "3"}, {"", "4"}}) rows.add(key, value);
  CHECK(told(rows) == "=4 a=2 b=1 b=3 ");
  rows.add("a", "5");
  CHECK(told(rows) == "=4 a=2 a=5 b=1 b=3 ");
  CHECK(!rows.empty());
}

TEST_CASE("sorted_rows: the order is the same however little memory there is") {
  std::mt19937 random(11);
  SortedRows roomy(std::make_shared<Shelf>()), narrow(std::make_shared<Shelf>(test_directory("rows").string()), 2000);
  for (int i = 0; i < 3000; ++i) {
    const std::string key = sortable(random() % 500), value = std::to_string(i) + std::string(random() % 40, 'x');
    roomy.add(key, value);
    narrow.add(key, value);
  }
  CHECK(told(narrow) == told(roomy));
  CHECK(told(narrow) == told(roomy));  // read again
}

TEST_CASE("sorted_rows: groups of equal keys, large ones cut") {
  SortedRows rows(std::make_shared<Shelf>());
  for (const char* key : {"c", "a", "c", "b", "c", "c"}) rows.add(key, "");
  std::string groups;
  rows.for_each_group(2, [&](const std::vector<SortedRows::Row>& group) { groups += group.front().key + std::to_string(group.size()) + " "; });
  CHECK(groups == "a1 b1 c3 ");
}

TEST_CASE("keys: numbers sort as numbers, parts do not run into one another") {
  CHECK(sortable(2) < sortable(10));
  CHECK(sortable(255) < sortable(256));
  CHECK(joined_key({"a", "bc"}) != joined_key({"ab", "c"}));
}
