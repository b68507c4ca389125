// Replies that say the same: one reply in another form (page, letter, scan), and a reply that revises an earlier one.
#pragma once

#include <set>
#include <string>

#include "dataset/dataset.h"
#include "dataset/likeness.h"

namespace muster {

// What of a document is compared with others.
struct ReplyForm {
  Sketch sketch;
  std::string reference;          // folded
  std::set<std::string> figures;  // "value/upper value"
  std::string text;               // folded, of one that says it is a revision
};

ReplyForm reply_form_of(const DocumentResult& document);

// Sets same_reply_as and supersedes of the records. One reply in several forms: one publisher, references and dates that do not
// differ, mostly the same words and figures; all point to the same document, the best legible, then the lowest id. A revision: it says so, and an
// earlier reply of the publisher has its reference (or is cited by it) or mostly its words.
void link_replies(std::vector<DocumentResult>& documents, const std::vector<ReplyForm>& forms);

// The same for documents that are here as a whole.
void link_replies(std::vector<DocumentResult>& documents);

}  // namespace muster
