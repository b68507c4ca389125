// Replies that say the same: one reply in another form (page, letter, scan), and a reply that revises an earlier one.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "dataset/dataset.h"
#include "dataset/likeness.h"

namespace muster {

// What of a document is compared with others.
struct ReplyForm {
  std::string document_id, content_sha256, publisher_code, media_type, document_type, text_source, response_date, revision;
  Sketch sketch;
  std::string reference;          // folded
  std::vector<uint64_t> figures;  // hashes of "value/upper value", rising, each once
  std::string text;               // folded, of one that says it is a revision

  template <class Visitor>
  void fields(Visitor& v) {
    v(document_id, content_sha256, publisher_code, media_type, document_type, text_source, response_date, revision, sketch, reference, figures, text);
  }
};

// The forms of all documents, by the documents' indices, and which of them may belong together.
struct ReplyForms {
  explicit ReplyForms(const Shelf& beside) : shelf(beside.another()), groups(beside.another()) {}

  std::shared_ptr<Shelf> shelf;
  SortedRows groups;               // what documents may have in common, and who has it
  std::set<std::string> revising;  // publishers
};

// The next document's form is added.
void take_reply_form(const DocumentResult& document, ReplyForms& forms);

// Which replies belong together, by the documents' indices.
struct Kinship {
  static constexpr uint32_t none = UINT32_MAX;
  std::vector<uint32_t> family;      // the document that stands for the reply: mostly the document itself
  std::vector<uint32_t> supersedes;  // the reply that it revises
};

// Sets same_reply_as and supersedes of the records. One reply in several forms: one publisher, references and dates that do not
// differ, mostly the same words and figures; all point to the same document, the best legible, then the lowest id. A revision: it says so, and an
// earlier reply of the publisher has its reference (or is cited by it) or mostly its words.
Kinship link_replies(Dataset& dataset, ReplyForms& forms);

}  // namespace muster
