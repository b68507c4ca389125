// Decisions as the desk sees them: by observation_id, on top of the ledger's file. May be used by several threads.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "dataset/ledger.h"
#include "dataset/sqlite.h"

namespace muster {

// What one person decided about some rows at one time.
struct DeskOrder {
  std::vector<std::string> observation_ids;
  Verdict verdict = Verdict::accept;
  std::map<std::string, std::string> set;
  std::string note;
};

// Throws std::runtime_error, for the person, when it is not an order: {"ids":[…],"decision":"correct","set":{…},"note":"…"}.
DeskOrder parse_order(const std::string& json);

class DeskDecisions {
 public:
  // Finds the rows that the ledger's decisions are about. Throws when the ledger is bad.
  DeskDecisions(const Database& database, std::string dataset_directory);

  // Writes the order into the ledger's file, together with what others have written there since, and returns the state of all rows
  // concerned, as states_json does. Throws std::runtime_error when a row does not exist or the file cannot be written.
  std::string decide(const DeskOrder& order, const std::string& by, const std::string& at);

  // {"ID":{"review":"corrected","set":{…},"decisions":[…]},…} of every row with a decision.
  std::string states_json() const;

 private:
  LedgerPlace place_of(const std::string& observation_id) const;
  std::string states_json(const std::vector<std::string>& ids) const;
  void index(const Ledger& ledger);

  const Database& database_;
  std::string directory_;
  mutable std::mutex mutex_;
  std::map<std::string, LedgerPlace> place_by_id_;               // rows that have, or had, a decision
  std::map<LedgerPlace, std::string> id_by_place_;
  std::map<std::string, std::vector<Decision>> decisions_;       // by observation_id
};

}  // namespace muster
