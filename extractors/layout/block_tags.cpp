#include "extractors/layout/block_tags.h"

#include <algorithm>
#include <array>
#include <set>

#include "schemas/text.h"

namespace muster {
namespace {

constexpr float tagged_share_least = 0.8f;   // of a page's glyphs outside artifacts
constexpr float glyphs_per_tag_most = 1500;  // half a page of prose; more in one element is a group taken for a paragraph
constexpr float in_order_share_least = 0.8f;

constexpr std::array<std::string_view, 17> block_types = {"P",  "H",  "H1", "H2", "H3",      "H4",   "H5",         "H6",     "LI",
                                                          "TD", "TH", "Title", "Caption", "Note", "BlockQuote", "TOCI", "FENote"};

}  // namespace

bool is_block_tag(std::string_view name) { return std::find(block_types.begin(), block_types.end(), name) != block_types.end(); }

int heading_level(std::string_view name) {
  if (name == "H" || name == "Title") return 1;
  return name.size() == 2 && name[0] == 'H' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

std::vector<int> block_tags(const Document& document) {
  std::vector<int> out(document.tags.size(), -1);
  for (size_t i = 0; i < document.tags.size(); ++i) {  // parents stand before their children
    const Tag& tag = document.tags[i];
    const int above = tag.parent >= 0 ? out[static_cast<size_t>(tag.parent)] : -1;
    const bool within_item = above >= 0 && document.tags[static_cast<size_t>(above)].name == "LI" && tag.name == "P";
    out[i] = is_block_tag(tag.name) && !within_item ? static_cast<int>(i) : above;
  }
  return out;
}

bool tags_can_be_trusted(const Page& page, const std::vector<int>& block_of_tag) {
  float letters = 0, tagged = 0, in_order = 0, steps = 0;
  std::set<int> used;
  int last = -1;
  for (const GlyphRun& run : page.runs) {
    if (run.artifact || run.invisible) continue;
    letters += static_cast<float>(run.glyph_count);
    const int block = run.tag >= 0 ? block_of_tag[static_cast<size_t>(run.tag)] : -1;
    if (block < 0) continue;
    tagged += static_cast<float>(run.glyph_count);
    if (used.insert(block).second) {
      ++steps;
      in_order += block > last;
    }
    last = block;
  }
  return letters > 0 && tagged >= tagged_share_least * letters && letters <= glyphs_per_tag_most * static_cast<float>(used.size()) &&
         in_order >= in_order_share_least * steps;
}

}  // namespace muster
