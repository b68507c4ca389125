#include "extractors/layout/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

#include "extractors/layout/reading_frame.h"
#include "schemas/text.h"

namespace muster {
namespace {

// All in units of the font size (em), so that they hold for footnotes and headlines alike.
constexpr float gap_at_blank_em = 0.05f;    // a blank glyph that other glyphs were moved over parts nothing
constexpr float gap_without_blank_em = 0.2f;   // where the page has blank glyphs, a mere gap must be wide: letter-spacing
constexpr float gap_blankless_page_em = 0.13f; // where it has none (TeX), half of the narrowest word space
constexpr float gap_other_tag_em = 0.08f;   // text of another tag beside it is another cell, unless it touches
constexpr float overlap_em = 0.5f;          // text printed further than this over other text is a line of its own
constexpr float line_gap_em = 1.5f;         // the widest space of justified text; a wider one is a tab stop or a gutter
constexpr float baseline_jitter_em = 0.2f;  // scans and mixed fonts; less than half the shift of a superscript
constexpr float raised_size_ratio = 0.85f;  // superscripts are set smaller than this share of the text they stand on
constexpr float letter_spacing_most_em = 0.4f;  // a usual gap wider than this is that between columns, not letters
constexpr uint32_t raised_most_glyphs = 5;  // footnote marks and exponents are short
constexpr float raised_gap_em = 0.35f;      // and stand close to what they mark
constexpr float raised_least_em = 0.12f, raised_most_em = 0.75f;  // of the larger text's size
constexpr float few_blanks_share = 0.04f;   // of glyphs; in English every sixth glyph is a blank

struct Piece {  // glyphs of one run without a blank or gap between them, or a blank alone (no text) at the end of a run
  Word word;
  Box frame;             // in the reading frame
  float frame_baseline = 0;
  bool blank_before = false;
};

struct PieceMaker {
  const Page& page;
  const std::vector<TextStyle>& styles;
  float gap_em;
  std::vector<Piece> pieces = {};

  Piece begin(const GlyphRun& run, const Box& frame) const {
    Piece piece;
    const TextStyle& style = styles[run.style];
    piece.word = {.baseline = run.baseline, .size_pt = style.size_pt, .style = run.style, .rotation = run.rotation,
                  .bold = style.bold, .italic = style.italic, .skewed = run.skewed, .artifact = run.artifact, .tag = run.tag};
    piece.frame = frame;
    piece.frame_baseline = baseline_in_frame(run.baseline, run.rotation);
    return piece;
  }

  void add(const GlyphRun& run);
};

// Letter-spaced text has a gap after every letter; what parts words is the gap beyond the usual one.
float usual_gap(const Page& page, const GlyphRun& run, float size) {
  constexpr uint32_t fewest_glyphs = 4;
  if (run.glyph_count < fewest_glyphs) return 0;
  std::vector<float> gaps;
  for (uint32_t i = run.first_glyph + 1; i < run.first_glyph + run.glyph_count; ++i)
    gaps.push_back(to_reading_frame(page.glyphs[i].box, run.rotation).x0 - to_reading_frame(page.glyphs[i - 1].box, run.rotation).x1);
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return *middle < 0 || *middle > letter_spacing_most_em * size ? 0 : *middle;
}

void PieceMaker::add(const GlyphRun& run) {
  const float size = styles[run.style].size_pt;
  const float usual = usual_gap(page, run, size);
  bool open = false, blank = false;
  for (uint32_t i = run.first_glyph; i < run.first_glyph + run.glyph_count; ++i) {
    const Glyph& glyph = page.glyphs[i];
    const std::string_view text = std::string_view(page.text).substr(glyph.text_begin, glyph.text_size);
    if (trimmed(text).empty()) {
      blank = true;
      continue;
    }
    const Box frame = to_reading_frame(glyph.box, run.rotation);
    if (open) {
      const float gap = frame.x0 - pieces.back().frame.x1 - usual;
      if (gap > (blank ? gap_at_blank_em : gap_em) * size || gap < -overlap_em * size - usual) open = false;
    }
    if (!open) {
      pieces.push_back(begin(run, frame));
      pieces.back().blank_before = blank;
      open = true;
    }
    blank = false;
    Piece& piece = pieces.back();
    piece.word.text += text;
    piece.word.glyphs.push_back(i);
    piece.frame = united(piece.frame, frame);
  }
  if (blank && run.glyph_count > 0)
    pieces.push_back(begin(run, to_reading_frame(page.glyphs[run.first_glyph + run.glyph_count - 1].box, run.rotation)));
}

// Assembles pieces, from left to right, into words and lines of one rotation.
class LineMaker {
 public:
  explicit LineMaker(float gap_em) : gap_em_(gap_em) {}

  void add(Piece&& piece);

  struct Line {
    std::vector<Piece> pieces;
    float baseline = 0, size = 0;
    float end = 0;  // right edge of its last piece
    bool blank_at_end = false;
  };
  std::vector<Line> take() { return std::move(lines_); }

 private:
  struct Match {
    std::multimap<float, size_t>::iterator at;
    int raised = 0;          // of the new piece
    bool raises_line = false;  // the line so far is a superscript before the new piece
    float distance = 0;
  };

  std::optional<Match> best_line(const Piece& piece);
  bool fits(const Piece& piece, const Line& line, Match& match) const;
  void append(Line& line, Piece&& piece);

  float gap_em_;
  std::vector<Line> lines_;
  std::multimap<float, size_t> open_;  // by baseline: the line that may go on there
};

bool LineMaker::fits(const Piece& piece, const Line& line, Match& match) const {
  const float size = piece.word.size_pt, larger = std::max(size, line.size);
  const float gap = piece.frame.x0 - line.end;
  if (gap > line_gap_em * larger || gap < -overlap_em * larger) return false;
  const float below = piece.frame_baseline - line.baseline;  // positive: the piece stands lower
  match.distance = std::abs(below);
  if (match.distance <= baseline_jitter_em * std::min(size, line.size)) return true;
  const bool shifted = match.distance >= raised_least_em * larger && match.distance <= raised_most_em * larger;
  if (!shifted || gap > raised_gap_em * larger) return false;
  if (size <= raised_size_ratio * line.size && piece.word.glyphs.size() <= raised_most_glyphs) {
    match.raised = below < 0 ? 1 : -1;
    return true;
  }
  match.raises_line = line.size <= raised_size_ratio * size && below > 0 && line.pieces.size() == 1 &&
                      line.pieces[0].word.glyphs.size() <= raised_most_glyphs;
  return match.raises_line;
}

std::optional<LineMaker::Match> LineMaker::best_line(const Piece& piece) {
  constexpr float largest_neighbour = 2;  // text beside which this may be a superscript: up to twice its size
  const float reach = raised_most_em * largest_neighbour * piece.word.size_pt;
  std::optional<Match> best;
  for (auto at = open_.lower_bound(piece.frame_baseline - reach); at != open_.end() && at->first <= piece.frame_baseline + reach; ++at) {
    Match match{at};
    if (!fits(piece, lines_[at->second], match)) continue;
    if (!best || match.distance < best->distance) best = match;
  }
  return best;
}

void LineMaker::append(Line& line, Piece&& piece) {
  Piece& last = line.pieces.back();
  const float gap = piece.frame.x0 - last.frame.x1, size = std::min(piece.word.size_pt, last.word.size_pt);
  const bool same_height = piece.word.raised == last.word.raised;
  const bool other_tag = piece.word.tag != last.word.tag;
  const bool blank = piece.blank_before || line.blank_at_end;
  const bool touches = gap <= (blank ? gap_at_blank_em : gap_em_) * size;
  line.blank_at_end = false;
  line.end = std::max(line.end, piece.frame.x1);
  if (touches && same_height && (!other_tag || gap <= gap_other_tag_em * size)) {
    last.word.text += piece.word.text;
    last.word.glyphs.insert(last.word.glyphs.end(), piece.word.glyphs.begin(), piece.word.glyphs.end());
    last.frame = united(last.frame, piece.frame);
    return;
  }
  piece.word.glued = touches;
  line.pieces.push_back(std::move(piece));
}

void LineMaker::add(Piece&& piece) {
  const std::optional<Match> match = best_line(piece);
  if (piece.word.text.empty()) {
    if (match) lines_[match->at->second].blank_at_end = true;
    return;
  }
  if (!match) {
    open_.emplace(piece.frame_baseline, lines_.size());
    Line& line = lines_.emplace_back();
    line.baseline = piece.frame_baseline;
    line.size = piece.word.size_pt;
    line.end = piece.frame.x1;
    line.pieces.push_back(std::move(piece));
    return;
  }
  const size_t index = match->at->second;
  Line& line = lines_[index];
  piece.word.raised = match->raised;
  if (match->raises_line) line.pieces.front().word.raised = 1;
  if (match->raises_line) line.size = piece.word.size_pt;
  if (match->raised == 0) {  // follow the baseline, which drifts on a scan put in askew
    open_.erase(match->at);
    line.baseline = piece.frame_baseline;
    open_.emplace(line.baseline, index);
  }
  append(line, std::move(piece));
}

// Lines from top to bottom, those of one height from left to right.
void sort_lines(std::vector<LineMaker::Line>& lines) {
  for (auto& line : lines) line.baseline = line.pieces.front().frame_baseline;
  std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) {
    if (a.baseline != b.baseline) return a.baseline < b.baseline;
    return a.pieces.front().frame.x0 < b.pieces.front().frame.x0;
  });
}

void append_line(LineMaker::Line&& line, PageWords& out) {
  WordLine& made = out.lines.emplace_back();
  made.rotation = line.pieces.front().word.rotation;
  size_t most = 0;
  for (Piece& piece : line.pieces) {
    piece.word.box = from_reading_frame(piece.frame, made.rotation);
    made.box = united(made.box, piece.word.box);
    if (piece.word.raised == 0 && piece.word.glyphs.size() > most) {
      most = piece.word.glyphs.size();
      made.baseline = piece.word.baseline;
      made.size_pt = piece.word.size_pt;
    }
    made.words.push_back(static_cast<uint32_t>(out.words.size()));
    out.words.push_back(std::move(piece.word));
  }
}

float gap_for(const Page& page) {
  const size_t blanks = static_cast<size_t>(std::count(page.text.begin(), page.text.end(), ' '));
  const bool few = static_cast<float>(blanks) < few_blanks_share * static_cast<float>(page.glyphs.size());
  return few ? gap_blankless_page_em : gap_without_blank_em;
}

constexpr std::array<const char*, 10> superscript_digits = {"\u2070", "\u00B9", "\u00B2", "\u00B3", "\u2074",
                                                            "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};

std::string as_superscript(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (is_digit(c)) out += superscript_digits[static_cast<size_t>(c - '0')];
    else out += c;
  }
  return out;
}

}  // namespace

bool is_hidden(const Page& page, const GlyphRun& run, const std::vector<TextStyle>& styles) {
  const float x = run.box.center_x(), y = run.box.center_y();
  const auto holds = [&](const auto& item) { return item.box.contains(x, y); };
  const bool on_picture = std::any_of(page.images.begin(), page.images.end(), holds);
  if (run.invisible) return !on_picture && !page.from_ocr;
  constexpr uint32_t white = 0xFFFFFF;
  if (styles[run.style].rgb != white || on_picture) return false;
  return std::none_of(page.shadings.begin(), page.shadings.end(), [&](const Shading& s) { return s.rgb != white && holds(s); });
}

PageWords find_words(const Page& page, const std::vector<TextStyle>& styles) {
  const float gap_em = gap_for(page);
  PieceMaker maker{page, styles, gap_em};
  for (const GlyphRun& run : page.runs)
    if (!is_hidden(page, run, styles)) maker.add(run);
  std::stable_sort(maker.pieces.begin(), maker.pieces.end(), [](const Piece& a, const Piece& b) { return a.frame.x0 < b.frame.x0; });
  std::array<LineMaker, 8> makers = {LineMaker(gap_em), LineMaker(gap_em), LineMaker(gap_em), LineMaker(gap_em),
                                     LineMaker(gap_em), LineMaker(gap_em), LineMaker(gap_em), LineMaker(gap_em)};
  for (Piece& piece : maker.pieces) makers[piece.word.rotation / 90 % 4 + (piece.word.skewed ? 4 : 0)].add(std::move(piece));
  PageWords out;
  for (LineMaker& line_maker : makers) {
    std::vector<LineMaker::Line> lines = line_maker.take();
    sort_lines(lines);
    for (auto& line : lines) append_line(std::move(line), out);
  }
  return out;
}

std::string line_text(const std::vector<Word>& words, const WordLine& line) {
  std::string out;
  for (uint32_t index : line.words) {
    const Word& word = words[index];
    if (!out.empty() && !word.glued) out += ' ';
    out += word.raised > 0 ? as_superscript(word.text) : word.text;
  }
  return out;
}

}  // namespace muster
