#include "dataset/export_ees.h"

#include <filesystem>
#include <memory>

#include "dataset/ees_plan.h"
#include "dataset/place_in_ees.h"
#include "dataset/stored_rows.h"
#include "dataset/stream_file.h"
#include "schemas/text.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

constexpr char unit_separator = '\x1f';  // between the filters of a key; no text of a document has it (clean_text)

// All that the steps share.
struct Work {
  const Database& dataset;
  const EesRules& rules;
  fs::path directory;
  Database placed{"", Database::Mode::create};  // a temporary file of SQLite's own: figures in the order of their rows, whatever their number
  std::map<std::string, EesPlan> plans;         // by kind of period
  StreamFile figures, left_out;
  EesExport result;
};

constexpr const char* figure_columns =
    "o.\"observation_id\", o.\"document_id\", o.\"area_code\", o.\"area_name\", o.\"service\", o.\"team\", o.\"role\", o.\"grade\", o.\"worker_category\", "
    "o.\"measure\", o.\"unit\", o.\"breakdown\", o.\"period\", o.\"time_period\", o.\"time_identifier\", o.\"value\", o.\"value_upper\", o.\"qualifier\", "
    "o.\"status\", o.\"shorthand\", o.\"basis\", o.\"review\"";

// In the order of figure_columns.
EesFigure figure_of(const StoredRow& r) {
  return {r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8], r[9], r[10], r[11], r[12], r[13], r[14], r[15], r[16], r[17], r[18], r[19], r[20], r[21]};
}

// Every fact, those first that win a cell: the rule of the view ranked_figures.
std::string facts_sql() {
  return std::string("SELECT ") + figure_columns +
         " FROM \"facts\" o JOIN \"documents\" d USING (\"document_id\")"
         " ORDER BY EXISTS (SELECT 1 FROM \"documents\" s WHERE s.\"supersedes\" = o.\"document_id\"), o.\"publisher_code\" <> o.\"area_code\","
         " o.\"review\" = 'flagged', o.\"confidence\" DESC, CASE o.\"basis\" WHEN 'table' THEN 0 WHEN 'answer' THEN 1 ELSE 2 END,"
         " max(d.\"response_date\", d.\"meeting_date\") DESC, o.\"document_id\", o.\"observation_id\"";
}

std::string repeats_sql() {
  return std::string("SELECT ") + figure_columns +
         " FROM \"observations\" o WHERE o.\"observation_id\" NOT IN (SELECT \"observation_id\" FROM \"facts\") ORDER BY o.rowid";
}

void leave_out(Work& work, const EesFigure& f, const EesLeftOut& why) {
  work.left_out.write(csv_line({f.observation_id, f.document_id, f.area_code, f.area_name, f.measure, f.unit, f.period, f.time_period, f.time_identifier,
                                f.status, f.value, why.reason, why.explanation}));
  ++work.result.left_out;
}

int order_of_level(const std::string& level) { return level == "National" ? 0 : level == "Regional" ? 1 : 2; }

std::string filters_key(const std::map<std::string, std::string>& filters) {
  std::string key;
  for (const auto& [column, item] : filters) key += column + '=' + item + unit_separator;
  return key;
}

std::map<std::string, std::string> filters_from(const std::string& key) {
  std::map<std::string, std::string> filters;
  for (const std::string_view part : split(key, unit_separator))
    if (const size_t equals = part.find('='); equals != std::string_view::npos) filters[std::string(part.substr(0, equals))] = part.substr(equals + 1);
  return filters;
}

void place_all(Work& work) {
  work.placed.run("CREATE TABLE placed (kind, time_period, period, level, code, filters, time_identifier, indicator, cell, observation_id); BEGIN");
  Statement insert(work.placed, "INSERT INTO placed VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for_each_result(work.dataset, facts_sql(), [&](const StoredRow& row) {
    const EesFigure f = figure_of(row);
    const std::variant<EesPlaced, EesLeftOut> outcome = place_in_ees(f, work.rules);
    if (const EesLeftOut* why = std::get_if<EesLeftOut>(&outcome)) return leave_out(work, f, *why);
    const EesPlaced& p = std::get<EesPlaced>(outcome);
    const EesPlace& place = work.rules.places.at(f.area_code);
    work.plans[p.kind].add(f, p, place.level);
    int column = 0;
    for (const std::string& cell : {p.kind, f.time_period, f.period, std::to_string(order_of_level(place.level)), place.code, filters_key(p.filters),
                                    f.time_identifier, p.indicator, p.cell, f.observation_id})
      insert.bind_text(column++, cell);
    insert.step();
  });
  work.placed.run("COMMIT");
}

// The cells of time and place, in the order of the columns.
std::string place_cell(const std::string& column, const StoredRow& row, const EesPlace& place, const EesRules& rules) {
  const auto name_of = [&](const std::string& code) { return rules.places.at(code).name; };
  const std::string country = place.level == "National" ? place.code : "E92000001";  // regions and authorities of EES are England's
  const std::string region = place.level == "Regional" ? place.code : place.region_code;
  const bool is_authority = place.level == "Local authority";
  if (column == "time_period") return row[1];
  if (column == "time_identifier") return row[6];
  if (column == "geographic_level") return place.level;
  if (column == "country_code") return country;
  if (column == "country_name") return name_of(country);
  if (column == "region_code") return region;
  if (column == "region_name") return region.empty() ? "" : name_of(region);
  if (!is_authority) return "";
  if (column == "old_la_code") return place.old_code;
  return column == "new_la_code" ? place.code : place.name;
}

// One row of a data file while its figures come in.
struct OpenRow {
  std::vector<std::string> key;                                      // time_period, period, level, code, filters
  std::vector<std::string> head;                                     // cells before the indicators
  std::map<std::string, std::pair<std::string, std::string>> cells;  // by indicator: cell and observation_id
};

std::vector<std::string> head_of(const Work& work, const EesPlan& plan, const StoredRow& row) {
  std::vector<std::string> head;
  const EesPlace& place = work.rules.places.at(row[4]);
  for (const std::string& column : plan.place_columns()) head.push_back(place_cell(column, row, place, work.rules));
  std::map<std::string, std::string> filters = filters_from(row[5]);
  filters[ees_reference_period] = row[2];
  for (const std::string& column : plan.filter_columns()) head.push_back(filters.contains(column) ? filters.at(column) : ees_total);
  return head;
}

// A cell that no document fills is not available: the dataset says nothing about it.
void close_row(Work& work, const EesPlan& plan, StreamFile& file, const std::string& name, long long line, const OpenRow& row) {
  std::vector<std::string> cells = row.head;
  for (const auto& [column, indicator] : plan.indicators) {
    const auto found = row.cells.find(column);
    cells.push_back(found == row.cells.end() ? "x" : found->second.first);
    if (found == row.cells.end()) continue;
    work.figures.write(csv_line({found->second.second, name, std::to_string(line), column}));
    ++work.result.placed;
  }
  file.write(csv_line(cells));
}

void leave_out_loser(Work& work, const std::string& loser, const std::string& winner) {
  Statement find(work.dataset, std::string("SELECT ") + figure_columns + " FROM \"observations\" o WHERE o.\"observation_id\" = ?");
  find.bind_text(0, loser);
  StoredRow row;
  if (find.step())
    for (int i = 0; i < find.columns(); ++i) row.push_back(stored_cell(find, i));
  leave_out(work, figure_of(row), {"another_figure", "the cell has the figure " + winner});
}

void write_file_of_kind(Work& work, const std::string& kind, const EesPlan& plan) {
  const std::string name = "workforce_" + kind + ".csv";
  StreamFile file((work.directory / name).string());
  file.write(csv_line(plan.columns()));
  OpenRow open;
  long long line = 1;
  const auto take = [&](const StoredRow& row) {
    const std::vector<std::string> key(row.begin() + 1, row.begin() + 6);
    if (key != open.key) {
      if (!open.key.empty()) close_row(work, plan, file, name, line, open);
      open = {key, head_of(work, plan, row), {}};
      ++line;
    }
    const auto [cell, is_new] = open.cells.try_emplace(row[7], row[8], row[9]);
    if (!is_new) leave_out_loser(work, row[9], cell->second.second);
  };
  for_each_result(work.placed, "SELECT * FROM placed WHERE kind = '" + kind + "' ORDER BY time_period, period, level, code, filters, time_identifier, rowid", take);
  close_row(work, plan, file, name, line, open);
  file.close();
  work.result.files.push_back(name);
}

}  // namespace

EesExport export_ees(const Database& dataset, const std::vector<CodebookRow>& codebook, const EesRules& rules, const std::string& directory) {
  const fs::path path = directory;
  fs::create_directories(path);
  Work work{.dataset = dataset, .rules = rules, .directory = path, .figures = StreamFile((path / "figures.csv").string()),
            .left_out = StreamFile((path / "left_out.csv").string())};
  work.figures.write("observation_id,file,line,column\n");
  work.left_out.write("observation_id,document_id,area_code,area_name,measure,unit,period,time_period,time_identifier,status,value,reason,explanation\n");
  place_all(work);
  for_each_result(dataset, repeats_sql(), [&](const StoredRow& row) {
    leave_out(work, figure_of(row), {"repeat", "the same fact is stated before, in this document or in another form of the reply"});
  });
  for (const std::string& kind : rules.kinds) {
    const auto plan = work.plans.find(kind);
    if (plan == work.plans.end()) continue;
    write_file_of_kind(work, kind, plan->second);
    StreamFile meta((path / ("workforce_" + kind + ".meta.csv")).string());
    meta.write(plan->second.meta_csv(codebook));
    meta.close();
  }
  work.figures.close();
  work.left_out.close();
  return work.result;
}

}  // namespace muster
