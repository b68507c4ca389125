// What a worker may not do. Set by the worker itself, before it sees the first untrusted byte.
#pragma once

namespace muster {

// Limits of memory, open files and core dumps; no new privileges; the worker ends when its parent does.
// (The place for a seccomp filter: after the vocabularies are loaded a worker only reads and writes its socket and takes memory.)
void confine_process();

// Processor time from now on, renewed for each document: a worker that spins is ended even if the parent's clock stands still.
void limit_processor_time(double seconds);

}  // namespace muster
