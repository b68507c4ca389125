#include "tools/command_line.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <iostream>

#include "schemas/text.h"
#include "tools/batch/confine.h"
#include "tools/batch/confined_run.h"
#include "tools/console.h"

namespace muster {
namespace {

namespace po = boost::program_options;

constexpr const char* operands_name = "operands";  // what follows the options; never typed as an option
constexpr size_t meaning_column = 28;              // where the meanings start in the help
constexpr double confined_timeout_s = 60;          // for each file of a command that parses files itself

std::string long_name(const OptionSpec& option) { return std::string(split(option.name, ',')[0]); }

po::options_description described(const Command& command) {
  po::options_description out;
  for (const OptionSpec& option : command.options) {
    if (!*option.value) out.add_options()(option.name, option.meaning);
    else out.add_options()(option.name, po::value<std::string>(), option.meaning);
  }
  out.add_options()("help,h", "")("operands", po::value<std::vector<std::string>>());
  return out;
}

std::string help_line(const OptionSpec& option) {
  const std::vector<std::string_view> names = split(option.name, ',');
  std::string line = names.size() > 1 ? "  -" + std::string(names[1]) + ", " : "      ";
  line += "--" + std::string(names[0]);
  if (*option.value) line += ' ' + std::string(option.value);
  line.resize(std::max(line.size() + 2, meaning_column), ' ');
  line += option.meaning;
  if (*option.preset) line += std::string(" [") + option.preset + ']';
  return line + '\n';
}

std::string without_dashes(std::string name) { return name.erase(0, std::min(name.find_first_not_of('-'), name.size())); }

// Letters that must change to make one name of the other (Levenshtein), for "did you mean".
size_t distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0]++;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t best = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = std::exchange(row[j], best);
    }
  }
  return row.back();
}

[[noreturn]] void unknown_command(const std::string& name) {
  constexpr size_t slips = 2;  // more than two wrong letters is another word
  std::string near;
  for (const Command& command : commands())
    if (!command.hidden && distance(name, command.name) <= slips) near = std::string("; did you mean ") + command.name + '?';
  throw UsageError("there is no command " + name + near + " (muster help lists all)");
}

int show_help(const std::vector<std::string>& arguments) {
  if (arguments.size() < 2 || arguments[1].starts_with('-')) {
    std::cout << help_text();
    return 0;
  }
  const Command* command = find_command(arguments[1]);
  if (!command) unknown_command(arguments[1]);
  std::cout << help_text(*command);
  return 0;
}

int run_command(const std::vector<std::string>& arguments, bool is_confined) {
  const Command* command = arguments.empty() ? nullptr : find_command(arguments[0]);
  if (!command) unknown_command(arguments.empty() ? std::string() : arguments[0]);
  if (is_confined) filter_system_calls(command->writes ? Rights::read_write : Rights::read_only);
  const ParsedOptions options = parse_options(*command, {arguments.begin() + 1, arguments.end()});
  if (options.has("help")) {
    std::cout << help_text(*command);
    return 0;
  }
  if (!command->confined || is_confined) return command->run(options);
  const auto files = static_cast<double>(std::max<size_t>(1, options.operands().size()));
  return run_confined(arguments, files * confined_timeout_s);
}

}  // namespace

ParsedOptions::ParsedOptions(std::vector<std::string> operands, std::map<std::string, std::string> values)
    : operands_(std::move(operands)), values_(std::move(values)) {}

std::string ParsedOptions::text(const std::string& name) const {
  const auto found = values_.find(name);
  return found == values_.end() ? std::string() : found->second;
}

double ParsedOptions::number(const std::string& name, double least) const {
  const std::string given = text(name);
  double value = 0;
  const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
  if (error != std::errc() || end != given.data() + given.size() || !(value >= least))
    throw UsageError("--" + name + " takes a number of at least " + std::to_string(static_cast<long long>(least)) + ", not \"" + given + '"');
  return value;
}

const Command* find_command(const std::string& name) {
  for (const Command& command : commands())
    if (name == command.name) return &command;
  return nullptr;
}

std::string help_text() {
  std::string out =
      "muster turns freedom-of-information replies and committee papers into one workforce dataset.\n\nExamples:\n"
      "  muster build letters/ -o dataset      # read a folder of letters into a dataset\n"
      "  muster add reply.pdf -o dataset       # put one more beside them\n"
      "  muster tables report.pdf              # only the tables of one file\n\nCommands:\n";
  for (const Command& command : commands()) {
    if (command.hidden) continue;
    std::string line = "  " + std::string(command.name);
    line.resize(14, ' ');
    out += line + command.summary + '\n';
  }
  return out +
         "  help        show this, or the help of a command: muster help build\n"
         "\nExit codes: 0 fine, 1 findings at or above --fail-on, 2 wrong usage or a fault of ours, 3 some documents failed,\n"
         "4 all failed, 130 interrupted. Results go to standard output, words to standard error; NO_COLOR is respected.\n";
}

std::string help_text(const Command& command) {
  std::string out = std::string("muster ") + command.name + ": " + command.summary + "\n\nExamples:\n" + command.examples +
                    "\nUsage: muster " + command.synopsis + "\n\n" + command.description + "\n\nOptions:\n";
  for (const OptionSpec& option : command.options) out += help_line(option);
  return out + help_line({"help,h", "", "show this"});
}

ParsedOptions parse_options(const Command& command, const std::vector<std::string>& arguments) {
  try {
    po::positional_options_description positional;
    positional.add(operands_name, -1);
    const po::options_description description = described(command);
    const auto style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    const auto parsed = po::command_line_parser(arguments).options(description).positional(positional).style(style).run();
    std::vector<std::string> operands;
    std::map<std::string, std::string> values;
    for (const OptionSpec& option : command.options)
      if (*option.preset) values[long_name(option)] = option.preset;
    for (const po::option& option : parsed.options) {
      if (option.string_key == operands_name) operands.insert(operands.end(), option.value.begin(), option.value.end());
      else values[without_dashes(option.string_key)] = option.value.empty() ? "" : option.value.back();
    }
    return {std::move(operands), std::move(values)};
  } catch (const po::error& fault) {
    throw UsageError(std::string(fault.what()) + " (see: muster help " + command.name + ')');
  }
}

int run_command_line(const std::vector<std::string>& arguments) {
  if (arguments.empty() || arguments[0] == "help" || arguments[0] == "--help" || arguments[0] == "-h") return show_help(arguments);
  if (arguments[0] == "--version" || arguments[0] == "version") {
    std::cout << "muster " MUSTER_VERSION "\n";
    return 0;
  }
  if (arguments[0] == confined_word) {
    confine_process();
    return run_command({arguments.begin() + 1, arguments.end()}, true);
  }
  return run_command(arguments, false);
}

}  // namespace muster
