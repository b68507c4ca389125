#include "tools/diff.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>

#include "schemas/csv.h"
#include "schemas/read_file.h"
#include "tools/compare_builds.h"
#include "tools/console.h"
#include "tools/dataset_rows.h"

namespace muster {
namespace {

using Json = nlohmann::ordered_json;

std::string quoted(const std::string& text) { return text.empty() ? "empty" : "\u201c" + text + "\u201d"; }

// Rows by table and by why: added, removed, changed, and of these those that say what they said.
struct Tally {
  size_t added = 0, removed = 0, changed = 0, said_the_same = 0;

  void count(const Change& change) {
    added += change.kind == ChangeKind::added;
    removed += change.kind == ChangeKind::removed;
    changed += change.kind == ChangeKind::changed;
    said_the_same += says_the_same(change);
  }
};

using Tallies = std::map<std::pair<std::string, std::string>, Tally>;

Tallies tally(const BuildDifference& difference) {
  Tallies out;
  for (const Change& change : difference.changes) out[{change.table, change.why}].count(change);
  return out;
}

void print_tally(const BuildDifference& difference, std::ostream& out) {
  if (difference.changes.empty()) out << "nothing changed: " << counted(difference.same_observations, "observation") << " in both\n";
  for (const auto& [key, t] : tally(difference)) {
    out << key.first << ", by " << key.second << ": " << t.added << " added, " << t.removed << " removed, " << t.changed << " changed";
    if (t.said_the_same) out << " (" << t.said_the_same << " of them only in confidence, evidence or place)";
    out << '\n';
  }
  if (!difference.changes.empty()) out << counted(difference.same_observations, "observation") << " as they were\n";
}

void print_change(const Change& change, std::ostream& out) {
  const std::string& id = change.new_id.empty() ? change.old_id : change.new_id;
  out << name_of(change.kind) << " by " << change.why << ": " << change.table << ' ' << id << " of " << change.source << ", " << change.label << '\n';
  for (const CellChange& cell : change.cells) out << "  " << cell.column << ": " << quoted(cell.old_text) << " then " << quoted(cell.new_text) << '\n';
}

void print_text(const BuildDifference& difference, const RunDifference& runs, bool all, std::ostream& out) {
  for (const std::string& words : runs.words) out << words << '\n';
  print_tally(difference, out);
  size_t left_out = 0;
  for (const Change& change : difference.changes) {
    if (!all && says_the_same(change)) ++left_out;
    else print_change(change, out << '\n');
  }
  if (left_out) out << '\n' << counted(left_out, "row") << " with only another confidence, evidence or place left out (--all shows them)\n";
}

void print_csv(const BuildDifference& difference, std::ostream& out) {
  out << "table,change,why,source,old_id,new_id,label,column,old,new\n";
  const auto line = [&](const Change& c, const CellChange& cell) {
    const std::array<std::string, 10> cells = {c.table, name_of(c.kind), c.why, c.source, c.old_id, c.new_id, c.label, cell.column, cell.old_text, cell.new_text};
    for (size_t i = 0; i < cells.size(); ++i) out << (i ? "," : "") << csv_cell(cells[i]);
    out << '\n';
  };
  for (const Change& change : difference.changes) {
    if (change.cells.empty()) line(change, {});
    for (const CellChange& cell : change.cells) line(change, cell);
  }
}

void print_json(const BuildDifference& difference, const RunDifference& runs, std::ostream& out) {
  Json changes = Json::array();
  for (const Change& c : difference.changes) {
    Json cells = Json::array();
    for (const CellChange& cell : c.cells) cells.push_back({{"column", cell.column}, {"old", cell.old_text}, {"new", cell.new_text}});
    changes.push_back({{"table", c.table}, {"change", name_of(c.kind)}, {"why", c.why}, {"source", c.source}, {"old_id", c.old_id}, {"new_id", c.new_id}, {"label", c.label}, {"cells", cells}});
  }
  const Json all = {{"runs", runs.words}, {"same_observations", difference.same_observations}, {"changes", changes}};
  out << all.dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace

int diff(const DiffOptions& options, std::ostream& out) {
  const Database before = open_dataset(options.old_dataset), after = open_dataset(options.new_dataset);
  const RunDifference runs = compare_runs(read_file_if_there(options.old_dataset + "/run.json"), read_file_if_there(options.new_dataset + "/run.json"));
  const BuildDifference difference = compare_builds(before, after, runs);
  if (options.format == DiffFormat::csv) print_csv(difference, out);
  else if (options.format == DiffFormat::json) print_json(difference, runs, out);
  else print_text(difference, runs, options.all, out);
  return options.exit_code && !difference.changes.empty() ? 1 : 0;
}

}  // namespace muster
