#include "tools/validate_command.h"

#include <filesystem>
#include <ostream>

#include "dataset/check_ees.h"
#include "dataset/check_package.h"
#include "tools/command_line.h"
#include "tools/console.h"
#include "tools/vocabulary_path.h"

namespace muster {
namespace {

void print(const Fault& fault, std::ostream& out) {
  out << fault.file;
  if (fault.line > 0) out << ':' << fault.line;
  out << ": ";
  if (!fault.column.empty()) out << fault.column << ": ";
  out << fault.message << '\n';
}

int tell(const Faults& faults, long long files, long long rows, std::ostream& out) {
  for (const Fault& fault : faults.first) print(fault, out);
  const auto not_shown = faults.count - static_cast<long long>(faults.first.size());
  if (not_shown > 0) out << "and " << not_shown << " more\n";
  const std::string looked_at = counted(static_cast<size_t>(files), "file") + ", " + counted(static_cast<size_t>(rows), "row") + ": ";
  say(looked_at + (faults.count == 0 ? "as described" : counted(static_cast<size_t>(faults.count), "fault")));
  return faults.count == 0 ? 0 : 1;
}

}  // namespace

int validate_command(const std::string& directory, std::ostream& out) {
  namespace fs = std::filesystem;
  if (!fs::is_directory(directory)) throw UsageError("validate takes a directory; there is none at " + directory);
  if (fs::exists(fs::path(directory) / "datapackage.json")) {
    const PackageCheck check = check_package(directory);
    return tell(check.faults, check.files, check.rows, out);
  }
  if (!is_ees_directory(directory))
    throw UsageError(directory + ": there is nothing to check here, neither datapackage.json nor a .meta.csv");
  const EesRules rules = ees_rules(read_csv(reference_path("ees_locations.csv")), read_csv(reference_path("ees_time_identifiers.csv")));
  const EesCheck check = check_ees(directory, rules);
  return tell(check.faults, check.files, check.rows, out);
}

}  // namespace muster
