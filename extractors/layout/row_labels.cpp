#include "extractors/layout/row_labels.h"

#include <algorithm>
#include <cmath>

#include "extractors/layout/line_labels.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr float label_gap_em = 0.8f;      // wider than a word space: a tab after a number
constexpr float same_indent_pt = 2.0f;

// How many of the row's words make up the label; 0 when it ends within a word.
size_t words_of(const PageRow& row, size_t label_bytes) {
  size_t bytes = 0;
  for (size_t i = 0; i < row.words.size(); ++i) {
    bytes += row.words[i].text.size() + (i > 0 && !row.words[i].glued ? 1 : 0);
    if (bytes >= label_bytes) return bytes == label_bytes ? i + 1 : 0;
  }
  return 0;
}

// "1a.What": the label is the front of a word. The word is cut, its box in proportion.
bool cut_word(PageRow& row, size_t label_bytes) {
  if (row.words.empty() || row.words[0].text.size() <= label_bytes) return false;
  RowWord rest = row.words[0];
  const float share = static_cast<float>(label_bytes) / static_cast<float>(rest.text.size());
  row.words[0].text.resize(label_bytes);
  rest.text.erase(0, label_bytes);
  rest.x0 = row.words[0].x1 = rest.x0 + share * (rest.x1 - rest.x0);
  rest.glued = true;
  row.words.insert(row.words.begin() + 1, std::move(rest));
  return true;
}

// `rest` is what remains of the row's text after the label.
RowLabel labelled(PageRow& row, const std::string& label, std::string_view text, std::string_view rest) {
  const size_t label_bytes = trimmed(text.substr(0, text.size() - rest.size())).size();
  RowLabel out{label, words_of(row, label_bytes), row.box.x0};
  if (out.words == 0 && !cut_word(row, label_bytes)) return {{}, 0, row.box.x0};
  out.words = std::max<size_t>(out.words, 1);
  if (out.words < row.words.size()) out.text_x0 = row.words[out.words].x0;
  return out;
}

bool set_off(const PageRow& row, const PageRow* next, size_t words) {
  if (words == 0 || words >= row.words.size()) return false;
  const RowWord &number = row.words[words - 1], &text = row.words[words];
  if (is_digit(text.text[0])) return false;  // a figure in a row of figures
  if (text.x0 - number.x1 >= label_gap_em * row.size_pt) return true;
  return next && next->column == row.column && std::abs(next->box.x0 - text.x0) <= same_indent_pt && next->box.x0 > row.box.x0 + same_indent_pt;
}

}  // namespace

std::vector<RowLabel> find_row_labels(std::vector<PageRow>& rows) {
  std::vector<RowLabel> out(rows.size());
  std::vector<size_t> dotted_rows;
  std::vector<std::string> dotted;
  for (size_t i = 0; i < rows.size(); ++i) {
    out[i].text_x0 = rows[i].box.x0;
    if (!rows[i].is_text() || rows[i].region != Region::main) continue;
    const std::string text = row_text(rows[i]);
    if (const LabelledText found = split_label(text); !found.label.empty()) {
      out[i] = labelled(rows[i], found.label, text, found.text);
    } else if (const LabelledText number = split_dotted_number(text); !number.label.empty()) {
      dotted_rows.push_back(i);
      dotted.push_back(number.label);
    }
  }
  const std::vector<bool> counted = in_sequence(dotted);
  for (size_t d = 0; d < dotted_rows.size(); ++d) {
    const size_t i = dotted_rows[d];
    const std::string text = row_text(rows[i]);
    const RowLabel label = labelled(rows[i], dotted[d], text, split_dotted_number(text).text);
    const PageRow* next = i + 1 < rows.size() ? &rows[i + 1] : nullptr;
    if (counted[d] || set_off(rows[i], next, label.words)) out[i] = label;
  }
  return out;
}

}  // namespace muster
