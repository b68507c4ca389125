#include "tools/export_command.h"

#include <algorithm>
#include <string_view>

#include "dataset/export_csvw.h"
#include "dataset/export_ees.h"
#include "dataset/export_package.h"
#include "dataset/stored_rows.h"
#include "tools/command_line.h"
#include "tools/console.h"
#include "tools/export_engines.h"
#include "tools/vocabulary_path.h"

namespace muster {
namespace {

bool is_address(std::string_view name) { return name.ends_with("://"); }

bool matches(const ExportKind& kind, const std::string& asked) { return is_address(kind.name) ? asked.starts_with(kind.name) : asked == kind.name; }

void write_package(const ExportOptions& options, const Database& dataset, const std::vector<CodebookRow>& codebook) {
  export_package(dataset, codebook, options.licence, options.output);
}

void write_csvw(const ExportOptions& options, const Database& dataset, const std::vector<CodebookRow>& codebook) {
  export_csvw(dataset, codebook, options.licence, options.output);
}

void write_ees(const ExportOptions& options, const Database& dataset, const std::vector<CodebookRow>& codebook) {
  const EesRules rules = ees_rules(read_csv(reference_path("ees_locations.csv")), read_csv(reference_path("ees_time_identifiers.csv")));
  const EesExport done = export_ees(dataset, codebook, rules, options.output);
  say(counted(static_cast<size_t>(done.placed), "figure") + " in " + counted(done.files.size(), "data file") + "; " +
      std::to_string(done.left_out) + " left out, each with its reason in left_out.csv");
}

const ExportKind& kind_named(const std::string& asked) {
  const auto found = std::ranges::find_if(export_kinds(), [&](const ExportKind& kind) { return matches(kind, asked); });
  if (found == export_kinds().end()) throw UsageError("--to takes one of:\n" + export_kinds_text() + "not \"" + asked + '"');
  return *found;
}

}  // namespace

const std::vector<ExportKind>& export_kinds() {
  static const std::vector<ExportKind> kinds = {
      {"package", "Frictionless Data Package v2: CSV files and datapackage.json in a directory", write_package},
      {"csvw", "CSV on the Web: CSV files and csv-metadata.json in a directory", write_csvw},
      {"ees", "Explore education statistics: data files with their .meta.csv in a directory", write_ees},
      {"parquet", "Parquet files, one for each table, in a directory", export_to_parquet},
      {"xlsx", "a spreadsheet for people: all tables, the codebook, links to the pages", export_to_workbook},
      {"postgresql://", "tables, keys, comments and views in a PostgreSQL database (a libpq address)", export_to_postgresql},
      {"datasette", "workforce.sqlite and metadata.json in a directory, for datasette serve", export_to_datasette},
  };
  return kinds;
}

std::string export_kinds_text() {
  constexpr size_t meaning_column = 18;
  std::string out;
  for (const ExportKind& kind : export_kinds()) {
    std::string line = "  " + std::string(kind.name);
    line.resize(std::max(line.size() + 1, meaning_column), ' ');
    out += line + kind.meaning + '\n';
  }
  return out;
}

int export_command(const ExportOptions& options, const std::vector<CodebookRow>& codebook) {
  const ExportKind& kind = kind_named(options.kind);
  if (options.output.empty() && !is_address(kind.name)) throw UsageError("say where the export goes: -o OUT");
  kind.write(options, open_stored(options.dataset), codebook);
  say("written to " + (is_address(kind.name) ? without_password(options.kind) : options.output));
  return 0;
}

}  // namespace muster
