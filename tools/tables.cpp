#include "tools/tables.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>

#include "dataset/tables_json.h"
#include "extractors/layout/lay_out.h"
#include "extractors/read/document_words.h"
#include "extractors/read/read.h"
#include "extractors/tables/find_tables.h"
#include "tools/inputs.h"
#include "tools/tables_text.h"

namespace muster {
namespace {

// Pages outside the asked range are not searched.
void keep_pages(Document& document, const TablesOptions& options) {
  std::erase_if(document.pages, [&](const Page& page) {
    return page.number < options.first_page || (options.last_page && page.number > options.last_page);
  });
}

std::string as_text(const std::vector<Table>& tables, TableFormat format) {
  switch (format) {
    case TableFormat::csv: return tables_csv(tables);
    case TableFormat::html: return tables_html(tables);
    case TableFormat::markdown: return tables_markdown(tables);
    case TableFormat::json: break;
  }
  return tables_json(tables);
}

const char* extension(TableFormat format) {
  switch (format) {
    case TableFormat::csv: return ".csv";
    case TableFormat::html: return ".html";
    case TableFormat::markdown: return ".md";
    case TableFormat::json: break;
  }
  return ".json";
}

void write(const std::string& text, const std::string& path, const TablesOptions& options) {
  if (options.output_directory.empty()) {
    std::cout << text;
    return;
  }
  const auto stem = std::filesystem::path(path).stem().string();
  const auto target = std::filesystem::path(options.output_directory) / (stem + extension(options.format));
  std::filesystem::create_directories(options.output_directory);
  std::ofstream out(target, std::ios::binary);
  if (!(out << text)) throw std::runtime_error("cannot write " + target.string());
}

// Pictures in a document of text are charts and photographs as a rule; their letters are recognised only where at least
// half of the pages are pictures.
Document read_document(const Source& source, Diagnostics& diagnostics) {
  Limits limits;
  limits.scanned_pages = 0;
  Diagnostics without_pictures;
  Document document = read(source, limits, without_pictures);
  const auto pictures = std::count_if(document.pages.begin(), document.pages.end(), [](const Page& page) { return page.glyphs.empty() && !page.images.empty(); });
  if (pictures == 0 || size_t(pictures) * 2 < document.pages.size()) {
    diagnostics = std::move(without_pictures);
    return document;
  }
  return read(source, Limits{}, diagnostics);
}

// Whether the file could be read at all.
bool tables_of_file(const std::string& path, const TablesOptions& options, const DocumentWords& words) {
  Diagnostics diagnostics;
  const Source source = load_source({.path = path, .source = path}, Limits{}.source_bytes);
  Document document = source.read_error.empty() ? read_document(source, diagnostics) : Document{.failure = source.read_error};
  if (!document.failure.empty()) {
    std::cerr << "muster: " << path << ": " << document.failure << "\n";
    return false;
  }
  keep_pages(document, options);
  const bool has_pages = document.page_count > 0;
  const std::vector<Table> found =
      has_pages ? find_tables(document, words, diagnostics) : lay_out(document, words, diagnostics).tables;
  write(as_text(found, options.format), path, options);
  return true;
}

}  // namespace

int tables(const TablesOptions& options) {
  const DocumentWords words = DocumentWords::load(options.vocabulary_directory);
  size_t failed = 0;
  for (const std::string& path : options.files) failed += !tables_of_file(path, options, words);
  if (failed == 0) return 0;
  return failed < options.files.size() ? 3 : 4;
}

}  // namespace muster
