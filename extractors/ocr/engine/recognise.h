// Private to extractors/ocr/engine: Tesseract.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extractors/ocr/engine/picture.h"
#include "extractors/ocr/scan_reader.h"

namespace tesseract {
class TessBaseAPI;
}

namespace muster {

// What the recogniser may expect of a picture.
enum class Segmentation { page, block, line };

// Where a picture that is cut out of a page stood on it.
struct CutOut {
  double dpi = 300;
  int left_px = 0, top_px = 0;
};

class Recogniser {
 public:
  Recogniser();
  ~Recogniser();

  bool ready() const { return ready_; }

  // False when it took more than its share of processor time; `words` then has nothing of it.
  bool read(const Picture& grey, Segmentation segmentation, const CutOut& place, std::vector<ScannedWord>& words);

 private:
  std::unique_ptr<tesseract::TessBaseAPI> api_;
  bool ready_ = false;
};

}  // namespace muster
