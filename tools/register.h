// The register of requests: what was asked of whom and when. CSV with the columns request,council,sent,question,wording:
// a row with a council says that the request was sent to it on that day (2019-04-30), a row with a question states one
// question's number and wording.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dataset/cluster_questions.h"
#include "dataset/coverage.h"
#include "normalizers/vocabulary.h"
#include "schemas/outline.h"

namespace muster {

struct Register {
  std::vector<StatedRequest> requests;
  std::vector<AskedBody> asked;
};

// Councils are told by name or code; the last day for the reply is 20 working days on.
// Throws std::runtime_error "NAME:LINE: what is wrong".
Register parse_register(std::string_view text, const std::string& file, const Vocabulary& vocabulary);

// Gives a letter without any wording the register's, question number by question number, where its publisher was asked and
// no other request of the register was sent to it. Questions that such a letter passes over are
// added without an answer. True when some question was given its words.
bool state_wordings(const Register& record, const std::string& publisher_code, Outline& outline);

}  // namespace muster
