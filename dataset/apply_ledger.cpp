#include "dataset/apply_ledger.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "dataset/code_points.h"
#include "dataset/rows.h"
#include "dataset/whole_documents.h"

namespace muster {
namespace {

using Cells = std::map<std::string, std::string>;

// Columns of a correction as members of a row; each takes a text.
std::string* member(Observation& o, const std::string& column) {
  static const std::map<std::string, std::string Observation::*> plain = {
      {"area_code", &Observation::area_code}, {"area_name", &Observation::area_name}, {"service", &Observation::service},
      {"team", &Observation::team},           {"role_code", &Observation::role_code}, {"role", &Observation::role},
      {"grade", &Observation::grade},         {"worker_category", &Observation::worker_category},
      {"measure", &Observation::measure},     {"unit", &Observation::unit},           {"breakdown", &Observation::breakdown}};
  if (const auto found = plain.find(column); found != plain.end()) return &(o.*found->second);
  if (column == "period") return &o.period.iso;
  if (column == "value") return &o.quantity.value;
  if (column == "value_upper") return &o.quantity.value_upper;
  if (column == "qualifier") return &o.quantity.qualifier;
  return column == "status" ? &o.quantity.status : nullptr;
}

// Cell of observations.csv by the column's name; for the columns of a ledger only.
std::string ledger_cell(const Observation& observation, const std::string& column) {
  Observation copy = observation;
  const std::string* cell = member(copy, column);
  return cell ? *cell : std::string();
}

// The kind of a corrected period, from its form; its name among education statistics is left to the next extraction.
void tell_period_kind(Period& period) {
  constexpr size_t length_of_a_day = 10;  // 2019-04-30
  period.kind = period.iso.empty() ? "" : period.iso.size() == length_of_a_day ? "instant" : "duration";
  period.time_period.clear();
  period.time_identifier.clear();
}

std::optional<Box> parsed_box(const std::string& text) {
  std::array<float, 4> edge{};
  const char *at = text.data(), *end = at + text.size();
  for (float& e : edge) {
    while (at != end && *at == ' ') ++at;
    const auto [next, error] = std::from_chars(at, end, e);
    if (error != std::errc()) return std::nullopt;
    at = next;
  }
  return Box{edge[0], edge[1], edge[2], edge[3]};
}

// Half of the smaller box: what is less than that is a neighbour.
bool overlap(const Box& a, const Box& b) {
  constexpr float least_share = 0.5f;
  const Box common = common_part(a, b);
  return !common.empty() && common.width() * common.height() >= least_share * std::min(a.width() * a.height(), b.width() * b.height());
}

// A row on offer to a ledger's place.
struct Offer {
  Observation* observation;
  LedgerPlace place;
  bool taken = false;
};

// A computed figure has no words of its own: it is the same where all but its value is.
bool is_same_computed(const LedgerPlace& want, const LedgerPlace& have) {
  return std::ranges::all_of(want.was, [&](const auto& cell) {
    const auto found = have.was.find(cell.first);
    return cell.first.starts_with("value") || (found != have.was.end() && found->second == cell.second);
  });
}

// How well a row fits a place: 0 not at all. Words and place must agree; what was extracted tells apart several figures of one place.
int fit(const LedgerPlace& want, const Offer& offer) {
  constexpr int same_place = 8, same_words = 8, same_offset = 4, same_measure = 3, same_cell = 1;
  const LedgerPlace& have = offer.place;
  if (have.raw != want.raw || have.page != want.page) return 0;
  if (want.raw.empty() && !is_same_computed(want, have)) return 0;
  int score = 0;
  const auto want_box = parsed_box(want.box), have_box = parsed_box(have.box);
  if (want_box && have_box && overlap(*want_box, *have_box)) score += same_place;
  if (have.quote == want.quote) score += same_words;
  if (score == 0) return 0;
  if (have.quote_start == want.quote_start) score += same_offset;
  for (const auto& [column, content] : want.was)
    if (have.was.contains(column) && have.was.at(column) == content) score += column == "measure" ? same_measure : same_cell;
  return score;
}

std::string said_value(const Observation& o) {
  const Quantity& q = o.quantity;
  if (q.value.empty() && q.value_upper.empty()) return q.status;
  return q.value_upper.empty() || q.value == q.value_upper ? q.value : q.value + ".." + q.value_upper;
}

bool says_already(Observation& o, const Cells& set) {
  return std::ranges::all_of(set, [&](const auto& cell) { return plain_decimal(*member(o, cell.first)) == plain_decimal(cell.second); });
}

void correct(Observation& o, const Cells& set) {
  o.value_extracted = said_value(o);
  for (const auto& [column, content] : set) {
    *member(o, column) = content;
    if (column == "period") tell_period_kind(o.period);
  }
}

// Lays one decision over one row. (What was withdrawn has been settled away before.)
Fate lay_over(Observation& o, const Decision& d) {
  const bool already_so = d.verdict == Verdict::correct && says_already(o, d.set);
  if (d.verdict == Verdict::correct && !already_so) correct(o, d.set);
  o.review = review_word(already_so ? Verdict::accept : d.verdict);
  return already_so ? Fate::already_so : Fate::applied;
}

std::string in_words(const Decision& d) {
  std::string out = d.by + ": " + name_of(d.verdict);
  for (const auto& [column, content] : d.set) out += " " + column + "=" + content;
  return out;
}

std::string explain(const LedgerEntry& entry, const Settled& settled) {
  if (entry.fate == Fate::conflicting) {
    std::string out = "people decided differently (";
    for (const Decision& d : entry.decisions) out += (out.ends_with('(') ? "" : "; ") + in_words(d);
    return out + "); one of them should withdraw or agree";
  }
  if (entry.fate == Fate::withdrawn) return "every decision was withdrawn";
  if (entry.source.empty()) return "its document is not among the inputs any more";
  if (entry.fate == Fate::orphaned) return "no figure \"" + entry.place.raw + "\" stands at its place any more; look at the document and decide again";
  const std::string said = in_words(settled.decision);
  return entry.fate == Fate::already_so ? said + ", which is now what is extracted" : said;
}

// The best row that nobody has taken yet; null when none fits.
Offer* best_offer(std::vector<Offer>& offers, const LedgerPlace& place) {
  Offer* best = nullptr;
  int most = 0;
  for (Offer& offer : offers) {
    const int score = offer.taken ? 0 : fit(place, offer);
    if (score > most) {
      most = score;
      best = &offer;
    }
  }
  return best;
}

void settle_entry(LedgerEntry& entry, Offer* offer) {
  const Settled settled = settle(entry.decisions);
  if (offer) {
    offer->taken = true;
    entry.observation_id = offer->observation->observation_id;
  }
  if (!settled.decided) entry.fate = Fate::withdrawn;
  else if (!offer) entry.fate = Fate::orphaned;
  else if (settled.conflict) {
    offer->observation->review = review_word(Verdict::flag);
    entry.fate = Fate::conflicting;
  } else {
    entry.fate = lay_over(*offer->observation, settled.decision);
  }
  entry.explanation = explain(entry, settled);
}

std::vector<LedgerEntry> grouped(const Ledger& ledger) {
  std::map<LedgerPlace, std::vector<Decision>> by_place;
  for (const Decision& d : ledger) by_place[d.place].push_back(d);
  std::vector<LedgerEntry> out;
  for (auto& [place, decisions] : by_place) {
    std::ranges::stable_sort(decisions, {}, &Decision::at);
    out.push_back({.place = place, .decisions = std::move(decisions)});
  }
  return out;
}

using DocumentKey = std::pair<std::string, std::string>;  // content and part

LedgerPlace place_of(const DocumentRecord& record, const Observation& o, const CodePointIndex& index) {
  LedgerPlace place{.document = record.content_sha256, .part = well_formed(record.part), .page = o.place.page,
                    .box = o.place.page > 0 ? box_text(o.place.box) : "", .quote = well_formed(o.quote), .raw = well_formed(o.raw)};
  if (!o.quote_span.empty()) place.quote_start = static_cast<long long>(index.at(o.quote_span.begin));
  for (const std::string& column : identifying_columns()) place.was[column] = plain_decimal(well_formed(ledger_cell(o, column)));
  return place;
}

std::vector<Offer> offers_of(DocumentResult& document) {
  const CodePointIndex index(document.outline.text);
  std::vector<Offer> out;
  for (Observation& o : document.interpretation.observations) out.push_back({&o, place_of(document.interpretation.record, o, index)});
  return out;
}

// What stands where it stood and says what it said is matched first, so that no neighbour takes its row.
void settle_document(const std::vector<LedgerEntry*>& entries, std::vector<Offer> offers) {
  std::vector<LedgerEntry*> moved;
  for (LedgerEntry* entry : entries) {
    const auto same = std::ranges::find_if(offers, [&](const Offer& offer) { return !offer.taken && offer.place == entry->place; });
    if (same == offers.end()) moved.push_back(entry);
    else settle_entry(*entry, &*same);
  }
  for (LedgerEntry* entry : moved) settle_entry(*entry, best_offer(offers, entry->place));
}

}  // namespace

LedgerPlace ledger_place(const DocumentResult& document, const Observation& observation) {
  return place_of(document.interpretation.record, observation, CodePointIndex(document.outline.text));
}

size_t count_of(Fate fate, const Dataset& dataset) {
  return static_cast<size_t>(std::ranges::count(dataset.corrections, fate, &LedgerEntry::fate));
}

void apply_ledger(const Ledger& ledger, Dataset& dataset) {
  dataset.corrections = grouped(ledger);
  std::map<DocumentKey, std::vector<LedgerEntry*>> wanted;
  for (LedgerEntry& entry : dataset.corrections) wanted[{entry.place.document, entry.place.part}].push_back(&entry);
  for (size_t i = 0; i < count_of_documents(dataset) && !wanted.empty(); ++i) {
    const DocumentRecord record = record_of(dataset, i);
    const auto found = wanted.find({record.content_sha256, well_formed(record.part)});
    if (found == wanted.end()) continue;
    for (LedgerEntry* entry : found->second) entry->source = record.source;
    change_document(dataset, i, [&](DocumentResult& document) { settle_document(found->second, offers_of(document)); });
    wanted.erase(found);
  }
  for (auto& [key, entries] : wanted)
    for (LedgerEntry* entry : entries) settle_entry(*entry, nullptr);
}

}  // namespace muster
