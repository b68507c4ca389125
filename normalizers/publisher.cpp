#include "normalizers/publisher.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "normalizers/authority.h"
#include "normalizers/pattern.h"
#include "normalizers/period.h"
#include "normalizers/publisher_places.h"
#include "normalizers/surroundings.h"
#include "schemas/text.h"

namespace muster {
namespace {

// How much each kind of evidence says. A document's own address or letterhead settles the matter; a single mention does not.
constexpr int own_address_weight = 6, letterhead_weight = 6, site_name_weight = 6, mail_weight = 5, title_weight = 4, signature_weight = 4,
              committee_weight = 4, street_address_weight = 3, self_reference_weight = 3, furniture_weight = 3,
              link_weight = 2, compared_weight = 3, seat_weight = 3, own_pages_weight = 1;
constexpr int least_weight = 3;
// A council speaks of itself many times; beyond a few sentences more of them say nothing new.
constexpr int most_self_references = 3;
// What a letter says of itself stands at its beginning and end; this much of each is searched for names of councils.
constexpr size_t self_reference_reach_bytes = 60;
// Running headers and footers are short; longer ones are lists of links.
constexpr size_t longest_furniture_bytes = 150;

struct Tally {
  int weight = 0, self_references = 0;
  std::string evidence;
};

using Tallies = std::map<std::string, Tally>;  // by code

void add(Tallies& tallies, const std::string& code, int weight, const std::string& words) {
  if (code.empty()) return;
  Tally& t = tallies[code];
  t.weight += weight;
  if (t.evidence.find(words) == std::string::npos) t.evidence += (t.evidence.empty() ? "" : "; ") + words;
}

struct FactWeight {
  const char* name;
  int weight;
  bool address;      // of mail or web
  bool plain_place;  // a place without "Council" counts too, where it is all that is said
};

constexpr FactWeight fact_weights[] = {
    {"letterhead", letterhead_weight, false, true}, {"site_name", site_name_weight, false, true}, {"signature", signature_weight, false, false},
    {"committee", committee_weight, false, false},  {"title", title_weight, false, true},        {"address", street_address_weight, false, false},
    {"email", mail_weight, true, false},            {"url", link_weight, true, false},
};

// The one body that the words name; nothing when they name several.
std::string body_in(std::string_view words, bool plain_place, const std::string& date, const Vocabulary& vocabulary) {
  std::string found;
  for (const AuthorityMatch& m : find_authorities(words, vocabulary)) {
    if (!m.is_body || !m.as_council) continue;
    const std::string code = code_at(m.codes, date, vocabulary);
    if (!found.empty() && found != code) return "";
    found = code;
  }
  if (!found.empty() || !plain_place) return found;
  const std::string code = code_at(authority_named(words, vocabulary), date, vocabulary);
  const Authority* a = authority_with(code, vocabulary);
  return a && a->is_body() ? code : "";
}

// Each kind of fact counts once for a body, however often it is repeated.
void add_facts(const Outline& outline, const std::string& date, const Vocabulary& vocabulary, Tallies& tallies) {
  std::set<std::pair<std::string, std::string>> counted;
  for (const Fact& fact : outline.facts)
    for (const FactWeight& w : fact_weights) {
      if (fact.name != w.name) continue;
      const std::string code = w.address ? code_at(authority_of_address(fact.value, vocabulary), date, vocabulary)
                                         : body_in(fact.value, w.plain_place, date, vocabulary);
      if (counted.emplace(fact.name, code).second) add(tallies, code, w.weight, std::string(w.name) + " '" + single_spaced(fact.value).substr(0, 80) + "'");
    }
}

// "Item 8   Newtown Council", "Newtown Council | Scrutiny Committee, 24 April 2025": no sentence, but the head or foot of a page.
bool is_running_line(const Node& node, std::string_view text, const Vocabulary& vocabulary) {
  static const Pattern of_meeting("\\b(?:committee|panel|cabinet|board|commission|scrutiny|agenda|item|annex|appendix|page|report (?:of|by|from))\\b");
  if (node.kind != NodeKind::paragraph || node.voice == Voice::requester || !is_caption(text) || text.ends_with('.') || text.ends_with('?')) return false;
  const std::vector<AuthorityMatch> found = find_authorities(text, vocabulary);
  return found.size() == 1 && found[0].as_council && of_meeting.in(text);
}

// "Newtown Council   NC/24/7", "Newtown Council   6 March 2026": a line of its own that is the name and a reference or a date, as a
// running header on one page alone.
bool is_name_line(const Node& node, std::string_view text, const Vocabulary& vocabulary) {
  constexpr size_t longest_rest_bytes = 16;
  if (node.kind != NodeKind::paragraph || node.voice == Voice::requester || text.size() > longest_furniture_bytes) return false;
  const std::vector<AuthorityMatch> found = find_authorities(text, vocabulary);
  if (found.size() != 1 || found[0].begin != 0 || text.size() - found[0].end > longest_rest_bytes) return false;
  const std::string_view rest = text.substr(found[0].end);
  if (const std::string_view day = trimmed(rest); !day.empty() && whole_period(day)) return true;
  return rest.find_first_of(",.;:?!") == std::string_view::npos && std::none_of(rest.begin(), rest.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Running headers and footers that name one body: "Newtown Council - page 3".
void add_furniture(const Outline& outline, const std::string& date, const Vocabulary& vocabulary, Tallies& tallies) {
  std::set<std::string> counted;
  for (const Node& node : outline.nodes) {
    if (node.span.empty() || node.span.size() > longest_furniture_bytes) continue;
    const std::string_view text = trimmed(outline.slice(node.span));
    if (node.kind != NodeKind::furniture && !is_name_line(node, text, vocabulary) && !is_running_line(node, text, vocabulary)) continue;
    const std::string code = body_in(text, false, date, vocabulary);
    if (counted.insert(code).second) add(tallies, code, furniture_weight, "page furniture '" + single_spaced(text) + "'");
  }
}

// Words by which a council speaks of itself: "Newtown Council does not hold", "request to Newtown Council", "on behalf of …".
bool speaks_of_itself(std::string_view before, std::string_view after) {
  static const Pattern short_form("^ \\((?:[\"\u201C'\u2018]?(?:the |hereafter )?[\\w& ]{2,20}[\"\u201D'\u2019]?)\\)");  // "Newtown City Council (NCC) has"
  const std::vector<Pattern::Match> bracket = short_form.all(after);
  const std::string b = folded(before), a = folded(bracket.empty() ? after : after.substr(bracket.front().end));
  for (const char* end : {"request to", "made to", "sent to", "submitted to", "behalf of", "held by", "contacting", "welcome to", "received by", "yours sincerely",
                          "copyright", "provided by", "supplied by", "request to the", "behalf of the", "held by the", "contacting the", "employed by",
                          "published by", "received by the", "employed by the", "published by the"})
    if (b.ends_with(end)) return true;
  for (const char* start : {"do not", "does not", "did not", "holds", "has applied", "has not", "have not", "is not", "employs", "employed", "does hold", "has a", "currently", "relies",
                            "is committed", "has considered", "can confirm", "confirms", "has been unable", "publishes", "use of", "spent", "has completed", "has carried out",
                            "has searched", "has decided", "has reviewed", "has received", "has dealt", "has now", "is unable", "gives notice", "hereby", "holds no", "considers"})
    if (a.starts_with(start)) return true;
  return false;
}

void add_self_references(const Outline& outline, const std::string& date, const Vocabulary& vocabulary, Tallies& tallies) {
  for (const Node& node : outline.nodes) {
    if (node.kind == NodeKind::furniture || node.kind == NodeKind::table || node.kind == NodeKind::document || node.voice == Voice::requester || node.span.empty()) continue;
    const std::string_view text = outline.slice(node.span);
    for (const AuthorityMatch& m : find_authorities(text, vocabulary)) {
      if (!m.as_council || !m.is_body) continue;
      const size_t from = m.begin > self_reference_reach_bytes ? m.begin - self_reference_reach_bytes : 0;
      if (!speaks_of_itself(text.substr(from, m.begin - from), text.substr(m.end, self_reference_reach_bytes))) continue;
      Tally& t = tallies[code_at(m.codes, date, vocabulary)];
      if (t.self_references++ < most_self_references)
        add(tallies, code_at(m.codes, date, vocabulary), self_reference_weight, "'" + std::string(text.substr(m.begin, m.end - m.begin)) + "' of itself");
    }
  }
}

// The one council among the headers or labels of a table beside its region or country: a paper sets its own figures beside those.
void add_compared(const Outline& outline, const std::string& date, const Vocabulary& vocabulary, Tallies& tallies) {
  std::set<std::string> counted;
  for (const Table& table : outline.tables) {
    std::set<std::string> bodies, others;
    for (const Cell& cell : table.cells) {
      if ((cell.kind != CellKind::column_header && cell.kind != CellKind::row_header) || cell.text.size() > longest_furniture_bytes) continue;
      const std::string code = code_at(authority_named(cell.text, vocabulary), date, vocabulary);
      const Authority* a = authority_with(code, vocabulary);
      if (a) (a->is_body() ? bodies : others).insert(code);
    }
    const Authority* own = bodies.size() == 1 ? authority_with(*bodies.begin(), vocabulary) : nullptr;
    const bool beside_its_region = own && std::any_of(others.begin(), others.end(), [&](const std::string& code) {
      return code == own->region_code || authority_with(code, vocabulary)->name == own->nation;
    });
    if (beside_its_region && counted.insert(own->code).second) add(tallies, own->code, compared_weight, "'" + own->short_name + "' beside its region or country in a table");
  }
}

void add_places(const Outline& outline, const std::string& date, const Vocabulary& vocabulary, Tallies& tallies) {
  for (const Fact& fact : outline.facts)
    if (fact.name == "address") add(tallies, council_seated_at(fact.value, date, vocabulary), seat_weight, "seat in '" + single_spaced(fact.value).substr(0, 80) + "'");
  std::string words;
  const std::string code = council_of_own_pages(outline, date, vocabulary, words);
  add(tallies, code, own_pages_weight, "pages of its own after '" + words + "'");
}

// Authors who are no council: what they say of councils is no evidence.
bool written_by_others(const std::string& document_type) {
  return document_type == "news" || document_type == "written_answer" || document_type == "statistics";
}

}  // namespace

Publisher tell_publisher(const Document& document, const Outline& outline, const std::string& date, const Vocabulary& vocabulary) {
  Tallies tallies;
  add(tallies, code_at(authority_of_address(document.url, vocabulary), date, vocabulary), own_address_weight, "address '" + document.url + "'");
  if (!written_by_others(outline.document_type)) {
    add_facts(outline, date, vocabulary, tallies);
    add(tallies, body_in(document.title, false, date, vocabulary), title_weight, "title '" + single_spaced(document.title) + "'");
    add(tallies, body_in(document.author, false, date, vocabulary), title_weight, "author '" + document.author + "'");
    add_furniture(outline, date, vocabulary, tallies);
    add_self_references(outline, date, vocabulary, tallies);
    add_compared(outline, date, vocabulary, tallies);
    add_places(outline, date, vocabulary, tallies);
  }
  const std::pair<const std::string, Tally>*best = nullptr, *second = nullptr;
  for (const auto& entry : tallies) {
    if (!best || entry.second.weight > best->second.weight) second = std::exchange(best, &entry);
    else if (!second || entry.second.weight > second->second.weight) second = &entry;
  }
  const bool only_link = best && tallies.size() == 1 && best->second.weight == link_weight && outline.document_type == "foi_response";  // "published at www.newtown.gov.uk"
  if (!best || (best->second.weight < least_weight && !only_link)) return {};
  if (second && second->second.weight == best->second.weight) return {"", "", "", second->first};
  const Authority* a = authority_with(best->first, vocabulary);
  return {best->first, a ? a->name : "", best->second.evidence, ""};
}

}  // namespace muster
