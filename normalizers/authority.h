// Names of councils and other places: in words, in addresses of mail and web, and the code in force at a date.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "normalizers/vocabulary.h"

namespace muster {

// One row of schemas/vocabulary/authorities.csv. A code that was given up has its own row with its last day and successors.
struct Authority {
  std::string code;        // GSS; ISO 3166 for the Crown dependencies, the usual acronym for Northern Ireland's trusts
  std::string la_code;     // DfE's three digits, children's services authorities of England only
  std::string name;        // official: "Newtown City Council"
  std::string short_name;  // the place: "Newtown"
  std::string kind;        // county unitary metropolitan london_borough city_corporation district scottish welsh northern_irish
                           // combined trust crown_dependency region sub_region country
  std::string nation;
  std::string region_code;  // E12…, in London E13…
  std::string start, end;   // first and last day in force (ISO 8601), empty where unknown or still in force
  std::vector<std::string> successors;  // codes
  std::vector<std::string> domains;     // "newtown.gov.uk", without "www."
  std::vector<std::string> aliases;

  bool is_body() const { return kind != "region" && kind != "sub_region" && kind != "country"; }
};

// A name found in a text. Several codes where bodies of different times share the name; see code_at.
struct AuthorityMatch {
  std::vector<std::string> codes;  // those in force longest last
  size_t begin = 0, end = 0;       // bytes, "Council" and "London Borough of" included
  bool as_council = false;         // the words say that the body is meant ("Newtown City Council"), not just the place
  bool is_body = true;             // false: a region or country
};

// Every name in the text, in order, longest at each place and never inside a longer name: a city is not found
// in its shire nor in the district named after both, "Royal Newtown Hospital" and "Newtown Road" are nothing. Names count with a
// capital letter only.
std::vector<AuthorityMatch> find_authorities(std::string_view text, const Vocabulary& vocabulary);

// The codes that the whole text names and nothing else (a row label, a hint); empty otherwise. A GSS code names itself.
std::vector<std::string> authority_named(std::string_view text, const Vocabulary& vocabulary);

// The codes of the body that an e-mail address, a URL or a host name belongs to.
std::vector<std::string> authority_of_address(std::string_view address, const Vocabulary& vocabulary);

// Of codes that share a name, the one in force at the date (any ISO 8601 period, its end counts); without a date the newest.
// A single code is followed to its one successor when the date is past its end, and back to a predecessor of the same name
// when the date is before its start. Empty for no codes.
std::string code_at(const std::vector<std::string>& codes, std::string_view date, const Vocabulary& vocabulary);

// Whether the authority began after the date (a day, month, year or interval); one without a known beginning never does.
bool starts_later(const Authority& authority, std::string_view date);

// The row of a code; null when there is none.
const Authority* authority_with(std::string_view code, const Vocabulary& vocabulary);

}  // namespace muster
