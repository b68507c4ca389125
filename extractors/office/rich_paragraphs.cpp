#include "extractors/office/rich_paragraphs.h"

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

// Longer paragraphs with an outline level are text that was given one by mistake.
constexpr size_t most_heading_bytes = 200;
constexpr int deepest_html_heading = 6;
// Edges of cells this near to one another (in twips, a twentieth of a point) are one: rows are dragged by hand.
constexpr int edge_tolerance_twips = 60;

void write_run(const RichRun& run, TagWriter& writer) {
  int opened = 0;
  const auto open = [&](bool on, const char* name, bool hidden = false) {
    if (!on) return;
    writer.open(name, {}, hidden);
    ++opened;
  };
  open(run.hidden, "span", true);
  open(run.bold, "b");
  open(run.italic, "i");
  open(run.superscript, "sup");
  bool first = true;
  for (const std::string_view line : split(std::string_view(run.text), '\n')) {
    if (!first) writer.empty("br");
    first = false;
    writer.text(std::string(line));
  }
  while (opened-- > 0) writer.close();
}

void write_paragraph(const RichParagraph& paragraph, TagWriter& writer) {
  std::string text;
  for (const RichRun& run : paragraph.runs) text += run.text;
  const bool heading = paragraph.outline_level >= 0 && paragraph.outline_level <= 8 && text.size() <= most_heading_bytes && !trimmed(text).empty();
  TagWriter::Attributes attributes;
  if (!paragraph.label.empty()) attributes = {{"office-label", paragraph.label}, {"office-level", std::to_string(std::clamp(paragraph.label_level, 1, 9))}};
  writer.open(heading ? "h" + std::to_string(std::min(paragraph.outline_level + 1, deepest_html_heading)) : "p", std::move(attributes));
  for (const RichRun& run : paragraph.runs) write_run(run, writer);
  writer.close();
}

// The edges of all columns of a table, from the left.
std::vector<int> edges_of(const std::vector<const RichRow*>& rows) {
  std::vector<int> all;
  for (const RichRow* row : rows)
    for (const RichCell& cell : row->cells) all.push_back(cell.right_edge);
  std::ranges::sort(all);
  std::vector<int> edges;
  for (const int edge : all)
    if (edges.empty() || edge - edges.back() > edge_tolerance_twips) edges.push_back(edge);
  return edges;
}

struct PlacedCell {
  const RichCell* cell;
  int col = 0, colspan = 1, rowspan = 1;
  bool covered = false;
};

class TableWriter {
 public:
  explicit TableWriter(std::vector<const RichRow*> rows) : rows_(std::move(rows)), edges_(edges_of(rows_)) {}

  void write(TagWriter& writer) {
    for (const RichRow* row : rows_) placed_.push_back(place(*row));
    merge_up();
    writer.open("table");
    for (size_t r = 0; r < rows_.size(); ++r) {
      writer.open("tr");
      for (const PlacedCell& placed : placed_[r]) write_cell(placed, rows_[r]->header, writer);
      writer.close();
    }
    writer.close();
  }

 private:
  int column_after(int edge) const {
    const auto found = std::ranges::find_if(edges_, [&](int e) { return e >= edge - edge_tolerance_twips; });
    return static_cast<int>(found - edges_.begin()) + 1;
  }

  std::vector<PlacedCell> place(const RichRow& row) const {
    std::vector<PlacedCell> out;
    int col = 0;
    const bool measured = std::ranges::all_of(row.cells, [](const RichCell& c) { return c.right_edge > 0; });
    for (const RichCell& cell : row.cells) {
      const int end = measured ? std::max(col + 1, column_after(cell.right_edge)) : col + 1;
      if (cell.merged_left && !out.empty()) out.back().colspan += end - col;
      else out.push_back({.cell = &cell, .col = col, .colspan = end - col});
      col = end;
    }
    return out;
  }

  // A cell that goes on from above lengthens the one that begins in its column.
  void merge_up() {
    for (size_t r = 1; r < placed_.size(); ++r)
      for (PlacedCell& placed : placed_[r]) {
        if (!placed.cell->merged_up) continue;
        for (size_t above = r; above-- > 0 && !placed.covered;) {
          const auto found = std::ranges::find(placed_[above], placed.col, &PlacedCell::col);
          if (found == placed_[above].end()) break;
          if (found->covered) continue;
          found->rowspan = static_cast<int>(r - above) + 1;
          placed.covered = true;
        }
      }
  }

  static void write_cell(const PlacedCell& placed, bool header, TagWriter& writer) {
    if (placed.covered) return;
    TagWriter::Attributes spans;
    if (placed.colspan > 1) spans.emplace_back("colspan", std::to_string(placed.colspan));
    if (placed.rowspan > 1) spans.emplace_back("rowspan", std::to_string(placed.rowspan));
    writer.open(header ? "th" : "td", std::move(spans));
    for (const RichParagraph& paragraph : placed.cell->paragraphs) write_paragraph(paragraph, writer);
    writer.close();
  }

  std::vector<const RichRow*> rows_;
  std::vector<int> edges_;
  std::vector<std::vector<PlacedCell>> placed_;
};

}  // namespace

void write_rich_pieces(const std::vector<RichPiece>& pieces, TagWriter& writer) {
  for (size_t i = 0; i < pieces.size();) {
    if (!pieces[i].is_row) {
      write_paragraph(pieces[i++].paragraph, writer);
      continue;
    }
    std::vector<const RichRow*> rows;
    for (; i < pieces.size() && pieces[i].is_row; ++i) rows.push_back(&pieces[i].row);
    TableWriter(std::move(rows)).write(writer);
  }
}

}  // namespace muster
