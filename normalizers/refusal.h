// Why there is no figure: wording -> status, and the law that a reply rests on.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "normalizers/vocabulary.h"
#include "schemas/observation.h"

namespace muster {

// Words that say why there is no figure. Statuses of schemas/vocabulary/statuses.csv.
struct StatusMatch {
  std::string status;
  size_t begin = 0, end = 0;  // bytes in the text
};

// Every such wording, in order, without overlaps; where several match at one place the vocabulary's first row wins.
std::vector<StatusMatch> find_statuses(std::string_view text, const Vocabulary& vocabulary);

// A section that is said to apply or to be relied on ("Section 12 of the Act applies") is such a wording: the status of its row
// in legal_references.csv. Sections that are only mentioned are none.

// The status that the whole text says ("N/A", "Information not held"); empty when it says anything else.
std::string whole_status(std::string_view text, const Vocabulary& vocabulary);

// GSS shorthand and SDMX obsStatus of a status; both empty for an unknown one.
struct StatusCodes {
  std::string shorthand, obs_status;
};
StatusCodes codes_of_status(std::string_view status, const Vocabulary& vocabulary);

// How answers.csv calls an answer that says only this status ("in_attachment": "attached").
std::string answer_status_of(std::string_view status, const Vocabulary& vocabulary);

// A section, regulation or article of the laws on information, in one spelling: "S17.1" is s.17(1), "Regulation 12 (4)(b)"
// reg.12(4)(b). Its role is mention_only where the sentence does not rest on it (complaints, rights, duties).
struct LegalMatch {
  LegalGround ground;
  std::string status;  // what the reference alone makes of an answer: refused, published_elsewhere …; may be empty
  size_t begin = 0, end = 0;
};

// Every reference to a law on information, in order. `usual_regime` holds where the words around name none ("FOIA" or "FOISA",
// from the publisher's nation). Sections of other laws ("section 47 of the Children Act") are no matches; a bare number of a
// section is one only in a text that speaks of such a law, of an exemption or of a refusal.
std::vector<LegalMatch> find_legal_references(std::string_view text, std::string_view usual_regime, const Vocabulary& vocabulary);

// The reference that the text rests on: an exemption before cost, cost before notices; null when all are only mentioned.
const LegalMatch* ground_of(const std::vector<LegalMatch>& references);

// FOISA for Scotland, JERSEY for Jersey, else FOIA.
std::string usual_regime_of(std::string_view nation);

}  // namespace muster
