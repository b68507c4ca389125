#include "extractors/tables/table_confidence.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace muster;

namespace {

Table table_of(const std::vector<std::vector<std::string>>& rows, int header_rows) {
  Table table{.rows = int(rows.size()), .cols = int(rows[0].size()), .header_rows = header_rows};
  for (int r = 0; r < table.rows; ++r)
    for (int c = 0; c < table.cols; ++c) table.cells.push_back({.row = r, .col = c, .text = rows[size_t(r)][size_t(c)]});
  return table;
}

}  // namespace

TEST_CASE("what makes a table less sure") {
  const double full = table_confidence(table_of({{"Area", "Posts", "Share"}, {"North", "1", "2"}, {"South", "3", "4"}, {"East", "5", "6"}}, 1), 1);
  CHECK(full == doctest::Approx(0.97));
  struct Case {
    const char* what;
    Table table;
    double fit;
  };
  const std::vector<Case> cases = {
      {"no header", table_of({{"North", "1", "2"}, {"South", "3", "4"}, {"East", "5", "6"}}, 0), 1},
      {"blank places", table_of({{"Area", "Posts", "Share"}, {"North", "1", ""}, {"South", "3", ""}, {"East", "", "6"}}, 1), 1},
      {"rows of one cell", table_of({{"Area", "Posts", "Share"}, {"North", "", ""}, {"South", "", ""}, {"East", "5", "6"}}, 1), 1},
      {"a column without heading", table_of({{"Area", "Posts", ""}, {"North", "1", "2"}, {"South", "3", "4"}, {"East", "5", "6"}}, 1), 1},
      {"texts among values", table_of({{"Area", "Posts", "Share"}, {"North", "1", "2"}, {"South", "held over", "4"}, {"East", "5", "6"}}, 1), 1},
      {"two columns", table_of({{"Area", "Posts"}, {"North", "1"}, {"South", "3"}, {"East", "5"}}, 1), 1},
      {"words that fit badly", table_of({{"Area", "Posts", "Share"}, {"North", "1", "2"}, {"South", "3", "4"}, {"East", "5", "6"}}, 1), 0.6},
  };
  for (const auto& [what, table, fit] : cases) {
    CAPTURE(what);
    CHECK(table_confidence(table, fit) < full);
    CHECK(table_confidence(table, fit) > 0.3);
  }
}
