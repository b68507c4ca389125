// The picture of a page -> its words and lines, by optical character recognition. extractors/ocr/engine/ is the only place
// that knows Tesseract and Leptonica; a program built without them has a reader that is never ready.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "schemas/document.h"

namespace muster {

// A word as recognised. Boxes are in points of the straightened page (ScanReading::skew_deg).
struct ScannedWord {
  std::string text;           // clean UTF-8, never empty
  Box box;
  std::vector<Box> letters;   // one for each code point of `text`, touching one another
  float baseline = 0;         // common to the words of its line
  float size_pt = 0;          // of the font, estimated from the letters' heights
  float certainty = 0;        // 0 to 1, the recogniser's own
  bool line_end = false;      // the last word of its line
};

struct ScanReading {
  float skew_deg = 0;  // clockwise turn about the picture's centre that was undone before reading: a slight one, and a quarter
                       // turn or more where the page lay on its side or upside down (then width and height change places)
  std::vector<ScannedWord> words;   // line after line; cells of ruled tables after the rest of the page
  std::vector<Ruling> rulings;
  bool broken_off = false;          // the page was too costly; words may be missing
};

inline constexpr double reading_dpi = 300;  // what the recogniser was trained for

// A picture of a page, at reading_dpi.
struct PagePicture {
  std::string bytes;
  float width_pt = 0, height_pt = 0;
};

struct PagePictures {
  std::vector<PagePicture> pages;
  int count = 0;        // more than `pages` has where there were more than asked for
  std::string failure;  // why there are none, for a person
};

// The pictures of a file, at most `most` of them (a TIFF may hold several).
PagePictures page_pictures(std::string_view bytes, size_t most);

class ScanReader {
 public:
  ScanReader();
  ~ScanReader();
  ScanReader(const ScanReader&) = delete;
  ScanReader& operator=(const ScanReader&) = delete;

  // Why nothing can be read here and what to install, for a person; empty when the reader is ready.
  const std::string& missing() const { return missing_; }

  // A picture in PNG, JPEG or TIFF form (its first page), `dpi` pixels to the inch. An undecodable picture gives an empty reading.
  ScanReading read(std::string_view picture, double dpi);

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
  std::string missing_;
};

// The recogniser's name and version; empty in a program built without it.
std::string recogniser_version();

}  // namespace muster
