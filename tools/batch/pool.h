// Orders -> replies, by a pool of worker processes. What a document does to its worker never reaches the program or another document.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tools/batch/order.h"

namespace muster {

struct PoolOptions {
  std::vector<std::string> command;  // starts one worker: program, arguments
  int workers = 1;
  double timeout_s = 60;             // wall clock for one document
};

// Who wants to watch the pool at work.
struct PoolWatch {
  std::function<void(const Order&)> started;
  std::function<void(const Order&, const std::string& reason)> retried;
  std::function<void()> tick;         // at least once a second
  std::function<void()> interrupted;  // Ctrl-C came for the first time
};

// Asks `next` for orders until it has none and all replies are in (a reply may bring new orders). A document whose worker
// crashes, runs out of memory or takes too long is tried once more, alone; then its reply is a failed result with the reason.
// Replies come in any order. After the first Ctrl-C the documents in hand are finished and Interrupted (tools/batch/interrupt.h) is
// thrown, after the second at once. Throws std::runtime_error when workers cannot be started.
void run_pool(const PoolOptions& options, const std::function<bool(Order&)>& next,
              const std::function<void(const Order&, Reply)>& done, const PoolWatch& watch = {});

}  // namespace muster
