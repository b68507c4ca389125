#include "extractors/pdf/record_page.h"

#include <poppler/Annot.h>
#include <poppler/Catalog.h>
#include <poppler/Dict.h>
#include <poppler/GfxFont.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/Link.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/ProfileData.h>

#include <algorithm>
#include <cmath>

#include "extractors/pdf/drawn_shapes.h"
#include "extractors/pdf/font_style.h"
#include "extractors/pdf/poppler_file.h"
#include "extractors/pdf/text_frame.h"

namespace muster {
namespace {

constexpr double points_per_inch = 72;
constexpr double hiding_picture_share = 0.5;  // of the page: a picture this large over text hides an OCR layer
constexpr int forms_per_page = 20'000;      // form XObjects drawn; nested forms can multiply without end

uint32_t rgb_of(const GfxRGB& c) {
  return static_cast<uint32_t>(colToByte(c.r)) << 16 | static_cast<uint32_t>(colToByte(c.g)) << 8 | colToByte(c.b);
}

// Records; never decides.
class PageRecorder : public OutputDev {
 public:
  PageRecorder(Page& page, int page_object, const RecordingContext& context)
      : page_(page), context_(context), builder_(page, context.styles, context.limits), stream_object_(page_object) {}

  const PageBuilder& builder() const { return builder_; }
  bool over_limit() const { return builder_.full() || page_.rulings.size() >= context_.limits.rulings_per_page || forms_ >= forms_per_page; }
  size_t letters_unknown() const { return letters_unknown_; }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }

  void startPage(int, GfxState* state, XRef*) override {
    page_.width = static_cast<float>(state->getPageWidth());
    page_.height = static_cast<float>(state->getPageHeight());
    page_.rotate = state->getRotate();
  }

  void beginStringOp(GfxState*) override { builder_.begin_show(); }
  void beginString(GfxState* state, const GooString*) override { begin_string(*state); }
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y, CharCode code,
                int bytes, const Unicode* u, int u_len) override;
  void beginActualText(GfxState*, const GooString* text) override { builder_.begin_actual_text(text_string_raw(*text)); }
  void endActualText(GfxState*) override { builder_.end_actual_text(); }

  void stroke(GfxState* state) override;
  void fill(GfxState* state) override { filled(*state, false); }
  void eoFill(GfxState* state) override { filled(*state, true); }
  bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int, double, double) override { return true; }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
  bool axialShadedFill(GfxState* state, GfxAxialShading* shading, double t, double) override {
    GfxColor color;
    shading->getColor(t, &color);
    return shaded(*state, *shading->getColorSpace(), color);
  }
  bool radialShadedFill(GfxState* state, GfxRadialShading* shading, double s, double) override {
    GfxColor color;
    shading->getColor(s, &color);
    return shaded(*state, *shading->getColorSpace(), color);
  }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }

  // The base class reads the bytes of inline images past; without that they would be taken for operators.
  void drawImageMask(GfxState* state, Object* ref, Stream* str, int width, int height, bool invert, bool interpolate, bool inline_image) override {
    picture(*state, false);
    OutputDev::drawImageMask(state, ref, str, width, height, invert, interpolate, inline_image);
  }
  void drawImage(GfxState* state, Object* ref, Stream* str, int width, int height, GfxImageColorMap* map, bool interpolate, const int* mask, bool inline_image) override {
    picture(*state, mask == nullptr);
    OutputDev::drawImage(state, ref, str, width, height, map, interpolate, mask, inline_image);
  }
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, bool, bool) override {
    picture(*state, false);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int, int, GfxImageColorMap*, bool) override {
    picture(*state, false);
  }

  void beginMarkedContent(const char* name, Dict* properties) override;
  void endMarkedContent(GfxState*) override;
  void beginForm(Ref id) override {
    ++forms_;
    forms_drawn_.push_back(stream_object_);
    if (id != Ref::INVALID()) stream_object_ = id.num;
  }
  void endForm(Ref) override {
    if (forms_drawn_.empty()) return;
    stream_object_ = forms_drawn_.back();
    forms_drawn_.pop_back();
  }
  // A soft mask is drawn for its brightness; what it writes is not read by anyone.
  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool for_soft_mask) override {
    groups_.push_back(for_soft_mask);
    masks_open_ += for_soft_mask;
  }
  void endTransparencyGroup(GfxState*) override {
    if (groups_.empty()) return;
    masks_open_ -= groups_.back();
    groups_.pop_back();
  }

  void processLink(AnnotLink* link) override;

 private:
  struct Mark {
    int mcid = -1, tag = -1;
    bool artifact = false, actual_text = false;
  };

  void enter_unreported_marks();
  void begin_string(GfxState& state);
  void filled(GfxState& state, bool even_odd);
  bool shaded(GfxState& state, GfxColorSpace& space, const GfxColor& color);
  void picture(GfxState& state, bool opaque);
  const FontStyle& font_style(GfxState& state);
  std::vector<Polygon> straight_path(GfxState& state) const;
  Box clip_box(GfxState& state) const;
  static std::string text_string_raw(const GooString& text);

  Page& page_;
  const RecordingContext& context_;
  PageBuilder builder_;
  int stream_object_;               // whose marked-content ids hold: the page, or the form being drawn
  std::vector<int> forms_drawn_;    // the streams around it
  std::vector<Mark> marks_;
  int marks_begun_ = 0;             // reported by Poppler or found missing
  std::vector<bool> groups_;
  int masks_open_ = 0;
  int forms_ = 0;
  size_t letters_unknown_ = 0;
  TextFrame frame_;
  RunTraits traits_;
  bool pictorial_ = false;
  const GfxFont* last_font_ = nullptr;
  FontStyle last_font_style_;
};

const FontStyle& PageRecorder::font_style(GfxState& state) {
  const GfxFont* font = state.getFont().get();
  if (font != last_font_) {
    last_font_ = font;
    last_font_style_ = font_style_of(font);
  }
  return last_font_style_;
}

void PageRecorder::begin_string(GfxState& state) {
  const FontStyle& font = font_style(state);
  frame_ = text_frame(state, font);
  pictorial_ = font.pictorial;
  constexpr int fill_and_stroke = 2, stroke_only = 1, unseen = 3, clip_only = 7;
  const int render = state.getRender();
  GfxRGB color;
  if (render == stroke_only) state.getStrokeRGB(&color);
  else state.getFillRGB(&color);
  TextStyle style{.font = font.name, .size_pt = std::round(static_cast<float>(frame_.size) * 100) / 100,
                  .bold = font.bold || render == fill_and_stroke, .italic = font.italic, .rgb = rgb_of(color)};
  const Mark mark = marks_.empty() ? Mark{} : marks_.back();
  traits_ = {.baseline = 0, .size_pt = style.size_pt, .style = context_.styles.index_of(style),
             .rotation = static_cast<uint16_t>(frame_.rotation), .skewed = frame_.skewed,
             .invisible = render == unseen || render == clip_only || state.getFillOpacity() == 0,
             .artifact = mark.artifact, .mcid = mark.mcid, .tag = mark.tag};
}

void PageRecorder::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                            CharCode code, int bytes, const Unicode* u, int u_len) {
  if (masks_open_ > 0) return;
  // Poppler has added the spacing to the advance; as TextOutputDev does, it is taken out again.
  double spacing = state->getCharSpace();
  if (bytes == 1 && code == ' ') spacing += state->getWordSpace();
  double space_x = 0, space_y = 0, advance_x = 0, advance_y = 0, at_x = 0, at_y = 0;
  state->textTransformDelta(spacing * state->getHorizScaling(), 0, &space_x, &space_y);
  state->transformDelta(dx - space_x, dy - space_y, &advance_x, &advance_y);
  state->transform(x - origin_x, y - origin_y, &at_x, &at_y);
  if (!std::isfinite(at_x) || !std::isfinite(at_y) || !std::isfinite(advance_x) || !std::isfinite(advance_y)) return;
  traits_.baseline = static_cast<float>(frame_.baseline(at_x, at_y));
  if (u_len <= 0) ++letters_unknown_;
  builder_.add_glyph(traits_, frame_.glyph_box(at_x, at_y, advance_x, advance_y), context_.glyph_text.of(u, u_len, pictorial_));
}

std::string PageRecorder::text_string_raw(const GooString& text) {
  const std::string& bytes = text.toStr();
  const bool lone_soft_hyphen = bytes == "\xAD" || bytes == std::string("\xFE\xFF\x00\xAD", 4);
  return lone_soft_hyphen ? "\xC2\xAD" : text_string(text);
}

Box PageRecorder::clip_box(GfxState& state) const {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  state.getClipBBox(&x0, &y0, &x1, &y1);
  return common_part(box_between(x0, y0, x1, y1), {0, 0, page_.width, page_.height});
}

std::vector<Polygon> PageRecorder::straight_path(GfxState& state) const {
  std::vector<Polygon> out;
  const GfxPath* path = state.getPath();
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath* sub = path->getSubpath(i);
    Polygon polygon;
    polygon.closed = sub->isClosed();
    bool straight = true;
    for (int j = 0; j < sub->getNumPoints() && straight; ++j) {
      double x = 0, y = 0;
      state.transform(sub->getX(j), sub->getY(j), &x, &y);
      straight = !sub->getCurve(j) && std::isfinite(x) && std::isfinite(y);
      polygon.points.push_back({static_cast<float>(x), static_cast<float>(y)});
    }
    if (straight && polygon.points.size() > 1) out.push_back(std::move(polygon));
  }
  return out;
}

void PageRecorder::stroke(GfxState* state) {
  if (masks_open_ > 0 || state->getStrokeOpacity() == 0) return;
  GfxRGB color;
  state->getStrokeRGB(&color);
  double dash_start = 0;
  const Paint paint{.rgb = rgb_of(color), .line_width_pt = static_cast<float>(state->getTransformedLineWidth()),
                    .dashed = !state->getLineDash(&dash_start).empty(), .clip = clip_box(*state)};
  add_stroke(straight_path(*state), paint, context_.limits, page_);
}

void PageRecorder::filled(GfxState& state, bool even_odd) {
  if (masks_open_ > 0 || state.getFillOpacity() == 0) return;
  GfxRGB color;
  state.getFillRGB(&color);
  add_fill(straight_path(state), {.rgb = rgb_of(color), .even_odd = even_odd, .clip = clip_box(state)}, context_.limits, page_);
}

// A gradient fills the clip; its first colour stands for it.
bool PageRecorder::shaded(GfxState& state, GfxColorSpace& space, const GfxColor& color) {
  GfxRGB rgb;
  space.getRGB(&color, &rgb);
  const Box box = clip_box(state);
  if (masks_open_ == 0 && !box.empty() && page_.shadings.size() < context_.limits.rulings_per_page)
    page_.shadings.push_back({box, rgb_of(rgb)});
  return true;
}

void PageRecorder::picture(GfxState& state, bool opaque) {
  if (masks_open_ > 0 || page_.images.size() >= context_.limits.rulings_per_page) return;
  double xs[4], ys[4];
  for (int corner = 0; corner < 4; ++corner) state.transform(corner & 1, corner >> 1, &xs[corner], &ys[corner]);
  const auto [x0, x1] = std::minmax_element(xs, xs + 4);
  const auto [y0, y1] = std::minmax_element(ys, ys + 4);
  const Box box = common_part(box_between(*x0, *y0, *x1, *y1), clip_box(state));
  if (box.empty()) return;
  page_.images.push_back({box});
  const bool large = box.width() * box.height() >= hiding_picture_share * page_.width * page_.height;
  if (opaque && large && state.getFillOpacity() == 1) builder_.hide_under(box);
}

// Poppler reports the end of all marked content, but not the beginning of that whose properties stand in the resources
// ("/OC /MC0 BDC"). Its counts of operators, kept while it profiles itself, tell how many were passed over.
void PageRecorder::enter_unreported_marks() {
  const auto* counts = getProfileHash();
  if (!counts) return;
  int begun = 0;
  for (const char* operation : {"BDC", "BMC"})
    if (const auto found = counts->find(operation); found != counts->end()) begun += found->second.getCount();
  for (; marks_begun_ < begun; ++marks_begun_) {
    marks_.push_back(marks_.empty() ? Mark{} : marks_.back());
    marks_.back().actual_text = false;
  }
}

void PageRecorder::beginMarkedContent(const char* name, Dict* properties) {
  enter_unreported_marks();
  ++marks_begun_;
  Mark mark = marks_.empty() ? Mark{} : marks_.back();
  mark.actual_text = false;
  if (std::string_view(name) == "Artifact") mark.artifact = true;
  int mcid = -1;
  if (properties && properties->lookupInt("MCID", nullptr, &mcid)) {
    mark.mcid = mcid;
    mark.tag = context_.marked_content.tag(stream_object_, mcid);
    if (mark.tag < 0 && !forms_drawn_.empty()) mark.tag = context_.marked_content.tag(forms_drawn_.front(), mcid);
  }
  const bool told_by_poppler = std::string_view(name).starts_with("Span");  // beginActualText is called for these alone
  if (properties && !told_by_poppler) {
    const Object actual = properties->lookup("ActualText");
    mark.actual_text = actual.isString();
    if (mark.actual_text) builder_.begin_actual_text(text_string_raw(*actual.getString()));
  }
  marks_.push_back(mark);
}

void PageRecorder::endMarkedContent(GfxState*) {
  enter_unreported_marks();
  if (marks_.empty()) return;
  if (marks_.back().actual_text) builder_.end_actual_text();
  marks_.pop_back();
}

void PageRecorder::processLink(AnnotLink* link) {
  const LinkAction* action = link->getAction();
  if (!action || !action->isOk() || action->getKind() != actionURI) return;
  const double* m = getDefCTM();
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  link->getRect(&x0, &y0, &x1, &y1);
  page_.links.push_back({box_between(m[0] * x0 + m[2] * y0 + m[4], m[1] * x0 + m[3] * y0 + m[5],
                                     m[0] * x1 + m[2] * y1 + m[4], m[1] * x1 + m[3] * y1 + m[5]),
                         static_cast<const LinkURI*>(action)->getURI()});
}

// While it lives, Poppler counts the operators that it runs; that costs time and is done only where it is needed.
class OperatorCounting {
 public:
  OperatorCounting(PageRecorder& recorder, bool needed) : needed_(needed) {
    if (!needed) return;
    globalParams->setProfileCommands(true);
    recorder.startProfile();
  }
  ~OperatorCounting() {
    if (needed_) globalParams->setProfileCommands(false);
  }
  OperatorCounting(const OperatorCounting&) = delete;
  OperatorCounting& operator=(const OperatorCounting&) = delete;

 private:
  bool needed_;
};

bool names_properties(::Page& page) {
  Dict* resources = page.getResourceDict();
  return resources && resources->hasKey("Properties");
}

void report(const PageRecorder& recorder, const Page& page, Diagnostics& diagnostics) {
  const auto add = [&](const char* code, Severity severity, std::string message) {
    diagnostics.add({.stage = "read", .code = code, .severity = severity, .place = {.page = page.number}, .message = std::move(message)});
  };
  if (recorder.over_limit())
    add("limit_reached", Severity::warning, "the page draws more than the limit; what came after was left out");
  if (const size_t n = recorder.builder().outside_page())
    add("text_outside_page", Severity::info, std::to_string(n) + " letters lie outside the page and cannot be seen; they were left out");
  if (const size_t n = recorder.letters_unknown())
    add("letters_unknown", Severity::warning, std::to_string(n) + " letters have no meaning in the file (broken font); the page may need OCR");
}

}  // namespace

Page record_page(PDFDoc& pdf, int number, const RecordingContext& context, Diagnostics& diagnostics) {
  Page page;
  page.number = number;
  const Ref* ref = pdf.getCatalog()->getPageRef(number);
  if (!ref || !pdf.getPage(number)) {
    diagnostics.add({.stage = "read", .code = "page_unreadable", .severity = Severity::error, .place = {.page = number}, .message = "the page is damaged and could not be read"});
    return page;
  }
  PageRecorder recorder(page, ref->num, context);
  const auto stop = [](void* data) { return static_cast<PageRecorder*>(data)->over_limit(); };
  const OperatorCounting counting(recorder, names_properties(*pdf.getPage(number)));
  pdf.displayPage(&recorder, number, points_per_inch, points_per_inch, 0, false, true, false, stop, &recorder);
  pdf.processLinks(&recorder, number);
  report(recorder, page, diagnostics);
  return page;
}

}  // namespace muster
