// The command line: one table of commands, each with its options, examples and body. main looks a command up, parses and runs it.
#pragma once

#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace muster {

// Something the person who typed the command can put right: exit code 2, with a pointer to the help.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct OptionSpec {
  const char* name;           // "output,o": long name, comma, one letter where there is one
  const char* value;          // placeholder "DIR"; empty for a switch
  const char* meaning;
  const char* preset = "";    // default value
};

// What was typed after the command's name.
class ParsedOptions {
 public:
  ParsedOptions(std::vector<std::string> operands, std::map<std::string, std::string> values);

  const std::vector<std::string>& operands() const { return operands_; }
  bool has(const std::string& name) const { return values_.contains(name); }
  std::string text(const std::string& name) const;  // empty when not given and without a preset
  // Throws UsageError when it is not a number of at least `least`.
  double number(const std::string& name, double least) const;

 private:
  std::vector<std::string> operands_;
  std::map<std::string, std::string> values_;
};

struct Command {
  const char* name;
  const char* summary;      // one line, without a full stop
  const char* synopsis;     // what follows "muster "
  const char* examples;     // lines of "  what is typed    # what it does"
  const char* description;  // paragraphs
  std::vector<OptionSpec> options;
  int (*run)(const ParsedOptions&);  // returns the exit code
  bool hidden = false;      // not for people
  bool confined = false;    // parses files itself: runs in a child under a worker's limits
  bool writes = false;      // a confined one that writes files; the others may not
};

const std::vector<Command>& commands();

// Null when there is none of this name.
const Command* find_command(const std::string& name);

std::string help_text();                        // of the program
std::string help_text(const Command& command);  // of one command

// Throws UsageError, naming the option and what it takes.
ParsedOptions parse_options(const Command& command, const std::vector<std::string>& arguments);

// The whole program but for faults, which it throws.
int run_command_line(const std::vector<std::string>& arguments);

}  // namespace muster
