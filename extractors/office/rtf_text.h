// RTF tokens -> the paragraphs and rows of a document, its margins and its notes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/office/rich_paragraphs.h"

namespace muster {

struct RtfText {
  std::vector<RichPiece> headers, body, footers;
  std::vector<std::vector<RichPiece>> notes;  // in the order of their marks, which are numbers from 1
  std::string title, author;
  bool too_deep = false;  // groups nested deeper than any program writes; the rest is left out
};

RtfText rtf_text(std::string_view rtf);

}  // namespace muster
