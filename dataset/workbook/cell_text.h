// Text as a cell of an .xlsx file can hold it.
#pragma once

#include <string>
#include <string_view>

namespace muster {

struct CellText {
  std::string text;
  bool cut = false;  // longer than a cell takes; the text's last words say so
};

// Characters that XML 1.0 has no place for are written as _xHHHH_ (ECMA-376 part 1, 22.9.2.19), which spreadsheets show as the character;
// text that happens to look like that is kept from being read so.
CellText cell_text(std::string_view text);

}  // namespace muster
