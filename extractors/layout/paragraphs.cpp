#include "extractors/layout/paragraphs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "extractors/layout/block_tags.h"
#include "extractors/layout/line_labels.h"
#include "extractors/layout/row_labels.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr float gap_factor = 1.3f;         // baselines further apart than this many usual pitches part paragraphs
constexpr float gap_slack_pt = 0.6f;       // rounding of layout programs
constexpr float usual_pitch_em = 1.2f;     // where a size is too rare to tell
constexpr float tightest_pitch_em = 0.8f, widest_pitch_em = 2.2f;
constexpr float other_size_share = 0.08f;  // a larger difference of size is another paragraph
constexpr float indent_em = 0.8f;          // a smaller shift of the left edge means nothing
constexpr float fit_slack_em = 0.5f;       // how much further a word must have fitted, for the break to be forced
constexpr float centred_slack_em = 0.5f;

// Usual distance of baselines for each size of text (in half points): the smallest that is common.
class Pitches {
 public:
  explicit Pitches(const std::vector<PageRow>& rows) {
    std::map<int, std::map<int, int>> counts;  // by size, then by distance, both in half points
    for (size_t i = 1; i < rows.size(); ++i) {
      const PageRow &a = rows[i - 1], &b = rows[i];
      if (!a.is_text() || !b.is_text() || a.column != b.column || half(a.size_pt) != half(b.size_pt)) continue;
      const float distance = b.baseline - a.baseline;
      if (distance >= tightest_pitch_em * b.size_pt && distance <= widest_pitch_em * b.size_pt) ++counts[half(b.size_pt)][half(distance)];
    }
    for (const auto& [size, distances] : counts) {
      int most = 0;
      for (const auto& [distance, count] : distances) most = std::max(most, count);
      constexpr float common_share = 0.2f;
      for (const auto& [distance, count] : distances)
        if (count >= 2 && static_cast<float>(count) >= common_share * static_cast<float>(most)) {
          usual_[size] = static_cast<float>(distance) / 2;
          break;
        }
    }
  }
  float usual(float size_pt) const {
    const auto found = usual_.find(half(size_pt));
    return found == usual_.end() ? usual_pitch_em * size_pt : found->second;
  }

 private:
  static int half(float pt) { return static_cast<int>(std::lround(pt * 2)); }
  std::map<int, float> usual_;
};

struct ColumnEdges {
  float left = 0, right = 0;
  int rows = 0;
};

bool ends_sentence(const std::string& text) {
  return !text.empty() && std::string_view(".?!:;").find(text.back()) != std::string_view::npos;
}

bool starts_lower(const std::string& text) { return !text.empty() && text[0] >= 'a' && text[0] <= 'z'; }

// "2019" / "- 2020": the dash is no bullet.
bool is_range_end(const PageRow& last, const PageRow& row, const RowLabel& label) {
  const bool dash = label.label == "-" || label.label == "\u2013" || label.label == "\u2014";
  if (!dash || last.words.empty() || label.words >= row.words.size()) return false;
  return is_digit(last.words.back().text.back()) && is_digit(row.words[label.words].text[0]);
}

class BlockMaker {
 public:
  BlockMaker(DocumentRows& rows, const Document& document)
      : rows_(rows.rows), habits_(rows.habits), document_(document), labels_(find_row_labels(rows.rows)), pitches_(rows.rows) {
    for (const PageRow& row : rows_) {
      if (!row.is_text()) continue;
      ColumnEdges& edges = columns_[row.column];
      edges.left = edges.rows == 0 ? row.box.x0 : std::min(edges.left, row.box.x0);
      edges.right = std::max(edges.right, row.box.x1);
      ++edges.rows;
      for (const RowWord& word : row.words) known_words_.insert(folded(word.text));
    }
  }

  std::vector<Block> make();

 private:
  enum class Join { none, blank, line_break };

  Join join(size_t i) const;
  std::optional<Join> join_by_tags(const PageRow& last, const PageRow& row) const;
  Join join_across(const PageRow& last, const PageRow& row) const;
  Join join_in_column(size_t i) const;
  bool starts_labelled_block(size_t i) const;
  bool completes_label(size_t i) const;
  bool break_is_forced(const PageRow& last, const PageRow& row) const;
  float right_edge(const PageRow& row) const;
  bool centred(const PageRow& a, const PageRow& b) const;
  void begin(size_t i);
  void append(size_t i, Join how);
  std::string joined(const std::string& text, const std::string& next) const;

  std::vector<PageRow>& rows_;
  const RowHabits& habits_;
  const Document& document_;
  std::vector<RowLabel> labels_;
  Pitches pitches_;
  std::map<int, ColumnEdges> columns_;
  std::set<std::string> known_words_;
  std::vector<Block> blocks_;
  size_t block_begin_ = 0;   // first row of the open block
  size_t last_main_ = 0;     // last row that is no furniture
  bool open_ = false;
};

std::vector<Block> BlockMaker::make() {
  size_t open_block = 0;  // furniture and pictures may stand between two parts of a paragraph
  for (size_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i].region != Region::main || rows_[i].image) {
      begin(i);
      continue;
    }
    const Join how = open_ ? join(i) : Join::none;
    if (how == Join::none) {
      begin(i);
      open_block = blocks_.size() - 1;
      block_begin_ = i;
    } else {
      std::swap(blocks_[open_block], blocks_.back());
      append(i, how);
      std::swap(blocks_[open_block], blocks_.back());
    }
    last_main_ = i;
    open_ = rows_[i].is_text();
  }
  return std::move(blocks_);
}

BlockMaker::Join BlockMaker::join(size_t i) const {
  const PageRow &last = rows_[last_main_], &row = rows_[i];
  if (!row.is_text() || starts_labelled_block(i)) return Join::none;
  if (completes_label(i)) return Join::blank;
  if (const auto told = join_by_tags(last, row)) return *told;
  return last.column == row.column ? join_in_column(i) : join_across(last, row);
}

// Rows of one element belong together, rows of two do not; lists are told by their labels.
std::optional<BlockMaker::Join> BlockMaker::join_by_tags(const PageRow& last, const PageRow& row) const {
  if (last.tag < 0 || row.tag < 0) return std::nullopt;
  if (last.tag != row.tag) return Join::none;
  const bool far = last.column == row.column && row.baseline - last.baseline > 2 * gap_factor * pitches_.usual(row.size_pt);
  if (far) return std::nullopt;
  return break_is_forced(last, row) ? Join::line_break : Join::blank;
}

// A paragraph goes on over a column or page when its line is full and the sentence goes on.
BlockMaker::Join BlockMaker::join_across(const PageRow& last, const PageRow& row) const {
  const bool same_size = std::abs(last.size_pt - row.size_pt) <= other_size_share * row.size_pt;
  const std::string text = row_text(last);
  if (!same_size || last.bold != row.bold || ends_sentence(text) || !starts_lower(row_text(row))) return Join::none;
  return break_is_forced(last, row) ? Join::none : Join::blank;
}

BlockMaker::Join BlockMaker::join_in_column(size_t i) const {
  const PageRow &last = rows_[last_main_], &row = rows_[i];
  const float distance = row.baseline - last.baseline, pitch = pitches_.usual(row.size_pt);
  if (std::abs(last.size_pt - row.size_pt) > other_size_share * std::max(last.size_pt, row.size_pt)) return Join::none;
  if (distance > gap_factor * pitch + gap_slack_pt || distance <= 0) return Join::none;
  if (last.tabular || row.tabular) return last.bold == row.bold ? Join::line_break : Join::none;
  const bool forced = break_is_forced(last, row);
  if (last.bold != row.bold && (forced || !starts_lower(row_text(row)))) return Join::none;
  if (centred(last, row)) return last.bold || last.size_pt > habits_.body_size_pt ? Join::blank : Join::line_break;
  const float indent = row.box.x0 - last.box.x0;
  const bool first_line_indent = indent > indent_em * row.size_pt && labels_[block_begin_].label.empty();
  const bool leaves_item = !labels_[block_begin_].label.empty() && row.box.x0 < labels_[block_begin_].text_x0 - indent_em * row.size_pt;
  if (forced && (first_line_indent || leaves_item || ends_sentence(row_text(last)))) return Join::none;
  return forced ? Join::line_break : Join::blank;
}

// A label opens a block unless it may be the wrapped end of a sentence ("… on 31 March" / "2019. The …").
bool BlockMaker::starts_labelled_block(size_t i) const {
  const RowLabel& label = labels_[i];
  if (label.label.empty()) return false;
  const PageRow &last = rows_[last_main_], &row = rows_[i];
  if (is_range_end(last, row, label)) return false;
  if (last.column != row.column || is_bullet(label.label) || !is_digit(label.label[0])) return true;
  const bool same_left = std::abs(row.box.x0 - labels_[last_main_].text_x0) < indent_em * row.size_pt && labels_[last_main_].label.empty();
  const bool close = row.baseline - last.baseline <= gap_factor * pitches_.usual(row.size_pt) + gap_slack_pt;
  const bool goes_on = !ends_sentence(row_text(last)) && !break_is_forced(last, row);
  return !(same_left && close && goes_on);
}

// A number alone on its line belongs to the text under it.
bool BlockMaker::completes_label(size_t i) const {
  constexpr float furthest_pitches = 2.5f;
  const PageRow &last = rows_[last_main_], &row = rows_[i];
  const RowLabel& label = labels_[last_main_];
  const bool alone = !label.label.empty() && label.words == last.words.size();
  return alone && last.column == row.column && row.baseline - last.baseline <= furthest_pitches * pitches_.usual(row.size_pt);
}

float BlockMaker::right_edge(const PageRow& row) const {
  constexpr int enough_rows = 4;
  const auto found = columns_.find(row.column);
  if (found == columns_.end()) return habits_.right_edge;
  return found->second.rows >= enough_rows ? found->second.right : std::max(found->second.right, habits_.right_edge);
}

// Whether the row's first word would still have fitted on the line before.
bool BlockMaker::break_is_forced(const PageRow& last, const PageRow& row) const {
  if (row.words.empty() || last.words.empty()) return true;
  const float blank = 0.25f * row.size_pt;
  float word = row.words[0].x1 - row.words[0].x0;
  for (size_t i = 1; i < row.words.size() && row.words[i].glued; ++i) word += row.words[i].x1 - row.words[i].x0;
  return last.box.x1 + blank + word + fit_slack_em * row.size_pt < right_edge(last);
}

bool BlockMaker::centred(const PageRow& a, const PageRow& b) const {
  const float slack = centred_slack_em * b.size_pt;
  return std::abs(a.box.center_x() - b.box.center_x()) <= slack && std::abs(a.box.x0 - b.box.x0) > 2 * slack;
}

void BlockMaker::begin(size_t i) {
  const PageRow& row = rows_[i];
  Block& block = blocks_.emplace_back();
  block.region = row.region;
  block.place = {.page = row.page, .box = row.shown};
  block.tag = row.tag;
  block.table = row.table;
  if (!row.is_text()) {
    block.kind = row.image ? BlockKind::image : BlockKind::table;
    return;
  }
  block.bold = row.bold;
  block.italic = row.italic;
  block.size_pt = row.size_pt;
  const auto edges = columns_.find(row.column);
  block.indent = std::max(0.0f, row.box.x0 - (edges == columns_.end() ? 0 : edges->second.left));
  block.label = labels_[i].label;
  if (!block.label.empty()) block.kind = BlockKind::list_item, block.level = 1;
  block.text = row_text(row, labels_[i].words);
  block.lines.push_back({block.text, block.place, row.bold});
}

void BlockMaker::append(size_t i, Join how) {
  const PageRow& row = rows_[i];
  Block& block = blocks_.back();
  const std::string text = row_text(row);
  block.text = how == Join::line_break ? block.text + "\n" + text : joined(block.text, text);
  block.lines.push_back({text, {.page = row.page, .box = row.shown}, row.bold});
  if (block.lines.front().text.empty()) {  // the line of a label alone
    block.lines.erase(block.lines.begin());
    block.bold = row.bold;
  }
  block.bold &= row.bold;
  block.italic &= row.italic;
  if (row.page == block.place.page) block.place.box = united(block.place.box, row.shown);
}

// Joins two lines of a paragraph. A hyphen at the line's end goes where the word is known without it, or where the document
// is typeset with hyphenation and the hyphened word is not known.
std::string BlockMaker::joined(const std::string& text, const std::string& next) const {
  if (text.empty() || next.empty()) return text + next;
  const bool hyphen = text.size() > 1 && text.back() == '-' && text[text.size() - 2] != ' ';
  if (!hyphen) return text + " " + next;
  const std::string head = text.substr(text.find_last_of(" \n") + 1), tail = next.substr(0, next.find(' '));
  const bool letters = is_letter(text[text.size() - 2]) && starts_lower(next);
  const bool known_whole = known_words_.contains(folded(head.substr(0, head.size() - 1) + tail));
  const bool known_hyphened = known_words_.contains(folded(head + tail));
  if (letters && (known_whole || habits_.hyphenated) && !known_hyphened) return text.substr(0, text.size() - 1) + next;
  return text + next;
}

}  // namespace

std::vector<Block> blocks_from_rows(DocumentRows& rows, const Document& document) { return BlockMaker(rows, document).make(); }

}  // namespace muster
