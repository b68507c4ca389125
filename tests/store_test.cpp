#include "dataset/store.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "schemas/serialise.h"
#include "tests/dataset_samples.h"
#include "tests/test_directory.h"

using namespace muster;

namespace {

const std::string& id_of(const DocumentResult& r) { return r.interpretation.record.document_id; }

std::string new_store(const std::string& name) { return store_path(test_directory(name).string()); }

// A finished store that holds one document under each of the names.
std::string store_of(const std::string& directory, DocumentResult result, const std::vector<std::string>& sources) {
  result.interpretation.record.source = sources.front();
  const std::string path = new_store(directory);
  std::vector<Occurrence> occurrences;
  for (const std::string& source : sources) occurrences.push_back({id_of(result), source});
  Store store(path, Store::Mode::build);
  store.put(result, "key", {}, std::nullopt);
  store.finish(occurrences, {});
  return path;
}

DocumentResult failed(DocumentResult result) {
  result.interpretation.record.outcome = "failed";
  return result;
}

}  // namespace

TEST_CASE("store: what goes in comes out; none, and an unfinished one, are refused with what to do") {
  const std::string path = new_store("store");
  CHECK_THROWS_WITH(load_batch(path), doctest::Contains("there is no dataset here"));
  const DocumentResult r = samples::letter("x");
  {
    Store store(path, Store::Mode::build);
    store.put(r, "key", {}, KeptExtraction{"k", "p", "e", "m"});
  }
  CHECK_THROWS_WITH(load_batch(path), doctest::Contains("run that build again"));
  {
    Store store(path, Store::Mode::build);
    CHECK(store.has_result(id_of(r), "key"));
    CHECK_FALSE(store.has_result(id_of(r), "other key"));
    CHECK(store.extraction(id_of(r))->members == "m");
    store.finish({{id_of(r), "a\xFF.pdf"}}, {});
  }
  const Batch back = load_batch(path);
  REQUIRE(back.results.size() == 1);
  CHECK(serialise(back.results[0]) == serialise(r));
  CHECK(back.occurrences[0].source == "a\xFF.pdf");
}

TEST_CASE("store: a failed result is no result to the next run; what occurs nowhere is forgotten at the end") {
  const std::string path = new_store("failed");
  const DocumentResult lost = failed(samples::letter("x")), other = samples::letter("y");
  Store store(path, Store::Mode::build);
  store.put(lost, "key", {}, std::nullopt);
  store.put(other, "key", {}, std::nullopt);
  CHECK_FALSE(store.has_result(id_of(lost), "key"));
  store.finish({{id_of(lost), "x"}}, {});
  CHECK_FALSE(store.has_result(id_of(other), "key"));
  CHECK(store.load(store.occurrences()).results.size() == 1);
}

TEST_CASE("store: one process at a time") {
  const std::string path = new_store("locked");
  const Store store(path, Store::Mode::build);
  CHECK_THROWS_WITH(Store(path, Store::Mode::build), doctest::Contains("another muster is at work"));
}

TEST_CASE("store: a damaged one is begun anew by a build") {
  const std::string path = new_store("damaged");
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path) << std::string(5000, 'x');
  Store store(path, Store::Mode::build);
  store.finish({}, {});
  CHECK(store.occurrences().empty());
}

TEST_CASE("store: of two results for one document the one that did not fail is taken, then the one under the first name, in any order") {
  const DocumentResult good = samples::letter("x");
  DocumentResult other = good;
  other.interpretation.record.reason = "read under another name";
  const std::string parts[] = {store_of("part-1", failed(good), {"a"}), store_of("part-2", other, {"c"}), store_of("part-3", good, {"b", "d"})};
  for (const std::vector<int>& order : {std::vector{0, 1, 2}, {2, 1, 0}, {1, 2, 0, 2, 1}}) {
    Store all(new_store("all"), Store::Mode::build);
    for (const int part : order) all.take_over(Store(parts[part], Store::Mode::read_only));
    CHECK(all.occurrences().size() == 4);
    CHECK(all.load(all.occurrences()).results.at(0).interpretation.record.source == "b");
  }
}
