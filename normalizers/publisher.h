// Who wrote a document, told by what it says about itself. Private to normalizers/.
#pragma once

#include <string>

#include "normalizers/vocabulary.h"
#include "schemas/document.h"
#include "schemas/outline.h"

namespace muster {

struct Publisher {
  std::string code, name;  // empty: the document does not say
  std::string evidence;    // in words: "letterhead 'Newtown City Council'; e-mail foi@newtown.gov.uk"
  std::string rival;       // code of another body for which as much speaks; then code is empty
};

// Letterhead, addresses of mail and web, site name, signature, title, and sentences in which a council speaks of itself count;
// tables, news sources and bodies that are merely mentioned do not. News, written answers and statistics have no publisher
// unless their own address is a council's. `date` settles which of two bodies of one name it was.
Publisher tell_publisher(const Document& document, const Outline& outline, const std::string& date, const Vocabulary& vocabulary);

}  // namespace muster
