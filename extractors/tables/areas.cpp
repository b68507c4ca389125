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
    if (kind == RowKind::text || is_caption(document_words_, words_, row)) {
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

  void close() {
    if (table_rows_ >= 2) runs_.push_back(std::move(current_));
    current_.clear();
    table_rows_ = singles_ = 0;
  }

  const std::vector<TableWord>& words_;
  const DocumentWords& document_words_;
  std::vector<TextRow> current_;
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
  for (auto& rows : runs.finish()) {
    Area area = trimmed(view.words, std::move(rows));
    area.edges = view.edges;
    if (area.rows.size() >= 2) areas.push_back(std::move(area));
  }
  return areas;
}

}  // namespace muster
