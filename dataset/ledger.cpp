#include "dataset/ledger.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "schemas/read_file.h"

namespace muster {
namespace {

using Json = nlohmann::json;  // keys in alphabetical order: one decision has one spelling

constexpr std::array<const char*, 5> verdict_names = {"accept", "correct", "reject", "flag", "withdraw"};

Verdict verdict_named(const std::string& name) {
  const auto found = std::ranges::find(verdict_names, name, [](const char* n) { return std::string(n); });
  if (found == verdict_names.end()) throw std::runtime_error("the decision \"" + name + "\" is not one of accept, correct, reject, flag, withdraw");
  return static_cast<Verdict>(found - verdict_names.begin());
}

using Cells = std::map<std::string, std::string>;

void check_columns(const Cells& cells, const std::vector<std::string>& known) {
  for (const auto& [column, content] : cells)
    if (std::ranges::find(known, column) == known.end()) throw std::runtime_error("the column \"" + column + "\" cannot stand here");
}

void check(const Decision& d) {
  if (d.place.document.empty() || (d.place.raw.empty() && d.place.was.empty()))
    throw std::runtime_error("a decision needs its document and raw, or for a computed figure was");
  if (d.by.empty() || d.at.empty()) throw std::runtime_error("a decision needs by and at");
  if (d.set.empty() == (d.verdict == Verdict::correct)) throw std::runtime_error("set belongs to a correction, and every correction has one");
  check_columns(d.set, correctable_columns());
  check_columns(d.place.was, identifying_columns());
}

Json as_json(const LedgerPlace& p) {
  Json json = {{"document", p.document}, {"quote", p.quote}, {"raw", p.raw}, {"was", p.was}};
  if (!p.part.empty()) json["part"] = p.part;
  if (p.page > 0) json["page"] = p.page;
  if (!p.box.empty()) json["box"] = p.box;
  if (p.quote_start >= 0) json["quote_start"] = p.quote_start;
  return json;
}

Json as_json(const Decision& d) {
  Json json = as_json(d.place);
  json["decision"] = name_of(d.verdict);
  json["by"] = d.by;
  json["at"] = d.at;
  if (!d.set.empty()) json["set"] = d.set;
  if (!d.note.empty()) json["note"] = d.note;
  return json;
}

LedgerPlace place_from(const Json& json) {
  return {.document = json.at("document").get<std::string>(), .part = json.value("part", ""), .page = json.value("page", 0),
          .box = json.value("box", ""), .quote_start = json.value("quote_start", -1LL), .quote = json.value("quote", ""),
          .raw = json.at("raw").get<std::string>(), .was = json.value("was", Cells{})};
}

Decision decision_from(const Json& json) {
  Decision d{.place = place_from(json), .verdict = verdict_named(json.at("decision").get<std::string>()), .set = json.value("set", Cells{}),
             .note = json.value("note", ""), .by = json.at("by").get<std::string>(), .at = json.at("at").get<std::string>()};
  check(d);
  return d;
}

std::string line_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

const std::vector<std::string>& correctable_columns() {
  static const std::vector<std::string> columns = {"area_code", "area_name", "service", "team", "role_code", "role", "grade", "worker_category",
                                                   "measure", "unit", "breakdown", "period", "value", "value_upper", "qualifier", "status"};
  return columns;
}

const std::vector<std::string>& identifying_columns() {
  static const std::vector<std::string> columns = {"area_code", "service", "team", "role", "measure", "unit", "breakdown", "period", "value", "value_upper", "status"};
  return columns;
}

Settled settle(const std::vector<Decision>& in_order_of_time) {
  std::map<std::string, const Decision*> last;  // by person
  for (const Decision& d : in_order_of_time) {
    if (d.verdict == Verdict::withdraw) last.erase(d.by);
    else last[d.by] = &d;
  }
  Settled out;
  for (const auto& [by, decision] : last) {
    if (out.decided && (out.decision.verdict != decision->verdict || out.decision.set != decision->set)) out.conflict = true;
    if (!out.decided || out.decision.at < decision->at) out.decision = *decision;
    out.decided = true;
  }
  return out;
}

std::string plain_decimal(const std::string& text) {
  if (text.find('.') == std::string::npos || text.find_first_not_of("-0123456789.") != std::string::npos) return text;
  const size_t last = text.find_last_not_of('0');
  return text.substr(0, text[last] == '.' ? last : last + 1);
}

std::string ledger_path(const std::string& dataset_directory) { return dataset_directory + "/corrections.jsonl"; }

const char* name_of(Fate fate) {
  constexpr std::array<const char*, 5> names = {"applied", "already_so", "conflicting", "withdrawn", "orphaned"};
  return names[static_cast<size_t>(fate)];
}

const char* review_word(Verdict verdict) {
  constexpr std::array<const char*, 5> words = {"accepted", "corrected", "rejected", "flagged", "auto"};
  return words[static_cast<size_t>(verdict)];
}

const char* name_of(Verdict verdict) { return verdict_names[static_cast<size_t>(verdict)]; }

Decision parse_decision(const std::string& json) {
  try {
    return decision_from(Json::parse(json));
  } catch (const Json::exception& fault) {
    throw std::runtime_error(std::string("not a decision: ") + fault.what());
  }
}

LedgerPlace parse_place(const std::string& json) { return place_from(Json::parse(json)); }

std::string decision_json(const Decision& decision) { return line_of(as_json(decision)); }

std::string place_json(const LedgerPlace& place) { return line_of(as_json(place)); }

Ledger parse_ledger(const std::string& text) {
  Ledger ledger;
  std::istringstream lines(text);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      ledger.push_back(parse_decision(line));
    } catch (const std::exception& fault) {
      throw std::runtime_error("corrections.jsonl:" + std::to_string(number) + ": " + fault.what() + "; put the line right or take it out");
    }
  }
  return ledger;
}

Ledger load_ledger(const std::string& path) {
  return parse_ledger(read_file_if_there(path));
}

std::string ledger_text(Ledger ledger) {
  std::ranges::sort(ledger);
  const auto rest = std::ranges::unique(ledger);
  ledger.erase(rest.begin(), rest.end());
  std::string out;
  for (const Decision& d : ledger) out += decision_json(d) + '\n';
  return out;
}

}  // namespace muster
