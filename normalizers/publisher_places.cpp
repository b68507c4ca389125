#include "normalizers/publisher_places.h"

#include <algorithm>

#include "normalizers/authority.h"
#include "normalizers/pattern.h"
#include "normalizers/sentences.h"
#include "schemas/text.h"

namespace muster {
namespace {

const Pattern& seat_words() {
  static const Pattern pattern(
      "\\b(?:county hall|shire hall|civic centre|civic offices?|civic hall|city hall|town hall|guildhall|council house|council offices|council buildings|council headquarters|"
      "county offices|county buildings|municipal (?:offices|buildings)|city chambers|swyddfa'r cyngor|swyddfeydd y cyngor|neuadd y sir|neuadd y ddinas|canolfan ddinesig)\\b");
  return pattern;
}

bool is_county_seat(std::string_view seat) {
  static const Pattern pattern("^(?:county|shire|neuadd y sir)\\b");
  return pattern.in(seat);
}

// Counties sit in cities that have a council of their own, districts in counties.
bool may_sit_there(const std::string& code, bool county_seat, const Vocabulary& vocabulary) {
  const Authority* a = authority_with(code, vocabulary);
  if (!a || !a->is_body()) return false;
  if (a->kind == "welsh" || a->kind == "scottish") return true;
  return (a->kind == "county") == county_seat;
}

std::string council_named(std::string_view words, bool county_seat, const std::string& date, const Vocabulary& vocabulary) {
  const std::string code = code_at(authority_named(words, vocabulary), date, vocabulary);
  return may_sit_there(code, county_seat, vocabulary) ? code : "";
}

// "Newtown" of "Newtown Town Hall", alone on its line or after a comma.
std::string_view words_before_seat(std::string_view address, size_t seat) {
  const std::string_view before = address.substr(0, seat);
  const size_t comma = before.find_last_of(",\n");
  return trimmed(comma == std::string_view::npos ? before : before.substr(comma + 1));
}

bool is_head(const Fact& fact) { return fact.name == "letterhead" || fact.name == "site_name" || fact.name == "signature" || fact.name == "title" || fact.name == "address"; }

// Bodies that no list of councils has, which link to the council that they work for.
bool is_of_other_body(const Outline& outline) {
  static const Pattern other("\\b(?:trust|university|department|ministry|inspectorate|commissioner|ltd|limited|association|company)\\b");
  return std::any_of(outline.facts.begin(), outline.facts.end(), [](const Fact& f) { return is_head(f) && other.in(f.value); });
}

}  // namespace

std::string council_seated_at(std::string_view address, const std::string& date, const Vocabulary& vocabulary) {
  static const Pattern place_and_code("[,\n] *([A-Z][^,\n\\d]{2,40}?)[, \n]+[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b");
  for (const Pattern::Match& seat : seat_words().all(address)) {
    const bool county = is_county_seat(address.substr(seat.begin, seat.end - seat.begin));
    if (const std::string code = council_named(words_before_seat(address, seat.begin), county, date, vocabulary); !code.empty()) return code;
    for (const Pattern::Match& place : place_and_code.all(address.substr(seat.end)))
      if (const std::string code = council_named(place.groups[0], county, date, vocabulary); !code.empty()) return code;
  }
  return "";
}

std::string council_of_own_pages(const Outline& outline, const std::string& date, const Vocabulary& vocabulary, std::string& words) {
  static const Pattern published("\\b(?:(?:is|are) (?:already |also |all )?(?:published|available|accessible|on)|published|can be (?:found|viewed|seen|accessed)|our (?:own )?(?:web ?site|web ?pages?)|pages? at)\\b");
  static const Pattern link("(?:https?://|www\\.)[^ <>\"')\\],]+");
  std::string found;
  if (is_of_other_body(outline)) return found;
  for (const Node& node : outline.nodes) {
    if ((node.kind != NodeKind::paragraph && node.kind != NodeKind::list_item) || node.voice == Voice::requester) continue;
    const std::string_view text = outline.slice(node.span);
    for (const Pattern::Match& m : link.all(text)) {
      const std::string code = code_at(authority_of_address(text.substr(m.begin, m.end - m.begin), vocabulary), date, vocabulary);
      const std::string_view before = text.substr(0, m.begin);
      if (code.empty() || !published.in(before)) continue;
      if (!found.empty() && found != code) return "";
      found = code;
      words = single_spaced(before).substr(0, 60);
    }
  }
  return found;
}

}  // namespace muster
