// Places on pages that were turned upright before reading: back to where they stand on the page as shown. Private to layout/.
#pragma once

#include "schemas/blocks.h"
#include "schemas/document.h"

namespace muster {

// Quarter turns only (Page::skew_deg beyond 45 degrees); a slight skew moves a box by less than a line.
void show_places(const Document& document, Blocks& blocks);

// A box of a page that was turned clockwise by `degrees` (90, 180, 270), of that width and height when upright, on the page as shown.
Box box_as_shown(const Box& box, int degrees, float upright_width, float upright_height);

}  // namespace muster
