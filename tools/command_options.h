// What several commands have in common: options, and the checks of what was typed.
#pragma once

#include <string>
#include <vector>

#include "tools/command_line.h"

namespace muster {

inline constexpr OptionSpec vocabulary_option = {"vocabulary", "DIR", "CSV files laid over the program's own vocabularies"};
inline constexpr OptionSpec fail_on_option = {"fail-on", "SEVERITY", "what makes exit code 1: findings of info, warning or error; corrections that are lost; none", "none"};
inline constexpr OptionSpec requests_option = {"requests", "FILE", "CSV: request,council,sent,question,wording: what was asked of whom"};

// explain, diff: commands that tell where figures come from and what became of them.
std::vector<Command> commands_on_figures();

// Throws UsageError "name WHAT" when nothing was named.
void need_operands(const ParsedOptions& options, const char* what);

// The folder of --vocabulary, empty when not given. Throws UsageError when it is none.
std::string overlay_directory(const ParsedOptions& options);

// Commands that work on a dataset that was built; the others stand in commands.cpp.
std::vector<Command> commands_on_datasets();

// Commands that hand a dataset on: commands_for_publishing.cpp.
std::vector<Command> commands_for_publishing();

}  // namespace muster
