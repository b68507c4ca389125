#include "tools/manual.h"

#include <algorithm>
#include <filesystem>

#include "dataset/write_file.h"
#include "schemas/text.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

// As man reads it: a dash that can be copied, no backslash or leading dot that is an order.
std::string man_text(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool starts_line = i == 0 || text[i - 1] == '\n';
    if (starts_line && (text[i] == '.' || text[i] == '\'')) out += "\\&";
    if (text[i] == '\\') out += "\\e";
    else if (text[i] == '-') out += "\\-";
    else out += text[i];
  }
  return out;
}

std::string man_title(const std::string& name) {
  std::string upper = name;
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return ".TH " + man_text(upper) + " 1 \"\" \"muster " MUSTER_VERSION "\" \"muster\"\n";
}

std::string man_section(const char* name) { return std::string(".SH ") + name + '\n'; }

std::string man_lines(const std::string& text) { return ".nf\n" + man_text(text) + ".fi\n"; }

// "-o, --output DIR"
std::string spelled(const OptionSpec& option) {
  const std::vector<std::string_view> names = split(option.name, ',');
  std::string out = names.size() > 1 ? "-" + std::string(names[1]) + ", " : "";
  out += "--" + std::string(names[0]);
  return *option.value ? out + ' ' + option.value : out;
}

std::string man_option(const OptionSpec& option) {
  std::string out = ".TP\n.B " + man_text(spelled(option)) + '\n' + man_text(option.meaning);
  if (*option.preset) out += man_text(" (unless given: " + std::string(option.preset) + ')');
  return out + '\n';
}

std::vector<const Command*> shown_commands() {
  std::vector<const Command*> out;
  for (const Command& command : commands())
    if (!command.hidden) out.push_back(&command);
  return out;
}

std::string long_options(const Command& command) {
  std::vector<std::string> out;
  for (const OptionSpec& option : command.options) out.push_back("--" + std::string(split(option.name, ',')[0]));
  out.push_back("--help");
  return joined(out, " ");
}

// "--output|-o"
std::string either_spelling(const OptionSpec& option) {
  const std::vector<std::string_view> names = split(option.name, ',');
  return "--" + std::string(names[0]) + (names.size() > 1 ? "|-" + std::string(names[1]) : "");
}

std::string completion_of_value(const Command& command, const OptionSpec& option) {
  const std::vector<std::string> listed = listed_values(command, "--" + std::string(split(option.name, ',')[0]));
  const std::string value = option.value;
  if (!listed.empty()) return "COMPREPLY=($(compgen -W '" + joined(listed, " ") + "' -- \"$word\"))";
  if (value == "DIR") return "COMPREPLY=($(compgen -d -- \"$word\"))";
  if (value == "FILE") return "COMPREPLY=($(compgen -f -- \"$word\"))";
  return "COMPREPLY=()";
}

std::string completion_of(const Command& command) {
  std::string out = std::string("    ") + command.name + ")\n      case $before in\n";
  for (const OptionSpec& option : command.options)
    if (*option.value) out += "        " + either_spelling(option) + ") " + completion_of_value(command, option) + "; return ;;\n";
  out += "      esac\n";
  if (const auto verbs = listed_values(command, command.name); !verbs.empty())
    out += "      if [[ $COMP_CWORD -eq 2 ]]; then COMPREPLY=($(compgen -W '" + joined(verbs, " ") + "' -- \"$word\")); return; fi\n";
  return out + "      options='" + long_options(command) + "' ;;\n";
}

std::string markdown_cell(std::string text) {
  for (size_t i = 0; (i = text.find('|', i)) != std::string::npos; i += 2) text.insert(i, 1, '\\');
  return text;
}

// Examples start two blanks in; they are commands of the shell, and the test of the documentation runs them.
std::string shell_block(const std::string& examples) {
  std::string out = "```sh\n";
  for (std::string_view line : split(examples, '\n'))
    if (!line.empty()) out += std::string(line.substr(std::min<size_t>(2, line.size()))) + '\n';
  return out + "```\n";
}

std::string reference_of(const Command& command) {
  std::string out = std::string("\n## muster ") + command.name + "\n" + command.summary + ".\n\n" + shell_block(command.examples) + "\n`muster " + command.synopsis +
                    "`\n\n" + command.description + "\n\n| option | meaning |\n|---|---|\n";
  for (const OptionSpec& option : command.options) {
    const std::string preset = *option.preset ? " [" + std::string(option.preset) + ']' : "";
    out += "| `" + spelled(option) + "` | " + markdown_cell(option.meaning + preset) + " |\n";
  }
  return out + "| `-h, --help` | show this |\n";
}

}  // namespace

std::vector<std::string> listed_values(const Command& command, const std::string& before) {
  const std::string synopsis = command.synopsis;
  const size_t at = synopsis.find(before + ' ');
  if (at == std::string::npos) return {};
  const size_t begin = at + before.size() + 1, end = synopsis.find_first_not_of("abcdefghijklmnopqrstuvwxyz|_-", begin);
  const std::string list = synopsis.substr(begin, end == std::string::npos ? end : end - begin);
  if (list.find('|') == std::string::npos) return {};
  std::vector<std::string> out;
  for (std::string_view word : split(list, '|')) out.emplace_back(word);
  return out;
}

std::string manual_page() {
  std::string out = man_title("muster") + man_section("NAME") + "muster \\- one workforce dataset from councils' replies and papers\n" +
                    man_section("SYNOPSIS") + ".B muster\nCOMMAND [operands] [options]\n" + man_section("COMMANDS");
  for (const Command* command : shown_commands())
    out += ".TP\n.BR muster\\-" + man_text(command->name) + " (1)\n" + man_text(command->summary) + '\n';
  return out + man_section("DESCRIPTION") + man_lines(help_text()) + man_section("SEE ALSO") + "/usr/share/doc/muster/docs/index.md\n";
}

std::string manual_page(const Command& command) {
  const std::string name = std::string("muster-") + command.name;
  std::string out = man_title(name) + man_section("NAME") + man_text(name) + " \\- " + man_text(command.summary) + '\n' + man_section("SYNOPSIS") +
                    ".B muster\n" + man_text(command.synopsis) + '\n' + man_section("DESCRIPTION") + man_text(command.description) + '\n' +
                    man_section("OPTIONS");
  for (const OptionSpec& option : command.options) out += man_option(option);
  return out + man_option({"help,h", "", "show this"}) + man_section("EXAMPLES") + man_lines(command.examples) + man_section("SEE ALSO") +
         ".BR muster (1)\n";
}

std::string bash_completion() {
  std::vector<std::string> names = {"help"};
  for (const Command* command : shown_commands()) names.emplace_back(command->name);
  std::string out = "# Completion of muster for bash, written by `muster manual`.\n_muster() {\n"
                    "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options=\n"
                    "  if [[ $COMP_CWORD -eq 1 || $before == help ]]; then COMPREPLY=($(compgen -W '" + joined(names, " ") + "' -- \"$word\")); return; fi\n"
                    "  case ${COMP_WORDS[1]} in\n";
  for (const Command* command : shown_commands()) out += completion_of(*command);
  return out + "  esac\n  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
               "  else COMPREPLY=($(compgen -f -- \"$word\")); fi\n}\ncomplete -o filenames -F _muster muster\n";
}

std::string command_reference() {
  std::string out = "# Commands\n\nWritten by `muster manual` from the program's own table of options; the same words as `muster help COMMAND` and the manual pages.\n\n"
                    "Exit codes: 0 fine, 1 findings at or above `--fail-on`, 2 wrong usage or a fault of ours, 3 some documents failed, 4 all failed,\n"
                    "130 interrupted. Results go to standard output, words to standard error; `NO_COLOR` is respected.\n";
  for (const Command* command : shown_commands()) out += reference_of(*command);
  return out;
}

int write_manual(const std::string& directory) {
  const fs::path pages = fs::path(directory) / "man1";
  fs::remove_all(pages);  // those of commands that are gone
  fs::create_directories(pages);
  write_file((pages / "muster.1").string(), manual_page());
  for (const Command* command : shown_commands()) write_file((pages / ("muster-" + std::string(command->name) + ".1")).string(), manual_page(*command));
  write_file((fs::path(directory) / "completion.bash").string(), bash_completion());
  write_file((fs::path(directory) / "cli.md").string(), command_reference());
  return 0;
}

}  // namespace muster
