#include "normalizers/authority.h"

#include <algorithm>

#include "normalizers/authority_table.h"
#include "normalizers/tokens.h"
#include "normalizers/vocabulary_edit.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Kind words between a place and "Council": "Newtown Metropolitan Borough Council", "Newtown City and County Council".
constexpr size_t most_kind_words = 4;

// A word of the text as names are compared: folded, "St. Helen's" as "st" "helens".
struct Word {
  std::string folded;
  std::string stem;        // without a possessive ending: "newtown" of "Newtown's"
  size_t begin = 0, end = 0;
  bool capital = false;
  bool breaks = false;  // a mark before it that no name runs across
};

const AuthorityTable& table_of(const Vocabulary& vocabulary) { return vocabulary.tables().authorities; }

std::vector<Word> words_of(std::string_view text) {
  const Tokens t(text);
  std::vector<Word> out;
  bool breaks = true, joined = false;
  for (size_t i = 0; i < t.size(); ++i) {
    const Token& token = t.at(i);
    if (token.kind == TokenKind::mark) {
      joined = token.is("'") && token.glued && t.at(i + 1).glued && t.at(i + 1).word();
      if (token.is("&")) out.push_back({"and", "", token.begin, token.end, false, breaks});
      breaks = !joined && !token.is_any({"&", "-", ","}) && !(token.is(".") && t.before(i).is("st"));
      continue;
    }
    if (joined && !out.empty()) {
      if (token.is("s")) out.back().stem = out.back().folded;
      out.back().folded += folded(token.text);
      out.back().end = token.end;
    } else {
      out.push_back({folded(token.text), "", token.begin, token.end, token.capital, breaks});
    }
    joined = breaks = false;
  }
  return out;
}

bool any_of(const Word& word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word.folded) != list.end();
}

const Word& word_at(const std::vector<Word>& words, size_t i) {
  static const Word none{"", "", 0, 0, false, true};
  return i < words.size() ? words[i] : none;
}

// Rows of the longest name that begins at the word; `next` is the word after it.
std::vector<size_t> longest_name(const std::vector<Word>& words, size_t i, const Vocabulary& vocabulary, size_t& next) {
  const AuthorityTable& table = table_of(vocabulary);
  std::vector<size_t> rows;
  std::string key;
  for (size_t k = i; k < words.size() && k < i + table.longest_name_words && (k == i || !words[k].breaks); ++k) {
    key += (k == i ? "" : " ") + words[k].folded;
    if (k < i + words_of_name_noted) vocabulary.record().note_name(key);
    auto found = table.by_name.find(key);
    if (found == table.by_name.end() && !words[k].stem.empty()) {
      const std::string stem = key.substr(0, key.size() - 1);
      if (k < i + words_of_name_noted) vocabulary.record().note_name(stem);
      found = table.by_name.find(stem);
    }
    if (found == table.by_name.end()) continue;
    rows = found->second;
    next = k + 1;
  }
  return rows;
}

bool says_council(std::string_view name) {
  for (std::string_view word : split(name, ' '))
    for (std::string_view body : {"council", "borough", "corporation", "authority", "comhairle", "cyngor", "government", "states", "trust", "lbbd",
                                  "rbkc", "lbhf", "rbwm", "bcp"})
      if (word == body) return true;
  return false;
}

// Index after "City Council", "Metropolitan Borough Council", "Council" that follows the place; `i` when none does.
size_t after_council(const std::vector<Word>& words, size_t i) {
  size_t at = i;
  while (at < i + most_kind_words && !word_at(words, at).breaks &&
         any_of(word_at(words, at), {"city", "county", "borough", "district", "metropolitan", "unitary", "royal", "and", "local"}))
    ++at;
  const Word& body = word_at(words, at);
  if (body.breaks || !any_of(body, {"council", "councils", "authority", "corporation", "mbc", "cc", "bc", "dc"})) return i;
  return body.capital || at == i ? at + 1 : i;
}

// "London Borough of", "City of", "Royal Borough of" before a place: the number of words.
size_t borough_words_before(const std::vector<Word>& words, size_t i) {
  if (i < 2 || words[i].breaks || words[i - 1].folded != "of" || !any_of(words[i - 2], {"borough", "council", "corporation"})) return 0;
  const bool kind = i >= 3 && !words[i - 2].breaks && any_of(words[i - 3], {"london", "royal", "metropolitan"});
  return kind ? 3 : 2;
}

// The place is part of another name: "North Newtown", "Royal Newtown Hospital", "University of Newtown", "Newtown Road".
bool inside_other_name(const std::vector<Word>& words, size_t i, size_t next) {
  if (i > 0 && !words[i].breaks) {
    const Word& before = words[i - 1];
    if (before.capital && any_of(before, {"north", "south", "east", "west", "mid", "central", "upper", "lower", "greater", "inner", "outer", "new",
                                          "royal", "northern", "southern", "eastern", "western", "northeast", "northwest"}))
      return true;
    if (before.folded == "of" && i >= 2 && any_of(words[i - 2], {"university", "diocese", "bishop", "port", "lord", "duke", "earl"})) return true;
  }
  const Word& after = word_at(words, next);
  return !after.breaks && after.capital &&
         any_of(after, {"university", "hospital", "hospitals", "road", "street", "police", "constabulary", "nhs", "telegraph", "evening", "post", "news",
                        "college", "school", "airport", "cathedral", "house", "lane", "park", "avenue", "court", "station", "live", "mail", "herald",
                        "healthcare", "childrens", "safeguarding", "express", "chronicle", "times", "gazette", "echo", "mercury", "foundation"});
}

// Where the words say which kind of council, bodies of another kind that share the name fall away.
std::vector<size_t> of_kind_said(const std::vector<size_t>& rows, const AuthorityTable& table, std::string_view words) {
  if (rows.size() < 2 || words.find("county") == std::string_view::npos) return rows;
  std::vector<size_t> out;
  for (size_t row : rows)
    if (folded(table.rows[row].name).find("county") != std::string::npos) out.push_back(row);
  return out.empty() ? rows : out;
}

std::vector<std::string> codes_of(const std::vector<size_t>& rows, const AuthorityTable& table) {
  std::vector<std::string> out;
  for (size_t row : rows) out.push_back(table.rows[row].code);
  return out;
}

// A council is meant rather than the region of the same words ("West Midlands", "London").
std::vector<size_t> regions_of(const std::vector<size_t>& rows, const AuthorityTable& table) {
  std::vector<size_t> out;
  for (size_t row : rows)
    if (!table.rows[row].is_body()) out.push_back(row);
  return out;
}

struct Found {
  AuthorityMatch match;
  size_t next = 0;
};

Found match_at(const std::vector<Word>& words, size_t i, std::string_view text, const Vocabulary& vocabulary) {
  const AuthorityTable& table = table_of(vocabulary);
  Found found{{}, i + 1};
  size_t next = i;
  if (!words[i].capital && !words[i].folded.starts_with("the")) return found;
  std::vector<size_t> rows = longest_name(words, i, vocabulary, next);
  if (rows.empty() || !words[i].capital) return found;
  AuthorityMatch m;
  const bool named_council = says_council(folded(text.substr(words[i].begin, words[next - 1].end - words[i].begin)));
  const size_t end = named_council ? next : after_council(words, next);
  const size_t before = borough_words_before(words, i);
  m.as_council = named_council || end != next || before > 0;
  if (!m.as_council && inside_other_name(words, i, next)) return {{}, next};
  m.begin = words[i - before].begin;
  m.end = words[end - 1].end;
  const std::vector<size_t> regions = regions_of(rows, table);
  if (!regions.empty() && !m.as_council) rows = regions;
  m.is_body = regions.empty() || (m.as_council && regions.size() < rows.size());
  m.codes = codes_of(of_kind_said(rows, table, folded(text.substr(m.begin, m.end - m.begin))), table);
  return {m, end};
}

// The day that decides which body was in force: the end of an interval, the day or month itself.
std::string deciding_day(std::string_view date) {
  const size_t stroke = date.find('/');
  const std::string_view end = stroke == std::string_view::npos ? date : date.substr(stroke + 1);
  return std::string(end.starts_with("..") || end.empty() ? date.substr(0, stroke) : end);
}

// ISO dates of different grain compare by their common length: a month lies neither before nor after a day within it.
int compared(std::string_view a, std::string_view b) {
  const size_t n = std::min(a.size(), b.size());
  return a.substr(0, n).compare(b.substr(0, n));
}

bool ended_before(const Authority& a, std::string_view day) { return !a.end.empty() && compared(a.end, day) < 0; }
bool starts_after(const Authority& a, std::string_view day) { return !a.start.empty() && compared(a.start, day) > 0; }

const Authority* predecessor_of(const Authority& a, const AuthorityTable& table) {
  for (const Authority& other : table.rows)
    if (std::find(other.successors.begin(), other.successors.end(), a.code) != other.successors.end() &&
        folded(other.short_name) == folded(a.short_name))
      return &other;
  return nullptr;
}

}  // namespace

std::vector<AuthorityMatch> find_authorities(std::string_view text, const Vocabulary& vocabulary) {
  const std::vector<Word> words = words_of(text);
  std::vector<AuthorityMatch> out;
  for (size_t i = 0; i < words.size();) {
    Found found = match_at(words, i, text, vocabulary);
    i = std::max(found.next, i + 1);
    if (!found.match.codes.empty()) out.push_back(std::move(found.match));
  }
  return out;
}

std::vector<std::string> authority_named(std::string_view text, const Vocabulary& vocabulary) {
  const AuthorityTable& table = table_of(vocabulary);
  const std::string_view name = trimmed(text);
  if (table.by_code.count(name)) return {std::string(name)};
  vocabulary.record().note_name(folded(name));
  const auto exact = table.by_name.find(folded(name));
  if (exact != table.by_name.end()) return codes_of(exact->second, table);
  const std::vector<AuthorityMatch> all = find_authorities(name, vocabulary);
  if (all.size() != 1) return {};
  const std::string rest = folded(std::string(name.substr(0, all[0].begin)) + " " + std::string(name.substr(all[0].end)));
  return rest.empty() || rest == "the" ? all[0].codes : std::vector<std::string>{};
}

std::vector<std::string> authority_of_address(std::string_view address, const Vocabulary& vocabulary) {
  const AuthorityTable& table = table_of(vocabulary);
  std::string host = ascii_lower(trimmed(address));
  if (const size_t at = host.find("://"); at != std::string::npos) host.erase(0, at + 3);
  if (const size_t at = host.rfind('@'); at != std::string::npos) host.erase(0, at + 1);
  host = host.substr(0, host.find_first_of("/?#:>) ;,\""));
  while (!host.empty() && host.back() == '.') host.pop_back();
  for (;;) {
    vocabulary.record().note_name(host);
    const auto found = table.by_domain.find(host);
    if (found != table.by_domain.end()) return codes_of(found->second, table);
    const size_t dot = host.find('.');
    if (dot == std::string::npos) return {};
    host.erase(0, dot + 1);
  }
}

std::string code_at(const std::vector<std::string>& codes, std::string_view date, const Vocabulary& vocabulary) {
  if (codes.empty()) return "";
  const AuthorityTable& table = table_of(vocabulary);
  const std::string day = deciding_day(date);
  if (day.empty()) return codes.back();
  const Authority* last = nullptr;
  for (const std::string& code : codes) {
    const Authority* a = authority_with(code, vocabulary);
    if (!a) continue;
    if (!ended_before(*a, day) && !starts_after(*a, day) && (a->successors.empty() || !a->end.empty())) return code;
    last = a;
  }
  if (!last) return codes.back();
  if (ended_before(*last, day) && last->successors.size() == 1) return code_at(last->successors, date, vocabulary);
  if (starts_after(*last, day))
    if (const Authority* earlier = predecessor_of(*last, table); earlier && !starts_after(*earlier, day)) return earlier->code;
  return last->code;
}

bool starts_later(const Authority& authority, std::string_view date) {
  const std::string day = deciding_day(date);
  return !day.empty() && starts_after(authority, day);
}

const Authority* authority_with(std::string_view code, const Vocabulary& vocabulary) {
  const AuthorityTable& table = table_of(vocabulary);
  const auto found = table.by_code.find(code);
  return found == table.by_code.end() ? nullptr : &table.rows[found->second];
}

}  // namespace muster
