// The whole action plan of a committee pack whose text layer is damaged: every row of the plan as the source's lines have it, or
// reported as damaged. The pack is no part of the repository; what a row should hold is told by the numbers of its lines.
#include <doctest/doctest.h>

#include <map>
#include <regex>

#include "schemas/csv.h"
#include "schemas/text.h"
#include "tests/run_program.h"

using namespace muster;

namespace {

// Lines of the source from 1. `damaged`: the print overlaps itself there; the row must be reported, its cells stay as they are.
struct PlanRow {
  int first, last;
  int section, section_end;  // lines of the heading over it; 0 without one
  bool damaged;
  int more = 0;              // a line over the page that goes on with it
};
constexpr int lost = -1;     // the heading itself is lost in a damaged row

constexpr PlanRow plan[] = {
    {726, 730, 0, 0, true},      {731, 734, 0, 0, false},     {735, 738, 0, 0, true},
    {740, 758, 739, 739, true},  {759, 769, 739, 739, false}, {772, 772, 739, 739, false}, {773, 773, 739, 739, false}, {774, 774, 739, 739, false, 777},
    {778, 778, 739, 739, false}, {779, 779, 739, 739, false}, {780, 780, 739, 739, false}, {781, 781, 739, 739, false}, {782, 783, 739, 739, false},
    {787, 790, 784, 784, false}, {791, 796, 784, 784, false}, {797, 799, 784, 784, false}, {800, 805, 784, 784, false}, {806, 808, 784, 784, false},
    {809, 812, 784, 784, false}, {813, 814, 784, 784, true},  {815, 817, 784, 784, true},  {818, 820, 784, 784, true},  {821, 821, 784, 784, true},
    {822, 824, 784, 784, true},  {826, 831, 825, 825, true},  {832, 835, 825, 825, true},  {839, 843, 836, 837, true},  {846, 850, 836, 837, true},
    {851, 855, 836, 837, true},  {858, 861, 856, 857, true},  {862, 863, 856, 857, false}, {864, 868, 856, 857, true},  {869, 871, 856, 857, true},
    {872, 876, 856, 857, true},  {877, 881, lost, 0, false},  {882, 885, lost, 0, false},  {886, 890, lost, 0, false},  {891, 894, lost, 0, true},
    {895, 914, lost, 0, true},   {915, 915, lost, 0, false},  {916, 916, lost, 0, false},
};

// Letters and digits alone: marks of lists and tags of the source are no matter.
std::string bare(const std::string& text) {
  static const std::regex tag("</?[a-z]+>");
  std::string out;
  for (const char c : ascii_lower(std::regex_replace(text, tag, " ")))
    if (is_letter(c) || is_digit(c)) out += c;
  return out;
}

class Source {
 public:
  explicit Source(const std::filesystem::path& file) : text_(file_text(file)) {
    for (const std::string_view line : split(text_, '\n')) lines_.push_back(line);
  }

  std::string column(const PlanRow& row, size_t column) const {
    std::string out;
    for (int line = row.first; line <= row.last; ++line) out += cell(line, column);
    return bare(out + (row.more > 0 ? cell(row.more, column) : ""));
  }

  std::string heading(const PlanRow& row) const {
    std::string out;
    for (int line = row.section; line > 0 && line <= row.section_end; ++line) out += cell(line, 0);
    return bare(out);
  }

 private:
  std::string cell(int line, size_t column) const {
    const std::vector<std::string_view> cells = split(lines_.at(static_cast<size_t>(line) - 1), '\t');
    return column < cells.size() ? std::string(cells[column]) + ' ' : std::string();
  }

  std::string text_;
  std::vector<std::string_view> lines_;
};

}  // namespace

TEST_CASE("a damaged action plan: every row as its lines have it, or reported as damaged") {
  const std::filesystem::path seeds = MUSTER_SOURCE_DIR "/../shared/seeds";
  std::filesystem::path pack;
  if (std::filesystem::exists(seeds))
    for (const auto& entry : std::filesystem::directory_iterator(seeds))
      if (entry.path().filename().string().starts_with("004_")) pack = entry.path();
  if (pack.empty()) {
    MESSAGE("skipped: the folder ../shared/seeds is not beside this source tree");
    return;
  }
  const std::filesystem::path out = test_root() / "plan";
  REQUIRE(run_program("build '" + pack.string() + "' -o '" + out.string() + "'").exit_code == 0);
  const Source source(pack);
  const CsvTable actions = read_csv((out / "actions.csv").string()), diagnostics = read_csv((out / "diagnostics.csv").string());
  std::map<std::string, bool> damaged;  // by the action's words
  for (size_t i = 0; i < diagnostics.rows.size(); ++i)
    if (diagnostics.at(i, "code") == "action_damaged") damaged[diagnostics.at(i, "raw")] = true;
  std::vector<size_t> rows;  // those of the plan
  for (size_t i = 0; i < actions.rows.size(); ++i)
    if (!actions.at(i, "table_id").empty()) rows.push_back(i);
  REQUIRE(rows.size() == std::size(plan));
  for (size_t i = 0; i < rows.size(); ++i) {
    const PlanRow& row = plan[i];
    const auto told = [&](const char* column) { return bare(actions.at(rows[i], column)); };
    CHECK_MESSAGE(damaged[actions.at(rows[i], "action")] == row.damaged, "line " << row.first);
    if (row.section != lost) CHECK_MESSAGE(told("recommendation") == source.heading(row), "line " << row.first);
    if (row.damaged) continue;
    CHECK_MESSAGE(told("action") == source.column(row, 0), "line " << row.first);
    CHECK_MESSAGE(told("timescale") == source.column(row, 1), "line " << row.first);
    CHECK_MESSAGE(told("responsibility") == source.column(row, 2), "line " << row.first);
    CHECK_MESSAGE(told("status") == source.column(row, 3), "line " << row.first);
  }
}
