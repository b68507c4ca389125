#include "extractors/tables/judge.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

#include "extractors/tables/text_rows.h"
#include "extractors/tables/values.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr double least_fill = 0.35;         // of the body's places have text
constexpr double least_fill_of_texts = 0.6; // the same where no column has values
constexpr double value_column_share = 0.6;  // of a column's filled cells are values
constexpr float rule_share = 0.7f;          // of the table's width under a rule that belongs to it
constexpr float rule_reach_em = 2.0f;       // above and below the words
constexpr float column_gap_em = 1.2f;       // a gap in a cell that rather parts two
constexpr float label_gap_em = 4;           // the same between a text and a value
// Entries of a list under headings: rows, filled places, words of an entry, and how near their columns' starts are.
constexpr int least_headed_rows = 4;
constexpr double least_headed_fill = 0.9;
constexpr size_t most_words_of_entry = 8;
constexpr float same_start_pt = 1;
constexpr float image_share = 0.4f;         // of the area under a picture: labels of a chart
constexpr float background_share = 0.95f;   // of the page's width: a picture behind the whole page

struct Features {
  int body_rows = 0, full_rows = 0;   // rows with text; rows with at least two filled cells
  int value_cols = 0, label_ends = 0; // columns of values; labels that end with a colon
  int filled = 0, places = 0, values = 0;
  int rules = 0;                      // horizontal edges over its width
  bool chart = false, contents = false, listed = false, over_image = false;
};

using Texts = std::vector<std::vector<std::string>>;

Texts body_texts(const Reading& reading) {
  Texts texts(size_t(reading.rows), std::vector<std::string>(size_t(reading.cols)));
  for (const ReadCell& c : reading.cells) texts[size_t(c.row)][size_t(c.col)] = text_of(reading, c);
  texts.erase(texts.begin(), texts.begin() + std::min(reading.header_rows, reading.rows));
  return texts;
}

bool is_number(const std::string& text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

// Page numbers that never fall, in the last of few columns: a contents page.
bool is_contents(const Reading& reading, const Texts& body) {
  if (reading.cols > 3 || body.size() < 3) return false;
  long before = -1;
  size_t numbers = 0, leaders = 0, numbered = 0;  // numbered: "1 Purpose", "2 Summary"
  for (const auto& row : body) {
    if (row.back().empty()) continue;
    if (!is_number(row.back()) || row.back().size() > 4) return false;
    const long page = std::stol(row.back());
    if (page < before) return false;
    before = page;
    ++numbers;
    numbered += is_digit(row.front().empty() ? ' ' : row.front().front());
  }
  for (const TableWord& w : reading.words) leaders += w.leader_after;
  return numbers >= 3 && (2 * leaders >= numbers || reading.header_rows == 0 || (numbered == numbers && numbers > 3));
}

// Numbers that rise or fall by one step, not of 1 as years do: the scale of a chart.
bool is_scale(const Texts& body, size_t col) {
  std::vector<double> numbers;
  for (const auto& row : body) {
    if (row[col].empty()) continue;
    char* end = nullptr;
    std::string plain;
    for (const char c : row[col])
      if (c != ',' && c != '%') plain += c;
    numbers.push_back(std::strtod(plain.c_str(), &end));
    if (end == plain.c_str()) return false;
  }
  if (numbers.size() < 4) return false;
  const double step = numbers[1] - numbers[0];
  for (size_t i = 2; i < numbers.size(); ++i)
    if (std::abs(numbers[i] - numbers[i - 1] - step) > 1e-6) return false;
  return step != 0 && std::abs(std::abs(step) - 1) > 1e-6;
}

// Whether all columns of values are scales of a chart.
bool is_chart(const Texts& body, int cols) {
  int scales = 0, other_values = 0;
  for (int c = 0; c < cols; ++c) {
    if (is_scale(body, size_t(c))) {
      ++scales;
      continue;
    }
    int values = 0;
    for (const auto& row : body) values += is_value(row[size_t(c)]);
    other_values += values >= 2;
  }
  return scales > 0 && other_values == 0;
}

bool is_listed(const Texts& body) {
  size_t labels = 0, filled = 0;
  for (const auto& row : body) {
    if (row[0].empty()) continue;
    ++filled;
    labels += row[0].size() <= 5 && (row[0].ends_with(".") || row[0].ends_with(")") || row[0] == "\u2022" || row[0] == "-" || row[0] == "o");
  }
  return filled > 0 && 2 * labels > filled;
}

void count_columns(const Texts& body, int cols, Features& f) {
  for (int c = 0; c < cols; ++c) {
    int filled = 0, values = 0;
    for (const auto& row : body) {
      const std::string& text = row[size_t(c)];
      if (text.empty()) continue;
      ++filled;
      values += is_value(text);
      f.label_ends += c == 0 && text.ends_with(":");
    }
    f.filled += filled;
    f.values += values;
    f.value_cols += c > 0 && values >= 2 && values >= value_column_share * filled;
  }
  f.places = cols * int(body.size());
}

Features features_of(const PageView& view, const Reading& reading) {
  Features f;
  const Texts body = body_texts(reading);
  f.body_rows = int(body.size());
  for (const auto& row : body)
    f.full_rows += std::count_if(row.begin(), row.end(), [](const std::string& t) { return !t.empty(); }) >= 2;
  count_columns(body, reading.cols, f);
  f.contents = is_contents(reading, body);
  f.chart = is_chart(body, reading.cols);
  f.listed = reading.cols == 2 && is_listed(body);
  const float em = reading.words.empty() ? 10 : reading.words.front().size_pt;
  for (const Edge& e : view.edges)
    f.rules += e.horizontal && e.at > reading.box.y0 - rule_reach_em * em && e.at < reading.box.y1 + rule_reach_em * em &&
               std::min(e.end, reading.box.x1) - std::max(e.begin, reading.box.x0) > rule_share * reading.box.width() &&
               e.length() < 1.5f * reading.box.width();
  for (const ImageBox& image : view.images) {
    const Box common = common_part(image.box, reading.box);
    if (!common.empty() && common.width() * common.height() > image_share * reading.box.width() * reading.box.height() &&
        image.box.width() < background_share * view.width)
      f.over_image = true;
  }
  return f;
}

// A table of texts without rules: bold headings over every column, and full columns that start each on one line.
bool is_headed_list(const Reading& reading, const Features& f) {
  if (reading.header_rows < 1 || reading.cols < 3 || f.full_rows < least_headed_rows || f.filled < least_headed_fill * f.places) return false;
  std::vector<float> starts(size_t(reading.cols), -1);
  int headings = 0;
  for (const ReadCell& c : reading.cells) {
    if (c.blank()) continue;
    const bool header = c.row < reading.header_rows;
    const bool bold = std::all_of(c.words.begin(), c.words.end(), [&](size_t w) { return reading.words[w].bold; });
    if (bold != header || c.words.size() > most_words_of_entry) return false;
    headings += header;
    const float start = reading.words[c.words.front()].box.x0;
    float& first = starts[size_t(c.col)];
    if (first >= 0 && std::abs(first - start) > same_start_pt) return false;
    first = start;
  }
  return headings >= reading.cols;
}

}  // namespace

// Whether a row of the cell's text has a gap in it as wide as between columns: between two values, or a wider one beside
// a value. (Justified text in a narrow cell has wide gaps between its words.)
bool is_smeared(const Reading& reading, const ReadCell& cell) {
  for (const TextRow& row : text_rows(reading.words, cell.words))
    for (size_t i = 1; i < row.chunks.size(); ++i) {
      const float gap = row.chunks[i].box.x0 - row.chunks[i - 1].box.x1;
      const int values = is_value(text_of(reading.words, row.chunks[i].words)) + is_value(text_of(reading.words, row.chunks[i - 1].words));
      if ((values == 2 && gap > column_gap_em * row.size_pt) || (values == 1 && gap > label_gap_em * row.size_pt)) return true;
    }
  return false;
}

double smeared_share(const Reading& reading) {
  size_t filled = 0, smeared = 0;
  for (const ReadCell& cell : reading.cells) {
    if (cell.blank()) continue;
    ++filled;
    smeared += is_smeared(reading, cell);
  }
  return filled ? double(smeared) / double(filled) : 0;
}

namespace {

// Why the reading is no table, empty where nothing speaks against it.
std::string reason_against(const Reading& reading, const Features& f, double fill) {
  if (f.over_image) return "labels of a picture";
  if (f.chart) return "the scale of a chart";
  if (f.contents) return "a list of contents";
  if (f.listed) return "a list";
  if (2 * f.label_ends > f.body_rows) return "a form";
  if (f.full_rows < 2 || fill < least_fill) return "most of its places are blank";
  const bool framed = f.rules >= 2;
  const bool texts = framed && fill > least_fill_of_texts && (reading.cols >= 3 || f.rules >= f.body_rows);
  if (f.value_cols == 0 && !texts && !is_headed_list(reading, f)) return "texts side by side without rules";
  if (f.full_rows < 3 && !(framed && reading.header_rows > 0 && 2 * f.value_cols >= reading.cols)) return "too few rows";
  return {};
}

}  // namespace

void judge_aligned(const PageView& view, Reading& reading) {
  const Features f = features_of(view, reading);
  const double fill = f.places ? double(f.filled) / f.places : 0;
  reading.score = 0;
  const std::string against = reason_against(reading, f, fill);
  if (!against.empty()) {
    reading.evidence = f.value_cols > 0 ? against : "";
    return;
  }
  double score = 0.3 + 0.1 * std::min(f.value_cols, 3) + 0.03 * std::min(f.full_rows, 8) + 0.1 * std::min(f.rules, 3);
  score += 0.3 * (fill - 0.6);
  if (reading.header_rows > 0) score += 0.1;
  reading.score = std::clamp(score, 0.0, 0.95);
  reading.evidence += "; " + std::to_string(f.value_cols) + " columns of values over " + std::to_string(f.full_rows) + " rows, " +
                      std::to_string(f.rules) + " rules";
}

}  // namespace muster
