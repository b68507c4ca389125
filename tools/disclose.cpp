#include "tools/disclose.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>

#include "dataset/stored_rows.h"
#include "normalizers/interval.h"
#include "schemas/text.h"
#include "tools/console.h"

namespace muster {
namespace {

using Json = nlohmann::ordered_json;

int index_of(const std::string& text) {
  int index = -1;
  std::from_chars(text.data(), text.data() + text.size(), index);
  return index;
}

// SQLite keeps 9.00 as 9; how far a figure is exact stands in its words.
Decimal with_printed_decimals(Decimal value, const std::string& raw) {
  const size_t point = raw.find('.');
  if (value.empty() || point == std::string::npos) return value;
  size_t places = 0;
  while (point + 1 + places < raw.size() && is_digit(raw[point + 1 + places])) ++places;
  const size_t own = value.find('.');
  const size_t has = own == Decimal::npos ? 0 : value.size() - own - 1;
  if (places <= has) return value;
  return value + (own == Decimal::npos ? "." : "") + std::string(places - has, '0');
}

constexpr const char* observations_sql =
    "SELECT o.document_id, d.source, o.observation_id, o.area_code, o.area_name, o.service, o.team, o.role, o.grade, o.worker_category, o.measure, o.unit, "
    "o.breakdown, o.period, o.value, o.value_upper, o.qualifier, o.status, o.repeats, o.table_id, o.row, o.\"column\", o.raw, o.basis, o.page "
    "FROM observations o JOIN documents d USING (document_id) "
    "WHERE o.document_id IN (SELECT document_id FROM observations WHERE status = 'suppressed') ORDER BY o.document_id, o.rowid";

Observation observation_of(const StoredRow& row) {
  Observation o;
  size_t at = 2;
  for (std::string* field : {&o.observation_id, &o.area_code, &o.area_name, &o.service, &o.team, &o.role, &o.grade, &o.worker_category, &o.measure, &o.unit,
                             &o.breakdown, &o.period.iso, &o.quantity.value, &o.quantity.value_upper, &o.quantity.qualifier, &o.quantity.status, &o.repeats, &o.table_id})
    *field = row[at++];
  o.row = index_of(row[at]), o.col = index_of(row[at + 1]);
  o.raw = row[at + 2];
  o.basis = row[at + 3] == "table" ? Basis::table : row[at + 3] == "derived" ? Basis::derived : Basis::answer;
  o.place.page = std::max(0, index_of(row[at + 4]));
  o.quantity.value = with_printed_decimals(o.quantity.value, o.raw);
  return o;
}

void look_at(const std::string& document_id, const std::string& source, const std::vector<Observation>& observations, const Vocabulary& vocabulary,
             const std::function<void(const Disclosure&)>& take) {
  std::set<std::string> tables;
  for (const Observation& o : observations)
    if (o.quantity.status == "suppressed") tables.insert(o.table_id);
  for (const std::string& table : tables) {
    TableDisclosure found = find_hidden_counts(observations, table, vocabulary);
    if (!found.hidden.empty()) take({document_id, source, table, observations, std::move(found)});
  }
}

std::string subject_words(const Observation& o) {
  std::vector<std::string> words = {o.measure};
  for (const std::string& word : {o.team, o.role, o.grade, o.service, o.worker_category, o.breakdown, o.period.iso})
    if (!word.empty()) words.push_back(word);
  return joined(words, ", ");
}

std::string place_words(const Observation& o) {
  if (o.row < 0) return o.observation_id;
  return "row " + std::to_string(o.row) + ", column " + std::to_string(o.col);
}

std::string bounds_words(const Bounds& b) {
  if (!std::isfinite(b.hi)) return "nothing said about its size";
  return shown(b.lo) + " to " + shown(b.hi);
}

std::string figure_words(const Disclosure& d, size_t i) {
  const Observation& o = d.observations[i];
  return o.quantity.status == "reported" ? o.quantity.value : '[' + o.raw + ']';
}

std::string added_words(const Disclosure& d, const std::vector<size_t>& figures) {
  std::vector<std::string> words;
  for (const size_t i : figures) words.push_back(figure_words(d, i));
  return joined(words, " + ");
}

std::string sum_words(const Disclosure& d, const TableSum& sum) {
  std::string left = added_words(d, sum.parts);
  if (sum.factor != 0) left = shown(sum.factor) + " * " + left + " / (" + added_words(d, sum.divisor) + ')';
  return sum.formula + ": " + left + " = " + figure_words(d, sum.total) + " (" + place_words(d.observations[sum.total]) + ")";
}

std::string count_words(const Disclosure& d, const HiddenCount& count) {
  const Observation& o = d.observations[count.observation];
  std::string out = "  " + subject_words(o) + " (" + place_words(o) + "), printed " + o.raw + ", " + bounds_words(count.stated) + ": ";
  out += count.recovered ? "is " + shown((count.found.lo + count.found.hi) / 2) : "lies between " + shown(count.found.lo) + " and " + shown(count.found.hi);
  for (const size_t sum : count.sums) out += "\n    " + sum_words(d, d.found.sums[sum]);
  return out + '\n';
}

std::string advice_words(const Disclosure& d) {
  if (!d.found.recovers()) return "";
  if (!d.found.advice_found) return "  to protect them: leave the totals out; no few figures of the table would do\n";
  std::string out = "  to protect them, hide also:\n";
  for (const size_t i : d.found.hide_also) out += "    " + figure_words(d, i) + " (" + place_words(d.observations[i]) + "): " + subject_words(d.observations[i]) + '\n';
  return out;
}

Json bounds_json(const Bounds& b) { return std::isfinite(b.hi) ? Json{b.lo, b.hi} : Json{b.lo, nullptr}; }

Json ids_json(const Disclosure& d, const std::vector<size_t>& figures) {
  Json ids = Json::array();
  for (const size_t i : figures) ids.push_back(d.observations[i].observation_id);
  return ids;
}

Json sum_json(const Disclosure& d, const TableSum& sum) {
  Json out = {{"formula", sum.formula}, {"parts", ids_json(d, sum.parts)}};
  if (sum.factor != 0) out["divisor"] = ids_json(d, sum.divisor);
  out["total"] = d.observations[sum.total].observation_id;
  return out;
}

}  // namespace

void for_each_disclosure(const Database& dataset, const Vocabulary& vocabulary, const std::function<void(const Disclosure&)>& take) {
  std::string document_id, source;
  std::vector<Observation> observations;
  for_each_result(dataset, observations_sql, [&](const StoredRow& row) {
    if (row[0] != document_id) {
      look_at(document_id, source, observations, vocabulary, take);
      observations.clear();
      document_id = row[0], source = row[1];
    }
    observations.push_back(observation_of(row));
  });
  look_at(document_id, source, observations, vocabulary, take);
}

size_t count_recovered(const Database& dataset, const Vocabulary& vocabulary) {
  size_t count = 0;
  for_each_disclosure(dataset, vocabulary, [&](const Disclosure& d) { count += static_cast<size_t>(std::ranges::count_if(d.found.hidden, &HiddenCount::recovered)); });
  return count;
}

std::string disclosure_text(const Disclosure& d) {
  const int page = d.observations[d.found.hidden.front().observation].place.page;
  std::string out = d.source + (d.table_id.empty() ? ", outside tables" : ", table " + d.table_id) + (page > 0 ? " on page " + std::to_string(page) : "") + '\n';
  for (const HiddenCount& count : d.found.hidden) out += count_words(d, count);
  return out + advice_words(d);
}

std::string disclosure_json(const Disclosure& d) {
  Json counts = Json::array();
  for (const HiddenCount& count : d.found.hidden) {
    Json sums = Json::array();
    for (const size_t sum : count.sums) sums.push_back(sum_json(d, d.found.sums[sum]));
    counts.push_back({{"observation_id", d.observations[count.observation].observation_id}, {"recovered", count.recovered},
                      {"stated", bounds_json(count.stated)}, {"found", bounds_json(count.found)}, {"sums", sums}});
  }
  const Json out = {{"document_id", d.document_id}, {"source", d.source}, {"table_id", d.table_id}, {"counts", counts}, {"hide_also", ids_json(d, d.found.hide_also)},
                    {"enough", d.found.advice_found || !d.found.recovers()}};
  return out.dump();
}

void warn_of_disclosure(const DiscloseOptions& options) {
  const size_t count = count_recovered(open_stored(options.dataset), Vocabulary::load(options.vocabulary_directory, options.overlay_directory));
  if (count > 0) warn(counted(count, "suppressed count") + " can be worked out from totals; see which with: muster disclose " + options.dataset);
}

int disclose(const DiscloseOptions& options, std::ostream& out) {
  const Vocabulary vocabulary = Vocabulary::load(options.vocabulary_directory, options.overlay_directory);
  const Database dataset = open_stored(options.dataset);
  size_t recovered = 0, narrowed = 0;
  for_each_disclosure(dataset, vocabulary, [&](const Disclosure& d) {
    out << (options.json ? disclosure_json(d) + '\n' : disclosure_text(d) + '\n');
    for (const HiddenCount& count : d.found.hidden) ++(count.recovered ? recovered : narrowed);
  });
  size_t suppressed = 0;
  for_each_result(dataset, "SELECT count(*) FROM observations WHERE status = 'suppressed'", [&](const StoredRow& row) { suppressed = static_cast<size_t>(index_of(row[0])); });
  say(counted(suppressed, "suppressed figure") + ": " + std::to_string(recovered) + " can be worked out from the document's own totals, " + std::to_string(narrowed) +
      " more nearly so");
  return options.fail && recovered > 0 ? 1 : 0;
}

}  // namespace muster
