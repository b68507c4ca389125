#include "tools/review/decisions.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "dataset/write_file.h"

namespace muster {
namespace {

using Json = nlohmann::json;

constexpr size_t most_rows_of_an_order = 1000000;

// Held while the ledger's file is read and written again: another desk may have the same dataset open.
class FileLock {
 public:
  explicit FileLock(const std::string& path) : descriptor_(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
    if (descriptor_ < 0 || flock(descriptor_, LOCK_EX) != 0) throw std::runtime_error(path + ": cannot be locked; is the dataset's folder writable?");
  }
  ~FileLock() { close(descriptor_); }
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int descriptor_;
};

std::string columns_sql() {
  std::string out = "o.observation_id, d.content_sha256, d.part, ifnull(o.page, 0), o.box, ifnull(o.quote_start, -1), o.quote, o.raw";
  for (const std::string& column : identifying_columns()) out += ", o." + column;
  return "SELECT " + out + " FROM observations o JOIN documents d USING (document_id) ";
}

LedgerPlace place_from(const Statement& row) {
  LedgerPlace place{.document = row.text(1), .part = row.text(2), .page = static_cast<int>(row.integer(3)), .box = row.text(4),
                    .quote_start = row.integer(5), .quote = row.text(6), .raw = row.text(7)};
  int column = 8;
  for (const std::string& name : identifying_columns()) place.was[name] = plain_decimal(row.text(column++));
  return place;
}

const char* review_of(const Settled& settled) {
  if (settled.conflict) return "conflict";
  return review_word(settled.decided ? settled.decision.verdict : Verdict::withdraw);
}

Json state_of(const std::vector<Decision>& decisions) {
  const Settled settled = settle(decisions);
  Json said = Json::array();
  for (const Decision& d : decisions) {
    Json line = {{"decision", name_of(d.verdict)}, {"by", d.by}, {"at", d.at}, {"note", d.note}};
    if (!d.set.empty()) line["set"] = d.set;
    said.push_back(std::move(line));
  }
  Json state = {{"review", review_of(settled)}, {"decisions", std::move(said)}};
  if (settled.decided && !settled.conflict) state["set"] = settled.decision.set;
  return state;
}

}  // namespace

DeskOrder parse_order(const std::string& json) {
  try {
    const Json order = Json::parse(json);
    // Every word of an order is checked by making one decision of it.
    Json probe = {{"document", "x"}, {"raw", "x"}, {"by", "x"}, {"at", "x"}, {"decision", order.at("decision")}};
    if (order.contains("set")) probe["set"] = order["set"];
    const Decision checked = parse_decision(probe.dump());
    DeskOrder out{order.at("ids").get<std::vector<std::string>>(), checked.verdict, checked.set, order.value("note", "")};
    if (out.observation_ids.empty() || out.observation_ids.size() > most_rows_of_an_order) throw std::runtime_error("an order names its rows");
    return out;
  } catch (const Json::exception& fault) {
    throw std::runtime_error(std::string("not an order: ") + fault.what());
  }
}

DeskDecisions::DeskDecisions(const Database& database, std::string dataset_directory) : database_(database), directory_(std::move(dataset_directory)) {
  Statement built(database_, "SELECT place, observation_id FROM corrections WHERE observation_id IS NOT NULL");
  while (built.step()) {
    const LedgerPlace place = parse_place(built.text(0));
    place_by_id_[built.text(1)] = place;
    id_by_place_[place] = built.text(1);
  }
  index(load_ledger(ledger_path(directory_)));
}

// Decisions written since the build name rows as they stand in the dataset.
void DeskDecisions::index(const Ledger& ledger) {
  std::set<std::string> documents;
  for (const Decision& d : ledger)
    if (!id_by_place_.contains(d.place)) documents.insert(d.place.document);
  for (const std::string& document : documents) {
    Statement rows(database_, columns_sql() + "WHERE d.content_sha256 = ?");
    rows.bind_text(0, document);
    while (rows.step()) id_by_place_.emplace(place_from(rows), rows.text(0));
  }
  decisions_.clear();
  for (const Decision& d : ledger) {
    const auto found = id_by_place_.find(d.place);
    if (found == id_by_place_.end()) continue;
    place_by_id_.emplace(found->second, d.place);
    decisions_[found->second].push_back(d);
  }
  for (auto& [id, decisions] : decisions_) std::ranges::stable_sort(decisions, {}, &Decision::at);
}

LedgerPlace DeskDecisions::place_of(const std::string& observation_id) const {
  if (const auto known = place_by_id_.find(observation_id); known != place_by_id_.end()) return known->second;
  Statement row(database_, columns_sql() + "WHERE o.observation_id = ?");
  row.bind_text(0, observation_id);
  if (!row.step()) throw std::runtime_error("there is no observation " + observation_id + "; was the dataset built again? Reload the page");
  return place_from(row);
}

std::string DeskDecisions::decide(const DeskOrder& order, const std::string& by, const std::string& at) {
  const std::lock_guard guard(mutex_);
  std::vector<Decision> fresh;
  for (const std::string& id : order.observation_ids)
    fresh.push_back({.place = place_of(id), .verdict = order.verdict, .set = order.set, .note = order.note, .by = by, .at = at});
  const std::string path = ledger_path(directory_);
  const FileLock lock(path + ".lock");
  Ledger ledger = load_ledger(path);
  ledger.insert(ledger.end(), fresh.begin(), fresh.end());
  write_file(path, ledger_text(ledger));
  index(ledger);
  return states_json(order.observation_ids);
}

std::string DeskDecisions::states_json(const std::vector<std::string>& ids) const {
  Json out = Json::object();
  for (const std::string& id : ids)
    if (const auto found = decisions_.find(id); found != decisions_.end()) out[id] = state_of(found->second);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string DeskDecisions::states_json() const {
  const std::lock_guard guard(mutex_);
  std::vector<std::string> ids;
  for (const auto& [id, decisions] : decisions_) ids.push_back(id);
  return states_json(ids);
}

}  // namespace muster
