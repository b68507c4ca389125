#include "extractors/ocr/engine/recognise.h"

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

#include <algorithm>
#include <ctime>

#include "extractors/ocr/letter_size.h"
#include "extractors/read/clean_text.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr double points_per_inch = 72;
constexpr double most_processor_s = 20;  // for one picture; pages of text take one to five seconds

tesseract::PageSegMode mode_of(Segmentation segmentation) {
  switch (segmentation) {
    case Segmentation::line: return tesseract::PSM_SINGLE_LINE;
    case Segmentation::block: return tesseract::PSM_SINGLE_BLOCK;
    default: return tesseract::PSM_AUTO;
  }
}

bool over_time(void* start, int) {
  return static_cast<double>(std::clock() - *static_cast<std::clock_t*>(start)) / CLOCKS_PER_SEC > most_processor_s;
}

class WordCollector {
 public:
  WordCollector(tesseract::ResultIterator& at, const CutOut& place) : at_(at), place_(place) {}

  void collect(std::vector<ScannedWord>& words) {
    do {
      ScannedWord word;
      if (!read_word(word)) continue;
      word.line_end = at_.IsAtFinalElement(tesseract::RIL_TEXTLINE, tesseract::RIL_WORD);
      words.push_back(std::move(word));
    } while (at_.Next(tesseract::RIL_WORD));
  }

 private:
  float x_pt(int pixels) const { return static_cast<float>((pixels + place_.left_px) * points_per_inch / place_.dpi); }
  float y_pt(int pixels) const { return static_cast<float>((pixels + place_.top_px) * points_per_inch / place_.dpi); }

  Box box_at(tesseract::PageIteratorLevel level) const {
    int left = 0, top = 0, right = 0, bottom = 0;
    if (!at_.BoundingBox(level, &left, &top, &right, &bottom)) return {};
    return {x_pt(left), y_pt(top), x_pt(right), y_pt(bottom)};
  }

  bool read_word(ScannedWord& word) const {
    const std::unique_ptr<char[]> text(at_.GetUTF8Text(tesseract::RIL_WORD));
    if (!text) return false;
    word.text = clean_text(text.get());
    if (trimmed(word.text).empty()) return false;
    word.box = box_at(tesseract::RIL_WORD);
    word.certainty = std::clamp(at_.Confidence(tesseract::RIL_WORD) / 100, 0.0f, 1.0f);
    word.baseline = baseline(word.box);
    word.letters = letter_boxes(word);
    word.size_pt = size_of_word(word.text, word.box);
    return true;
  }

  // Of the whole line, in its middle: the words of a level line then stand on one.
  float baseline(const Box& box) const {
    int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    if (!at_.Baseline(tesseract::RIL_TEXTLINE, &x1, &y1, &x2, &y2)) return box.y1;
    return y_pt((y1 + y2) / 2);
  }

  // The recogniser's own boxes of letters where there is one for each, else equal parts; either way made to touch, since
  // gaps would part the word.
  std::vector<Box> letter_boxes(const ScannedWord& word) const {
    std::vector<float> begins;
    tesseract::ResultIterator letter(at_);
    do {
      int left = 0, top = 0, right = 0, bottom = 0;
      if (letter.BoundingBox(tesseract::RIL_SYMBOL, &left, &top, &right, &bottom)) begins.push_back(x_pt(left));
    } while (!letter.IsAtFinalElement(tesseract::RIL_WORD, tesseract::RIL_SYMBOL) && letter.Next(tesseract::RIL_SYMBOL));
    return touching_boxes(std::move(begins), word.box, code_points(word.text));
  }

  tesseract::ResultIterator& at_;
  const CutOut& place_;
};

}  // namespace

Recogniser::Recogniser() : api_(std::make_unique<tesseract::TessBaseAPI>()) {
  ready_ = api_->Init(nullptr, "eng", tesseract::OEM_LSTM_ONLY) == 0;
  if (!ready_) return;
  api_->SetVariable("debug_file", "/dev/null");
  // Rules are painted over before reading, and no letter or table has a bar: what looks like one is a 1, an l or an I.
  api_->SetVariable("tessedit_char_blacklist", "|\u00A6");
}

Recogniser::~Recogniser() = default;

bool Recogniser::read(const Picture& grey, Segmentation segmentation, const CutOut& place, std::vector<ScannedWord>& words) {
  api_->SetPageSegMode(mode_of(segmentation));
  api_->SetImage(grey.get());
  api_->SetSourceResolution(static_cast<int>(place.dpi));
  std::clock_t start = std::clock();
  tesseract::ETEXT_DESC monitor;
  monitor.cancel = over_time;
  monitor.cancel_this = &start;
  const bool recognised = api_->Recognize(&monitor) == 0 && !over_time(&start, 0);
  if (recognised) {
    const std::unique_ptr<tesseract::ResultIterator> result(api_->GetIterator());
    if (result && !result->Empty(tesseract::RIL_WORD)) WordCollector(*result, place).collect(words);
  }
  api_->Clear();
  return recognised;
}

std::string recogniser_version() { return std::string("Tesseract ") + tesseract::TessBaseAPI::Version(); }

}  // namespace muster
