#include "normalizers/equations.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "tests/test_directory.h"

using namespace muster;

namespace {

const std::string shipped_directory = MUSTER_SOURCE_DIR "/schemas/vocabulary";

const Vocabulary& shipped() {
  static const Vocabulary vocabulary = Vocabulary::load(shipped_directory);
  return vocabulary;
}

// One cell of a table of teams (rows) and measures (columns).
Observation figure(int row, int col, std::string measure, std::string team, std::string value, std::string status = "reported") {
  Observation o;
  o.measure = std::move(measure);
  o.unit = o.measure.find("_rate") != std::string::npos ? "percent" : "fte";
  o.team = std::move(team);
  o.table_id = "t1";
  o.row = row;
  o.col = col;
  o.period = {.iso = "2020-03-31", .kind = "instant"};
  o.quantity = {.value = value, .qualifier = "exact", .status = std::move(status)};
  o.raw = o.quantity.value.empty() ? "n/a" : o.quantity.value;
  return o;
}

// A column of one measure under another: "2.0 4.5 6.5", the last one the total, "-" for not applicable.
std::vector<Observation> column(const std::string& measure, const std::vector<std::string>& values, int col = 1) {
  std::vector<Observation> out;
  for (size_t i = 0; i < values.size(); ++i) {
    const std::string team = i + 1 == values.size() ? "" : "Team " + std::string(1, static_cast<char>('A' + i));
    const bool silent = values[i] == "n/a", hidden = values[i] == "*";
    out.push_back(figure(static_cast<int>(i) + 1, col, measure, team, silent || hidden ? "" : values[i],
                         silent ? "not_applicable" : hidden ? "unexplained" : "reported"));
  }
  return out;
}

std::vector<Observation> together(std::vector<std::vector<Observation>> columns) {
  std::vector<Observation> out;
  for (auto& column : columns) out.insert(out.end(), column.begin(), column.end());
  return out;
}

const Equation* of_kind(const std::vector<Equation>& equations, EquationKind kind, size_t result) {
  for (const Equation& e : equations)
    if (e.kind == kind && e.result == result) return &e;
  return nullptr;
}

std::string outcome(const Equation* e) {
  if (!e) return "none";
  return e->holds ? "holds" : e->certain ? "fails: " + e->explanation : "fails, uncertain";
}

}  // namespace

TEST_CASE("printed_interval: a printed decimal stands for what rounds or truncates to it") {
  CHECK(printed_interval("32.15")->contains(32.146));
  CHECK(printed_interval("32.15")->contains(32.159));
  CHECK_FALSE(printed_interval("32.15")->contains(32.17));
  CHECK(printed_interval("22")->contains(22.5));
  CHECK_FALSE(printed_interval("about 60"));
  CHECK_FALSE(printed_interval(""));
}

TEST_CASE("sums: the figure whose people the others are part of is their total") {
  struct Case { std::vector<std::string> values; const char* outcome; };
  const Case cases[] = {
      {{"2.0", "4.5", "6.5"}, "holds"},
      {{"2.4", "4.4", "7"}, "holds"},  // 6.8, printed to the whole
      {{"2.0", "4.5", "7.5"}, "fails: the rows are 1 less than the total"},
      {{"2.0", "14.5", "3.0", "17.5"}, "fails: the total leaves out Team A (2)"},
      {{"20.0", "4.5", "3.0", "30.5"}, "fails: the total counts Team C (3) twice"},
      {{"20.0", "n/a", "3.0", "24.0"}, "fails: the gap of 1 may be the row printed n/a (Team B)"},
      {{"20.0", "*", "3.0", "24.0"}, "fails, uncertain"},  // the star may hide 1
      {{"20.0", "*", "3.0", "22.0"}, "fails: the gap of -1 may be the row printed n/a (Team B)"},
      {{"20.0", "4.5", "3.0", "99.0"}, "fails, uncertain"},  // another scope
      {{"2.0", "4.5"}, "none"},
  };
  for (const Case& c : cases)
    CHECK(outcome(of_kind(equations_of(column("vacancy", c.values), "t1", shipped()), EquationKind::sum, c.values.size() - 1)) == c.outcome);
  CHECK(equations_of(column("vacancy_rate", {"10", "20", "30"}), "t1", shipped()).empty());
}

TEST_CASE("sums: a row that was not read between the parts makes a failure uncertain") {
  std::vector<Observation> all = column("vacancy", {"2.0", "4.5", "7.5"});
  all[2].row = 4;
  CHECK(outcome(of_kind(equations_of(all, "t1", shipped()), EquationKind::sum, 2)) == "fails, uncertain");
}

TEST_CASE("sums: a first column whose role was not read is no total of the others") {
  std::vector<Observation> all;
  const char* values[3][3] = {{"2.0", "1.0", "0.5"}, {"3.0", "2.0", "1.0"}, {"5.0", "2.0", "1.0"}};
  for (int row = 0; row < 3; ++row)
    for (int col = 0; col < 3; ++col) {
      all.push_back(figure(row, col, "vacancy", "Team " + std::to_string(row), values[row][col]));
      all.back().role = col == 0 ? "" : col == 1 ? "occupational therapist" : "manager";
    }
  for (const Equation& e : equations_of(all, "t1", shipped())) CHECK_FALSE(e.certain);
}

TEST_CASE("sums: a gap that is the figure of the silent row in another column is explained") {
  std::vector<Observation> all = together({column("establishment", {"10.0", "20.0", "n/a", "38.1"}), column("establishment", {"12.0", "22.0", "8.1", "42.1"}, 2)});
  for (size_t i = 4; i < all.size(); ++i) all[i].period.iso = "2021-03-31";
  CHECK(outcome(of_kind(equations_of(all, "t1", shipped()), EquationKind::sum, 3)) ==
        "fails: the gap of 8.1 is the figure that Team C has elsewhere in this table; here its row is printed n/a");
}

TEST_CASE("rates: the definition that most rows obey is found, and tells the rows that do not") {
  struct Case { std::vector<std::string> rates; const char* formula; const char* last; };
  const Case cases[] = {
      {{"25.0", "10.0", "20.0"}, "vacancy / establishment", "holds"},
      {{"20.0", "9.1", "16.7"}, "vacancy / (vacancy + inpost)", "holds"},
      {{"25.0", "10.0", "17.5"}, "vacancy / establishment", "fails: the total is the plain mean of the rows; pooled it would be 20"},
      {{"25.0", "10.0", "16.7"}, "vacancy / establishment", "fails: it is vacancy / (vacancy + inpost); the other rows are vacancy / establishment"},
      {{"31.0", "12.0", "44.0"}, "vacancy / (vacancy + inpost)", "fails, uncertain"},  // a definition that nobody knows
  };
  for (const Case& c : cases) {
    const std::vector<Observation> all = together({column("establishment", {"20.0", "10.0", "30.0"}), column("vacancy", {"5.00", "1.00", "6.00"}, 2),
                                                   column("inpost", {"20.0", "10.0", "30.0"}, 3), column("vacancy_rate", c.rates, 4)});
    const std::vector<Equation> equations = equations_of(all, "t1", shipped());
    const Equation* last = of_kind(equations, EquationKind::rate, 11);
    REQUIRE(last);
    CHECK(last->formula == c.formula);
    CHECK(outcome(last) == c.last);
  }
}

TEST_CASE("wholes and parts: posts are filled or vacant; a part is never more than its whole") {
  struct Case { const char *measure, *whole; std::vector<std::string> first, second, results; EquationKind kind; const char* last; };
  const Case cases[] = {
      {"establishment", "vacancy", {"8", "9", "20"}, {"2", "1", "4"}, {"10", "10", "24"}, EquationKind::whole, "holds"},
      {"establishment", "vacancy", {"8", "9", "20"}, {"2", "1", "4"}, {"10", "10", "28"}, EquationKind::whole, "fails: "},
      {"establishment", "vacancy", {"8", "9", "20"}, {"2", "1", "4"}, {"10", "13", "28"}, EquationKind::whole, "fails, uncertain"},
      {"newly_qualified", "vacancy", {"8", "9", "20"}, {"2", "1", "4"}, {"1", "3", "5"}, EquationKind::part, "holds"},
      {"newly_qualified", "vacancy", {"8", "9", "20"}, {"2", "1", "4"}, {"1", "3", "25"}, EquationKind::part, "fails: "},
  };
  for (const Case& c : cases) {
    const std::vector<Observation> all = together({column("inpost", c.first), column(c.whole, c.second, 2), column(c.measure, c.results, 3)});
    CHECK(outcome(of_kind(equations_of(all, "t1", shipped()), c.kind, 8)) == c.last);
  }
}

TEST_CASE("over a split: shares to 100, running totals, rising pay points") {
  std::vector<Observation> shares, running, pay;
  for (int i = 0; i < 4; ++i) {
    const std::string band = "length_of_service=" + std::to_string(i) + " years";
    shares.push_back(figure(i + 1, 1, "service_length_share", "", std::vector<std::string>{"30.0", "40.0", "20.0", "10.0"}[static_cast<size_t>(i)]));
    running.push_back(figure(i + 1, 2, "service_length_cumulative_share", "", std::vector<std::string>{"30.0", "70.0", "90.0", "0.0"}[static_cast<size_t>(i)]));
    pay.push_back(figure(i + 1, 3, "salary", "", std::vector<std::string>{"25000", "26000", "27000", "26500"}[static_cast<size_t>(i)]));
    shares.back().breakdown = running.back().breakdown = band;
    pay.back().breakdown = "pay_point=" + std::to_string(i + 9);
  }
  const std::vector<Equation> equations = equations_of(together({shares, running, pay}), "t1", shipped());
  CHECK(outcome(of_kind(equations, EquationKind::shares, no_result)) == "holds");
  CHECK(outcome(of_kind(equations, EquationKind::running, 6)) == "holds");
  CHECK(outcome(of_kind(equations, EquationKind::running, 7)) == "fails: a running total cannot fall below the 90 before it");
  CHECK(outcome(of_kind(equations, EquationKind::order, 11)) == "fails: ");
  shares[0].quantity.value = "32.0";
  CHECK(outcome(of_kind(equations_of(shares, "t1", shipped()), EquationKind::shares, no_result)) == "fails: the shares are 2 more than the whole");
}

TEST_CASE("a measure, its rate and their equations are added with rows of data alone") {
  const std::string directory = test_directory("equations");
  std::filesystem::create_directories(directory);
  std::ofstream(directory + "/measures.csv") << "measure,label,kind,units,adds_up\nsecondments,Secondments,stock,people,yes\n"
                                                "secondment_rate,Secondment rate,stock,percent,\n";
  std::ofstream(directory + "/equations.csv") << "equation,kind,result,terms,divisor,factor\n"
                                                 "secondments_of_posts,rate,secondment_rate,secondments,establishment,100\n";
  const Vocabulary mine = Vocabulary::load(shipped_directory, directory);
  const std::vector<Observation> all = together({column("establishment", {"20.0", "10.0", "30.0"}), column("secondments", {"5.0", "1.0", "7.0"}, 2),
                                                 column("secondment_rate", {"25.0", "10.0", "17.5"}, 3)});
  const std::vector<Equation> equations = equations_of(all, "t1", mine);
  CHECK(outcome(of_kind(equations, EquationKind::sum, 5)) == "fails: the total counts Team B (1) twice");
  CHECK(outcome(of_kind(equations, EquationKind::rate, 7)) == "holds");
  CHECK(outcome(of_kind(equations, EquationKind::rate, 8)) == "fails: the total is the plain mean of the rows; pooled it would be 23.33");
  std::ofstream(directory + "/equations.csv") << "equation,kind,result,terms\nbroken,whole,establishment,no_such_measure\n";
  CHECK_THROWS_WITH(Vocabulary::load(shipped_directory, directory), doctest::Contains("'no_such_measure' has no row in measures.csv"));
  std::filesystem::remove_all(directory);
}
