#include "tools/console.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>

namespace muster {
namespace {

constexpr double between_lines_written_over_s = 0.2;  // faster than anyone reads
constexpr double between_plain_lines_s = 10;          // a log of hours stays readable

const std::chrono::steady_clock::time_point program_start = std::chrono::steady_clock::now();
LogFormat chosen_format = LogFormat::text;

double seconds_since(std::chrono::steady_clock::time_point then) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - then).count();
}

size_t terminal_columns() {
  winsize size{};
  constexpr size_t usual = 80;
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col : usual;
}

bool on_terminal() { return isatty(STDERR_FILENO) == 1; }

bool coloured() {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return on_terminal() && !(no_colour && *no_colour) && !(terminal && std::string(terminal) == "dumb");
}

std::string painted(const std::string& words, const char* colour) {
  return coloured() ? "\x1b[" + std::string(colour) + "m" + words + "\x1b[0m" : words;
}

void tell(const char* level, const std::string& words, const std::string& as_text) {
  if (chosen_format == LogFormat::jsonl) log_event("message", {{"level", std::string(level)}, {"text", words}});
  else std::cerr << as_text << '\n';
}

}  // namespace

void say(const std::string& words) { tell("info", words, words); }
void warn(const std::string& words) { tell("warning", words, painted("warning:", "33") + ' ' + words); }
void complain(const std::string& words) { tell("error", words, painted("muster: error:", "31;1") + ' ' + words); }
void suggest(const std::string& next_step) { tell("next", next_step, painted("next:", "1") + ' ' + next_step); }

std::string counted(size_t n, const std::string& thing, const std::string& plural) {
  return std::to_string(n) + ' ' + (n == 1 ? thing : plural.empty() ? thing + 's' : plural);
}

void set_log_format(LogFormat format) { chosen_format = format; }

void log_event(const char* name, const std::vector<EventField>& fields) {
  if (chosen_format != LogFormat::jsonl) return;
  nlohmann::ordered_json line = {{"event", name}, {"time_s", std::round(seconds_since(program_start) * 1000) / 1000}};
  for (const auto& [key, value] : fields) std::visit([&, k = key](const auto& v) { line[k] = v; }, value);
  std::cerr << line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n' << std::flush;
}

StatusLine::StatusLine() : last_(std::chrono::steady_clock::now()), on_terminal_(on_terminal()) {}

StatusLine::~StatusLine() {
  if (shown_ && on_terminal_) std::cerr << "\r\x1b[K" << std::flush;
}

bool StatusLine::due() const {
  return chosen_format == LogFormat::text && seconds_since(last_) >= (on_terminal_ ? between_lines_written_over_s : between_plain_lines_s);
}

void StatusLine::show(const std::string& words) {
  last_ = std::chrono::steady_clock::now();
  std::string line = words.substr(0, on_terminal_ ? terminal_columns() - 1 : words.size());
  for (char& c : line)
    if (static_cast<unsigned char>(c) < ' ') c = '?';
  std::cerr << (on_terminal_ ? "\r\x1b[K" + line : line + '\n') << std::flush;
  shown_ = true;
}

}  // namespace muster
