#include "tools/review/sample.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <map>
#include <numeric>
#include <ostream>
#include <stdexcept>

#include "dataset/sqlite.h"
#include "dataset/write_file.h"
#include "schemas/csv.h"
#include "schemas/identity.h"
#include "schemas/read_file.h"
#include "tools/console.h"

namespace muster {
namespace {

constexpr double normal_quantile = 1.959964;  // 95 % two-sided

using Stratum = std::pair<std::string, std::string>;  // measure, source of the text or basis

std::string sample_path(const std::string& dataset) { return (std::filesystem::path(dataset) / "sample.csv").string(); }

// Rows by stratum: what a document said, once.
std::map<Stratum, std::vector<std::string>> strata_of(const Database& database) {
  Statement rows(database, "SELECT observation_id, measure, CASE WHEN d.text_source IN ('ocr', 'mixed') THEN 'scan' ELSE o.basis END "
                           "FROM observations o JOIN documents d USING (document_id) WHERE o.basis <> 'derived' AND o.repeats IS NULL");
  std::map<Stratum, std::vector<std::string>> out;
  while (rows.step()) out[{rows.text(1), rows.text(2)}].push_back(rows.text(0));
  return out;
}

// Random by the digest of seed and id: the same on every machine, and a row keeps its rank when others come and go.
void shuffle_by(const std::string& seed, std::vector<std::string>& ids) {
  std::ranges::sort(ids, {}, [&](const std::string& id) { return sha256_hex(seed + '\x1f' + id); });
}

void draw(const SampleOptions& options, const Database& database) {
  auto strata = strata_of(database);
  std::vector<size_t> sizes;
  for (const auto& [stratum, ids] : strata) sizes.push_back(ids.size());
  const std::vector<size_t> take = allocate(sizes, options.size);
  std::string csv = "observation_id,measure,source,stratum_size\n";
  size_t next = 0;
  for (auto& [stratum, ids] : strata) {
    shuffle_by(options.seed, ids);
    for (size_t i = 0; i < take[next]; ++i)
      csv += ids[i] + ',' + csv_cell(stratum.first) + ',' + csv_cell(stratum.second) + ',' + std::to_string(ids.size()) + '\n';
    ++next;
  }
  write_file(sample_path(options.dataset), csv);
}

// What was found in one stratum, or in several pooled.
struct Tally {
  size_t population = 0, drawn = 0, checked = 0, wrong = 0;
};

// Each person's last word counts; a correction that the extractor has taken up since is no error of this dataset.
std::map<std::string, std::string> reviews(const Database& database) {
  Statement rows(database, "SELECT observation_id, review FROM observations");
  std::map<std::string, std::string> out;
  while (rows.step()) out[rows.text(0)] = rows.text(1);
  return out;
}

std::map<Stratum, Tally> tallies(const std::string& dataset, const Database& database) {
  const CsvTable drawn = read_csv(sample_path(dataset));
  const auto review = reviews(database);
  std::map<Stratum, Tally> out;
  for (size_t row = 0; row < drawn.rows.size(); ++row) {
    Tally& tally = out[{drawn.at(row, "measure"), drawn.at(row, "source")}];
    tally.population = std::stoul(drawn.at(row, "stratum_size"));
    ++tally.drawn;
    const auto found = review.find(drawn.at(row, "observation_id"));
    const std::string said = found == review.end() ? "" : found->second;
    const bool wrong = said == "corrected" || said == "rejected";
    if (wrong || said == "accepted") ++tally.checked;
    if (wrong) ++tally.wrong;
  }
  return out;
}

// The stratified estimate; its variance (Cochran, Sampling Techniques, 5.3) tells how many trials of a simple sample it is worth.
Interval estimate(const std::vector<Tally>& strata) {
  double population = 0, share = 0, variance = 0, checked = 0;
  for (const Tally& t : strata)
    if (t.checked > 0) population += static_cast<double>(t.population);
  for (const Tally& t : strata) {
    if (t.checked == 0) continue;
    const double n = static_cast<double>(t.checked), weight = static_cast<double>(t.population) / population, p = static_cast<double>(t.wrong) / n;
    checked += n;
    share += weight * p;
    if (t.checked > 1) variance += weight * weight * p * (1 - p) / (n - 1) * (1 - n / static_cast<double>(t.population));
  }
  const double worth = variance > 0 ? share * (1 - share) / variance : checked;
  return wilson(share, std::min(worth, checked));
}

std::string percent(double share) {
  char out[32];
  std::snprintf(out, sizeof out, "%.1f %%", 100 * share);
  return out;
}

std::string in_words(const Interval& i) { return percent(i.share) + " (95 % confidence interval " + percent(i.lower) + " to " + percent(i.upper) + ")"; }

void report_by(const std::map<Stratum, Tally>& all, bool by_measure, std::ostream& out) {
  std::map<std::string, std::vector<Tally>> groups;
  for (const auto& [stratum, tally] : all) groups[by_measure ? stratum.first : stratum.second].push_back(tally);
  for (const auto& [name, strata] : groups) {
    size_t checked = 0, wrong = 0;
    for (const Tally& t : strata) checked += t.checked, wrong += t.wrong;
    out << "  " << name << ": " << wrong << " of " << checked << " wrong";
    if (checked > 0) out << ", " << in_words(estimate(strata));
    out << '\n';
  }
}

int report(const SampleOptions& options, const Database& database, std::ostream& out) {
  const auto all = tallies(options.dataset, database);
  std::vector<Tally> strata;
  Tally sum;
  for (const auto& [stratum, t] : all) {
    strata.push_back(t);
    sum.population += t.population, sum.drawn += t.drawn, sum.checked += t.checked, sum.wrong += t.wrong;
  }
  if (sum.checked == 0) throw std::runtime_error("no figure of the sample is decided in the dataset yet; check it at the desk (muster review), then muster ledger apply " + options.dataset);
  out << "Of a random sample of " << sum.checked << " of the dataset's " << sum.population << " figures, stratified by measure and source and checked by hand against the documents, "
      << sum.wrong << (sum.wrong == 1 ? " was" : " were") << " wrong: an estimated error rate of " << in_words(estimate(strata)) << ".\n\nBy measure\n";
  report_by(all, true, out);
  out << "\nBy source\n";
  report_by(all, false, out);
  if (sum.checked == sum.drawn) return 0;
  warn(counted(sum.drawn - sum.checked, "figure") + " of the sample " + (sum.drawn - sum.checked == 1 ? "is" : "are") + " not checked yet: the rate holds only if those are like the others");
  return 1;
}

}  // namespace

std::string sample_text(const std::string& dataset) {
  return read_file_if_there(sample_path(dataset));
}

Interval wilson(double share, double trials) {
  if (!(trials > 0)) return {share, 0, 1};
  const double z2 = normal_quantile * normal_quantile, scale = 1 + z2 / trials, centre = (share + z2 / (2 * trials)) / scale;
  const double reach = normal_quantile * std::sqrt(share * (1 - share) / trials + z2 / (4 * trials * trials)) / scale;
  return {share, std::max(0.0, centre - reach), std::min(1.0, centre + reach)};
}

std::vector<size_t> allocate(const std::vector<size_t>& strata, size_t sample_size) {
  const size_t population = std::accumulate(strata.begin(), strata.end(), size_t{0});
  if (sample_size >= population) return strata;
  std::vector<size_t> out;
  std::vector<std::pair<double, size_t>> rest;  // what was rounded away, stratum
  size_t taken = 0;
  for (size_t i = 0; i < strata.size(); ++i) {
    const double fair = static_cast<double>(sample_size) * static_cast<double>(strata[i]) / static_cast<double>(population);
    out.push_back(std::min(strata[i], std::max<size_t>(strata[i] > 0, static_cast<size_t>(fair))));
    taken += out.back();
    rest.emplace_back(static_cast<double>(out.back()) - fair, i);
  }
  std::ranges::sort(rest);
  for (size_t i = 0; taken < sample_size && i < 2 * rest.size(); ++i)
    if (size_t& n = out[rest[i % rest.size()].second]; n < strata[rest[i % rest.size()].second]) ++n, ++taken;
  return out;
}

int sample(const SampleOptions& options, std::ostream& out) {
  const Database database((std::filesystem::path(options.dataset) / "workforce.sqlite").string(), Database::Mode::read_only);
  if (options.report) return report(options, database, out);
  draw(options, database);
  say("the sample is in " + sample_path(options.dataset));
  suggest("muster review " + options.dataset + ", choose Sample: drawn, and decide each figure; then muster sample " + options.dataset + " --report");
  return 0;
}

}  // namespace muster
