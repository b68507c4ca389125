// Commands that look at one file or a few (tables, answers, inspect) parse untrusted bytes too: they run in one child of the program,
// under the limits of a worker, with the terminal of their parent.
#pragma once

#include <string>
#include <vector>

namespace muster {

// First argument of the child, before the command's own: `muster confined tables FILE`.
inline constexpr const char* confined_word = "confined";

// Runs `muster confined ARGUMENTS...` to its end and returns its exit code. A crash or a child that takes longer than
// timeout_s is told in words, exit code 4. Throws Interrupted.
int run_confined(const std::vector<std::string>& arguments, double timeout_s);

}  // namespace muster
