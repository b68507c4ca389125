#include "tools/batch/pool.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <map>

#include "schemas/identity.h"
#include "schemas/serialise.h"
#include "tests/run_program.h"
#include "tools/batch/frame.h"
#include "tools/vocabulary_path.h"

using namespace muster;

namespace {

Order order_of(const std::string& text) {
  Source source{.name = text.substr(0, 40), .bytes = text, .content_sha256 = sha256_hex(text)};
  source.document_id = document_id(source.content_sha256, {}, {});
  return {.source = source};
}

// The record of each text after a run of the pool, by text.
std::map<std::string, DocumentRecord> run_texts(const std::vector<std::string>& texts, int workers, double timeout_s = 20,
                                                const std::string& trace = "1") {
  setenv("MUSTER_TEST_HOOK", trace.c_str(), 1);
  const PoolOptions options{.command = {MUSTER_PROGRAM, "worker", "--vocabulary-directory", vocabulary_directory()},
                            .workers = workers, .timeout_s = timeout_s};
  size_t given = 0;
  std::map<std::string, DocumentRecord> records;
  run_pool(
      options,
      [&](Order& order) {
        if (given == texts.size()) return false;
        order = order_of(texts[given++]);
        return true;
      },
      [&](const Order& order, Reply reply) { records[order.source.bytes] = reply.result.interpretation.record; });
  unsetenv("MUSTER_TEST_HOOK");
  return records;
}

}  // namespace

TEST_CASE("pool: a document that harms its worker fails with the reason, the others do not notice") {
  const std::string crash = "muster-test-hook crash\n", hang = "muster-test-hook hang\n", memory = "muster-test-hook memory\n",
                    fault = "muster-test-hook throw\n", letter = "Vacancies: 3\n", other = "Vacancies: 4\n";
  for (int workers : {1, 3}) {
    auto records = run_texts({letter, crash, memory, hang, fault, other}, workers, 1.5);
    REQUIRE(records.size() == 6);
    CHECK(records[crash].outcome == "failed");
    CHECK_MESSAGE(records[crash].reason.find("crashed") != std::string::npos, records[crash].reason);
    CHECK(records[crash].content_sha256 == sha256_hex(crash));
    CHECK_MESSAGE(records[memory].reason.find("needs more memory") != std::string::npos, records[memory].reason);
    CHECK_MESSAGE(records[hang].reason.find("longer than") != std::string::npos, records[hang].reason);
    CHECK_MESSAGE(records[fault].reason.find("thrown by the test hook") != std::string::npos, records[fault].reason);
    CHECK(records[letter].reason.find("crashed") == std::string::npos);
    CHECK(records[other].document_id == order_of(other).source.document_id);
  }
}

TEST_CASE("pool: a document whose worker crashed is tried once more, alone") {
  const auto trace = test_directory("crash-once") / "trace";
  const std::string text = "muster-test-hook crash-once\n";
  auto records = run_texts({text, "Vacancies: 3\n"}, 2, 20, trace);
  CHECK(file_text(trace) == "here\n");
  CHECK(records[text].reason.find("crashed") == std::string::npos);
}

#ifndef __SANITIZE_ADDRESS__  // which leaves the filter out
TEST_CASE("pool: a document that takes its worker over gets nowhere") {
  struct Case { const char* way; const char* reason; };
  const Case cases[] = {{"write", "not permitted"}, {"remove", "not permitted"}, {"network", "not permitted"},
                        {"fork", "not permitted"}, {"kill", "not permitted"}, {"run", "no reader may"}};
  const auto trace = test_directory("break-out") / "trace";
  for (const Case& c : cases) {
    const std::string text = std::string("muster-test-hook break-out ") + c.way + "\n";
    auto records = run_texts({text}, 1, 20, trace);
    CHECK_MESSAGE(records[text].reason.find(c.reason) != std::string::npos, records[text].reason);
  }
}
#endif

TEST_CASE("pool: a worker that cannot start is a fault of ours, told with its own words") {
  const auto directory = test_directory("bad-vocabulary");
  put_file(directory / "document_words.csv", "kind,pattern,note\nno pattern here\n");
  const PoolOptions options{.command = {MUSTER_PROGRAM, "worker", "--vocabulary-directory", directory.string()}};
  bool given = false;
  const auto next = [&](Order& order) {
    order = order_of("x");
    return !std::exchange(given, true);
  };
  CHECK_THROWS_WITH(run_pool(options, next, [](const Order&, Reply) {}), doctest::Contains("a worker cannot start"));
}

TEST_CASE("frames: whole ones are taken, parts wait, lengths beyond any frame are refused") {
  std::string arrived = framed("one") + framed("") + framed("two").substr(0, 9);
  CHECK(take_frame(arrived) == "one");
  CHECK(take_frame(arrived) == "");
  CHECK_FALSE(take_frame(arrived));
  arrived = std::string(8, '\xFF');
  CHECK_THROWS_AS(take_frame(arrived), ParseError);
}
