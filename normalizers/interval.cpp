#include "normalizers/interval.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace muster {

bool overlap(const Interval& a, const Interval& b) {
  // Sums of decimals are not exact in binary: differences far below any printed digit count as equal.
  constexpr double slack = 1e-9;
  return a.lo <= b.hi + slack && b.lo <= a.hi + slack;
}

Interval operator+(const Interval& a, const Interval& b) { return {a.lo + b.lo, a.hi + b.hi, a.stated + b.stated}; }

Interval operator/(const Interval& a, const Interval& b) {
  const double q[] = {a.lo / b.lo, a.lo / b.hi, a.hi / b.lo, a.hi / b.hi};
  return {*std::min_element(q, q + 4), *std::max_element(q, q + 4), b.stated == 0 ? 0 : a.stated / b.stated};
}

Interval operator*(double factor, const Interval& a) {
  const double x = factor * a.lo, y = factor * a.hi;
  return {std::min(x, y), std::max(x, y), factor * a.stated};
}

std::optional<Interval> printed_interval(const Decimal& value) {
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (value.empty() || error != std::errc() || end != value.data() + value.size()) return std::nullopt;
  const size_t point = value.find('.');
  const int places = point == Decimal::npos ? 0 : static_cast<int>(value.size() - point - 1);
  const double unit = std::pow(10.0, -places);
  return Interval{number - unit / 2, number + unit, number};
}

std::optional<Interval> printed_interval(const Decimal& value, std::string_view raw) {
  const auto digits = [](std::string_view text) { return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }); };
  auto interval = printed_interval(value);
  const auto written_out = digits(value) - digits(raw);
  if (!interval || written_out <= 0 || digits(raw) == 0 || value.find('.') != Decimal::npos) return interval;
  const double unit = std::pow(10.0, static_cast<double>(written_out));
  return Interval{interval->stated - unit / 2, interval->stated + unit, interval->stated};
}

std::optional<Interval> interval_of(const Quantity& quantity) {
  if (quantity.status == "suppressed" || quantity.qualifier == "range") {
    const auto low = printed_interval(quantity.value), high = printed_interval(quantity.value_upper);
    if (!low || !high) return std::nullopt;
    return Interval{low->stated, high->stated, (low->stated + high->stated) / 2};
  }
  if ((quantity.status != "reported" && quantity.status != "nil") || quantity.qualifier != "exact") return std::nullopt;
  if (quantity.status == "nil" && quantity.value.empty()) return Interval{};
  return printed_interval(quantity.value);
}

std::string shown(double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.2f", value);
  std::string out = text;
  while (out.ends_with('0')) out.pop_back();
  if (out.ends_with('.')) out.pop_back();
  return out == "-0" ? "0" : out;
}

}  // namespace muster
