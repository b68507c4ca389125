#include "dataset/ledger.h"

#include <doctest/doctest.h>

#include "dataset/apply_ledger.h"
#include "dataset/reconcile.h"
#include "tests/dataset_samples.h"

using namespace muster;

namespace {

Dataset sample_dataset() {
  const DocumentResult r = samples::letter("x");
  return reconcile({{r}, {{r.interpretation.record.document_id, "a.pdf"}}});
}

Observation& first_row(Dataset& dataset) { return dataset.documents[0].interpretation.observations[0]; }

Decision decided(Dataset& dataset, Verdict verdict, const std::string& by = "Ann", const std::string& at = "2026-03-01T10:00:00Z") {
  Decision d{.place = ledger_place(dataset.documents[0], first_row(dataset)), .verdict = verdict, .by = by, .at = at};
  if (verdict == Verdict::correct) d.set = {{"value", "99"}};
  return d;
}

}  // namespace

TEST_CASE("a ledger is written sorted, each line once, and read back the same") {
  Dataset dataset = sample_dataset();
  const Decision a = decided(dataset, Verdict::correct), b = decided(dataset, Verdict::accept, "Bob");
  const std::string text = ledger_text({b, a, b});
  CHECK(text == ledger_text({a, b}));
  CHECK(std::count(text.begin(), text.end(), '\n') == 2);
  CHECK(ledger_text(parse_ledger(text)) == text);
}

TEST_CASE("a bad line is told with its number and what to do") {
  struct Case { const char *line, *told; };
  const Case cases[] = {
      {"{", "corrections.jsonl:1: not a decision"},
      {R"({"document":"x","raw":"1","decision":"maybe","by":"Ann","at":"t"})", "\"maybe\" is not one of"},
      {R"({"document":"x","raw":"1","decision":"correct","by":"Ann","at":"t"})", "every correction has one"},
      {R"({"document":"x","raw":"1","decision":"correct","set":{"quote":"x"},"by":"Ann","at":"t"})", "\"quote\" cannot stand here"},
      {R"({"document":"x","raw":"1","decision":"accept","at":"t"})", "not a decision"},
  };
  for (const Case& c : cases) {
    std::string told;
    try {
      parse_ledger(c.line);
    } catch (const std::exception& fault) {
      told = fault.what();
    }
    CHECK_MESSAGE(told.find(c.told) != std::string::npos, c.line << ": " << told);
  }
}

TEST_CASE("what people said settles: the last word of each, a conflict where they differ") {
  Dataset dataset = sample_dataset();
  const Decision accept = decided(dataset, Verdict::accept, "Ann", "1"), reject = decided(dataset, Verdict::reject, "Ann", "2"),
                 withdraw = decided(dataset, Verdict::withdraw, "Ann", "3"), other = decided(dataset, Verdict::accept, "Bob", "4");
  struct Case { std::vector<Decision> said; bool is_decided, conflict; Verdict verdict; };
  const Case cases[] = {
      {{accept}, true, false, Verdict::accept},         {{accept, reject}, true, false, Verdict::reject},
      {{accept, withdraw}, false, false, {}},           {{accept, reject, withdraw, other}, true, false, Verdict::accept},
      {{reject, other}, true, true, Verdict::accept},   {{accept, other}, true, false, Verdict::accept},
  };
  for (const Case& c : cases) {
    const Settled settled = settle(c.said);
    CHECK(settled.decided == c.is_decided);
    CHECK(settled.conflict == c.conflict);
    if (settled.decided) CHECK(settled.decision.verdict == c.verdict);
  }
}

TEST_CASE("a decision is laid over its row") {
  struct Case { Verdict verdict; const char *review, *value; Fate fate; };
  const Case cases[] = {{Verdict::accept, "accepted", "27.80", Fate::applied},
                        {Verdict::reject, "rejected", "27.80", Fate::applied},
                        {Verdict::flag, "flagged", "27.80", Fate::applied},
                        {Verdict::correct, "corrected", "99", Fate::applied},
                        {Verdict::withdraw, "auto", "27.80", Fate::withdrawn}};
  for (const Case& c : cases) {
    Dataset dataset = sample_dataset();
    first_row(dataset).quantity.value = "27.80";
    const Decision d = decided(dataset, c.verdict);
    apply_ledger({d}, dataset);
    CHECK(first_row(dataset).review == c.review);
    CHECK(first_row(dataset).quantity.value == c.value);
    CHECK((first_row(dataset).value_extracted == "27.80") == (c.verdict == Verdict::correct));
    CHECK(dataset.corrections[0].fate == c.fate);
  }
}

TEST_CASE("a decision finds its figure again after the extractor changed, and says when it does not") {
  struct Case { const char* what; void (*change)(Observation&); Fate fate; };
  const Case cases[] = {
      {"another measure is told", [](Observation& o) { o.measure = "starters"; }, Fate::applied},
      {"the box moved a little", [](Observation& o) { o.place.box.x0 += 0.5f; }, Fate::applied},
      {"the extractor agrees now", [](Observation& o) { o.quantity.value = "99"; }, Fate::already_so},
      {"other words stand there", [](Observation& o) { o.raw = "some"; }, Fate::orphaned},
      {"it stands on another page", [](Observation& o) { o.place.page += 1; }, Fate::orphaned},
  };
  for (const Case& c : cases) {
    Dataset dataset = sample_dataset();
    const Decision d = decided(dataset, Verdict::correct);
    c.change(first_row(dataset));
    apply_ledger({d}, dataset);
    CHECK_MESSAGE(dataset.corrections[0].fate == c.fate, c.what << ": " << dataset.corrections[0].explanation);
  }
}

TEST_CASE("a decision about a computed figure, which has no words, finds it by what it is and no other") {
  DocumentResult r = samples::letter("x");
  for (const char* measure : {"vacancy_rate", "turnover_rate"}) {
    Observation o{.observation_id = measure, .measure = measure, .unit = "percent", .basis = Basis::derived};
    o.quantity = {.value = "10", .qualifier = "exact", .status = "reported"};
    r.interpretation.observations.push_back(o);
  }
  Dataset dataset = reconcile({{r}, {{r.interpretation.record.document_id, "a.pdf"}}});
  const auto row = [&](const char* measure) -> Observation& { return *std::ranges::find(dataset.documents[0].interpretation.observations, measure, &Observation::measure); };
  const Decision d{.place = ledger_place(dataset.documents[0], row("turnover_rate")), .verdict = Verdict::reject, .by = "Ann", .at = "1"};
  CHECK(parse_ledger(ledger_text({d})).size() == 1);
  row("turnover_rate").quantity.value = "11";  // computed anew from other terms
  apply_ledger({d}, dataset);
  CHECK(dataset.corrections[0].fate == Fate::applied);
  CHECK(row("turnover_rate").review == "rejected");
  std::erase_if(dataset.documents[0].interpretation.observations, [](const Observation& o) { return o.measure == "turnover_rate"; });
  apply_ledger({d}, dataset);
  CHECK(dataset.corrections[0].fate == Fate::orphaned);
}

TEST_CASE("a decision about a document that is gone is orphaned and says so") {
  Dataset dataset = sample_dataset();
  Decision d = decided(dataset, Verdict::accept);
  d.place.document = "other";
  apply_ledger({d}, dataset);
  CHECK(dataset.corrections[0].fate == Fate::orphaned);
  CHECK(dataset.corrections[0].explanation.find("not among the inputs") != std::string::npos);
}

TEST_CASE("two figures of one place are told apart by what was extracted") {
  DocumentResult r = samples::letter("x");
  Observation twin = r.interpretation.observations[0];
  twin.observation_id.clear();
  twin.measure = "starters";
  r.interpretation.observations.push_back(twin);
  Dataset dataset = reconcile({{r}, {{r.interpretation.record.document_id, "a.pdf"}}});
  auto& rows = dataset.documents[0].interpretation.observations;
  Ledger ledger;
  for (Observation& o : rows)
    ledger.push_back({.place = ledger_place(dataset.documents[0], o), .verdict = o.measure == "starters" ? Verdict::reject : Verdict::accept, .by = "Ann", .at = "1"});
  apply_ledger(ledger, dataset);
  for (const Observation& o : rows) CHECK(o.review == (o.measure == "starters" ? "rejected" : "accepted"));
}
