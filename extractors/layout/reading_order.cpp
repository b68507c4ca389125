#include "extractors/layout/reading_order.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <utility>

namespace muster {
namespace {

constexpr size_t most_items = 5000;       // a page of prose has about a hundred; beyond this rows are not cut into columns
constexpr int deepest_cut = 64;
constexpr float narrowest_gutter_pt = 8;  // between columns; newspapers go down to this
constexpr float narrowest_gutter_em = 0.9f;
constexpr float same_row_em = 0.3f;       // baselines of one row; mixed fonts differ by less
constexpr float prose_fill = 0.55f;       // lines of prose mostly fill their column
constexpr float prose_width_pt = 90;      // a narrower column holds labels or values
constexpr size_t prose_lines = 4;
constexpr int prose_letters_per_line = 16;
constexpr float aligned_share = 0.5f;     // side by side on the same baselines: rows, not columns
constexpr float side_by_side_share = 0.3f;  // of the lower side's height that must lie beside the other

using Indices = std::vector<int>;

class Cutter {
 public:
  explicit Cutter(const std::vector<FlowItem>& items) : items_(items) {}

  std::vector<FlowRow> run() {
    Indices all(items_.size());
    for (size_t i = 0; i < all.size(); ++i) all[i] = static_cast<int>(i);
    cut(all, next_column_++, 0);
    return std::move(rows_);
  }

 private:
  const FlowItem& item(int i) const { return items_[static_cast<size_t>(i)]; }

  void cut(const Indices& region, int column, int depth);
  std::optional<std::pair<Indices, Indices>> columns(Indices region) const;
  std::optional<std::pair<Indices, Indices>> top_and_bottom(Indices region) const;
  bool independent(const Indices& left, const Indices& right) const;
  Indices text_of(const Indices& side) const;
  bool prose_like(const Indices& side) const;
  float share_on_common_baselines(const Indices& a, const Indices& b) const;
  Box extent(const Indices& side) const;
  bool any_side_by_side(Indices region) const;
  void put_rows(Indices region, int column);

  const std::vector<FlowItem>& items_;
  std::vector<FlowRow> rows_;
  int next_column_ = 0;
};

void Cutter::cut(const Indices& region, int column, int depth) {
  if (depth < deepest_cut && region.size() <= most_items && any_side_by_side(region)) {
    if (const auto sides = columns(region)) {
      cut(sides->first, next_column_++, depth + 1);
      cut(sides->second, next_column_++, depth + 1);
      return;
    }
    if (const auto parts = top_and_bottom(region)) {
      cut(parts->first, column, depth + 1);
      cut(parts->second, column, depth + 1);
      return;
    }
  }
  put_rows(region, column);
}

// Two items beside one another: only then is there anything to cut.
bool Cutter::any_side_by_side(Indices region) const {
  std::sort(region.begin(), region.end(), [&](int a, int b) { return item(a).box.y0 < item(b).box.y0; });
  for (size_t i = 0; i < region.size(); ++i)
    for (size_t j = i + 1; j < region.size() && item(region[j]).box.y0 < item(region[i]).box.y1; ++j) {
      const Box &a = item(region[i]).box, &b = item(region[j]).box;
      if (a.x1 <= b.x0 || b.x1 <= a.x0) return true;
    }
  return false;
}

// Splits at the widest white strip from top to bottom whose sides are read independently.
std::optional<std::pair<Indices, Indices>> Cutter::columns(Indices region) const {
  std::sort(region.begin(), region.end(), [&](int a, int b) { return item(a).box.x0 < item(b).box.x0; });
  std::vector<std::pair<float, size_t>> gutters;  // width, index of the first item on the right
  float reach = item(region[0]).box.x1;
  for (size_t i = 1; i < region.size(); ++i) {
    const float gap = item(region[i]).box.x0 - reach;
    if (gap >= std::max(narrowest_gutter_pt, narrowest_gutter_em * item(region[i]).size_pt)) gutters.emplace_back(gap, i);
    reach = std::max(reach, item(region[i]).box.x1);
  }
  std::stable_sort(gutters.begin(), gutters.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [width, at] : gutters) {
    Indices left(region.begin(), region.begin() + static_cast<std::ptrdiff_t>(at));
    Indices right(region.begin() + static_cast<std::ptrdiff_t>(at), region.end());
    if (independent(left, right)) return std::pair{std::move(left), std::move(right)};
  }
  return std::nullopt;
}

Box Cutter::extent(const Indices& side) const {
  Box box = item(side[0]).box;
  for (int i : side) box = united(box, item(i).box);
  return box;
}

bool Cutter::independent(const Indices& left, const Indices& right) const {
  const Box a = extent(left), b = extent(right);
  const float beside = std::min(a.y1, b.y1) - std::max(a.y0, b.y0);
  if (beside < side_by_side_share * std::min(a.height(), b.height())) return false;
  const Indices left_text = text_of(left), right_text = text_of(right);
  if (left_text.empty() || right_text.empty()) return true;
  if (prose_like(left_text) && prose_like(right_text)) return true;
  if (left_text.size() < 2 || right_text.size() < 2) return false;
  return share_on_common_baselines(left_text, right_text) < aligned_share;
}

Indices Cutter::text_of(const Indices& side) const {
  Indices text;
  std::copy_if(side.begin(), side.end(), std::back_inserter(text), [&](int i) { return !item(i).solid; });
  return text;
}

bool Cutter::prose_like(const Indices& side) const {
  const float width = extent(side).width();
  if (side.size() < prose_lines || width < prose_width_pt) return false;
  std::vector<float> widths;
  int letters = 0;
  for (int i : side) {
    widths.push_back(item(i).box.width());
    letters += item(i).letters;
  }
  const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
  std::nth_element(widths.begin(), middle, widths.end());
  return *middle >= prose_fill * width && letters >= prose_letters_per_line * static_cast<int>(side.size());
}

// Of the side with fewer lines, how many stand on a baseline of the other.
float Cutter::share_on_common_baselines(const Indices& a, const Indices& b) const {
  const Indices &few = a.size() <= b.size() ? a : b, &many = a.size() <= b.size() ? b : a;
  std::vector<float> baselines;
  for (int i : many) baselines.push_back(item(i).baseline);
  std::sort(baselines.begin(), baselines.end());
  size_t common = 0;
  for (int i : few) {
    const float reach = same_row_em * item(i).size_pt;
    const auto at = std::lower_bound(baselines.begin(), baselines.end(), item(i).baseline - reach);
    common += at != baselines.end() && *at <= item(i).baseline + reach;
  }
  return static_cast<float>(common) / static_cast<float>(few.size());
}

// Splits at the highest white strip from left to right.
std::optional<std::pair<Indices, Indices>> Cutter::top_and_bottom(Indices region) const {
  std::sort(region.begin(), region.end(), [&](int a, int b) { return item(a).box.y0 < item(b).box.y0; });
  float reach = item(region[0]).box.y1, highest = 0;
  size_t at = 0;
  for (size_t i = 1; i < region.size(); ++i) {
    const float gap = item(region[i]).box.y0 - reach;
    if (gap > highest) highest = gap, at = i;
    reach = std::max(reach, item(region[i]).box.y1);
  }
  if (at == 0) return std::nullopt;
  return std::pair{Indices(region.begin(), region.begin() + static_cast<std::ptrdiff_t>(at)),
                   Indices(region.begin() + static_cast<std::ptrdiff_t>(at), region.end())};
}

void Cutter::put_rows(Indices region, int column) {
  const auto height = [&](int i) { return item(i).solid ? item(i).box.y0 : item(i).baseline; };
  std::stable_sort(region.begin(), region.end(), [&](int a, int b) { return height(a) < height(b); });
  const size_t first_row = rows_.size();
  for (int i : region) {
    const bool joins = rows_.size() > first_row && !item(i).solid && !item(rows_.back().items[0]).solid &&
                       height(i) - height(rows_.back().items[0]) <= same_row_em * std::max(item(i).size_pt, item(rows_.back().items[0]).size_pt);
    if (joins) rows_.back().items.push_back(i);
    else rows_.push_back({{i}, column});
  }
  for (size_t r = first_row; r < rows_.size(); ++r)
    std::stable_sort(rows_[r].items.begin(), rows_[r].items.end(), [&](int a, int b) { return item(a).box.x0 < item(b).box.x0; });
}

}  // namespace

std::vector<FlowRow> reading_order(const std::vector<FlowItem>& items) {
  if (items.empty()) return {};
  return Cutter(items).run();
}

}  // namespace muster
