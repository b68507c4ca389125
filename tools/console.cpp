#include "tools/console.h"

#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace muster {
namespace {

constexpr size_t progress_columns = 60;  // of the name shown; with the count it stays within 80 columns

bool on_terminal() { return isatty(STDERR_FILENO) == 1; }

bool coloured() {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return on_terminal() && !(no_colour && *no_colour) && !(terminal && std::string(terminal) == "dumb");
}

std::string painted(const std::string& words, const char* colour) {
  return coloured() ? "\x1b[" + std::string(colour) + "m" + words + "\x1b[0m" : words;
}

}  // namespace

void say(const std::string& words) { std::cerr << words << '\n'; }
void warn(const std::string& words) { say(painted("warning:", "33") + ' ' + words); }
void complain(const std::string& words) { say(painted("muster: error:", "31;1") + ' ' + words); }
void suggest(const std::string& next_step) { say(painted("next:", "1") + ' ' + next_step); }

std::string counted(size_t n, const std::string& thing, const std::string& plural) {
  return std::to_string(n) + ' ' + (n == 1 ? thing : plural.empty() ? thing + 's' : plural);
}

Progress::Progress(size_t total) : total_(total), shown_(on_terminal()) {}

Progress::~Progress() {
  if (shown_ && done_ > 0) std::cerr << "\r\x1b[K" << std::flush;
}

void Progress::step(const std::string& what) {
  ++done_;
  if (!shown_) return;
  std::string name = what.substr(0, progress_columns);
  for (char& c : name)
    if (static_cast<unsigned char>(c) < ' ') c = '?';
  std::cerr << "\r\x1b[K" << done_ << '/' << total_ << ' ' << name << std::flush;
}

}  // namespace muster
