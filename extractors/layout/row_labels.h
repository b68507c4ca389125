// Numbers, letters and bullets before the text of a row, told with the help of geometry.
#pragma once

#include <string>
#include <vector>

#include "extractors/layout/page_rows.h"

namespace muster {

struct RowLabel {
  std::string label;      // "1.", "a)", "(iii)", "•", "5.1"; empty when the row has none
  size_t words = 0;       // of the row that it takes
  float text_x0 = 0;      // where the text after it begins; the row's own start when there is none
};

// One for each row. A dotted number ("5.1") can be a figure: it is a label when the numbers count on from row to row, or when
// a wide gap or a hanging indent sets it off. A label printed without a blank after it ("1a.What") is cut off its word.
std::vector<RowLabel> find_row_labels(std::vector<PageRow>& rows);

}  // namespace muster
