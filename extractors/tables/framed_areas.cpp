#include "extractors/tables/framed_areas.h"

#include <algorithm>
#include <optional>

#include "extractors/tables/areas.h"
#include "extractors/tables/prose.h"
#include "extractors/tables/values.h"

namespace muster {
namespace {

// Rules under neighbouring columns with a smaller gap are one rule of the table.
constexpr float widest_gap_pt = 14;
// Rules of one table begin and end this near to one another.
constexpr float same_end_pt = 4;
constexpr float narrowest_frame_pt = 100;
// Top, header and end.
constexpr size_t least_rules = 3;
// Text over this share of the frame's width in one chunk is running text or a title between two tables.
constexpr float running_text_share = 0.75f;
// Rules further apart without a word between them bound two tables.
constexpr float widest_blank_strip_pt = 14;
// A title starts this near to the frame's side or stands so near to its middle.
constexpr float title_reach_em = 1.5f;
// A second table's title and headings take at most so many strips.
constexpr size_t deepest_restart_strips = 4;
constexpr size_t least_bars = 3;
// A heading after a table stands at least so far below it.
constexpr float heading_gap_em = 2;
// Headings above the first rule: how far up they are looked for, and how far their lines stand apart.
constexpr float deepest_headings_em = 7;
constexpr float heading_leading_em = 1.9f;
// A line of so many words in one chunk is running text.
constexpr size_t longest_label_words = 14;
// Words of a first column that the rules leave out end this near to them.
constexpr float stub_reach_pt = 120;
constexpr float same_row_em = 0.5f;
// A page with more rules is a drawing.
constexpr size_t most_rules = 400;

struct Rule {
  float at = 0, begin = 0, end = 0;
};

// Horizontal edges, those under neighbouring columns joined.
std::vector<Rule> whole_rules(const std::vector<Edge>& edges) {
  std::vector<Rule> rules;
  for (const Edge& e : edges) {
    if (!e.horizontal) continue;
    if (!rules.empty() && rules.back().at == e.at && e.begin - rules.back().end < widest_gap_pt) rules.back().end = e.end;
    else rules.push_back({e.at, e.begin, e.end});
  }
  std::erase_if(rules, [](const Rule& r) { return r.end - r.begin < narrowest_frame_pt; });
  if (rules.size() > most_rules) rules.clear();
  return rules;
}

// Sets of rules with the same ends, each from top to bottom.
std::vector<std::vector<Rule>> rules_of_one_extent(const std::vector<Rule>& rules) {
  std::vector<std::vector<Rule>> sets;
  for (const Rule& rule : rules) {
    const auto same = std::find_if(sets.begin(), sets.end(), [&](const std::vector<Rule>& set) {
      return std::abs(set.back().begin - rule.begin) < same_end_pt && std::abs(set.back().end - rule.end) < same_end_pt;
    });
    if (same == sets.end()) sets.push_back({rule});
    else same->push_back(rule);
  }
  return sets;
}

// The rows of text between two rules.
struct Strip {
  Rule top, bottom;
  std::vector<TextRow> rows;
};

std::vector<Strip> strips_between(const PageView& view, const std::vector<bool>& free, const std::vector<Rule>& rules) {
  std::vector<Strip> strips;
  for (size_t i = 1; i < rules.size(); ++i) {
    Strip strip{rules[i - 1], rules[i], {}};
    std::vector<size_t> chosen;
    for (size_t w = 0; w < view.words.size(); ++w) {
      const Box& box = view.words[w].box;
      if (free[w] && box.center_y() > rules[i - 1].at && box.center_y() < rules[i].at && box.center_x() > rules[i].begin - 1 && box.center_x() < rules[i].end + 1)
        chosen.push_back(w);
    }
    strip.rows = text_rows(view.words, chosen);
    strips.push_back(std::move(strip));
  }
  return strips;
}

// "3.2  Vacancy rate": a heading's number stands a little apart from its words.
bool is_numbered_heading(const PageView& view, const TextRow& row) {
  if (row.chunks.size() != 2) return false;
  const std::string number = text_of(view.words, row.chunks[0].words), words = text_of(view.words, row.chunks[1].words);
  const bool is_number = number.find_first_not_of("0123456789.") == std::string::npos && number.find('.') != std::string::npos;
  return is_number && row.chunks[1].box.x0 - row.chunks[0].box.x1 < heading_gap_em * row.size_pt && !is_value(words) && !is_year(words);
}

bool is_running_text(const Strip& strip, const TextRow& row) {
  return row.chunks.size() == 1 && (row.box.width() > running_text_share * (strip.top.end - strip.top.begin) || row.words().size() > longest_label_words);
}

// Whether a strip stands between two tables: nothing, a caption, or lines of running text.
bool parts_tables(const PageView& view, const DocumentWords& document_words, const Strip& strip) {
  if (strip.rows.empty()) return strip.bottom.at - strip.top.at > widest_blank_strip_pt;
  size_t running = 0;
  for (const TextRow& row : strip.rows) {
    if (is_caption(document_words, view.words, row)) return true;
    running += is_running_text(strip, row);
  }
  return 2 * running >= strip.rows.size();
}

// A table without a rule at its end goes on to the first line of running text. Whether that stands in the strip.
bool ends_table(Strip& strip) {
  const auto running = std::find_if(strip.rows.begin(), strip.rows.end(), [&](const TextRow& row) { return is_running_text(strip, row); });
  const bool ends = running != strip.rows.end();
  strip.rows.erase(running, strip.rows.end());
  const auto is_heading = [&] {  // of the text that follows
    const size_t n = strip.rows.size();
    return n > 1 && strip.rows.back().chunks.size() == 1 && strip.rows.back().baseline - strip.rows[n - 2].baseline > heading_gap_em * strip.rows.back().size_pt;
  };
  while (ends && is_heading()) strip.rows.pop_back();
  return ends;
}

// Whether at least half of what stands right of the stub are values.
bool has_values(const PageView& view, const Strip& strip) {
  size_t values = 0, texts = 0;
  for (const TextRow& row : strip.rows)
    for (size_t c = 1; c < row.chunks.size(); ++c) {
      const std::string text = text_of(view.words, row.chunks[c].words);
      (is_value(text) && !is_year(text) ? values : texts) += 1;
    }
  return values > 0 && values >= texts;
}

size_t most_chunks(const Strip& strip) {
  size_t most = 0;
  for (const TextRow& row : strip.rows) most = std::max(most, row.chunks.size());
  return most;
}

// How many lines stand in the header: those of the first strip, and of a second one with more headings; -1 where the
// first strip has values.
int header_lines_of(const PageView& view, const std::vector<Strip>& strips) {
  if (has_values(view, strips[0]) || most_chunks(strips[0]) < 1) return -1;
  size_t lines = strips[0].rows.size();
  const bool second = strips.size() > 2 && !has_values(view, strips[1]) && has_values(view, strips[2]) && most_chunks(strips[1]) > most_chunks(strips[0]);
  if (second) lines += strips[1].rows.size();
  return int(lines);
}

// Whether headings of several columns and then values follow from strip i on: a second table under the first.
bool restarts(const PageView& view, const std::vector<Strip>& strips, size_t i) {
  bool headings = false;
  for (size_t k = i; k < strips.size() && k < i + deepest_restart_strips; ++k) {
    if (has_values(view, strips[k])) return headings;
    headings = headings || most_chunks(strips[k]) > 1;
  }
  return false;
}

bool is_one_text(const PageView& view, const Strip& strip) {
  const bool numbered = strip.rows.size() == 1 && is_numbered_heading(view, strip.rows[0]);
  return (most_chunks(strip) == 1 || numbered) && !has_values(view, strip);
}

// A text on the left or in the middle of the whole frame is the table's title; one over its columns is a heading.
bool is_title(const PageView& view, const Strip& strip) {
  if (!is_one_text(view, strip)) return false;
  const TextRow& row = strip.rows.front();
  const float middle = (strip.top.begin + strip.top.end) / 2;
  return row.box.x0 < strip.top.begin + title_reach_em * row.size_pt || std::abs(row.box.center_x() - middle) < title_reach_em * row.size_pt;
}

// A line on the left over a header in the same strip: it reaches over the stub, or stands further off than lines of a heading do.
bool has_title_over_header(const Strip& strip) {
  if (strip.rows.size() < 2 || strip.rows[1].chunks.size() < 2) return false;
  const TextRow &row = strip.rows[0], &next = strip.rows[1];
  if (row.chunks.size() > 1 || row.box.x0 > strip.top.begin + title_reach_em * row.size_pt) return false;
  return row.box.x1 > next.chunks[1].box.x0 || next.baseline - row.baseline > heading_leading_em * row.size_pt;
}

// Bars of a chart stand across its scale's lines.
bool has_bars(const PageView& view, const std::vector<Strip>& strips) {
  const float width = strips.front().top.end - strips.front().top.begin;
  return std::any_of(strips.begin() + 1, strips.end(), [&](const Strip& strip) {
    return size_t(std::count_if(view.shadings.begin(), view.shadings.end(), [&](const Shading& s) {
             return s.box.y0 < strip.top.at - 1 && s.box.y1 > strip.top.at + 1 && s.box.width() < width / 2 && s.box.x0 > strip.top.begin && s.box.x1 < strip.top.end;
           })) >= least_bars;
  });
}

// Words that can be labels of a table: free ones that are no running text.
std::vector<bool> labels(const PageView& view, const std::vector<bool>& free) {
  std::vector<size_t> chosen;
  for (size_t i = 0; i < view.words.size(); ++i)
    if (free[i]) chosen.push_back(i);
  const std::vector<bool> prose = prose_words(view.words, text_rows(view.words, chosen));
  std::vector<bool> out = free;
  for (size_t i = 0; i < out.size(); ++i) out[i] = out[i] && !prose[i];
  return out;
}

// Whether the rules begin right of the table's first column: most rows have a word before them.
bool leaves_out_stub(const PageView& view, const std::vector<bool>& labels, const std::vector<Strip>& strips) {
  size_t rows = 0, before = 0;
  for (const Strip& strip : strips)
    for (const TextRow& row : strip.rows) {
      ++rows;
      for (size_t w = 0; w < view.words.size(); ++w) {
        const TableWord& word = view.words[w];
        if (!labels[w] || std::abs(word.baseline - row.baseline) > same_row_em * row.size_pt) continue;
        if (word.box.center_x() > strip.top.begin || word.box.x1 < strip.top.begin - stub_reach_pt) continue;
        ++before;
        break;
      }
    }
  return 2 * before > rows;
}

// Headings right above the first rule, where the header has a band of colour or nothing over it: rows of several texts, and
// single short ones close above these.
std::vector<TextRow> headings_above(const PageView& view, const DocumentWords& document_words, const std::vector<bool>& labels, const Rule& top) {
  std::vector<size_t> chosen;
  for (size_t w = 0; w < view.words.size(); ++w) {
    const TableWord& word = view.words[w];
    if (labels[w] && word.baseline < top.at && word.baseline > top.at - deepest_headings_em * word.size_pt && word.box.center_x() > top.begin &&
        word.box.center_x() < top.end)
      chosen.push_back(w);
  }
  std::vector<TextRow> headings;
  const std::vector<TextRow> rows = text_rows(view.words, chosen);
  float below = top.at;
  for (size_t i = rows.size(); i-- > 0;) {
    const bool several = rows[i].chunks.size() > 1, near = below - rows[i].baseline < heading_leading_em * rows[i].size_pt;
    const bool part = !headings.empty() && rows[i].box.width() < (top.end - top.begin) / 2;
    if (!near || (!several && !part) || has_values(view, {top, top, {rows[i]}}) || is_caption(document_words, view.words, rows[i]) || is_numbered_heading(view, rows[i])) break;
    headings.insert(headings.begin(), rows[i]);
    below = rows[i].baseline;
  }
  while (!headings.empty() && headings.front().chunks.size() == 1 && headings.front().box.x0 < top.begin + headings.front().size_pt) headings.erase(headings.begin());
  return headings;
}

// The first row of a table that goes on from the page before and has rules under its rows alone: as many figures above the
// first rule as under it.
std::optional<TextRow> first_row_above(const PageView& view, const std::vector<bool>& free, const Strip& strip) {
  if (strip.rows.empty() || !has_values(view, strip)) return std::nullopt;
  std::vector<size_t> chosen;
  for (size_t w = 0; w < view.words.size(); ++w) {
    const TableWord& word = view.words[w];
    const bool above = word.baseline < strip.top.at && word.baseline > strip.top.at - heading_leading_em * word.size_pt;
    if (free[w] && above && word.box.center_x() > strip.top.begin - 1 && word.box.center_x() < strip.top.end + 1) chosen.push_back(w);
  }
  const std::vector<TextRow> rows = text_rows(view.words, chosen);
  if (rows.empty() || rows.back().chunks.size() < 3) return std::nullopt;
  const auto values_in = [&](const TextRow& row) {  // "Team 1" is a label
    return std::count_if(row.chunks.begin() + 1, row.chunks.end(), [&](const Chunk& chunk) { return is_value(text_of(view.words, chunk.words)); });
  };
  return values_in(rows.back()) >= values_in(strip.rows.front()) ? std::optional(rows.back()) : std::nullopt;
}

struct Framed {
  Area area;
  float rules_per_row = 0;
};

// The table of neighbouring strips, without its title and notes; none where too few rules are left.
std::optional<Framed> area_of(const PageView& view, const DocumentWords& document_words, const std::vector<bool>& labels, const std::vector<bool>& free, std::vector<Strip> strips) {
  std::erase_if(strips, [](const Strip& s) { return s.rows.empty(); });
  std::vector<TextRow> headings;
  if (!strips.empty() && (has_values(view, strips.front()) || is_one_text(view, strips.front())))
    headings = headings_above(view, document_words, labels, strips.front().top);
  while (headings.empty() && !strips.empty() && is_title(view, strips.front())) strips.erase(strips.begin());
  if (!strips.empty() && has_title_over_header(strips.front())) strips.front().rows.erase(strips.front().rows.begin());
  while (!strips.empty() && is_one_text(view, strips.back())) strips.pop_back();
  if (strips.size() + 1 < least_rules || has_bars(view, strips) || leaves_out_stub(view, labels, strips)) return std::nullopt;
  Area area{{}, {}, view.edges, header_lines_of(view, strips), view.shadings};
  if (!headings.empty()) area.header_lines = int(headings.size());
  const std::optional<TextRow> first = headings.empty() ? first_row_above(view, free, strips.front()) : std::nullopt;
  if (first) headings = headings_above(view, document_words, labels, {first->box.y0, strips.front().top.begin, strips.front().top.end});
  if (first) area.header_lines = int(headings.size());
  area.rows = std::move(headings);
  if (first) area.rows.push_back(*first);
  for (const Strip& strip : strips) area.rows.insert(area.rows.end(), strip.rows.begin(), strip.rows.end());
  const float rules_per_row = float(strips.size() + 1) / float(area.rows.size());
  return Framed{std::move(area), rules_per_row};
}

}  // namespace

std::vector<Area> find_framed_areas(const PageView& view, const std::vector<bool>& free, const DocumentWords& document_words) {
  const std::vector<bool> besides = labels(view, free);
  std::vector<Framed> areas;
  for (const auto& rules : rules_of_one_extent(whole_rules(view.edges))) {
    const std::vector<Strip> strips = strips_between(view, free, rules);
    std::vector<Strip> table;
    bool values = false;
    const auto close = [&] {
      if (auto area = area_of(view, document_words, besides, free, std::move(table))) areas.push_back(std::move(*area));
      table.clear();
      values = false;
    };
    for (size_t i = 0; i < strips.size(); ++i) {
      const bool here = has_values(view, strips[i]), parts = parts_tables(view, document_words, strips[i]);
      if (parts || (values && !here && restarts(view, strips, i))) close();
      if (parts) continue;
      values = values || here;
      table.push_back(strips[i]);
      if (ends_table(table.back())) close();
    }
    close();
  }
  std::stable_sort(areas.begin(), areas.end(), [](const Framed& a, const Framed& b) { return a.rules_per_row > b.rules_per_row; });
  std::vector<Area> out;
  for (Framed& framed : areas) out.push_back(std::move(framed.area));
  return out;
}

}  // namespace muster
