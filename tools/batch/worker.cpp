#include "tools/batch/worker.h"

#include <malloc.h>
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <fstream>
#include <new>
#include <stdexcept>

#include "extractors/pdf/password.h"
#include "schemas/serialise.h"
#include "tools/batch/confine.h"
#include "tools/batch/frame.h"
#include "tools/batch/passwords.h"
#include "tools/batch/test_hook.h"

namespace muster {
namespace {

// A dense scanned page takes two to three seconds of a free processor: with more pages than fit into the time of a document
// the whole document would be lost.
constexpr double seconds_for_scanned_page = 4;

bool send(Message kind, const std::string& payload) {
  return write_frame(worker_socket, static_cast<char>(kind) + payload);
}

// A document may leave memory behind that never comes back; then a new worker goes on with the next one.
bool grown_too_large() {
  malloc_trim(0);
  constexpr size_t most_resident_bytes = worker_memory_bytes / 3;
  std::ifstream sizes("/proc/self/statm");
  size_t whole_pages = 0, resident_pages = 0;
  sizes >> whole_pages >> resident_pages;
  return resident_pages * static_cast<size_t>(sysconf(_SC_PAGESIZE)) > most_resident_bytes;
}

Knowledge load(const WorkerOptions& options) {
  try {
    Knowledge knowledge = load_knowledge(options.vocabulary_directory, options.overlay_directory);
    knowledge.limits.scanned_pages = std::max(1, static_cast<int>(options.timeout_s / seconds_for_scanned_page));
    give_passwords(read_passwords(options.passwords_file));
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
    obey_test_hook(order);
    const std::string reply = serialise(carry_out(std::move(order), knowledge));
    const bool last = grown_too_large();
    return send(last ? Message::last_reply : Message::reply, reply) && !last;
  } catch (const std::bad_alloc&) {
    _exit(exit_out_of_memory);
  } catch (const std::exception& fault) {
    return send(Message::fault, fault.what());
  }
}

}  // namespace

int work(const WorkerOptions& options) {
  confine_process();
  open_test_trace();
  const Knowledge knowledge = load(options);
  filter_system_calls(Rights::read_only);
  if (!send(Message::ready, {})) return 0;
  while (const auto request = read_frame(worker_socket)) {
    limit_processor_time(2 * options.timeout_s);
    if (!serve(*request, knowledge)) break;
  }
  return 0;
}

}  // namespace muster
