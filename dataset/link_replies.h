// Replies that say the same: one reply in another form (page, letter, scan), and a reply that revises an earlier one.
#pragma once

#include "dataset/dataset.h"

namespace muster {

// Sets same_reply_as and supersedes of the records. One reply in several forms: one publisher, references and dates that do not
// differ, mostly the same words and figures; all point to the same document, the best legible, then the lowest id. A revision: it says so, and an
// earlier reply of the publisher has its reference (or is cited by it) or mostly its words.
void link_replies(std::vector<DocumentResult>& documents);

}  // namespace muster
