#include "extractors/layout/places_as_shown.h"

#include <cmath>
#include <map>

namespace muster {
namespace {

// The clockwise turn that made the page upright.
int turn_of(const Page& page) {
  const int quarters = static_cast<int>(std::lround(-page.skew_deg / 90));
  return (quarters % 4 + 4) % 4 * 90;
}

class Shower {
 public:
  explicit Shower(const Document& document) {
    for (const Page& page : document.pages)
      if (turn_of(page) != 0) turned_[page.number] = &page;
  }

  bool has_work() const { return !turned_.empty(); }

  void show(Locator& place) const {
    const auto page = turned_.find(place.page);
    if (page == turned_.end()) return;
    place.box = box_as_shown(place.box, turn_of(*page->second), page->second->width, page->second->height);
  }

  void show(Table& table) const {
    show(table.place);
    for (Locator& part : table.parts) show(part);
    for (Cell& cell : table.cells) show(cell.place);
    for (RivalReading& rival : table.rivals)
      for (Cell& cell : rival.cells) show(cell.place);
  }

 private:
  std::map<int, const Page*> turned_;
};

}  // namespace

Box box_as_shown(const Box& box, int degrees, float upright_width, float upright_height) {
  switch (degrees) {
    case 90: return {box.y0, upright_width - box.x1, box.y1, upright_width - box.x0};
    case 180: return {upright_width - box.x1, upright_height - box.y1, upright_width - box.x0, upright_height - box.y0};
    case 270: return {upright_height - box.y1, box.x0, upright_height - box.y0, box.x1};
    default: return box;
  }
}

void show_places(const Document& document, Blocks& blocks) {
  const Shower shower(document);
  if (!shower.has_work()) return;
  for (Block& block : blocks.blocks) {
    shower.show(block.place);
    for (BlockLine& line : block.lines) shower.show(line.place);
  }
  for (Table& table : blocks.tables) shower.show(table);
}

}  // namespace muster
