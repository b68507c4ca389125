#include "tools/export_command.h"

#include <algorithm>
#include <string_view>

#include "dataset/export_package.h"
#include "dataset/stored_rows.h"
#include "tools/command_line.h"
#include "tools/console.h"
#include "tools/export_engines.h"

namespace muster {
namespace {

bool is_address(std::string_view name) { return name.ends_with("://"); }

bool matches(const ExportKind& kind, const std::string& asked) { return is_address(kind.name) ? asked.starts_with(kind.name) : asked == kind.name; }

void write_package(const ExportOptions& options, const Database& dataset, const std::vector<CodebookRow>& codebook) {
  export_package(dataset, codebook, options.licence, options.output);
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
