#include "dataset/workbook/cell_text.h"

#include <doctest/doctest.h>

#include "schemas/text.h"

using namespace muster;

TEST_CASE("cell_text: what XML has no place for is escaped, all else stays") {
  const struct {
    std::string_view text, expected;
  } rows[] = {
      {"", ""},
      {"plain £5 – 🙂", "plain £5 – 🙂"},
      {"tab\tand\nnewline", "tab\tand\nnewline"},
      {"return\rhere", "return_x000D_here"},
      {"\x01", "_x0001_"},
      {"_x0041_", "_x005F_x0041_"},
      {"_x004_ and _xZZZZ_ and _x0041", "_x004_ and _xZZZZ_ and _x0041"},
      {"a\xEF\xBF\xBE" "b\xEF\xBF\xBF", "a_xFFFE_b_xFFFF_"},
  };
  for (const auto& row : rows) {
    CHECK(cell_text(row.text).text == row.expected);
    CHECK_FALSE(cell_text(row.text).cut);
  }
}

TEST_CASE("cell_text: longer than a cell is cut with a word that says so, never inside a character") {
  constexpr size_t most = 32'767;
  CHECK_FALSE(cell_text(std::string(most, 'x')).cut);
  std::string pounds;
  for (size_t i = 0; i <= most; ++i) pounds += "£";
  const CellText cut = cell_text(pounds);
  CHECK(cut.cut);
  CHECK(code_points(cut.text) == most);
  CHECK(cut.text.starts_with("££"));
  CHECK(cut.text.ends_with("£ [cut: all 32768 characters are in workforce.sqlite]"));
}
