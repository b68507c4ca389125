#include <algorithm>
#include <string>

#include "extractors/layout/bind_table_words.h"
#include "extractors/layout/inline_text.h"
#include "extractors/layout/lay_out.h"
#include "extractors/layout/line_labels.h"
#include "extractors/layout/list_labels.h"
#include "extractors/layout/tag_regions.h"
#include "extractors/read/hidden_tags.h"
#include "extractors/read/tag_tree.h"
#include "extractors/tables/data_tables.h"
#include "extractors/tables/tables_in_tags.h"
#include "schemas/text.h"

namespace muster {
namespace {

// What browsers indent a list or quotation by (40 px at 96 px an inch).
constexpr float list_indent_pt = 30;
// Class lists written by page builders run to hundreds of words; the enclosing ones that tell something come first.
constexpr size_t most_ancestry_words = 200;
// Ancestors worth naming although they have no class.
constexpr std::string_view telling_elements[] = {"article", "aside", "blockquote", "details", "dd", "dl", "dt", "figure", "main", "section"};

// One pass over the tags in document order: text gathers in `inline_`, borders of block elements close a block.
class TagLayout {
 public:
  TagLayout(const TagTree& tree, const DocumentWords& words, Diagnostics& diagnostics)
      : tree_(tree), words_(words), diagnostics_(diagnostics), regions_(regions_of(tree)), labels_(tree) {}

  Blocks run() {
    for (int i = 0; i < tree_.size();) {
      close_until(i);
      i = enter(i);
    }
    close_until(tree_.size());
    note_hidden();
    return std::move(out_);
  }

 private:
  struct Open {
    int tag, end;
    Look look;
    bool block;
    size_t ancestry;  // words above it
  };

  void close_until(int i) {
    for (; !open_.empty() && open_.back().end <= i; open_.pop_back()) {
      if (open_.back().block) flush();
      if (open_.back().tag == item_) end_item();
      ancestry_.resize(open_.back().ancestry);
      const std::string& name = tree_[open_.back().tag].name;
      if (is_list(name)) --list_depth_;
      if (is_list(name) || name == "blockquote" || name == "dd") indent_ -= list_indent_pt;
    }
  }

  // Takes tag i and says which tag comes next.
  int enter(int i) {
    const Tag& tag = tree_[i];
    if (is_skipped(i)) {
      if (hidden_ < 0 && tag.hidden && tree_.end(i) > i + 1 && in_body(i)) hidden_ = i;
      return tree_.end(i);
    }
    if (tag.name == "#text") {
      inline_.add(tag.text, open_.empty() ? Look{} : open_.back().look);
    } else if (tag.name == "br") {
      if (!inline_.blank() && inline_.at_line_start()) flush();  // an empty line parts paragraphs
      else inline_.forced_break();
    } else if (tag.name == "img") {
      add_image(i);
    } else if (tag.name == "table" && is_data_table(tree_, i)) {
      flush();
      add_table({.tag = i}, -1);
      return tree_.end(i);
    } else {
      open(i);
    }
    return i + 1;
  }

  static bool is_list(std::string_view name) { return name == "ol" || name == "ul" || name == "menu" || name == "dir"; }

  bool in_body(int i) const { return tree_.ancestor(i, "head") < 0 && tree_[i].name != "head"; }

  // Choices of a form are no text. Text for screen readers only is kept where it stands alone and names something.
  bool is_skipped(int i) const {
    const Tag& tag = tree_[i];
    if (tag.name == "option" || tag.name == "textarea") return true;
    if (!tag.hidden || tag.name == "table") return false;
    const bool names_something = is_heading_element(tag.name) || regions_[static_cast<size_t>(i)] == Region::banner;
    const bool within_kept = !open_.empty() && tree_[open_.back().tag].hidden;
    return !(within_kept || (names_something && is_for_screen_readers(tag)));
  }

  void open(int i) {
    const Tag& tag = tree_[i];
    const bool block = is_block_element(tag.name) || starts_region(i);
    if (block) flush();
    else if (has_attribute(tag, "class") || tag.name == "a") inline_.soft_border();
    open_.push_back({i, tree_.end(i), look_within(tag, open_.empty() ? Look{} : open_.back().look), block, ancestry_.size()});
    add_ancestry(tag);
    if (is_list(tag.name)) ++list_depth_;
    if (is_list(tag.name) || tag.name == "blockquote" || tag.name == "dd") indent_ += list_indent_pt;
    if (tag.name == "li" || has_attribute(tag, "office-label")) start_item(i);
  }

  // An inline element that is furniture within the main part ("skip to content").
  bool starts_region(int i) const {
    const int parent = tree_[i].parent;
    return parent >= 0 && regions_[static_cast<size_t>(i)] != regions_[static_cast<size_t>(parent)];
  }

  void add_ancestry(const Tag& tag) {
    const auto add = [&](std::string_view word) {
      if (ancestry_.size() < most_ancestry_words) ancestry_.emplace_back(word);
    };
    if (std::ranges::find(telling_elements, tag.name) != std::end(telling_elements)) add(tag.name);
    for (const std::string_view word : attribute_words(tag, "class")) add(word);
    for (const std::string_view word : attribute_words(tag, "id")) add(word);
  }

  // An item that holds a heading is a section of the page, not an item that a reader sees numbered.
  void start_item(int i) {
    const std::string label = labels_.next(i);
    for (int below = i + 1; below < tree_.end(i); ++below)
      if (is_heading_element(tree_[below].name)) return;
    flush();
    if (item_ >= 0) end_item();
    item_ = i;
    label_ = label;
  }

  // A number without words still stands on the page: a blank answer.
  void end_item() {
    if (!label_.empty() && is_alnum_label()) push({.kind = BlockKind::list_item, .level = item_level(), .label = label_}, item_);
    label_.clear();
    item_ = -1;
  }

  // Office files say the level; markup nests its lists.
  int item_level() const {
    const std::string_view level = attribute(tree_[item_], "office-level");
    return level.empty() ? list_depth_ : level[0] - '0';
  }

  bool is_alnum_label() const { return is_digit(label_[0]) || is_letter(label_[0]); }

  int innermost_block() const {
    for (size_t k = open_.size(); k-- > 0;)
      if (open_[k].block) return open_[k].tag;
    return open_.empty() ? -1 : open_[0].tag;
  }

  // Ends the block whose text has gathered.
  void flush() {
    if (inline_.blank()) return;
    Block block{.bold = inline_.bold(), .italic = inline_.italic()};
    for (InlineLine& line : inline_.take()) {
      block.text += (block.text.empty() ? "" : "\n") + line.text;
      block.lines.push_back({.text = std::move(line.text), .bold = line.bold});
    }
    if (block.text.empty()) return;
    const int tag = innermost_block();
    name_kind(tag, block);
    push(std::move(block), tag);
  }

  void name_kind(int tag, Block& block) {
    for (size_t k = open_.size(); k-- > 0;) {
      const std::string& name = tree_[open_[k].tag].name;
      if (!is_heading_element(name)) continue;
      block.kind = BlockKind::heading;
      block.level = name[1] - '0';
      break;
    }
    if (item_ < 0 || tag < item_) return;
    if (block.kind != BlockKind::heading) {
      block.kind = BlockKind::list_item;
      block.level = item_level();
    }
    block.label = label_;
    label_.clear();
    item_ = -1;
  }

  void push(Block block, int tag) {
    block.tag = tag;
    block.indent = indent_;
    block.ancestry = ancestry_;
    block.region = tag < 0 ? Region::main : regions_[static_cast<size_t>(tag)];
    out_.blocks.push_back(std::move(block));
  }

  // Pictures stand where the text before them ends; only those with words for them tell anything.
  void add_image(int i) {
    const std::string alt = single_spaced(attribute(tree_[i], "alt"));
    if (alt.empty()) return;
    Block block{.kind = BlockKind::image, .text = alt};
    block.lines.push_back({.text = alt});
    push(std::move(block), i);
  }

  // The table and, after it, those within its cells (as deep as tags can be nested).
  void add_table(const NestedTable& place, int outer) {
    TaggedTable tagged = table_in_tags(tree_, place.tag, words_, diagnostics_);
    const int index = static_cast<int>(out_.tables.size());
    tagged.table.table_id = "t" + std::to_string(index + 1);
    tagged.table.outer_table = outer;
    tagged.table.outer_row = place.row;
    tagged.table.outer_col = place.col;
    tagged.table.outer_lines = place.lines;
    out_.tables.push_back(std::move(tagged.table));
    push({.kind = BlockKind::table, .table = index}, place.tag);
    for (const NestedTable& inner : tagged.nested) add_table(inner, index);
  }

  void note_hidden() {
    if (hidden_ < 0) return;
    std::string raw;
    for (int i = hidden_; i < tree_.end(hidden_) && raw.size() < 200; ++i) raw += tree_[i].text;
    diagnostics_.add({.stage = "lay_out", .code = "hidden_text", .severity = Severity::info, .raw = single_spaced(raw),
                      .message = "the document holds text that is hidden or struck out; it is not read for figures"});
  }

  const TagTree& tree_;
  const DocumentWords& words_;
  Diagnostics& diagnostics_;
  std::vector<Region> regions_;
  ListLabels labels_;
  Blocks out_;
  InlineText inline_;
  std::vector<Open> open_;
  std::vector<std::string> ancestry_;
  std::string label_;   // of the item that has no block yet
  int item_ = -1;
  int list_depth_ = 0;
  float indent_ = 0;
  int hidden_ = -1;     // the first passage that was left out
};

// Printed numbers of paragraphs ("2.1 At 30 September …") that count on from one another are labels, not figures.
void label_dotted_numbers(Blocks& blocks) {
  std::vector<std::string> numbers;
  std::vector<Block*> numbered;
  for (Block& block : blocks.blocks) {
    if (block.kind != BlockKind::paragraph || !block.label.empty() || block.lines.empty()) continue;
    const LabelledText dotted = split_dotted_number(block.lines[0].text);
    if (dotted.label.empty() || dotted.text.empty()) continue;
    numbers.push_back(dotted.label);
    numbered.push_back(&block);
  }
  const std::vector<bool> accepted = in_sequence(numbers);
  for (size_t i = 0; i < numbered.size(); ++i) {
    if (!accepted[i]) continue;
    Block& block = *numbered[i];
    const std::string rest(split_dotted_number(block.lines[0].text).text);
    block.text.replace(0, block.lines[0].text.size(), rest);
    block.lines[0].text = rest;
    block.label = numbers[i];
    block.kind = BlockKind::list_item;
    block.level = 1;
  }
}

}  // namespace

Blocks lay_out_tags(const Document& document, const DocumentWords& words, Diagnostics& diagnostics) {
  const TagTree tree(document.tags);
  Blocks blocks = TagLayout(tree, words, diagnostics).run();
  label_dotted_numbers(blocks);
  bind_table_words(blocks, words);
  return blocks;
}

}  // namespace muster
