#include "tools/batch/confine.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <cmath>
#include <csignal>

namespace muster {
namespace {

constexpr rlim_t most_open_files = 256;  // vocabularies, fonts and OCR data; a leak of descriptors ends here

void limit(__rlimit_resource resource, rlim_t most) {
  rlimit current{};
  getrlimit(resource, &current);
  const rlim_t hard = current.rlim_max == RLIM_INFINITY || current.rlim_max > most ? most : current.rlim_max;
  const rlimit fresh{hard, hard};
  setrlimit(resource, &fresh);
}

}  // namespace

void confine_process() {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, most_open_files);
#ifndef __SANITIZE_ADDRESS__  // the sanitizer reserves terabytes of addresses for itself
  limit(RLIMIT_AS, worker_memory_bytes);
#endif
}

void limit_processor_time(double seconds) {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto so_far = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
  rlimit current{};
  getrlimit(RLIMIT_CPU, &current);
  current.rlim_cur = so_far + static_cast<rlim_t>(std::ceil(seconds)) + 1;
  if (current.rlim_max != RLIM_INFINITY && current.rlim_cur > current.rlim_max) current.rlim_cur = current.rlim_max;
  setrlimit(RLIMIT_CPU, &current);
}

}  // namespace muster
