#include "extractors/tables/captions.h"

#include <algorithm>

#include "extractors/tables/areas.h"
#include "extractors/tables/text_rows.h"
#include "schemas/text.h"

namespace muster {
namespace {

// The last line of a title stands no further above the table, and the first note no further below it.
constexpr float title_gap_em = 3.0f;
constexpr float note_gap_em = 2.6f;
constexpr float leading_em = 1.6f;       // between lines of one title or note
constexpr size_t most_title_lines = 5;
constexpr size_t most_note_lines = 20;
constexpr size_t longest_heading_bytes = 160;  // an unnumbered title; more is running text
constexpr float note_size_share = 0.95f; // notes are set smaller than the page's text, or in italics

// Lines over the width of one table that belong to no table.
std::vector<TextRow> lines_beside(const PageView& view, const std::vector<Reading>& readings, const Reading& self) {
  std::vector<size_t> chosen;
  for (size_t i = 0; i < view.words.size(); ++i) {
    const Box& box = view.words[i].box;
    if (box.center_x() < self.box.x0 - self.box.width() / 2 || box.center_x() > self.box.x1 + self.box.width() / 2) continue;
    const bool taken = std::any_of(readings.begin(), readings.end(), [&](const Reading& r) { return r.whole.contains(box.center_x(), box.center_y()); });
    const bool others = std::any_of(readings.begin(), readings.end(), [&](const Reading& r) {
      return &r != &self && r.box.y0 < self.box.y1 && r.box.y1 > self.box.y0 && box.center_x() > r.box.x0 && box.center_x() < r.box.x1 && (box.center_x() < self.box.x0 || box.center_x() > self.box.x1);
    });
    if (!taken && !others) chosen.push_back(i);
  }
  return text_rows(view.words, chosen);
}

bool is_heading(const PageView& view, const TextRow& row) {
  const auto words = row.words();
  const bool marked = std::all_of(words.begin(), words.end(), [&](size_t w) { return view.words[w].bold || view.words[w].italic; });
  return marked && text_of(view.words, words).size() <= longest_heading_bytes;
}

// The lines of the title, topmost first: up to a numbered title, else the headings right above.
std::vector<TextRow> title_rows(const PageView& view, const DocumentWords& document_words, const std::vector<TextRow>& lines, const Box& table) {
  std::vector<TextRow> above;
  float below = table.y0, gap = title_gap_em;
  for (size_t i = lines.size(); i-- > 0 && above.size() < most_title_lines;) {
    if (lines[i].baseline > table.y0 + lines[i].size_pt / 2) continue;
    if (below - lines[i].baseline > gap * lines[i].size_pt) break;
    above.insert(above.begin(), lines[i]);
    if (is_caption(document_words, view.words, lines[i])) return above;
    below = lines[i].baseline;
    gap = leading_em;
  }
  while (!above.empty() && !is_heading(view, above.back())) above.clear();
  size_t first = above.size();
  while (first > 0 && is_heading(view, above[first - 1])) --first;
  above.erase(above.begin(), above.begin() + long(first));
  return above;
}

float usual_size(const PageView& view) {
  std::vector<float> sizes;
  for (const TableWord& w : view.words) sizes.push_back(w.size_pt);
  if (sizes.empty()) return 0;
  std::nth_element(sizes.begin(), sizes.begin() + long(sizes.size() / 2), sizes.end());
  return sizes[sizes.size() / 2];
}

bool starts_note(const PageView& view, const DocumentWords& document_words, const TextRow& row) {
  const auto words = row.words();
  const TableWord& first = view.words[words.front()];
  return !first.leading_mark.empty() || document_words.prefix("table_note", text_of(view.words, words)) > 0;
}

bool looks_like_note(const PageView& view, const TextRow& row, float usual) {
  const auto words = row.words();
  const bool italic = std::all_of(words.begin(), words.end(), [&](size_t w) { return view.words[w].italic; });
  return italic || row.size_pt < note_size_share * usual;
}

std::vector<TextRow> note_rows(const PageView& view, const DocumentWords& document_words, const std::vector<TextRow>& lines, const Box& table) {
  const float usual = usual_size(view);
  std::vector<TextRow> notes;
  float above = table.y1, gap = note_gap_em;
  for (const TextRow& row : lines) {
    if (row.box.center_y() < table.y1) continue;
    if (notes.size() == most_note_lines || row.baseline - above > gap * row.size_pt || is_caption(document_words, view.words, row)) break;
    const bool starts = starts_note(view, document_words, row), looks = looks_like_note(view, row, usual);
    const bool continues = !notes.empty() && std::abs(notes.back().size_pt - row.size_pt) < 0.5f && row.baseline - above < leading_em * row.size_pt &&
                           view.words[notes.back().words().front()].italic == view.words[row.words().front()].italic;
    if (!starts && !looks && !continues) break;
    notes.push_back(row);
    above = row.baseline;
    gap = note_gap_em;
  }
  return notes;
}

// A note begins with its mark or with a word that says so; other lines go on with the note before.
void add_note_line(const PageView& view, const DocumentWords& document_words, const TextRow& row, std::vector<TableNote>& notes) {
  const auto words = row.words();
  const TableWord& first = view.words[words.front()];
  const std::string text = text_of(view.words, words);
  if (!notes.empty() && !starts_note(view, document_words, row)) {
    notes.back().text += " " + text;
    return;
  }
  notes.push_back({first.leading_mark, text, {}});
}

}  // namespace

void bind_captions(const PageView& view, const DocumentWords& document_words, std::vector<Reading>& readings) {
  for (Reading& reading : readings) reading.whole = reading.box;
  for (Reading& reading : readings) {
    const std::vector<TextRow> lines = lines_beside(view, readings, reading);
    for (const TextRow& row : title_rows(view, document_words, lines, reading.box)) {
      reading.title_lines.push_back(text_of(view.words, row.words()));
      reading.whole = united(reading.whole, row.box);
    }
    for (const TextRow& row : note_rows(view, document_words, lines, reading.box)) {
      add_note_line(view, document_words, row, reading.notes);
      reading.whole = united(reading.whole, row.box);
    }
  }
}

}  // namespace muster
