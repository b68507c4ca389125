#include "tools/batch/worker.h"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <memory>
#include <new>
#include <stdexcept>
#include <vector>

#include "schemas/serialise.h"
#include "tools/batch/confine.h"
#include "tools/batch/frame.h"

namespace muster {
namespace {

// A dense scanned page takes two to three seconds of a free processor: with more pages than fit into the time of a document
// the whole document would be lost.
constexpr double seconds_for_scanned_page = 4;

bool send(Message kind, const std::string& payload) {
  return write_frame(worker_socket, static_cast<char>(kind) + payload);
}

void use_up_memory() {
#ifdef __SANITIZE_ADDRESS__  // there the limit does not hold
  throw std::bad_alloc();
#else
  for (std::vector<std::unique_ptr<char[]>> hoard;;) hoard.emplace_back(new char[size_t{64} << 20]);
#endif
}

// For the tests of the pool: with MUSTER_TEST_HOOK set, a document whose text begins "muster-test-hook WHAT" makes the worker misbehave.
void obey_test_hook(const std::string& bytes) {
  constexpr std::string_view mark = "muster-test-hook ";
  if (!bytes.starts_with(mark) || !std::getenv("MUSTER_TEST_HOOK")) return;
  const std::string what = bytes.substr(mark.size(), bytes.find_first_of("\n", mark.size()) - mark.size());
  if (what == "crash") std::raise(SIGABRT);
  if (what.starts_with("hang")) {
    if (what.size() > sizeof "hang") std::ofstream(what.substr(sizeof "hang")) << "hanging\n";
    for (;;) pause();
  }
  if (what == "memory") use_up_memory();
  if (what == "throw") throw std::runtime_error("thrown by the test hook");
  if (what.starts_with("crash-once ")) {
    const std::string trace = what.substr(sizeof "crash-once " - 1);
    if (std::ifstream(trace)) return;
    std::ofstream(trace) << "crashed\n";
    std::raise(SIGABRT);
  }
}

Knowledge load(const WorkerOptions& options) {
  try {
    Knowledge knowledge = load_knowledge(options.vocabulary_directory, options.overlay_directory);
    knowledge.limits.scanned_pages = std::max(1, static_cast<int>(options.timeout_s / seconds_for_scanned_page));
    return knowledge;
  } catch (const std::exception& fault) {
    send(Message::fault, fault.what());
    throw;
  }
}

// What a stage throws is a fault of ours, told as such; the next document finds the worker in order.
bool serve(const std::string& request, const Knowledge& knowledge) {
  try {
    Order order = deserialise<Order>(request);
    obey_test_hook(order.source.bytes);
    const Reply reply = carry_out(std::move(order), knowledge);
    return send(Message::reply, serialise(reply));
  } catch (const std::bad_alloc&) {
    _exit(exit_out_of_memory);
  } catch (const std::exception& fault) {
    return send(Message::fault, fault.what());
  }
}

}  // namespace

int work(const WorkerOptions& options) {
  confine_process();
  const Knowledge knowledge = load(options);
  if (!send(Message::ready, {})) return 0;
  while (const auto request = read_frame(worker_socket)) {
    limit_processor_time(2 * options.timeout_s);
    if (!serve(*request, knowledge)) break;
  }
  return 0;
}

}  // namespace muster
