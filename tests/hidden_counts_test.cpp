#include "normalizers/hidden_counts.h"

#include <doctest/doctest.h>

#include <cmath>

#include "schemas/text.h"
#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

// "7", "<5" (0 to 4), "1-4" hidden with these bounds, "c" hidden without any, "?" not available, "-" not applicable.
Quantity quantity(const std::string& cell) {
  if (cell == "<5") return {.value = "0", .value_upper = "4", .qualifier = "less_than", .status = "suppressed"};
  if (cell == "1-4") return {.value = "1", .value_upper = "4", .qualifier = "range", .status = "suppressed"};
  if (cell == "c") return {.qualifier = "exact", .status = "suppressed"};
  if (cell == "?") return {.qualifier = "exact", .status = "not_available"};
  if (cell == "-") return {.qualifier = "exact", .status = "not_applicable"};
  return {.value = cell, .qualifier = "exact", .status = "reported"};
}

// A table drawn as rows of cells: teams down (the last row their total), grades across (the last column theirs, when there are several).
std::vector<Observation> table(const std::vector<std::string>& rows, const std::string& unit = "headcount") {
  std::vector<Observation> out;
  for (size_t r = 0; r < rows.size(); ++r) {
    const std::vector<std::string_view> cells = split(rows[r], ' ');
    for (size_t c = 0; c < cells.size(); ++c) {
      Observation o{.measure = "vacancy", .unit = unit};
      if (r + 1 < rows.size()) o.team = "Team " + std::string(1, static_cast<char>('A' + r));
      if (c + 1 < cells.size()) o.grade = std::to_string(c + 1);
      o.table_id = "t1";
      o.row = static_cast<int>(r);
      o.col = static_cast<int>(c);
      o.raw = cells[c];
      o.quantity = quantity(o.raw);
      out.push_back(std::move(o));
    }
  }
  return out;
}

std::string place(const std::vector<Observation>& all, size_t i) { return std::string(1, static_cast<char>('A' + all[i].row)) + std::to_string(all[i].col + 1); }

// "A1=3 B2=1..2; hide C1": what is told, and what to hide.
std::string words(const std::vector<Observation>& all, const TableDisclosure& found) {
  std::string out;
  for (const HiddenCount& h : found.hidden) {
    if (!out.empty()) out += ' ';
    out += place(all, h.observation) + '=' + std::to_string(std::lround(h.found.lo)) + (h.recovered ? "" : ".." + std::to_string(std::lround(h.found.hi)));
  }
  for (const size_t i : found.hide_also) out += (i == found.hide_also.front() ? "; hide " : " ") + place(all, i);
  return out + (found.recovers() && !found.advice_found ? "; no advice" : "");
}

}  // namespace

TEST_CASE("find_hidden_counts: a hidden count that totals give away is told, with what to hide") {
  const struct {
    const char* what;
    std::vector<std::string> rows;
    const char* expected;
  } cases[] = {
      {"one hidden in a column with its total", {"7", "<5", "9", "19"}, "B1=3; hide A1"},
      {"one hidden in a row with its total", {"2 <5 6 11", "3 4 9 16", "5 7 15 27"}, "A2=3; hide A1 B2 B1"},
      {"two hidden, both at their upper end", {"7", "<5", "<5", "9", "24"}, "B1=4 C1=4; hide A1"},
      {"two hidden, both at their lower end", {"7", "1-4", "1-4", "9", "18"}, "B1=1 C1=1; hide A1"},
      {"two hidden that share 5 stay open", {"7", "<5", "<5", "9", "21"}, ""},
      {"two hidden that share 7 are almost told", {"7", "<5", "<5", "9", "23"}, "B1=3..4 C1=3..4"},
      {"a dash counts as none", {"7", "-", "<5", "9", "19"}, "C1=3; hide A1"},
      {"another figure that is missing hides it", {"7", "?", "<5", "9", "19"}, ""},
      {"no total", {"7", "<5", "9", "4"}, ""},
      {"the rows are not all parts of the total", {"7", "<5", "9", "90"}, ""},
      {"no bounds, and nothing shows that these are all parts", {"7", "c", "9", "19"}, ""},
      {"no bounds, but the next column's total is the sum of the same rows", {"7 1 8", "c 2 5", "9 3 12", "19 6 25"}, "B1=3; hide B2 A1 A2"},
      {"a square of four hidden stays open", {"<5 <5 5 9", "<5 <5 6 11", "8 9 7 24", "13 14 18 45"}, ""},
  };
  for (const auto& row : cases) {
    const std::vector<Observation> all = table(row.rows);
    CHECK_MESSAGE(words(all, find_hidden_counts(all, "t1", shipped())) == row.expected, row.what);
  }
}

TEST_CASE("find_hidden_counts: no alarm where figures are rounded") {
  const std::vector<Observation> fives = table({"10", "<5", "15", "20", "50", "95"});
  CHECK(words(fives, find_hidden_counts(fives, "t1", shipped())) == "");
  const std::vector<Observation> whole_posts = table({"7", "<5", "9", "19"}, "fte");
  CHECK(words(whole_posts, find_hidden_counts(whole_posts, "t1", shipped())) == "");
  const std::vector<Observation> hundredths = table({"7.25", "<5", "9.50", "19.75"}, "fte");
  CHECK(words(hundredths, find_hidden_counts(hundredths, "t1", shipped())) == "B1=3; hide A1");
}

TEST_CASE("find_hidden_counts: a rate whose definition the other rows show gives its parts away") {
  const std::string columns[] = {"vacancy", "inpost", "vacancy_rate"};
  const auto staff = [&](const std::vector<std::string>& rows) {
    std::vector<Observation> all = table(rows);
    for (Observation& o : all) {
      o.measure = columns[o.col];
      o.team = "Team " + std::to_string(o.row);
      o.grade = "";
      if (o.col == 2) o.unit = "percent";
    }
    return all;
  };
  const struct {
    const char* what;
    std::vector<std::string> rows;
    const char* expected;
  } cases[] = {
      {"vacancies out of all posts", {"5 45 10.0", "8 32 20.0", "<5 40 7.0"}, "C1=3; hide C2"},
      {"vacancies out of staff in post agree with no definition", {"5 50 10.0", "8 40 20.0", "<5 40 7.5"}, ""},
      {"one row shows nothing", {"5 45 10.0", "<5 40 7.0"}, ""},
      {"a rate too coarse to tell", {"40 360 10", "80 320 20", "<5 700 0"}, ""},
  };
  for (const auto& row : cases) {
    const std::vector<Observation> all = staff(row.rows);
    CHECK_MESSAGE(words(all, find_hidden_counts(all, "t1", shipped())) == row.expected, row.what);
  }
}

TEST_CASE("find_hidden_counts: outside tables, what groups mean makes the sum") {
  std::vector<Observation> all = table({"12", "<5", "9"});
  const char* services[] = {"all", "children", "adults"};
  for (size_t i = 0; i < all.size(); ++i) {
    all[i].service = services[i];
    all[i].team = all[i].table_id = "";
    all[i].row = static_cast<int>(i), all[i].col = 0;
  }
  CHECK(words(all, find_hidden_counts(all, "", shipped())) == "B1=3; hide C1");
  all[2].period.iso = "2020";
  CHECK(words(all, find_hidden_counts(all, "", shipped())) == "");
}
