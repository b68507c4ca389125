#include "extractors/tables/areas.h"

#include <algorithm>

#include "extractors/tables/prose.h"
#include "extractors/tables/values.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Baselines of neighbouring rows of one table lie no further apart, unless its rows always do.
constexpr float most_row_gap_em = 3.2f;
constexpr float irregular_gap_share = 1.8f;
// Rows of a single chunk in a row within a table: sections, wrapped labels, blank cells.
constexpr size_t most_single_rows = 4;
// A single chunk with more words is running text, not a section's name.
constexpr size_t longest_label_words = 14;
// A label's number or bullet: "1.", "(iv)", "2.3".
constexpr size_t longest_list_label = 6;

// Lines of one caption are no further apart.
constexpr float caption_leading_em = 1.5f;
constexpr float caption_blank_em = 0.25f;
// A second table starts where headings come again after a gap this many times the usual distance of rows.
constexpr float restart_gap_share = 1.4f;
constexpr size_t deepest_restart_rows = 6;

enum class RowKind { table, single, text };

bool is_list_label(const std::string& text) {
  if (text.size() > longest_list_label) return false;
  if (text == "\u2022" || text == "-" || text == "\u2013" || text == "o" || text == "\u25AA" || text == "\uF0B7" || text == "\u00B7") return true;
  const char last = text.back();
  return last == '.' || last == ')' || text.front() == '(' || text.find('.') != std::string::npos ||
         std::all_of(text.begin(), text.end(), is_digit);
}

size_t words_of_text(const std::vector<TableWord>& words, const Chunk& chunk) {
  return is_value(text_of(words, chunk.words)) ? 0 : chunk.words.size();
}

RowKind kind_of(const std::vector<TableWord>& words, const TextRow& row) {
  size_t long_chunks = 0;
  for (const Chunk& chunk : row.chunks) long_chunks += words_of_text(words, chunk) > longest_label_words / 2;
  if (row.chunks.size() == 1) return row.chunks[0].words.size() > longest_label_words ? RowKind::text : RowKind::single;
  if (row.chunks.size() == 2 && is_list_label(text_of(words, row.chunks[0].words)) && words_of_text(words, row.chunks[1]) >= 3)
    return row.chunks[1].words.size() > longest_label_words ? RowKind::text : RowKind::single;
  return long_chunks == row.chunks.size() ? RowKind::text : RowKind::table;
}

// Rows that follow one another without a caption, running text or a wide gap between them.
class RowRuns {
 public:
  RowRuns(const std::vector<TableWord>& words, const DocumentWords& document_words) : words_(words), document_words_(document_words) {}

  void take(const TextRow& row) {
    if (!current_.empty() && row.baseline - current_.back().baseline > most_gap(row)) close();
    const RowKind kind = kind_of(words_, row);
    const bool caption = is_caption(document_words_, words_, row) || continues_caption(row);
    caption_ = caption ? row : TextRow{};
    if (caption || kind == RowKind::text) {
      close();
      return;
    }
    singles_ = kind == RowKind::single ? singles_ + 1 : 0;
    if (singles_ > most_single_rows) close();
    table_rows_ += kind == RowKind::table;
    current_.push_back(row);
  }

  std::vector<std::vector<TextRow>> finish() {
    close();
    return std::move(runs_);
  }

 private:
  float most_gap(const TextRow& row) const {
    float most = most_row_gap_em * std::max(row.size_pt, current_.back().size_pt);
    if (current_.size() > 2)
      most = std::max(most, irregular_gap_share * (current_.back().baseline - current_.front().baseline) / float(current_.size() - 1));
    return most;
  }

  // A caption's next line: in its style, and its first word would not have fitted on the line before.
  bool continues_caption(const TextRow& row) const {
    if (caption_.chunks.empty() || row.baseline - caption_.baseline > caption_leading_em * row.size_pt) return false;
    const TableWord& first = words_[row.chunks.front().words.front()];
    const TableWord& last = words_[caption_.chunks.back().words.back()];
    if (first.bold != last.bold || first.italic != last.italic || std::abs(first.size_pt - last.size_pt) > 0.5f) return false;
    const float right = std::max(caption_.box.x1, row.box.x1);
    return last.box.x1 + caption_blank_em * last.size_pt + first.box.width() > right - caption_blank_em * last.size_pt;
  }

  void close() {
    if (table_rows_ >= 2) runs_.push_back(std::move(current_));
    current_.clear();
    table_rows_ = singles_ = 0;
  }

  const std::vector<TableWord>& words_;
  const DocumentWords& document_words_;
  std::vector<TextRow> current_;
  TextRow caption_;  // the row before, where it is a caption
  std::vector<std::vector<TextRow>> runs_;
  size_t table_rows_ = 0, singles_ = 0;
};

// Single rows before the first and after the last table row are titles and notes, but for headings over several columns.
Area trimmed(const std::vector<TableWord>& words, std::vector<TextRow> rows) {
  while (!rows.empty() && kind_of(words, rows.back()) != RowKind::table) rows.pop_back();
  const auto first = std::find_if(rows.begin(), rows.end(), [&](const TextRow& r) { return kind_of(words, r) == RowKind::table; });
  Area area;
  area.above.assign(rows.begin(), first);
  area.rows.assign(first, rows.end());
  return area;
}

bool has_values(const std::vector<TableWord>& words, const TextRow& row) {
  return std::any_of(row.chunks.begin() + 1, row.chunks.end(), [&](const Chunk& c) {
    const std::string text = text_of(words, c.words);
    return is_value(text) && !is_year(text);
  });
}

float usual_pitch(const std::vector<TextRow>& rows) {
  std::vector<float> pitches;
  for (size_t i = 1; i < rows.size(); ++i) pitches.push_back(rows[i].baseline - rows[i - 1].baseline);
  std::nth_element(pitches.begin(), pitches.begin() + long(pitches.size() / 2), pitches.end());
  return pitches[pitches.size() / 2];
}

// Whether headings of several columns and then values follow from row i on.
bool headings_follow(const std::vector<TableWord>& words, const std::vector<TextRow>& rows, size_t i) {
  bool headings = false;
  for (size_t k = i; k < rows.size() && k < i + deepest_restart_rows; ++k) {
    if (has_values(words, rows[k])) return headings;
    headings = headings || rows[k].chunks.size() > 1;
  }
  return false;
}

// Tables one above the other: after values, a gap and headings again.
std::vector<std::vector<TextRow>> parts_one_above_other(const std::vector<TableWord>& words, const std::vector<TextRow>& rows) {
  std::vector<std::vector<TextRow>> parts(1);
  if (rows.empty()) return parts;
  const float pitch = rows.size() > 1 ? usual_pitch(rows) : 0;
  size_t value_rows = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    const bool values = has_values(words, rows[i]);
    if (value_rows >= 2 && !values && rows[i].baseline - rows[i - 1].baseline > restart_gap_share * pitch && headings_follow(words, rows, i)) {
      parts.emplace_back();
      value_rows = 0;
    }
    value_rows += values;
    parts.back().push_back(rows[i]);
  }
  return parts;
}

}  // namespace

bool is_caption(const DocumentWords& document_words, const std::vector<TableWord>& words, const TextRow& row) {
  return document_words.prefix("table_title", text_of(words, row.words())) > 0;
}

std::vector<Area> find_areas(const PageView& view, const std::vector<bool>& free, const DocumentWords& document_words) {
  std::vector<size_t> chosen;
  for (size_t i = 0; i < view.words.size(); ++i)
    if (free[i]) chosen.push_back(i);
  const std::vector<bool> prose = prose_words(view.words, text_rows(view.words, chosen));
  std::erase_if(chosen, [&](size_t w) { return prose[w]; });
  RowRuns runs(view.words, document_words);
  for (const TextRow& row : text_rows(view.words, chosen)) runs.take(row);
  std::vector<Area> areas;
  for (const auto& run : runs.finish())
    for (auto& rows : parts_one_above_other(view.words, run)) {
      Area area = trimmed(view.words, std::move(rows));
      area.edges = view.edges;
      area.shadings = view.shadings;
      if (area.rows.size() >= 2) areas.push_back(std::move(area));
    }
  return areas;
}

}  // namespace muster
