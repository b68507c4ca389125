#include "extractors/layout/furniture.h"

#include <doctest/doctest.h>

using namespace muster;

namespace {

constexpr Box top{50, 30, 300, 42}, middle{50, 400, 300, 412}, bottom{50, 790, 300, 802};

PageEdges page(int number, std::vector<EdgeLine> lines) { return {number, 842, std::move(lines)}; }

// One letter for each line: m main, h header, f footer, n page number.
std::string regions(std::vector<PageEdges> pages) {
  const DocumentWords words = DocumentWords::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  find_furniture(pages, words);
  std::string out;
  for (const PageEdges& p : pages) {
    for (const EdgeLine& line : p.lines)
      out += line.region == Region::main ? 'm' : line.region == Region::running_header ? 'h' : line.region == Region::running_footer ? 'f' : 'n';
    out += '/';
  }
  return out;
}

}  // namespace

TEST_CASE("find_furniture: what repeats at the edges of pages") {
  struct Case {
    const char* story;
    std::vector<PageEdges> pages;
    const char* regions;
  };
  const Case cases[] = {
      {"a header repeated, its text elsewhere untouched", {page(1, {{"Some Council", top}, {"Some Council", middle}}), page(2, {{"Some Council", top}})}, "hm/h/"},
      {"a footer with the page's number", {page(1, {{"Committee - page 1", bottom}}), page(2, {{"Committee - page 2", bottom}})}, "f/f/"},
      {"bare numbers that count the pages", {page(1, {{"7", bottom}}), page(2, {{"8", bottom}})}, "n/n/"},
      {"bare numbers that do not are values", {page(1, {{"132", bottom}}), page(2, {{"57", bottom}})}, "m/m/"},
      {"a year range is no page number", {page(1, {{"2019/2020", top}})}, "m/"},
      {"a single page that says its number", {page(1, {{"Page 1 of 1", bottom}})}, "n/"},
      {"rows of a table at one height on two pages", {page(1, {{"Norfolk 12.1 13.9", bottom}}), page(2, {{"Norfolk 15.5 11.0", bottom}})}, "m/m/"},
      {"marked as artifact", {page(1, {{"Ref 12", top, true}, {"Text", middle}, {"Text", middle}})}, "hmm/"},
      {"everything marked as artifact means nothing", {page(1, {{"a", top, true}, {"b", middle, true}})}, "mm/"},
  };
  for (const Case& c : cases) CHECK_MESSAGE(regions(c.pages) == c.regions, c.story);
}
