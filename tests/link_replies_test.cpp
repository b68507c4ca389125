#include "dataset/link_replies.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "dataset/compare_documents.h"
#include "dataset/likeness.h"
#include "dataset/mark_breaks.h"
#include "dataset/reconcile.h"
#include "tests/dataset_samples.h"

using namespace muster;

namespace {

// Sixty words that depend on the seed.
std::string prose(int seed) {
  std::string out;
  for (int i = 0; i < 60; ++i) out += "word" + std::to_string((seed * 1000 + i) * 7919 % 100003) + " ";
  return out;
}

struct Made {
  std::string name, publisher = "E06000001", reference, date, revision, text;
  std::string value = "12.0", text_source = "text";
};

DocumentResult reply(const Made& made) {
  DocumentResult r = samples::letter(made.name);
  r.outline = {};
  r.outline.text = made.text;
  r.outline.nodes.push_back({.kind = NodeKind::paragraph, .span = {0, static_cast<uint32_t>(made.text.size())}});
  DocumentRecord& record = r.interpretation.record;
  record.media_type = "text/plain";
  record.publisher_code = made.publisher;
  record.reference = made.reference;
  record.response_date = made.date;
  record.revision = made.revision;
  record.text_source = made.text_source;
  Observation& o = r.interpretation.observations.at(0);
  o.area_code = made.publisher;
  o.service = "children";
  o.period = {.iso = "2020-03-31", .kind = "instant"};
  o.quantity.value = o.raw = made.value;
  return r;
}

// The results in the order in which they were given.
std::vector<DocumentResult> reconciled(std::vector<DocumentResult> documents) {
  Batch batch{documents, {}};
  for (const DocumentResult& d : documents) batch.occurrences.push_back({d.interpretation.record.document_id, d.interpretation.record.source});
  const Dataset dataset = reconcile(batch);
  for (DocumentResult& d : documents)
    d = *std::ranges::find(dataset.documents, d.interpretation.record.document_id, [](const DocumentResult& o) { return o.interpretation.record.document_id; });
  return documents;
}

// "same", "supersedes" or "" of the second towards the first.
std::string link(const Made& first, const Made& second) {
  const std::vector<DocumentResult> documents = reconciled({reply(first), reply(second)});
  const DocumentRecord &a = documents[0].interpretation.record, &b = documents[1].interpretation.record;
  std::string out;
  if (a.same_reply_as == b.document_id || b.same_reply_as == a.document_id) out += "same";
  if (b.supersedes == a.document_id) out += "supersedes";
  return out;
}

std::string findings(std::vector<DocumentResult> documents) {
  for (DocumentResult& d : documents) d.interpretation.findings.clear();
  std::string out;
  for (const DocumentResult& d : reconciled(documents))
    for (const Finding& f : d.interpretation.findings) out += f.kind + " " + f.expected + " " + f.found + ";";
  return out;
}

}  // namespace

TEST_CASE("likeness: the share of runs of words that two texts have in common") {
  CHECK(likeness(sketch_of(prose(1)), sketch_of(prose(1))) == 1);
  CHECK(likeness(sketch_of(prose(1)), sketch_of(prose(2))) == 0);
  const double half = likeness(sketch_of(prose(1) + prose(2)), sketch_of(prose(1) + prose(3)));
  CHECK((half > 0.25 && half < 0.42));
  CHECK(likeness({}, {}) == 0);
}

TEST_CASE("link_replies: one reply in two forms, and replies that only look alike") {
  const Made page{.name = "page", .reference = "FOI 1234", .date = "2020-05-01", .text = prose(1)};
  struct Case { Made other; const char* link; };
  const Case cases[] = {
      {{.name = "pdf", .reference = "FOI 1234", .date = "2020-05-01", .text = prose(1)}, "same"},
      {{.name = "pdf", .text = prose(1)}, "same"},  // a form without letterhead
      {{.name = "pdf", .reference = "FOI 9999", .text = prose(1)}, ""},
      {{.name = "pdf", .date = "2021-05-01", .text = prose(1)}, ""},
      {{.name = "pdf", .publisher = "E06000002", .text = prose(1)}, ""},
      {{.name = "pdf", .text = prose(2)}, ""},
      {{.name = "pdf", .text = prose(1), .value = "99"}, ""},  // the same words around other figures
      {{.name = "new", .reference = "FOI 1234/IR", .date = "2020-07-01", .revision = "internal review", .text = prose(2)}, "supersedes"},
      {{.name = "new", .date = "2020-07-01", .revision = "revised response", .text = prose(2) + " our reply FOI 1234 "}, "supersedes"},
      {{.name = "new", .date = "2020-07-01", .revision = "revised response", .text = prose(1), .value = "13.0"}, "supersedes"},
      {{.name = "new", .date = "2020-07-01", .revision = "revised response", .text = prose(2)}, ""},
      {{.name = "new", .reference = "FOI 1234", .date = "2020-03-01", .revision = "revised response", .text = prose(2)}, ""},  // earlier
  };
  for (const Case& c : cases) {
    INFO(c.other.reference << " " << c.other.date << " " << c.other.revision << " " << c.other.value);
    CHECK(link(page, c.other) == c.link);
  }
}

TEST_CASE("link_replies: the form that came as text stands for the reply") {
  const std::vector<DocumentResult> documents = reconciled({reply({.name = "a scan", .text = prose(1), .text_source = "ocr"}), reply({.name = "page", .text = prose(1)})});
  CHECK(documents[0].interpretation.record.same_reply_as == documents[1].interpretation.record.document_id);
  CHECK(documents[1].interpretation.record.same_reply_as.empty());
}

TEST_CASE("compare_documents: a fact with two values, by how the documents hang together") {
  const Made first{.name = "a", .reference = "FOI 1234", .date = "2020-05-01", .text = prose(1)};
  struct Case { Made other; const char* findings; };
  const Case cases[] = {
      {{.name = "b", .reference = "FOI 1234", .date = "2020-07-01", .revision = "revised response", .text = prose(2), .value = "40.0"}, "restated 12.0 40.0;"},
      {{.name = "b", .reference = "FOI 77-2", .date = "2020-07-01", .text = prose(2), .value = "13.0"}, "contradiction 12.0 13.0;"},
      {{.name = "b", .reference = "FOI 77-2", .date = "2020-07-01", .text = prose(2), .value = "12"}, ""},    // rounded
      {{.name = "b", .reference = "FOI 77-2", .date = "2020-07-01", .text = prose(2), .value = "40.0"}, ""},  // another scope
      {{.name = "b", .publisher = "E06000002", .date = "2020-07-01", .text = prose(2), .value = "13.0"}, ""},
  };
  for (const Case& c : cases) CHECK(findings({reply(first), reply(c.other)}) == c.findings);
  DocumentResult unsure = reply({.name = "b", .text = prose(2), .value = "13.0"});
  unsure.interpretation.observations[0].confidence = 0.6;
  CHECK(findings({reply(first), unsure}) == "");
}

TEST_CASE("mark_breaks: a rate by another definition than the year before") {
  std::vector<DocumentResult> documents = {reply({.name = "a", .text = prose(1)}), reply({.name = "b", .text = prose(2)}), reply({.name = "c", .text = prose(3)})};
  const char* definitions[] = {"vacancy / establishment", "vacancy / establishment", "vacancy / (vacancy + inpost)"};
  for (size_t i = 0; i < 3; ++i) {
    Observation& o = documents[i].interpretation.observations[0];
    o.definition = definitions[i];
    o.period.iso = std::to_string(2018 + i);
  }
  documents = reconciled(documents);
  CHECK(documents[1].interpretation.observations[0].comparability == "");
  CHECK(documents[2].interpretation.observations[0].comparability == "series_break");
}
