#include "tools/export_engines.h"

#include <filesystem>

#include "dataset/export_datasette.h"
#include "dataset/write_parquet.h"
#include "dataset/write_postgresql.h"
#include "dataset/write_workbook.h"
#include "tools/console.h"
#include "tools/review/desk_data.h"
#include "tools/review/originals.h"
#include "tools/vocabulary_path.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

// A path as a relative address: what would part an address otherwise is percent-encoded.
std::string address_of(const fs::path& path) {
  constexpr std::string_view parting = "%#? ", digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : path.generic_string()) {
    if (parting.find(c) == std::string_view::npos) out += c;
    else out += {'%', digits[static_cast<size_t>(c) >> 4], digits[static_cast<size_t>(c) & 0xF]};
  }
  return out;
}

// content_sha256 -> the original's path as seen from the spreadsheet, which may move together with the letters.
std::map<std::string, std::string> links_from(const std::string& workbook, const ExportOptions& options, const Database& dataset) {
  const fs::path directory = fs::absolute(workbook).parent_path();
  std::map<std::string, std::string> links = find_originals(options.dataset, options.originals, document_sizes(dataset));
  for (auto& [sha256, path] : links) path = address_of(fs::absolute(path).lexically_normal().lexically_proximate(directory.lexically_normal()));
  return links;
}

}  // namespace

void export_to_parquet(const ExportOptions& options, const Database& dataset, const std::vector<CodebookRow>&) {
  write_parquet(dataset, {.directory = options.output, .library = duckdb_path()});
}

void export_to_workbook(const ExportOptions& options, const Database& dataset, const std::vector<CodebookRow>& codebook) {
  const WorkbookTarget target{.path = options.output, .originals = links_from(options.output, options, dataset)};
  const WorkbookLosses losses = write_workbook(dataset, codebook, target);
  if (target.originals.empty()) say("no links to pages: the original files are not where the build found them; name their folder after the dataset");
  if (losses.cut_texts > 0) say(std::to_string(losses.cut_texts) + " texts are longer than a spreadsheet's cell and were cut; each says so");
  if (losses.links_left_out > 0) say(std::to_string(losses.links_left_out) + " rows have no link: a sheet takes 65,530");
}

void export_to_postgresql(const ExportOptions& options, const Database& dataset, const std::vector<CodebookRow>&) {
  write_postgresql(dataset, {.uri = options.kind, .schema = options.schema});
}

void export_to_datasette(const ExportOptions& options, const Database&, const std::vector<CodebookRow>&) {
  export_datasette(options.dataset, options.licence, options.output);
  say("look at it with: datasette serve " + options.output + "/workforce.sqlite -m " + options.output + "/metadata.json");
}

std::string without_password(const std::string& address) {
  const size_t begin = address.find("://"), at = address.find('@', begin), colon = address.find(':', begin + 3);
  std::string shown = address;
  if (at != std::string::npos && colon < at) shown.erase(colon, at - colon);
  const size_t query = shown.find('?');  // may hold password=…
  return shown.substr(0, query);
}

}  // namespace muster
