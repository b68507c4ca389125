#include "dataset/check_ees.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <stdexcept>

#include "dataset/csv_rows.h"
#include "dataset/ees_meta.h"
#include "dataset/key_check.h"
#include "schemas/text.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

using Row = std::vector<std::string>;

struct File {
  const EesRules& rules;
  std::string name;
  std::vector<std::string> header;
  EesMeta meta;
  std::map<std::string, std::set<std::string>> items;  // seen, of each filter
  std::string kind;                                    // of the periods of the rows before
  EesCheck& result;

  size_t index(const std::string& column) const {
    return static_cast<size_t>(std::ranges::find(header, column) - header.begin());
  }
  bool has(const std::string& column) const { return index(column) < header.size(); }
  std::string cell(const Row& row, const std::string& column) const { return has(column) ? row[index(column)] : std::string(); }
  void fault(long long line, const std::string& column, const std::string& message) { result.faults.add({name, line, column, message}); }
};

bool is_snake_case(const std::string& name) {
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '_'; };
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z' && std::ranges::all_of(name, fits);
}

void check_file_name(File& file) {
  const std::string stem = file.name.substr(0, file.name.size() - std::string(".csv").size());
  const auto fits = [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; };
  if (!std::ranges::all_of(stem, fits)) file.fault(0, "", "the file's name has blanks or special characters; use letters, digits, _ and - alone");
}

void check_header(File& file) {
  std::set<std::string> seen;
  for (const std::string& column : ees_required_columns())
    if (!file.has(column)) file.fault(1, column, "the column is missing; every file must have it");
  for (const std::string& column : file.header) {
    if (!is_snake_case(column)) file.fault(1, column, "a column's name is small letters, digits and _, and begins with a letter");
    if (column.size() > ees_column_name_limit) file.fault(1, column, "the name has more than " + std::to_string(ees_column_name_limit) + " characters");
    if (!seen.insert(column).second) file.fault(1, column, "the column stands there twice");
  }
  for (const EesMetaRow& row : file.meta.rows)
    if (!file.has(row.col_name)) file.fault(1, row.col_name, "is named in the .meta.csv, but no column of the data file");
}

void check_period(File& file, const Row& row, long long line) {
  const std::string identifier = file.cell(row, "time_identifier"), period = file.cell(row, "time_period");
  const auto found = file.rules.periods.find(identifier);
  if (found == file.rules.periods.end()) return file.fault(line, "time_identifier", '"' + identifier + "\" is none of the periods that EES can name");
  if (file.kind.empty()) file.kind = found->second.kind;
  if (file.kind != found->second.kind) file.fault(line, "time_identifier", '"' + identifier + "\" does not go into one file with those before; move it to another file");
  if (!ees_time_period_fits(period, found->second))
    file.fault(line, "time_period", '"' + period + "\" is not " + std::to_string(found->second.digits) + " digits of " +
                                        (found->second.digits == 6 ? "two years that follow one another (201819)" : "a year"));
}

// Code and name columns of a level, with the place's own values for them.
std::map<std::string, std::string> place_cells(const EesPlace& place, const EesRules& rules) {
  if (place.level == "National") return {{"country_code", place.code}, {"country_name", place.name}};
  if (place.level == "Regional") return {{"region_code", place.code}, {"region_name", place.name}};
  std::map<std::string, std::string> cells = {{"new_la_code", place.code}, {"la_name", place.name}, {"old_la_code", place.old_code}};
  if (const auto region = rules.places.find(place.region_code); region != rules.places.end()) {
    cells["region_code"] = region->second.code;
    cells["region_name"] = region->second.name;
  }
  return cells;
}

const EesPlace* place_of(const File& file, const Row& row, const std::string& level) {
  const char* column = level == "National" ? "country_code" : level == "Regional" ? "region_code" : "new_la_code";
  const auto found = file.rules.places.find(file.cell(row, column));
  return found != file.rules.places.end() && found->second.level == level ? &found->second : nullptr;
}

void check_geography(File& file, const Row& row, long long line) {
  const std::string level = file.cell(row, "geographic_level");
  if (level != "National" && level != "Regional" && level != "Local authority")
    return file.fault(line, "geographic_level", '"' + level + "\" is no level that this program knows: National, Regional, Local authority");
  const EesPlace* place = place_of(file, row, level);
  if (!place) return file.fault(line, "geographic_level", "the code of this " + level + " row is none of EES's places");
  for (const auto& [column, value] : place_cells(*place, file.rules))
    if (file.cell(row, column) != value) file.fault(line, column, '"' + file.cell(row, column) + "\" should be \"" + value + "\" for " + place->code);
  const auto country = file.rules.places.find(file.cell(row, "country_code"));
  if (country == file.rules.places.end() || country->second.level != "National" || country->second.name != file.cell(row, "country_name"))
    file.fault(line, "country_code", "country_code and country_name are no country of EES");
  const std::vector<std::string> own = ees_columns_of_level(level);
  for (const std::string& column : ees_columns_of_level("Local authority"))
    if (std::ranges::find(own, column) == own.end() && !file.cell(row, column).empty())
      file.fault(line, column, "must be empty in a " + level + " row");
}

bool is_figure(const std::string& cell) {
  double number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return error == std::errc() && end == cell.data() + cell.size();
}

void check_cells(File& file, const Row& row, long long line) {
  for (const EesMetaRow& column : file.meta.rows) {
    if (!file.has(column.col_name)) continue;
    const std::string& cell = row[file.index(column.col_name)];
    if (column.col_type == "Indicator") {
      if (!is_figure(cell) && !ees_symbols().contains(cell))
        file.fault(line, column.col_name, '"' + cell + "\" is neither a number nor one of the symbols z, x, c, low, u");
      continue;
    }
    file.items[column.col_name].insert(cell);
    if (cell.empty()) file.fault(line, column.col_name, "a filter's cell is empty; write Total for the whole");
    if (cell != trimmed(cell)) file.fault(line, column.col_name, "the item begins or ends with a blank");
    if (code_points(cell) > ees_item_limit) file.fault(line, column.col_name, "the item has more than " + std::to_string(ees_item_limit) + " characters");
  }
}

// Whatever is no indicator tells rows apart: also a column that the .meta.csv leaves out because it has one item.
std::vector<std::string_view> key_of(const File& file, const Row& row) {
  std::vector<std::string_view> key;
  for (size_t i = 0; i < file.header.size(); ++i)
    if (!file.meta.is_indicator(file.header[i])) key.push_back(row[i]);
  return key;
}

void check_filters(File& file) {
  for (const EesMetaRow& column : file.meta.rows) {
    if (column.col_type != "Filter" || !file.has(column.col_name)) continue;
    const std::set<std::string>& items = file.items[column.col_name];
    if (items.size() < 2) file.fault(0, column.col_name, "a filter with one item has nothing to choose from; leave it out of the .meta.csv");
    if (items.size() > ees_items_of_a_filter_limit) file.fault(0, column.col_name, "has more than " + std::to_string(ees_items_of_a_filter_limit) + " items");
    const std::string standing = column.filter_default.empty() ? "Total" : column.filter_default;
    if (!items.contains(standing)) file.fault(0, column.col_name, "no row has the default item \"" + standing + "\"; add it or name another in filter_default");
  }
}

void check_data_file(const fs::path& directory, const std::string& name, const EesRules& rules, EesCheck& result) {
  CsvRows rows((directory / name).string());
  File file{.rules = rules, .name = name, .result = result};
  rows.next(file.header);
  file.meta = read_ees_meta(directory.string(), name.substr(0, name.size() - 4) + ".meta.csv", result.faults);
  check_file_name(file);
  check_header(file);
  KeyCheck keys;
  for (Row row; rows.next(row);) {
    ++result.rows;
    const long long line = rows.line();
    if (row.size() != file.header.size()) {
      file.fault(line, "", "the row has " + std::to_string(row.size()) + " cells in place of " + std::to_string(file.header.size()));
      continue;
    }
    check_period(file, row, line);
    check_geography(file, row, line);
    check_cells(file, row, line);
    if (!keys.add(name, key_of(file, row))) file.fault(line, "", "an earlier row has the same period, place and filters; put their figures into one row");
  }
  check_filters(file);
  ++result.files;
}

// Files that go with an export and are no data files.
bool is_companion(const std::string& name) { return name == "figures.csv" || name == "left_out.csv"; }

}  // namespace

bool is_ees_directory(const std::string& directory) {
  for (const fs::directory_entry& entry : fs::directory_iterator(directory))
    if (entry.path().filename().string().ends_with(".meta.csv")) return true;
  return false;
}

EesCheck check_ees(const std::string& directory, const EesRules& rules) {
  std::set<std::string> data, meta;
  for (const fs::directory_entry& entry : fs::directory_iterator(directory)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".meta.csv")) meta.insert(name);
    else if (name.ends_with(".csv") && !is_companion(name)) data.insert(name);
  }
  if (data.empty()) throw std::runtime_error(directory + ": there are no data files for Explore education statistics here");
  EesCheck result;
  for (const std::string& name : data) {
    const std::string own_meta = name.substr(0, name.size() - 4) + ".meta.csv";
    if (meta.erase(own_meta) == 1) check_data_file(directory, name, rules, result);
    else result.faults.add({name, 0, "", "has no " + own_meta + " beside it"});
  }
  for (const std::string& name : meta) result.faults.add({name, 0, "", "has no data file beside it"});
  return result;
}

}  // namespace muster
