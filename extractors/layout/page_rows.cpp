#include "extractors/layout/page_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "extractors/layout/block_tags.h"
#include "extractors/layout/furniture.h"
#include "extractors/layout/reading_frame.h"
#include "extractors/layout/reading_order.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr float smallest_image_pt = 24;       // smaller ones are bullets, rules and icons
constexpr float background_image_share = 0.8f;  // of the page: a scan or a letterhead under the text, not a picture in it
constexpr float same_place_pt = 3;            // a logo on several pages
constexpr size_t longest_label = 8;           // letters: "(xviii)" before a wide gap is a label, not a cell
constexpr float hyphenation_share = 0.04f;    // of full lines that end with a hyphen
constexpr std::array<int, 4> rotations = {0, 90, 180, 270};

struct LaidPage {
  const Page* page = nullptr;
  PageWords words;
  std::vector<size_t> lines;           // in words.lines: those outside tables and not slanting
  std::vector<std::pair<int, Box>> tables;  // index and box of first parts on this page
  std::vector<Box> images;
};

Box origin_frame(const Page& page, int rotation) { return to_reading_frame({0, 0, page.width, page.height}, rotation); }

Box in_frame(const Page& page, const Box& shown, int rotation) {
  const Box frame = to_reading_frame(shown, rotation), origin = origin_frame(page, rotation);
  return {frame.x0 - origin.x0, frame.y0 - origin.y0, frame.x1 - origin.x0, frame.y1 - origin.y0};
}

float baseline_of(const Page& page, const WordLine& line) {
  return baseline_in_frame(line.baseline, line.rotation) - origin_frame(page, line.rotation).y0;
}

bool within_table(const Box& box, const std::vector<Box>& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](const Box& part) { return part.contains(box.center_x(), box.center_y()); });
}

// Lines lose the words that stand in a table; a line may run on outside of it.
void drop_table_words(PageWords& words, const std::vector<Box>& parts) {
  if (parts.empty()) return;
  for (WordLine& line : words.lines) {
    std::erase_if(line.words, [&](uint32_t w) { return within_table(words.words[w].box, parts); });
    line.box = {};
    for (uint32_t w : line.words) line.box = united(line.box, words.words[w].box);
  }
}

void report(Diagnostics& diagnostics, const char* code, const Page& page, const Box& box, std::string raw, const char* message) {
  diagnostics.add({.stage = "lay_out", .code = code, .severity = Severity::info, .place = {.page = page.number, .box = box}, .raw = std::move(raw), .message = message});
}

void report_hidden(const Page& page, const std::vector<TextStyle>& styles, Diagnostics& diagnostics) {
  std::string raw;
  Box box;
  for (const GlyphRun& run : page.runs) {
    if (!is_hidden(page, run, styles)) continue;
    const std::string text = single_spaced(run_text(page, run));
    if (text.empty()) continue;
    raw += (raw.empty() ? "" : " ") + text;
    box = united(box, run.box);
  }
  if (!raw.empty()) report(diagnostics, "hidden_text", page, box, std::move(raw), "text that a reader cannot see was left out");
}

// Pictures at one place on several pages (logos, rules) are furniture and drop out of the flow.
bool is_repeated(const ImageBox& image, const Page& page, const Document& document) {
  const auto near = [](float a, float b) { return std::abs(a - b) <= same_place_pt; };
  return std::any_of(document.pages.begin(), document.pages.end(), [&](const Page& other) {
    return other.number != page.number && std::abs(other.number - page.number) <= 2 &&
           std::any_of(other.images.begin(), other.images.end(), [&](const ImageBox& i) {
             return near(i.box.x0, image.box.x0) && near(i.box.y0, image.box.y0) && near(i.box.x1, image.box.x1) && near(i.box.y1, image.box.y1);
           });
  });
}

// Pictures that a reader would call so.
std::vector<Box> pictures_of(const Page& page, const Document& document) {
  constexpr size_t most = 100;  // a chart of thousands of tiles is not looked at piece by piece
  std::vector<Box> out;
  if (page.images.size() > most) return out;
  for (const ImageBox& image : page.images) {
    const bool small = image.box.width() < smallest_image_pt || image.box.height() < smallest_image_pt;
    const bool background = image.box.width() * image.box.height() > background_image_share * page.width * page.height;
    if (!small && !background && !is_repeated(image, page, document)) out.push_back(image.box);
  }
  return out;
}

LaidPage lay_page(const Page& page, const Document& document, const std::vector<Table>& tables, Diagnostics& diagnostics) {
  LaidPage laid{&page, find_words(page, document.styles)};
  std::vector<Box> parts;
  for (size_t t = 0; t < tables.size(); ++t) {
    if (tables[t].place.page == page.number) laid.tables.emplace_back(static_cast<int>(t), tables[t].place.box);
    for (const Locator& part : tables[t].parts)
      if (part.page == page.number) parts.push_back(part.box);
    if (tables[t].parts.empty() && tables[t].place.page == page.number) parts.push_back(tables[t].place.box);
  }
  drop_table_words(laid.words, parts);
  laid.images = pictures_of(page, document);
  for (size_t i = 0; i < laid.words.lines.size(); ++i) {
    const WordLine& line = laid.words.lines[i];
    if (line.words.empty()) continue;
    if (!laid.words.words[line.words[0]].skewed) laid.lines.push_back(i);
    else report(diagnostics, "slanting_text", page, line.box, line_text(laid.words.words, line), "text set at an angle was left out; mostly it is a watermark");
  }
  report_hidden(page, document.styles, diagnostics);
  return laid;
}

// Regions of all lines, page by page, in the order of LaidPage::lines.
std::vector<PageEdges> furniture_of(const std::vector<LaidPage>& pages, const DocumentWords& words) {
  std::vector<PageEdges> out;
  for (const LaidPage& laid : pages) {
    PageEdges& edges = out.emplace_back();
    edges.number = laid.page->number;
    edges.height = laid.page->height;
    for (size_t i : laid.lines) {
      const WordLine& line = laid.words.lines[i];
      edges.lines.push_back({line_text(laid.words.words, line), line.box, laid.words.words[line.words[0]].artifact});
    }
  }
  find_furniture(out, words);
  return out;
}

class RowMaker {
 public:
  RowMaker(const LaidPage& laid, const PageEdges& edges, const std::vector<int>& block_of_tag, DocumentRows& out)
      : laid_(laid), edges_(edges), block_of_tag_(block_of_tag), out_(out),
        trusted_(tags_can_be_trusted(*laid.page, block_of_tag)) {}

  void make(int& next_column) {
    put_furniture(next_column++, [](Region r, const Box& box, float height) { return r == Region::running_header || (r == Region::page_number && box.center_y() < height / 2); });
    for (int rotation : rotations) put_main(rotation, next_column);
    put_furniture(next_column++, [](Region r, const Box& box, float height) { return r == Region::running_footer || (r == Region::page_number && box.center_y() >= height / 2); });
  }

 private:
  const WordLine& line(size_t i) const { return laid_.words.lines[laid_.lines[i]]; }

  template <class Wanted>
  void put_furniture(int column, Wanted wanted) {
    for (size_t i = 0; i < laid_.lines.size(); ++i)
      if (wanted(edges_.lines[i].region, edges_.lines[i].box, edges_.height)) out_.rows.push_back(text_row({i}, column, edges_.lines[i].region));
  }

  void put_main(int rotation, int& next_column);
  void add_solids(int rotation, std::vector<FlowItem>& items, std::vector<PageRow>& rows) const;
  PageRow text_row(const std::vector<size_t>& lines, int column, Region region) const;

  const LaidPage& laid_;
  const PageEdges& edges_;
  const std::vector<int>& block_of_tag_;
  DocumentRows& out_;
  bool trusted_;
};

// Tables and pictures stand in the flow of the page's main direction.
void RowMaker::add_solids(int rotation, std::vector<FlowItem>& items, std::vector<PageRow>& rows) const {
  const Page& page = *laid_.page;
  if (rotation != main_rotation(page)) return;
  const auto add = [&](const Box& box, int table) {
    const Box frame = in_frame(page, box, rotation);
    items.push_back({.box = frame, .baseline = frame.y1, .solid = true});
    rows.push_back({.page = page.number, .box = frame, .shown = box, .table = table, .image = table < 0});
  };
  for (const auto& [table, box] : laid_.tables) add(box, table);
  for (const Box& image : laid_.images) add(image, -1);
}

void RowMaker::put_main(int rotation, int& next_column) {
  std::vector<FlowItem> items;
  std::vector<PageRow> solids;
  add_solids(rotation, items, solids);
  std::vector<size_t> line_of_item(items.size());
  for (size_t i = 0; i < laid_.lines.size(); ++i) {
    if (line(i).rotation != rotation || edges_.lines[i].region != Region::main) continue;
    const int letters = static_cast<int>(code_points(edges_.lines[i].text));
    items.push_back({in_frame(*laid_.page, line(i).box, rotation), baseline_of(*laid_.page, line(i)), line(i).size_pt, letters, false});
    line_of_item.push_back(i);
  }
  int columns = 0;
  for (const FlowRow& flow : reading_order(items)) {
    columns = std::max(columns, flow.column + 1);
    const auto first = static_cast<size_t>(flow.items[0]);
    if (first < solids.size()) {
      out_.rows.push_back(solids[first]);
      out_.rows.back().column = next_column + flow.column;
      continue;
    }
    std::vector<size_t> lines;
    for (int item : flow.items) lines.push_back(line_of_item[static_cast<size_t>(item)]);
    out_.rows.push_back(text_row(lines, next_column + flow.column, Region::main));
  }
  next_column += columns;
}

PageRow RowMaker::text_row(const std::vector<size_t>& lines, int column, Region region) const {
  const Page& page = *laid_.page;
  PageRow row{.page = page.number, .column = column, .region = region, .bold = true, .italic = true};
  row.tabular = lines.size() > 2 || (lines.size() == 2 && code_points(edges_.lines[lines[0]].text) > longest_label);
  size_t most_letters = 0;
  std::map<int, size_t> letters_of_tag;
  for (size_t i : lines) {
    for (uint32_t w : line(i).words) {
      const Word& word = laid_.words.words[w];
      const Box frame = in_frame(page, word.box, word.rotation);
      WordLine alone{.words = {w}};
      row.words.push_back({line_text(laid_.words.words, alone), frame.x0, frame.x1, word.glued && w != line(i).words[0]});
      row.bold &= word.bold || word.raised != 0;
      row.italic &= word.italic || word.raised != 0;
      if (trusted_ && word.tag >= 0) letters_of_tag[block_of_tag_[static_cast<size_t>(word.tag)]] += word.glyphs.size();
      row.box = united(row.box, frame);
      row.shown = united(row.shown, word.box);
    }
    if (edges_.lines[i].text.size() <= most_letters) continue;
    most_letters = edges_.lines[i].text.size();
    row.baseline = baseline_of(page, line(i));
    row.size_pt = line(i).size_pt;
  }
  const auto most = std::max_element(letters_of_tag.begin(), letters_of_tag.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != letters_of_tag.end()) row.tag = most->first;
  return row;
}

RowHabits habits_of(const std::vector<PageRow>& rows) {
  RowHabits habits;
  std::map<int, size_t> letters_by_half_point;
  std::vector<float> rights;
  for (const PageRow& row : rows) {
    if (!row.is_text() || row.region != Region::main) continue;
    size_t letters = 0;
    for (const RowWord& word : row.words) letters += word.text.size();
    letters_by_half_point[static_cast<int>(std::lround(row.size_pt * 2))] += letters;
    rights.push_back(row.box.x1);
  }
  size_t most = 0;
  for (const auto& [half_points, letters] : letters_by_half_point)
    if (letters > most) most = letters, habits.body_size_pt = static_cast<float>(half_points) / 2;
  if (!rights.empty()) {
    const auto nearly_last = rights.begin() + static_cast<std::ptrdiff_t>(rights.size() * 19 / 20);
    std::nth_element(rights.begin(), nearly_last, rights.end());
    habits.right_edge = *nearly_last;
  }
  const auto ends_hyphenated = [](const PageRow& row) {
    return !row.words.empty() && row.words.back().text.size() > 2 && row.words.back().text.ends_with('-') && is_letter(row.words.back().text[row.words.back().text.size() - 2]);
  };
  const auto hyphens = static_cast<float>(std::count_if(rows.begin(), rows.end(), ends_hyphenated));
  habits.hyphenated = hyphens > 2 && hyphens > hyphenation_share * static_cast<float>(rows.size());
  return habits;
}

}  // namespace

std::string row_text(const PageRow& row, size_t first_word) {
  std::string out;
  for (size_t i = first_word; i < row.words.size(); ++i) {
    if (!out.empty() && !row.words[i].glued) out += ' ';
    out += row.words[i].text;
  }
  return out;
}

DocumentRows find_rows(const Document& document, const std::vector<Table>& tables, const DocumentWords& words, Diagnostics& diagnostics) {
  std::vector<LaidPage> pages;
  for (const Page& page : document.pages) pages.push_back(lay_page(page, document, tables, diagnostics));
  const std::vector<PageEdges> edges = furniture_of(pages, words);
  const std::vector<int> block_of_tag = block_tags(document);
  DocumentRows out;
  int next_column = 0;
  for (size_t i = 0; i < pages.size(); ++i) RowMaker(pages[i], edges[i], block_of_tag, out).make(next_column);
  out.habits = habits_of(out.rows);
  return out;
}

}  // namespace muster
