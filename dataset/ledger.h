// What people decided about observations: corrections.jsonl beside a dataset. One decision a line, never changed once written; lines
// sorted, so that two people's files merge by taking the lines of both. A decision names its figure by document, place and words, not by
// a row's id, and so survives every re-run.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace muster {

enum class Verdict { accept, correct, reject, flag, withdraw };  // withdraw: the same person takes back what stands before it

// The figure that a decision is about, as it was shown to the person.
struct LedgerPlace {
  std::string document;          // content_sha256
  std::string part;              // of a container's member
  int page = 0;                  // from 1; 0 for text and HTML
  std::string box;               // "x0 y0 x1 y1" in points; empty for text and HTML
  long long quote_start = -1;    // in code points; -1: none
  std::string quote, raw;
  std::map<std::string, std::string> was;  // columns of observations.csv that tell figures of one place apart, as extracted

  auto operator<=>(const LedgerPlace&) const = default;
};

struct Decision {
  LedgerPlace place;
  Verdict verdict = Verdict::accept;
  std::map<std::string, std::string> set;  // for correct: column and its right content; an empty one empties the cell
  std::string note;
  std::string by;  // who
  std::string at;  // when, UTC: "2026-03-01T14:05:00.123Z"

  auto operator<=>(const Decision&) const = default;
};

using Ledger = std::vector<Decision>;

enum class Fate {
  applied,      // the row says what the person decided
  already_so,   // a correction with which the extractor now agrees: the row counts as accepted
  conflicting,  // two people decided differently: the row is flagged and keeps what was extracted
  withdrawn,    // its author took it back
  orphaned,     // nothing stands at its place any more
};

// One figure with all that was decided about it, and what came of that.
struct LedgerEntry {
  LedgerPlace place;
  std::vector<Decision> decisions;  // in the order of time
  Fate fate = Fate::orphaned;
  std::string observation_id;       // the row it was laid over; empty when orphaned
  std::string source;               // of its document; empty when that is gone
  std::string explanation;          // in words
};

// Columns of observations.csv that a correction may set.
const std::vector<std::string>& correctable_columns();

// Columns that LedgerPlace::was holds.
const std::vector<std::string>& identifying_columns();

// What holds after all was said about one figure: the last word of each person, the latest of them where they agree.
struct Settled {
  bool decided = false;  // false: everything was taken back
  bool conflict = false;
  Decision decision;
};

Settled settle(const std::vector<Decision>& in_order_of_time);

// "27.80" and "27.8" are one number, "8.0" and "8" too: without trailing zeros. Other texts are left as they are.
std::string plain_decimal(const std::string& text);

std::string ledger_path(const std::string& dataset_directory);

// Throws std::runtime_error "corrections.jsonl:LINE: what is wrong and what to do".
Ledger parse_ledger(const std::string& text);

// No file: an empty ledger.
Ledger load_ledger(const std::string& path);

// Sorted, each line once.
std::string ledger_text(Ledger ledger);

// One decision as an object of JSON; throws std::runtime_error when a member is missing or cannot be.
Decision parse_decision(const std::string& json);

std::string decision_json(const Decision& decision);

// The place alone, with the same member names.
std::string place_json(const LedgerPlace& place);
LedgerPlace parse_place(const std::string& json);

const char* name_of(Verdict verdict);
// What the column review says of a row with this verdict.
const char* review_word(Verdict verdict);
const char* name_of(Fate fate);

}  // namespace muster
