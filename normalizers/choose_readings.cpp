#include "normalizers/choose_readings.h"

#include <algorithm>

#include "normalizers/equations.h"

namespace muster {
namespace {

struct Verdict {
  int holds = 0, fails = 0;
  std::string proof;
};

Verdict verdict_on(const Outline& outline, int table, const Vocabulary& vocabulary, const ObserveTable& observe) {
  const std::vector<Observation> observations = observe(outline, table);
  Verdict v;
  for (const Equation& e : equations_of(observations, outline.tables[static_cast<size_t>(table)].table_id, vocabulary)) {
    ++(e.holds ? v.holds : v.fails);
    if (!e.holds || e.result == no_result) continue;
    const Observation& result = observations[e.result];
    v.proof += (v.proof.empty() ? "" : "; ") + result.measure + (result.team.empty() ? "" : " of " + result.team) + ": " + e.formula +
               " gives " + shown(e.computed.stated) + ", printed " + shown(e.printed);
  }
  return v;
}

// So many equations must come to hold: one sum or rate of two digits may hold by chance, two hardly.
constexpr int least_new_proofs = 2;

// A reading may also let equations be set up for the first time that fail (a printed total may be wrong in itself, or leave
// out a row): they count against it, one for one.
bool proves(const Verdict& v, const Verdict& best) {
  const int new_holds = v.holds - best.holds, new_fails = v.fails - best.fails;
  return new_holds >= least_new_proofs && new_holds > new_fails;
}

Span hull_of(const Table& table, const RivalReading& rival) {
  Span hull;
  for (const Cell& changed : rival.cells) {
    const Cell* cell = cell_at(table, changed.row, changed.col);
    if (!cell || cell->span.empty()) continue;
    hull = hull.empty() ? cell->span : Span{std::min(hull.begin, cell->span.begin), std::max(hull.end, cell->span.end)};
  }
  return hull;
}

Table with_reading(const Table& first, const RivalReading& rival) {
  Table table = first;
  const Span hull = hull_of(first, rival);
  for (const Cell& changed : rival.cells)
    for (Cell& cell : table.cells)
      if (cell.row == changed.row && cell.col == changed.col && cell.text != changed.text) {
        cell.text_as_read = cell.text;
        cell.text = changed.text;
        cell.damaged = changed.damaged;
        if (!hull.empty()) cell.span = hull;
      }
  return table;
}

ProvenReading proven(const Table& first, const Table& chosen, const RivalReading& rival, std::string proof) {
  ProvenReading out{.table_id = first.table_id, .proof = std::move(proof), .evidence = rival.evidence};
  for (size_t i = 0; i < first.cells.size(); ++i)
    if (first.cells[i].text != chosen.cells[i].text) out.cells.emplace_back(first.cells[i].row, first.cells[i].col);
  return out;
}

}  // namespace

std::vector<ProvenReading> choose_readings(Outline& outline, const Vocabulary& vocabulary, const ObserveTable& observe) {
  std::vector<ProvenReading> out;
  for (size_t t = 0; t < outline.tables.size(); ++t) {
    const Table first = outline.tables[t];
    if (first.rivals.empty()) continue;
    const int index = static_cast<int>(t);
    Verdict best = verdict_on(outline, index, vocabulary, observe);
    Table best_table = first;
    const RivalReading* chosen = nullptr;
    for (const RivalReading& rival : first.rivals) {
      if (!rival.partial) continue;
      outline.tables[t] = with_reading(first, rival);
      Verdict v = verdict_on(outline, index, vocabulary, observe);
      if (!proves(v, best)) continue;
      best = std::move(v);
      best_table = outline.tables[t];
      chosen = &rival;
    }
    outline.tables[t] = best_table;
    if (chosen) out.push_back(proven(first, best_table, *chosen, best.proof));
  }
  return out;
}

}  // namespace muster
