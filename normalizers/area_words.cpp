#include "normalizers/area_words.h"

#include <algorithm>
#include <optional>
#include <set>

#include "normalizers/authority.h"
#include "normalizers/authority_table.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr std::string_view england = "E92000001", scotland = "S92000003", wales = "W92000004", northern_ireland = "N92000002";

// "the region" and "nationally", read from where the publisher lies.
NamedArea area_of_marker(std::string_view marker, const DocumentRecord& record, const Vocabulary& vocabulary) {
  const Authority* publisher = authority_with(record.publisher_code, vocabulary);
  if (!publisher || marker == "ours") return {record.publisher_code, record.publisher_name};
  if (marker == "region") {
    const Authority* region = authority_with(publisher->region_code, vocabulary);
    return region ? NamedArea{region->code, region->name} : NamedArea{};
  }
  if (publisher->nation == "England") return {std::string(england), "England"};
  if (publisher->nation == "Scotland") return {std::string(scotland), "Scotland"};
  if (publisher->nation == "Wales") return {std::string(wales), "Wales"};
  if (publisher->nation == "Northern Ireland") return {std::string(northern_ireland), "Northern Ireland"};
  return {};
}

// Districts run no social care: their names stand for localities, unless the council itself is named.
bool is_locality(const AuthorityMatch& match, const Vocabulary& vocabulary) {
  const Authority* authority = authority_with(match.codes.back(), vocabulary);
  return authority && authority->kind == "district" && !match.as_council;
}

// "Outer and Inner London", "East and West Sussex": the first of two names says only what parts it from the second.
std::optional<Mention> name_sharing_the_rest(std::string_view text, const AuthorityMatch& second, const Vocabulary& vocabulary) {
  static const Pattern joined("\\b((?-i:[A-Z])[a-z]+) (?:and|&|or) $");
  const std::string_view name = text.substr(second.begin, second.end - second.begin);
  const std::vector<Pattern::Match> before = joined.all(text.substr(0, second.begin));
  const size_t rest = name.find(' ');
  if (before.empty() || rest == std::string_view::npos) return std::nullopt;
  const std::string first = before.back().groups[0], whole = first + std::string(name.substr(rest));
  const std::vector<AuthorityMatch> found = find_authorities(whole, vocabulary);
  if (found.size() != 1 || found[0].begin != 0 || found[0].end != whole.size() || is_locality(found[0], vocabulary)) return std::nullopt;
  return Mention{MentionKind::area, before.back().begin, before.back().begin + first.size(), found[0].codes.back(), "", "", 3};
}

// "In Newtown, north east England, …", "Newtown in the south-west": a region or country that only says where the place before it lies.
bool says_where(std::string_view text, const AuthorityMatch& place, const AuthorityMatch& region) {
  static const Pattern lies("^(?:,| in|, in|,? part of|,? an? (?:[a-z-]+ ){0,2}(?:borough|city|town|county|council|authority|district) (?:of|in))(?: the)?(?: (?:(?:north|south|east|west|central|inner|outer|mid|greater)(?:ern)?[ -]?)+)? ?$");
  static const Pattern goes_on("^(?:, [^,;.]{1,40})? ?(?:and|&|or) ");
  const bool whole = !region.is_body && place.is_body;
  return whole && lies.in(text.substr(place.end, region.begin - place.end)) && !goes_on.in(text.substr(region.end));
}

// "Newtown has the highest rate in England", "No council in the UK has a higher rate than Newtown": the others that a place is
// held against, where the same sentence names the place.
bool is_field_of_comparison(std::string_view text, const AuthorityMatch& region, const std::vector<AuthorityMatch>& all) {
  static const Pattern best("\\b(?:highest|lowest|most|fewest|biggest|largest|smallest|worst|best|longest|shortest|first|only|top|bottom|steepest|sharpest)\\b[^.;:\\d]{0,60}\\b(?:in|of|across|throughout|within) (?:all of |the whole of |the )?$");
  static const Pattern none("\\b(?:no|any|than (?:any|every|all)) (?:other )?(?:council|local authority|authority|borough|county|region|area)s? (?:anywhere )?(?:in|across|within) (?:the )?$");
  if (region.is_body) return false;
  const size_t stop = text.find_last_of(".;\n", region.begin), begin = stop == std::string_view::npos ? 0 : stop + 1;
  const size_t end = std::min(text.find_first_of(".;\n", region.end), text.size());
  const bool place = std::any_of(all.begin(), all.end(), [&](const AuthorityMatch& m) { return m.is_body && m.begin >= begin && m.end <= end; });
  const std::string_view before = text.substr(begin, region.begin - begin);
  return place && (best.in(before) || none.in(before));
}

// "The association's England Manager": a country within the title of an office.
bool in_job_title(std::string_view text, const AuthorityMatch& region) {
  static const Pattern title("^ (?-i:(?:[A-Z][a-z]+ ){0,2}(?:Manager|Director|Officer|Secretary|Chair|Lead|Coordinator|Representative|Commissioner))\\b");
  return !region.is_body && title.in(text.substr(region.end));
}

// The places that a text speaks of; a region or country beside one of them that only says where it lies, or whom it is held
// against, is left out.
std::vector<AuthorityMatch> places_spoken_of(std::string_view text, const Vocabulary& vocabulary) {
  const std::vector<AuthorityMatch> all = find_authorities(text, vocabulary);
  std::vector<AuthorityMatch> out;
  for (const AuthorityMatch& match : all)
    if ((out.empty() || !says_where(text, out.back(), match)) && !is_field_of_comparison(text, match, all) && !in_job_title(text, match)) out.push_back(match);
  return out;
}

bool is_area_marker(std::string_view code) { return code == "ours" || code == "region" || code == "country"; }

}  // namespace

std::vector<Mention> areas_in(std::string_view text, const Vocabulary& vocabulary) {
  std::vector<Mention> out;
  for (const AuthorityMatch& match : places_spoken_of(text, vocabulary)) {
    const std::optional<Mention> first = name_sharing_the_rest(text, match, vocabulary);
    if (first && (out.empty() || out.back().end <= first->begin)) out.push_back(*first);
    if (!is_locality(match, vocabulary)) out.push_back({MentionKind::area, match.begin, match.end, match.codes.back(), "", "", 3});
  }
  for (const WordRule& rule : vocabulary.tables().workforce.markers) {
    if (!is_area_marker(rule.code)) continue;
    for (const Pattern::Match& match : rule.pattern.all(text)) {
      const bool inside = std::any_of(out.begin(), out.end(), [&](const Mention& m) { return m.begin < match.end && match.begin < m.end; });
      if (!inside) out.push_back({MentionKind::area, match.begin, match.end, rule.code, "", "", 2});
    }
  }
  return out;
}

NamedArea area_named(const std::string& words, const std::string& marker, const std::string& at, const DocumentRecord& record,
                const Vocabulary& vocabulary) {
  if (is_area_marker(marker)) return area_of_marker(marker, record, vocabulary);
  for (const AuthorityMatch& match : find_authorities(words, vocabulary)) {
    const std::string code = code_at(match.codes, at, vocabulary);
    const Authority* authority = authority_with(code, vocabulary);
    if (authority && code != record.publisher_code && starts_later(*authority, at)) return {"", words};  // an earlier body of the name
    return {code, authority ? authority->name : words};
  }
  const Authority* known = authority_with(marker, vocabulary);  // "Outer" of "Outer and Inner London"
  return known ? NamedArea{known->code, known->name} : NamedArea{"", words};
}

std::string council_called(std::string_view label, const std::string& at, const Vocabulary& vocabulary) {
  const std::string begin = folded(label) + ' ';
  std::set<std::string> codes;
  for (const Authority& a : vocabulary.tables().authorities.rows)
    if (a.is_body() && a.kind != "district" && a.kind != "combined" && folded(a.short_name).starts_with(begin)) codes.insert(code_at({a.code}, at, vocabulary));
  return codes.size() == 1 ? *codes.begin() : std::string();
}

}  // namespace muster
