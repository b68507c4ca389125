// The end of a run, in words, and its exit code.
#pragma once

#include <string>

#include "tools/run_record.h"

namespace muster {

// What failed and why, what was found, and the next step.
void say_summary(const Counts& counts, const RunWork& work, const std::string& directory);

// 0 fine, 1 findings at or above the severity fail_on, 3 some documents failed, 4 all failed.
int exit_code(const Counts& counts, const std::string& fail_on);

}  // namespace muster
