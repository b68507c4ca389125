#include "normalizers/authority_table.h"

#include <algorithm>
#include <stdexcept>

#include "normalizers/calendar.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr const char* file = "authorities.csv";

std::vector<std::string> listed(const std::string& cell) {
  std::vector<std::string> out;
  for (std::string_view piece : split(cell, ';'))
    if (!trimmed(piece).empty()) out.emplace_back(trimmed(piece));
  return out;
}

Authority authority_of(const CsvTable& t, size_t row) {
  Authority a;
  a.code = t.at(row, "code");
  a.la_code = t.at(row, "la_code");
  a.name = t.at(row, "name");
  a.short_name = t.at(row, "short_name");
  a.kind = t.at(row, "kind");
  a.nation = t.at(row, "nation");
  a.region_code = t.at(row, "region_code");
  a.start = t.at(row, "start");
  a.end = t.at(row, "end");
  a.successors = listed(t.at(row, "successors"));
  a.domains = listed(t.at(row, "domains"));
  a.aliases = listed(t.at(row, "aliases"));
  return a;
}

std::string fault_of(const Authority& a) {
  if (a.code.empty()) return "the authority has no code";
  if (a.name.empty()) return "the authority has no name";
  for (const std::string& day : {a.start, a.end})
    if (!day.empty() && (day.size() != 10 || date_of_iso(day).year == 0)) return "'" + day + "' is no day, expected like 2019-04-01";
  return "";
}

void add_once(std::vector<size_t>& list, size_t row) {
  if (std::find(list.begin(), list.end(), row) == list.end()) list.push_back(row);
}

void index_names(AuthorityTable& table, size_t row) {
  const Authority& a = table.rows[row];
  std::vector<std::string> names = a.aliases;
  names.push_back(a.name);
  names.push_back(a.short_name);
  for (const std::string& name : names) {
    const std::string key = folded(name);
    if (key.empty()) continue;
    add_once(table.by_name[key], row);
    table.longest_name_words = std::max(table.longest_name_words, static_cast<size_t>(std::count(key.begin(), key.end(), ' ')) + 1);
  }
  for (const std::string& domain : a.domains) add_once(table.by_domain[ascii_lower(domain)], row);
}

// Bodies of different times in the order of their times: the one that ended first comes first.
void sort_by_time(AuthorityTable& table, std::vector<size_t>& list) {
  const auto key = [&](size_t row) {
    const Authority& a = table.rows[row];
    return std::pair(a.successors.empty() ? 1 : 0, a.end.empty() ? "9" : a.end);
  };
  std::stable_sort(list.begin(), list.end(), [&](size_t a, size_t b) { return key(a) < key(b); });
}

}  // namespace

AuthorityTable AuthorityTable::load(const VocabularyLayers& layers) {
  const CsvTable csv = layers.rows(file, "code");
  AuthorityTable table;
  for (size_t row = 0; row < csv.rows.size(); ++row) {
    Authority a = authority_of(csv, row);
    if (const std::string fault = fault_of(a); !fault.empty()) throw std::runtime_error(layers.place(file, csv, row) + fault);
    table.by_code[a.code] = table.rows.size();
    table.rows.push_back(std::move(a));
    index_names(table, table.rows.size() - 1);
  }
  for (auto& [name, list] : table.by_name) sort_by_time(table, list);
  for (auto& [domain, list] : table.by_domain) sort_by_time(table, list);
  return table;
}

}  // namespace muster
