#include "dataset/reconcile.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "dataset/code_points.h"
#include "dataset/store.h"
#include "schemas/serialise.h"
#include "tests/dataset_samples.h"
#include "tests/test_directory.h"

using namespace muster;

namespace {

std::string id_of(const DocumentResult& r) { return r.interpretation.record.document_id; }

Dataset reconciled(const DocumentResult& result) {
  return reconcile({{result}, {{id_of(result), "a.pdf"}}});
}

}  // namespace

TEST_CASE("reconcile: a document at two paths is one document, named by the first") {
  const DocumentResult r = samples::letter("x");
  const Dataset d = reconcile({{r, r}, {{id_of(r), "b.pdf"}, {id_of(r), "a.pdf"}, {id_of(r), "a.pdf"}}});
  REQUIRE(d.documents.size() == 1);
  CHECK(d.occurrences.size() == 2);
  CHECK(d.documents[0].interpretation.record.source == "a.pdf");
}

TEST_CASE("reconcile: a document that occurs nowhere is left out") {
  CHECK(reconcile({{samples::letter("x")}, {}}).documents.empty());
}

TEST_CASE("reconcile: rows stand by page and place") {
  DocumentResult r = samples::letter("x");
  Observation earlier = r.interpretation.observations[0];
  earlier.observation_id = "o-early";
  earlier.place.page = 1;
  r.interpretation.observations.push_back(earlier);
  CHECK(reconciled(r).documents[0].interpretation.observations[0].observation_id == "o-early");
}

TEST_CASE("reconcile: missing and repeated identities are given, the same ones each time") {
  DocumentResult r = samples::letter("x");
  r.interpretation.observations.push_back(r.interpretation.observations[0]);
  r.interpretation.observations.push_back(r.interpretation.observations[0]);
  const auto once = reconciled(r).documents[0].interpretation, again = reconciled(r).documents[0].interpretation;
  CHECK(once.observations[1].observation_id != once.observations[2].observation_id);
  CHECK_FALSE(once.answers[0].answer_id.empty());
  CHECK(serialise(once) == serialise(again));
}

TEST_CASE("reconcile: a reference to what is not there is taken out and leaves a diagnostic") {
  DocumentResult r = samples::letter("x");
  r.interpretation.observations[0].table_id = "t9";
  r.interpretation.observations[0].repeats = "o-gone";
  r.interpretation.findings[0].observation_ids.push_back("o-gone");
  const DocumentResult out = reconciled(r).documents[0];
  CHECK(out.interpretation.observations[0].table_id.empty());
  CHECK(out.interpretation.observations[0].repeats.empty());
  CHECK(out.interpretation.findings[0].observation_ids.size() == 1);
  CHECK(out.diagnostics.list().size() == r.diagnostics.list().size() + 3);
}

TEST_CASE("reconcile: tables and cells have a name and a place of their own; what is left out leaves a diagnostic") {
  DocumentResult r = samples::letter("x");
  r.outline.tables.push_back(r.outline.tables[0]);
  r.outline.tables[0].cells.push_back({.text = "second"});
  const DocumentResult out = reconciled(r).documents[0];
  CHECK(out.outline.tables[0].table_id == "t1");
  CHECK(out.outline.tables[1].table_id == "t1-2");
  CHECK(out.outline.tables[0].cells.size() == 1);
  CHECK(out.diagnostics.list().back().raw == "second");
}

TEST_CASE("code points: offsets in bytes of a text become offsets in characters") {
  const std::string text = "a\u2013b\U0001F600c" + std::string(600, 'x') + "\u00E9z";
  const CodePointIndex index(text);
  CHECK(index.at(0) == 0);
  CHECK(index.at(text.find('b')) == 2);
  CHECK(index.at(text.find('c')) == 4);
  CHECK(index.at(text.find('z')) == 606);
  CHECK(index.at(text.size()) == 607);
  CHECK(index.at(text.size() + 9) == 607);
}

TEST_CASE("well_formed: bytes that are not UTF-8 become U+FFFD") {
  struct Case { std::string bytes, text; };
  const Case cases[] = {
      {"caf\xE9.pdf", "caf\uFFFD.pdf"}, {"\u00E9\u2013\U0001F600", "\u00E9\u2013\U0001F600"}, {std::string("a\0b", 3), "a\uFFFDb"},
      {"\xC0\x80", "\uFFFD\uFFFD"}, {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"}, {"\xF0\x9F\x98", "\uFFFD\uFFFD\uFFFD"},
  };
  for (const Case& c : cases) CHECK(well_formed(c.bytes) == c.text);
}
