// What a process that parses untrusted bytes may not do. It gives its rights away itself, before it sees the first byte.
#pragma once

#include <cstddef>

namespace muster {

// Address space of one worker: OCR of a page and the largest source fit; two workers and their parent stay below 2 GiB.
inline constexpr size_t worker_memory_bytes = size_t{900} << 20;

// Limits of memory, open files and core dumps; no new privileges; the process ends when its parent does.
void confine_process();

// What is left to a process behind a system-call filter, which holds until it ends.
enum class Rights {
  read_only,   // a worker: reads files, talks to its parent, takes memory
  read_write,  // a command that writes the files a person asked for
};

// No network, no new programs or processes, no signals to others; with read_only no file is opened for writing, made, renamed or removed.
// Ends the process where it tries to run a program or to trace another; all else that is not allowed fails with EPERM.
// Does nothing in a build with the address sanitizer, which needs more. Throws std::runtime_error when the kernel refuses the filter.
void filter_system_calls(Rights rights);

// Processor time from now on, renewed for each document: a worker that spins is ended even if the parent's clock stands still.
void limit_processor_time(double seconds);

}  // namespace muster
