// What a reader saw, before anything is decided: glyphs and lines of a PDF page, elements of a markup tree, lines of a text.
// A reader records; it never interprets. All readers (PDF, HTML, text, office, mail, OCR) fill this one shape.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "schemas/source.h"

namespace muster {

// How a run of glyphs is drawn. Kept once for each document and referred to by index.
struct TextStyle {
  std::string font;      // PDF font name without the subset prefix
  float size_pt = 0;     // as shown, after all matrices
  bool bold = false;     // from flags, weight or the font's name
  bool italic = false;
  uint32_t rgb = 0;      // fill colour 0xRRGGBB
  bool operator==(const TextStyle&) const = default;

  template <class Visitor>
  void fields(Visitor& v) { v(font, size_pt, bold, italic, rgb); }
};

// One drawn glyph; its UTF-8 text is text_size bytes of Page::text from text_begin (a ligature has several letters).
// Word and character spacing are taken out of the box.
struct Glyph {
  Box box;
  uint32_t text_begin = 0;
  uint8_t text_size = 0;

  template <class Visitor>
  void fields(Visitor& v) { v(box, text_begin, text_size); }
};

// Consecutive glyphs of one show operation that share style, baseline and marked content. Runs stand in drawing order.
struct GlyphRun {
  uint32_t first_glyph = 0, glyph_count = 0;  // in Page::glyphs
  Box box;
  float baseline = 0;     // y of the baseline (x when rotation is 90 or 270)
  uint16_t style = 0;     // index in Document::styles
  uint16_t rotation = 0;  // 0, 90, 180, 270: clockwise turn of the text as shown; other angles go to the nearest, `skewed` set
  bool skewed = false;
  bool invisible = false;  // render mode 3, or an OCR layer under a picture
  int32_t mcid = -1;       // marked-content id, -1 when unmarked
  int32_t tag = -1;        // index in Document::tags once joined to the structure tree
  bool artifact = false;   // marked as /Artifact (running header, page number)
  float certainty = 1;     // 0 to 1: the recogniser's own, of a word read from a picture

  template <class Visitor>
  void fields(Visitor& v) {
    v(first_glyph, glyph_count, box, baseline, style, rotation, skewed, invisible, mcid, tag, artifact, certainty);
  }
};

// A straight horizontal or vertical line, from a stroke or a thin filled rectangle. The box's short side is its thickness.
struct Ruling {
  Box box;
  bool horizontal = false;
  uint32_t rgb = 0;
  bool dashed = false;

  template <class Visitor>
  void fields(Visitor& v) { v(box, horizontal, rgb, dashed); }
};

// A filled rectangle that is not thin: bands, header backgrounds, boxes.
struct Shading {
  Box box;
  uint32_t rgb = 0;

  template <class Visitor>
  void fields(Visitor& v) { v(box, rgb); }
};

struct ImageBox {
  Box box;

  template <class Visitor>
  void fields(Visitor& v) { v(box); }
};

struct Link {
  Box box;
  std::string target;  // URI as text; never opened

  template <class Visitor>
  void fields(Visitor& v) { v(box, target); }
};

struct Page {
  int number = 0;  // from 1
  float width = 0, height = 0;  // as shown
  int rotate = 0;               // the page's own /Rotate, already applied to every box
  std::string text;             // the letters of all glyphs in drawing order, UTF-8, NFC
  std::vector<Glyph> glyphs;
  std::vector<GlyphRun> runs;
  std::vector<Ruling> rulings;
  std::vector<Shading> shadings;
  std::vector<ImageBox> images;
  std::vector<Link> links;
  bool from_ocr = false;        // read from the picture of the page
  float skew_deg = 0;           // then: clockwise turn about the page's centre that was undone; boxes are those of the straight page

  template <class Visitor>
  void fields(Visitor& v) {
    v(number, width, height, rotate, text, glyphs, runs, rulings, shadings, images, links, from_ocr, skew_deg);
  }
};

struct MarkedContent {
  int page = 0;
  int mcid = -1;

  template <class Visitor>
  void fields(Visitor& v) { v(page, mcid); }
};

// A node of a markup tree, parents before children, in document order. From a PDF: the structure type after the role map
// ("P", "H1", "Table", "TR", "TH", "TD", "L", "LI", "Figure"). From HTML and office files: the HTML element's lower-case name
// ("p", "h1", "table", "tr", "th", "td", "li"); office readers translate into these names. Text nodes are named "#text".
struct Tag {
  std::string name;
  int parent = -1;
  std::vector<std::pair<std::string, std::string>> attributes;  // HTML attributes, or PDF RowSpan ColSpan Scope Headers ID Alt
  std::string text;                      // "#text": its text with white space as in the source; PDF: /ActualText
  std::vector<MarkedContent> content;    // PDF only: its own marked content, not its children's
  int line = 0;                          // line in the source file where known
  bool hidden = false;                   // not shown to a reader: hidden sheet, row or column, display:none

  template <class Visitor>
  void fields(Visitor& v) { v(name, parent, attributes, text, content, line, hidden); }
};

// One line of a plain-text document, without its line end, tabs kept.
struct TextLine {
  int number = 0;  // from 1, in the source
  std::string text;

  template <class Visitor>
  void fields(Visitor& v) { v(number, text); }
};

enum class TextSource { text, tagged, ocr, mixed };

struct Document {
  std::string media_type;               // what the content is, whatever the name says
  TextSource text_source = TextSource::text;
  std::string title, author, creator, producer, url, created;  // as the file's own metadata say
  std::string site_name;                // web page: og:site_name or application-name
  std::string page_kind;                // web page: og:type, types of its linked data and the classes of its body, blanks between
  std::string language;                 // as declared
  int page_count = 0;                   // of the file, also where reading stopped early
  std::vector<TextStyle> styles;
  std::vector<Page> pages;
  std::vector<Tag> tags;
  std::vector<TextLine> lines;
  std::string failure;                  // why nothing could be read, for a person; empty when something was

  template <class Visitor>
  void fields(Visitor& v) {
    v(media_type, text_source, title, author, creator, producer, url, created, site_name, page_kind, language, page_count, styles, pages, tags,
      lines, failure);
  }
};

// The text of a run's glyphs.
inline std::string run_text(const Page& page, const GlyphRun& run) {
  std::string out;
  for (uint32_t i = 0; i < run.glyph_count; ++i) {
    const Glyph& g = page.glyphs[run.first_glyph + i];
    out.append(page.text, g.text_begin, g.text_size);
  }
  return out;
}

}  // namespace muster
