#include "extractors/layout/headings.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "extractors/layout/block_tags.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr float larger_than_body = 1.12f;    // times the body's size; smaller steps are mixed fonts
constexpr float bold_is_rare_share = 0.3f;   // of the letters; letters that print every answer in bold have more
constexpr size_t longest_heading_letters = 160;
constexpr size_t longest_bold_heading_words = 14;
constexpr int deepest_level = 6;

bool is_candidate(const Block& block) {
  return block.region == Region::main && (block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item);
}

size_t words_in(const std::string& text) { return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1; }

bool has_letter(const std::string& text) { return std::any_of(text.begin(), text.end(), is_letter); }

bool reads_like_heading(const Block& block) {
  const std::string& text = block.text;
  if (text.empty() || text.size() > longest_heading_letters || !has_letter(text)) return false;
  if (std::string_view(".;,?!").find(text.back()) != std::string_view::npos) return false;
  return !(text[0] >= 'a' && text[0] <= 'z');
}

float bold_share(const std::vector<Block>& blocks) {
  float bold = 0, all = 1;
  for (const Block& block : blocks) {
    if (!is_candidate(block)) continue;
    all += static_cast<float>(block.text.size());
    if (block.bold) bold += static_cast<float>(block.text.size());
  }
  return bold / all;
}

int tagged_level(const Block& block, const Document& document) {
  return block.tag < 0 ? 0 : heading_level(document.tags[static_cast<size_t>(block.tag)].name);
}

// A heading heads something: the next block of the main text is not a heading of the same look.
bool heads_something(const std::vector<Block>& blocks, size_t i) {
  for (size_t j = i + 1; j < blocks.size(); ++j) {
    if (blocks[j].region != Region::main || blocks[j].kind == BlockKind::image) continue;
    return blocks[j].kind == BlockKind::table || !blocks[j].bold || blocks[j].size_pt < blocks[i].size_pt;
  }
  return false;
}

int half_points(float pt) { return static_cast<int>(std::lround(pt * 2)); }

}  // namespace

void find_headings(std::vector<Block>& blocks, const Document& document, float body_size_pt, const DocumentWords& words) {
  const bool tagged = std::any_of(blocks.begin(), blocks.end(), [&](const Block& b) { return tagged_level(b, document) > 0; });
  const bool bold_tells = bold_share(blocks) < bold_is_rare_share;
  std::set<int, std::greater<>> sizes;  // of headings by size, largest first
  const auto by_size = [&](const Block& b) { return b.size_pt >= larger_than_body * body_size_pt && reads_like_heading(b); };
  for (const Block& block : blocks)
    if (is_candidate(block) && by_size(block)) sizes.insert(half_points(block.size_pt));
  for (size_t i = 0; i < blocks.size(); ++i) {
    Block& block = blocks[i];
    if (!is_candidate(block) || words.prefix("table_caption", block.text) > 0) continue;
    int level = tagged_level(block, document);
    if (level == 0 && by_size(block)) {
      level = static_cast<int>(std::distance(sizes.begin(), sizes.find(half_points(block.size_pt)))) + 1;
    } else if (level == 0 && !tagged && bold_tells && block.bold && reads_like_heading(block) &&
               words_in(block.text) <= longest_bold_heading_words && heads_something(blocks, i)) {
      level = static_cast<int>(sizes.size()) + 1;
    }
    if (level == 0) continue;
    block.kind = BlockKind::heading;
    block.level = std::min(level, deepest_level);
    std::replace(block.text.begin(), block.text.end(), '\n', ' ');
  }
}

void nest_list_items(std::vector<Block>& blocks) {
  constexpr float same_indent_pt = 4;
  std::vector<float> indents;  // of the open lists, outermost first
  for (Block& block : blocks) {
    if (block.region != Region::main) continue;
    if (block.kind != BlockKind::list_item) {
      if (block.kind == BlockKind::heading || block.indent < same_indent_pt) indents.clear();
      continue;
    }
    while (!indents.empty() && block.indent < indents.back() - same_indent_pt) indents.pop_back();
    if (indents.empty() || block.indent > indents.back() + same_indent_pt) indents.push_back(block.indent);
    block.level = static_cast<int>(indents.size());
  }
}

}  // namespace muster
