// For the tests of the pool: documents that make a worker misbehave on purpose. Without MUSTER_TEST_HOOK in the environment they are
// documents like any other.
#pragma once

#include "tools/batch/order.h"

namespace muster {

// Where MUSTER_TEST_HOOK names a file, hooks leave their trace there; it is opened while files may still be written.
void open_test_trace();

// With MUSTER_TEST_HOOK set, a document whose text begins "muster-test-hook WHAT" crashes, hangs, eats memory, breaks out or throws.
void obey_test_hook(const Order& order);

}  // namespace muster
