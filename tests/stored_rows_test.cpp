#include "dataset/stored_rows.h"

#include <doctest/doctest.h>

#include "dataset/csv_rows.h"
#include "dataset/stream_file.h"
#include "schemas/identity.h"
#include "tests/run_program.h"

using namespace muster;

TEST_CASE("stored rows: numbers have a point, no exponent and no more digits than they need") {
  const Database database("", Database::Mode::create);
  struct Case { const char *sql, *text; };
  const Case cases[] = {{"89.06", "89.06"}, {"12.0", "12"},       {"1500000.0", "1500000"}, {"100000.0", "100000"}, {"0.1", "0.1"},
                        {"1e21", "1000000000000000000000"}, {"NULL", ""}, {"''", ""},    {"7", "7"},               {"-0.5", "-0.5"}};
  for (const Case& c : cases)
    for_each_result(database, std::string("SELECT ") + c.sql, [&](const StoredRow& row) { CHECK_MESSAGE(row.at(0) == c.text, c.sql); });
}

TEST_CASE("stored rows: a directory without a dataset is told what to do") {
  CHECK_THROWS_WITH(open_stored(test_directory("no-dataset").string()), doctest::Contains("muster build"));
}

TEST_CASE("stream file: appears when it is closed, with size and digest; an unfinished one leaves nothing") {
  const auto directory = test_directory("stream");
  {
    StreamFile file((directory / "a").string());
    file.write("one,");
    file.write("two\n");
    CHECK_FALSE(std::filesystem::exists(directory / "a"));
    file.close();
    CHECK(file.bytes() == 8);
    CHECK(file.sha256() == sha256_hex("one,two\n"));
    StreamFile unfinished((directory / "b").string());
    unfinished.write("x");
  }
  CHECK(file_text(directory / "a") == "one,two\n");
  CHECK(std::distance(std::filesystem::directory_iterator(directory), {}) == 1);
}

TEST_CASE("csv rows: quotes, line ends, lines that a comment would be, and where each row begins") {
  const auto path = test_directory("csv-rows") / "a.csv";
  put_file(path, "a,b\r\n\"x\"\"y\",\"two\nlines\"\n#1,\n,\nlast,\"open");
  CsvRows rows(path.string());
  struct Case { long long line; std::vector<std::string> cells; };
  const Case cases[] = {{1, {"a", "b"}}, {2, {"x\"y", "two\nlines"}}, {4, {"#1", ""}}, {5, {"", ""}}, {6, {"last", "open"}}};
  std::vector<std::string> cells;
  for (const Case& c : cases) {
    REQUIRE(rows.next(cells));
    CHECK(cells == c.cells);
    CHECK(rows.line() == c.line);
  }
  CHECK_FALSE(rows.next(cells));
  CHECK(rows.open_quote());
}
