// `muster manual DIR`: manual pages, completion of the shell and docs/cli.md, all from the one table of commands.
#pragma once

#include <string>

#include "tools/command_line.h"

namespace muster {

std::string manual_page();                        // muster(1), in man's own markup
std::string manual_page(const Command& command);  // muster-COMMAND(1)
std::string bash_completion();
std::string command_reference();                  // docs/cli.md

// What an option or the first operand may be, where the synopsis lists it: "--format json|csv" {"json", "csv"}. Empty: anything.
std::vector<std::string> listed_values(const Command& command, const std::string& before);

// Writes man1/*.1, completion.bash and cli.md into `directory`. Returns the exit code.
int write_manual(const std::string& directory);

}  // namespace muster
