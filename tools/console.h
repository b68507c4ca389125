// What a person reads: words go to standard error, results to standard output. Colour only on a terminal and without NO_COLOR.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace muster {

void say(const std::string& words);
void warn(const std::string& words);           // "warning: …"
void complain(const std::string& words);       // "muster: error: …"
void suggest(const std::string& next_step);    // "next: …"

// "1 document", "2 documents", "3 boxes" with a plural of its own.
std::string counted(size_t n, const std::string& thing, const std::string& plural = {});

// How words and events are written: for people, or as JSON Lines for programs.
enum class LogFormat { text, jsonl };
void set_log_format(LogFormat format);

// One line {"event": name, "time_s": since the start, ...} when the format is jsonl; nothing otherwise. docs/batch.md lists the events.
using EventField = std::pair<const char*, std::variant<std::string, double, long long>>;
void log_event(const char* name, const std::vector<EventField>& fields);

// One line of state. On a terminal it is written over and gone at the end; elsewhere it is a plain line now and then.
class StatusLine {
 public:
  StatusLine();
  ~StatusLine();
  bool due() const;  // enough time has passed since the last one
  void show(const std::string& words);

 private:
  std::chrono::steady_clock::time_point last_;
  bool on_terminal_, shown_ = false;
};

}  // namespace muster
