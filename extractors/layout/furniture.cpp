#include "extractors/layout/furniture.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <utility>

#include "schemas/text.h"

namespace muster {
namespace {

constexpr float zone_share = 0.13f;           // of the page's height at top and bottom where furniture stands
constexpr float artifact_zone_share = 0.3f;   // letterheads marked as artifacts reach further down
constexpr float same_height_pt = 6;           // a footer of one line more on one page shifts by more than this
constexpr float artifacts_mean_nothing = 0.5f;  // a page with more of its lines marked than this was marked at random

bool in_zone(const PageEdges& page, const EdgeLine& line, float share) {
  return line.box.y1 <= share * page.height || line.box.y0 >= (1 - share) * page.height;
}

Region edge_region(const PageEdges& page, const EdgeLine& line) {
  return line.box.center_y() < page.height / 2 ? Region::running_header : Region::running_footer;
}

// The words with every number as '#', so that "Page 3 of 7" and "Page 4 of 7" agree.
std::string pattern_of(std::string_view text) {
  std::string out;
  for (char c : folded(text)) {
    if (!is_digit(c)) out += c;
    else if (out.empty() || out.back() != '#') out += '#';
  }
  return out;
}

std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i])) continue;
    if (i == 0 || !is_digit(text[i - 1])) out.emplace_back();
    out.back() += text[i];
  }
  return out;
}

// Rows of a table may repeat their words too; in furniture nothing but the page's number changes.
bool differ_in_one_number(std::string_view a, std::string_view b) {
  const std::vector<std::string> x = numbers_in(a), y = numbers_in(b);
  if (x.size() != y.size()) return false;
  size_t differences = 0;
  for (size_t i = 0; i < x.size(); ++i) differences += x[i] != y[i];
  return differences <= 1;
}

// Distance from the nearer edge, negative from the bottom: pages of one document may differ in height.
float edge_distance(const PageEdges& page, const EdgeLine& line) {
  return line.box.center_y() < page.height / 2 ? line.box.y0 : line.box.y1 - page.height;
}

// The only number of the text; -1 when there is none or more than one (a total after "of" or "/" is passed over).
int only_number(std::string_view text) {
  const std::vector<std::string> numbers = numbers_in(text);
  constexpr size_t longest_page_number = 4;
  if (numbers.empty() || numbers.size() > 2 || numbers[0].size() > longest_page_number) return -1;
  return std::atoi(numbers[0].c_str());
}

struct Place {
  size_t page = 0, line = 0;
};
using Places = std::vector<Place>;

EdgeLine& at(std::vector<PageEdges>& pages, Place place) { return pages[place.page].lines[place.line]; }

void mark_artifacts(PageEdges& page) {
  const auto marked = std::count_if(page.lines.begin(), page.lines.end(), [](const EdgeLine& l) { return l.artifact; });
  if (static_cast<float>(marked) > artifacts_mean_nothing * static_cast<float>(page.lines.size())) return;
  for (EdgeLine& line : page.lines)
    if (line.artifact && in_zone(page, line, artifact_zone_share)) line.region = edge_region(page, line);
}

// Lines of one wording on several pages at one height.
void mark_repeated(std::vector<PageEdges>& pages, const Places& same_words) {
  for (const Place& place : same_words) {
    EdgeLine& line = at(pages, place);
    const bool repeated = std::any_of(same_words.begin(), same_words.end(), [&](const Place& other) {
      const auto apart = other.page > place.page ? other.page - place.page : place.page - other.page;
      return (apart == 1 || apart == 2) &&  // left and right pages may have footers of their own
             std::abs(edge_distance(pages[other.page], at(pages, other)) - edge_distance(pages[place.page], line)) <= same_height_pt &&
             differ_in_one_number(at(pages, other).text, line.text);
    });
    if (repeated && line.region == Region::main) line.region = edge_region(pages[place.page], line);
  }
}

bool says_page_number(const EdgeLine& line, const DocumentWords& words) {
  constexpr size_t longest = 40;
  return line.text.size() <= longest && words.is("page_count", line.text);
}

// Whether the line's number keeps pace with the pages: the same distance from the page's own number twice.
bool counts_pages(std::vector<PageEdges>& pages, Place place, const Places& same_words) {
  const int number = only_number(at(pages, place).text);
  if (number < 0) return false;
  const int offset = number - pages[place.page].number;
  return std::any_of(same_words.begin(), same_words.end(), [&](const Place& other) {
    return other.page != place.page && only_number(at(pages, other).text) - pages[other.page].number == offset;
  });
}

}  // namespace

void find_furniture(std::vector<PageEdges>& pages, const DocumentWords& words) {
  std::map<std::string, Places> by_words;
  for (size_t p = 0; p < pages.size(); ++p) {
    mark_artifacts(pages[p]);
    for (size_t l = 0; l < pages[p].lines.size(); ++l)
      if (in_zone(pages[p], pages[p].lines[l], zone_share)) by_words[pattern_of(pages[p].lines[l].text)].push_back({p, l});
  }
  for (const auto& [pattern, places] : by_words) {
    constexpr size_t most_on_a_page = 4;  // a wording on every row of a table is no furniture
    if (pattern.empty() || places.size() > most_on_a_page * pages.size()) continue;
    if (std::any_of(pattern.begin(), pattern.end(), is_letter)) mark_repeated(pages, places);
    for (const Place& place : places) {
      EdgeLine& line = at(pages, place);
      const bool bare = pattern == "#", says = says_page_number(line, words);
      if (says || (bare && counts_pages(pages, place, places))) line.region = Region::page_number;
      else if (bare && !line.artifact) line.region = Region::main;  // the same bare figure on two pages is a value
      else if (words.is("page_furniture", line.text)) line.region = edge_region(pages[place.page], line);
    }
  }
}

}  // namespace muster
