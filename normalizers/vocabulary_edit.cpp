#include "normalizers/vocabulary_edit.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <tuple>

#include "normalizers/vocabulary_tables.h"
#include "schemas/identity.h"
#include "schemas/serialise.h"

namespace muster {
namespace {

// A row of a word list. `filter`: what readers choose rows by before they try the pattern; empty where all rows are tried.
struct Row {
  std::string filter, rest, pattern, unless;
  bool operator==(const Row&) const = default;

  template <class Visitor>
  void fields(Visitor& v) { v(filter, rest, pattern, unless); }
};

struct Description {
  std::string whole;  // hash of what is compared as a whole
  std::vector<std::vector<Row>> lists;
  std::vector<std::pair<std::string, std::string>> names;  // a folded name or a domain, and the codes that it stands for

  template <class Visitor>
  void fields(Visitor& v) { v(whole, lists, names); }
};

std::vector<Row> rows_of(const std::vector<WordRule>& rules, bool are_filtered) {
  std::vector<Row> rows;
  for (const WordRule& r : rules) {
    const std::string code = r.code + '\x1f' + r.scope;
    rows.push_back({are_filtered ? code : std::string(), code + '\x1f' + r.detail + '\x1f' + std::to_string(r.weight), r.pattern.expression(), r.unless.expression()});
  }
  return rows;
}

std::vector<Row> rows_of(const std::vector<RefusalWording>& wordings) {
  std::vector<Row> rows;
  for (const RefusalWording& w : wordings) rows.push_back({std::to_string(static_cast<int>(w.scope)), w.status, w.pattern.expression(), {}});
  return rows;
}

// Words that are taken out of a name: each row is tried on the text as the row before it left it, so a last row sees a text that no
// other has seen. All other rows are tried on the texts themselves.
bool is_chained(const WordRule& rule) { return rule.code == "remove"; }

std::vector<WordRule> only(const std::vector<WordRule>& rules, bool chained) {
  std::vector<WordRule> out;
  std::ranges::copy_if(rules, std::back_inserter(out), [&](const WordRule& r) { return is_chained(r) == chained; });
  return out;
}

std::string hash_of_chain(const std::vector<WordRule>& rules) {
  std::vector<Row> rows = rows_of(only(rules, true), false);
  return sha256_hex(serialise(rows));
}

std::string codes_of(const std::vector<size_t>& rows, const AuthorityTable& table) {
  std::string out;
  for (const size_t row : rows) out += table.rows[row].code + ';';
  return out;
}

// Of authorities all but what they are called by.
std::string hash_of_bodies(const AuthorityTable& table) {
  std::string all;
  for (const Authority& a : table.rows) {
    for (const std::string& cell : {a.code, a.la_code, a.name, a.short_name, a.kind, a.nation, a.region_code, a.start, a.end}) all += cell + '\x1f';
    for (const std::string& code : a.successors) all += code + ';';
    all += '\x1e';
  }
  return sha256_hex(all);
}

using Names = std::map<std::string, std::string>;

Names by_name(const Description& d) {
  Names out;
  for (const auto& [name, codes] : d.names) out[name] += codes + '\x1e';
  return out;
}

// Names whose bodies differ, from either side.
std::vector<std::string> differing(const Names& before, const Names& after) {
  std::set<std::string> out;
  for (const auto& [one, other] : {std::pair(&before, &after), std::pair(&after, &before)})
    for (const auto& [name, codes] : *one)
      if (const auto found = other->find(name); found == other->end() || found->second != codes) out.insert(name);
  return {out.begin(), out.end()};
}

// A row that passes a filter which none passed before may be asked of texts that were asked of none.
bool has_new_filter(const std::vector<Row>& before, std::span<const Row> added) {
  return std::ranges::any_of(added, [&](const Row& a) { return std::ranges::none_of(before, [&](const Row& b) { return a.filter == b.filter; }); });
}

// What lies between the rows that both begin with and those that both end with. Rows that are as many on both sides stand for one another.
void add_changes(const std::vector<Row>& before, const std::vector<Row>& after, std::vector<VocabularyEdit::Change>& changes) {
  const size_t common = std::min(before.size(), after.size());
  size_t front = 0, back = 0;
  while (front < common && before[front] == after[front]) ++front;
  while (back < common - front && before[before.size() - 1 - back] == after[after.size() - 1 - back]) ++back;
  const std::span gone(before.begin() + static_cast<long>(front), before.end() - static_cast<long>(back));
  const std::span come(after.begin() + static_cast<long>(front), after.end() - static_cast<long>(back));
  if (gone.size() == come.size()) {
    for (size_t i = 0; i < gone.size(); ++i)
      changes.push_back({Pattern(gone[i].pattern), Pattern(come[i].pattern),
                         std::tie(gone[i].filter, gone[i].rest, gone[i].unless) == std::tie(come[i].filter, come[i].rest, come[i].unless)});
    return;
  }
  for (const Row& row : gone) changes.push_back({.before = Pattern(row.pattern)});
  for (const Row& row : come) changes.push_back({.after = Pattern(row.pattern)});
}

bool same_matches(const Pattern& a, const Pattern& b, const std::string& text) { return a.is(text) == b.is(text) && a.all(text) == b.all(text); }

bool answers_otherwise(const VocabularyEdit::Change& change, const std::string& text) {
  if (change.same_but_pattern) return !same_matches(change.before, change.after, text);
  return std::ranges::any_of(std::array{&change.before, &change.after}, [&](const Pattern* p) { return p->in(text) || p->is(text); });
}

// Names are looked up word by word from their front; a whole cell and a host as they are.
bool may_have_been_asked(const std::string& name, const Consulted& consulted) {
  if (consulted.has_name(name)) return true;
  const size_t one = name.find(' '), two = one == std::string::npos ? one : name.find(' ', one + 1);
  return one != std::string::npos && consulted.has_name(name.substr(0, one)) && consulted.has_name(name.substr(0, two));
}

}  // namespace

std::vector<std::string> files_compared_by_row() {
  return {"authorities.csv", "breakdowns.csv", "grades.csv", "markers.csv", "measure_patterns.csv", "narrowing_words.csv", "neutral_words.csv", "refusals.csv", "revisions.csv", "roles.csv",
          "services.csv", "subjects.csv", "symbol_meanings.csv", "team_words.csv", "units.csv", "word_groups.csv", "worker_categories.csv"};
}

std::string description_of(const Vocabulary& vocabulary) {
  const Vocabulary::Tables& t = vocabulary.tables();
  const WorkforceWords& w = t.workforce;
  Description d{.whole = t.whole_files + hash_of_chain(w.team_words) + hash_of_bodies(t.authorities)};
  for (const auto* rules : {&w.measure_patterns, &w.worker_categories, &w.roles, &w.grades, &w.units, &w.breakdowns, &w.symbol_meanings, &w.narrowing_words, &w.revisions})
    d.lists.push_back(rows_of(*rules, false));
  for (const auto* rules : {&w.services, &w.markers, &w.subjects}) d.lists.push_back(rows_of(*rules, true));
  d.lists.push_back(rows_of(only(w.team_words, false), true));
  d.lists.push_back(rows_of(t.refusals.wordings));
  for (const auto* names : {&t.authorities.by_name, &t.authorities.by_domain})
    for (const auto& [name, rows] : *names) d.names.push_back({name, codes_of(rows, t.authorities)});
  for (const std::string& word : w.neutral_words) d.names.push_back({name_of_neutral_word(word), "neutral"});
  return serialise(d);
}

VocabularyEdit::VocabularyEdit(const std::string& before, const std::string& after) {
  const Description old = deserialise<Description>(before), now = deserialise<Description>(after);
  touches_all_ = old.whole != now.whole || old.lists.size() != now.lists.size();
  for (size_t i = 0; i < old.lists.size() && !touches_all_; ++i) {
    touches_all_ = has_new_filter(old.lists[i], now.lists[i]);
    add_changes(old.lists[i], now.lists[i], changes_);
  }
  names_ = differing(by_name(old), by_name(now));
}

bool VocabularyEdit::touches(const Consulted& consulted) const {
  if (touches_all_) return true;
  if (std::ranges::any_of(names_, [&](const std::string& name) { return may_have_been_asked(name, consulted); })) return true;
  return std::ranges::any_of(changes_, [&](const Change& change) {
    return std::ranges::any_of(consulted.texts, [&](const std::string& text) { return answers_otherwise(change, text); });
  });
}

}  // namespace muster
