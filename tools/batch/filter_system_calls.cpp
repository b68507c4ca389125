#include <fcntl.h>
#include <seccomp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <stdexcept>
#include <string>

#include "tools/batch/confine.h"
#include "tools/batch/worker.h"

namespace muster {
namespace {

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

void check(int code) {
  if (code != 0) throw std::runtime_error(std::string("the system-call filter cannot be set: ") + std::strerror(-code));
}

void allow(void* filter, std::initializer_list<int> calls) {
  for (const int call : calls) check(seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0));
}

// Memory, time, and what the C library needs for itself.
void allow_living(void* filter) {
  allow(filter, {SCMP_SYS(brk), SCMP_SYS(mmap), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect), SCMP_SYS(madvise),
                 SCMP_SYS(futex), SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
                 SCMP_SYS(clock_gettime), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep), SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(times),
                 SCMP_SYS(getrusage), SCMP_SYS(getrandom), SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getuid), SCMP_SYS(geteuid),
                 SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity),
                 SCMP_SYS(restart_syscall), SCMP_SYS(pause), SCMP_SYS(poll), SCMP_SYS(exit), SCMP_SYS(exit_group)});
  const auto self = static_cast<scmp_datum_t>(getpid());
  for (const int call : {SCMP_SYS(tgkill), SCMP_SYS(kill), SCMP_SYS(rt_tgsigqueueinfo)})  // abort() and raise(), to itself alone
    check(seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, SCMP_A0(SCMP_CMP_EQ, self)));
  for (const scmp_datum_t process : {scmp_datum_t{0}, self})
    check(seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, SCMP_A0(SCMP_CMP_EQ, process)));
  check(seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_EQ, TCGETS)));  // "is this a terminal?"
}

// Fonts, character sets and OCR data are found and opened by the libraries when a document asks for them.
void allow_reading(void* filter) {
  allow(filter, {SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(lseek), SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(stat),
                 SCMP_SYS(lstat), SCMP_SYS(newfstatat), SCMP_SYS(statx), SCMP_SYS(statfs), SCMP_SYS(fstatfs), SCMP_SYS(access), SCMP_SYS(faccessat),
                 SCMP_SYS(faccessat2), SCMP_SYS(getdents64), SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd), SCMP_SYS(fcntl),
                 SCMP_SYS(fadvise64), SCMP_SYS(dup)});
  constexpr scmp_datum_t writing = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND;
  check(seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, writing, O_RDONLY)));
  check(seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, writing, O_RDONLY)));
}

// To the descriptors that the worker was given: the standard streams (which go nowhere) and the socket to its parent.
void allow_talking(void* filter) {
  for (const int call : {SCMP_SYS(write), SCMP_SYS(writev)})
    check(seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, SCMP_A0(SCMP_CMP_LE, worker_socket)));
  for (const int call : {SCMP_SYS(sendto), SCMP_SYS(recvfrom)})
    check(seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, SCMP_A0(SCMP_CMP_EQ, worker_socket)));
}

void allow_writing(void* filter) {
  allow(filter, {SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(creat), SCMP_SYS(write), SCMP_SYS(writev), SCMP_SYS(pwrite64), SCMP_SYS(mkdir),
                 SCMP_SYS(mkdirat), SCMP_SYS(rename), SCMP_SYS(renameat), SCMP_SYS(unlink), SCMP_SYS(unlinkat), SCMP_SYS(fsync), SCMP_SYS(ftruncate)});
}

// What no reader has a reason to try: the attempt itself shows that the document has taken the process over.
void end_on_attack(void* filter) {
  for (const int call : {SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(ptrace), SCMP_SYS(process_vm_writev),
                         SCMP_SYS(bpf), SCMP_SYS(mount), SCMP_SYS(init_module)})
    check(seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, call, 0));
}

}  // namespace

void filter_system_calls(Rights rights) {
#ifndef __SANITIZE_ADDRESS__
  const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), seccomp_release);
  if (!filter) throw std::runtime_error("the system-call filter cannot be set: out of memory");
  allow_living(filter.get());
  allow_reading(filter.get());
  if (rights == Rights::read_only) allow_talking(filter.get());
  else allow_writing(filter.get());
  end_on_attack(filter.get());
  check(seccomp_load(filter.get()));
#else
  static_cast<void>(rights);
#endif
}

}  // namespace muster
