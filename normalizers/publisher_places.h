// What a letter without a letterhead still says of its author: the seat in its address, the pages that it calls its own.
// Private to normalizers/.
#pragma once

#include <string>
#include <string_view>

#include "normalizers/vocabulary.h"
#include "schemas/outline.h"

namespace muster {

// The council whose seat an address gives: "Civic Centre, High Street, Newtown NT1 1AA", "Newtown Town Hall, Mare Street". A county is
// told by a county hall alone, since its name ends the addresses of its districts too. Empty: none.
std::string council_seated_at(std::string_view address, const std::string& date, const Vocabulary& vocabulary);

// The council to whose web pages a reply sends the reader for what is "published" or "available" there, as for its own; empty where
// several are named or where the letter's head speaks of another kind of body ("Newtown Children's Trust"). `words`: the sentence.
std::string council_of_own_pages(const Outline& outline, const std::string& date, const Vocabulary& vocabulary, std::string& words);

}  // namespace muster
