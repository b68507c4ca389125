#include <algorithm>
#include <string>
#include <vector>

#include "extractors/layout/known_words.h"
#include "extractors/layout/lay_out.h"
#include "extractors/layout/line_labels.h"
#include "extractors/layout/logical_lines.h"
#include "extractors/tables/tables_in_lines.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr int deepest_list_level = 6;
constexpr int indent_columns_per_level = 2;  // as markdown converters write nested lists

// A plain line that stands alone is a heading up to this length.
constexpr size_t longest_plain_heading_columns = 80;
// What follows a plain heading is a paragraph at least this long, or a labelled one.
constexpr size_t shortest_headed_paragraph_columns = 60;
// So many labelled questions make a text a list of questions, where short lines are answers.
constexpr int questions_of_a_letter = 2;

// Appends the next line of a paragraph; a word parted by a hyphen is made whole where the text has the whole word elsewhere.
void append_line(std::string& text, const std::string& next, const KnownWords& words) {
  const bool hyphen = text.size() > 1 && text.back() == '-' && is_letter(text[text.size() - 2]) && is_letter(next[0]);
  if (!hyphen) {
    text += ' ' + next;
    return;
  }
  const size_t half = text.find_last_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", text.size() - 2);
  std::string whole = text.substr(half == std::string::npos ? 0 : half + 1);
  whole.pop_back();
  const auto rest_end = std::find_if_not(next.begin(), next.end(), is_letter);
  whole.append(next.begin(), rest_end);
  if (words.has(whole)) text.pop_back();
  text += next;
}

Block block_of(const LogicalLine& line) {
  Block block;
  block.label = line.label;
  block.text = line.text;
  block.bold = line.bold;
  block.italic = line.italic;
  if (line.quoted) block.ancestry = {"quoted"};
  block.indent = static_cast<float>(line.indent);
  block.place.line = line.number;
  block.place.column = line.indent + 1;
  if (line.heading_level > 0) {
    block.kind = BlockKind::heading;
    block.level = line.heading_level;
  } else if (!line.label.empty()) {
    block.kind = BlockKind::list_item;
    block.level = std::min(deepest_list_level, 1 + line.indent / indent_columns_per_level);
  }
  block.lines.push_back({line.text, block.place, line.bold});
  return block;
}

// Paragraphs, headings and list items of the lines between two tables.
std::vector<Block> join_lines(const std::vector<LogicalLine>& lines, size_t wrapped_at, const KnownWords& words) {
  std::vector<Block> blocks;
  for (size_t i = 0; i < lines.size(); ++i) {
    const bool label_waits = !blocks.empty() && blocks.back().text.empty() && blocks.back().kind == BlockKind::list_item &&
                             lines[i].label.empty() && lines[i].heading_level == 0;
    if (i > 0 && (label_waits || goes_on(lines[i - 1], lines[i], wrapped_at))) {
      Block& block = blocks.back();
      if (block.text.empty()) block.text = lines[i].text;
      else append_line(block.text, lines[i].text, words);
      block.bold = label_waits ? lines[i].bold : block.bold && lines[i].bold;
      block.lines.push_back({lines[i].text, {0, {}, lines[i].number, lines[i].indent + 1}, lines[i].bold});
    } else {
      blocks.push_back(block_of(lines[i]));
    }
  }
  return blocks;
}

bool asks(const Block& block) { return block.text.find('?') != std::string::npos; }

// A short line alone between blank lines, over a paragraph, in a text that marks its headings in no other way and asks no
// questions (where it would be an answer).
bool is_plain_heading(const Block& block, const Block& next) {
  const std::string& text = block.text;
  if (block.kind != BlockKind::paragraph || block.lines.size() != 1 || text.size() > longest_plain_heading_columns) return false;
  if (text[0] < 'A' || text[0] > 'Z' || std::any_of(text.begin(), text.end(), is_digit)) return false;
  if (std::string_view(".,:;?!)").find(text.back()) != std::string_view::npos || text.find(':') != std::string::npos) return false;
  return next.kind == BlockKind::list_item || (next.kind == BlockKind::paragraph && next.text.size() >= shortest_headed_paragraph_columns);
}

// "2.0 Introduction": a labelled line that is short and no sentence.
bool is_numbered_heading(const Block& block) {
  return block.kind == BlockKind::list_item && block.label.find('.') != std::string::npos && is_digit(block.label[0]) &&
         block.text.size() <= longest_plain_heading_columns && !block.text.empty() && block.text[0] >= 'A' && block.text[0] <= 'Z' &&
         std::string_view(".,:;?!)").find(block.text.back()) == std::string_view::npos && block.label.ends_with(".0");
}

void find_plain_headings(std::vector<Block>& blocks) {
  int questions = 0;
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::heading) return;
    questions += asks(block);
  }
  for (size_t i = 0; i + 1 < blocks.size(); ++i) {
    const bool heading = is_numbered_heading(blocks[i]) || (questions < questions_of_a_letter && is_plain_heading(blocks[i], blocks[i + 1]));
    if (!heading) continue;
    blocks[i].kind = BlockKind::heading;
    blocks[i].level = 2;
  }
}

void mark_furniture(std::vector<Block>& blocks, const DocumentWords& words) {
  for (Block& block : blocks) {
    if (block.kind == BlockKind::table) continue;
    if (words.is("page_number", block.text)) block.region = Region::page_number;
    else if (words.is("page_furniture", block.text)) block.region = Region::running_header;
  }
}

}  // namespace

Blocks lay_out_lines(const Document& document, const DocumentWords& words, Diagnostics& diagnostics) {
  const std::vector<TextLine>& lines = document.lines;
  std::vector<TableInLines> tables = find_tables_in_lines(lines, words, diagnostics);

  std::vector<std::vector<LogicalLine>> parts;  // between the tables
  size_t first = 0;
  for (const TableInLines& table : tables) {
    parts.push_back(read_logical_lines(lines, first, table.first));
    first = table.last + 1;
  }
  parts.push_back(read_logical_lines(lines, first, lines.size()));

  std::vector<LogicalLine> all;
  std::vector<size_t> ends;
  for (std::vector<LogicalLine>& part : parts) {
    all.insert(all.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
    ends.push_back(all.size());
  }
  label_dotted_numbers(all);
  const size_t wrapped_at = wrap_width(all);
  const KnownWords known(lines);

  Blocks out;
  size_t begin = 0;
  for (size_t i = 0; i < ends.size(); ++i) {
    const std::vector<LogicalLine> part(all.begin() + static_cast<long>(begin), all.begin() + static_cast<long>(ends[i]));
    begin = ends[i];
    for (Block& block : join_lines(part, wrapped_at, known)) out.blocks.push_back(std::move(block));
    if (i == tables.size()) break;
    Block block;
    block.kind = BlockKind::table;
    block.place = tables[i].table.place;
    block.table = static_cast<int>(i);
    out.blocks.push_back(std::move(block));
    tables[i].table.table_id = "t" + std::to_string(i + 1);
    out.tables.push_back(std::move(tables[i].table));
  }
  find_plain_headings(out.blocks);
  mark_furniture(out.blocks, words);
  return out;
}

}  // namespace muster
