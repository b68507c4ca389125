#include "extractors/office/number_format.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

#include "extractors/office/date_format.h"
#include "extractors/office/format_tokens.h"
#include "schemas/text.h"

namespace muster {
namespace {

// What spreadsheets compute with.
constexpr int significant_digits = 15;
// General shows no more than fits eleven digits.
constexpr int general_digits = 11;
constexpr double most_plain_integer = 1e15;
// More decimals than any format shows.
constexpr int most_decimals = 30;

std::string printed(const char* format, int precision, double value) {
  char out[400];
  std::snprintf(out, sizeof out, format, precision, value);
  return out;
}

// The decimal digits of a non-negative value at 15 significant digits, then rounded half up: "12.50".
std::string rounded(double value, int decimals) {
  const int magnitude = value > 0 ? static_cast<int>(std::floor(std::log10(value))) : 0;
  const int exact = std::clamp(significant_digits - 1 - magnitude, 0, most_decimals);
  std::string digits = printed("%.*f", exact, value);
  if (digits.find('.') == std::string::npos) digits += '.';
  const size_t point = digits.find('.');
  const size_t keep = point + 1 + static_cast<size_t>(decimals);
  if (keep >= digits.size()) return digits.append(keep - digits.size(), '0');
  const bool up = digits[keep] >= '5';
  digits.resize(keep);
  for (size_t i = keep; up && i-- > 0;) {
    if (digits[i] == '.') continue;
    if (digits[i]++ != '9') return digits;
    digits[i] = '0';
    if (i == 0) digits.insert(digits.begin(), '1');
  }
  return digits;
}

std::string without_trailing_zeros(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

std::string general(double value) {
  if (value == std::floor(value) && std::abs(value) < most_plain_integer) return printed("%.*f", 0, value);
  const double size = std::abs(value);
  if (size >= 1e11 || size < 1e-9) return printed("%.*G", 6, value);
  const int magnitude = static_cast<int>(std::floor(std::log10(size)));
  const std::string text = without_trailing_zeros(rounded(size, std::clamp(general_digits - 1 - std::max(magnitude, 0), 0, general_digits - 1)));
  return (value < 0 ? "-" : "") + text;
}

// How a section wants its digits.
struct DigitPlan {
  int integer_digits = 0, decimals = 0, optional_decimals = 0, scale = 0, percents = 0;
  bool thousands = false, exponent = false, fraction = false, any = false;
};

// Thousands scaled away by commas right behind the last digit place.
void take_comma(const std::vector<FormatToken>& tokens, size_t i, DigitPlan& plan) {
  size_t next = i;
  while (next < tokens.size() && tokens[next].kind == FormatToken::Kind::comma) ++next;
  const bool digit_follows = next < tokens.size() && tokens[next].kind == FormatToken::Kind::digit;
  if (digit_follows) plan.thousands = plan.any;
  else if (plan.any) ++plan.scale;
}

DigitPlan plan_of(const std::vector<FormatToken>& tokens) {
  DigitPlan plan;
  bool after_point = false;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const FormatToken& token = tokens[i];
    switch (token.kind) {
      case FormatToken::Kind::digit:
        plan.any = true;
        if (plan.exponent) break;
        if (!after_point) plan.integer_digits += token.text == "0";
        else if (token.text == "0") plan.decimals += 1 + plan.optional_decimals, plan.optional_decimals = 0;
        else ++plan.optional_decimals;
        break;
      case FormatToken::Kind::point: after_point = true; break;
      case FormatToken::Kind::comma: take_comma(tokens, i, plan); break;
      case FormatToken::Kind::percent: ++plan.percents; break;
      case FormatToken::Kind::exponent: plan.exponent = true; break;
      case FormatToken::Kind::slash: plan.fraction |= plan.any; break;
      default: break;
    }
  }
  return plan;
}

std::string grouped(std::string integer) {
  for (size_t i = integer.size(); i > 3;) integer.insert(i -= 3, ",");
  return integer;
}

std::string digits_of(double size, const DigitPlan& plan) {
  size *= std::pow(100, plan.percents) / std::pow(1000, plan.scale);
  const int most = std::min(plan.decimals + plan.optional_decimals, most_decimals);
  std::string text = rounded(size, most);
  for (int i = 0; i < plan.optional_decimals && text.ends_with('0'); ++i) text.pop_back();
  const size_t point = text.find('.');
  std::string integer = text.substr(0, point);
  const std::string fraction = text.substr(point + 1);
  if (integer == "0" && plan.integer_digits == 0) integer.clear();
  if (integer.size() < static_cast<size_t>(plan.integer_digits)) integer.insert(0, static_cast<size_t>(plan.integer_digits) - integer.size(), '0');
  if (plan.thousands) integer = grouped(integer);
  return fraction.empty() ? integer : integer + "." + fraction;
}

// Literal text of the section with the digits in place of the first run of digit places.
std::string filled(const std::vector<FormatToken>& tokens, const std::string& digits) {
  std::string out;
  bool placed = false;
  for (const FormatToken& token : tokens) {
    switch (token.kind) {
      case FormatToken::Kind::literal: out += token.text; break;
      case FormatToken::Kind::percent: out += '%'; break;
      case FormatToken::Kind::digit:
      case FormatToken::Kind::point:
        if (!placed) out += digits;
        placed = true;
        break;
      default: break;
    }
  }
  return out;
}

std::string in_section(double value, bool with_sign, std::string_view section, bool since_1904) {
  const std::vector<FormatToken> tokens = format_tokens(section);
  const bool as_text = std::ranges::any_of(tokens, [](const FormatToken& t) { return t.kind == FormatToken::Kind::text; });
  if (as_text || is_general(tokens)) return general(with_sign ? value : std::abs(value));
  if (is_date_format(tokens)) {
    const std::string date = shown_date(value, tokens, since_1904);
    return date.empty() ? general(value) : date;
  }
  const DigitPlan plan = plan_of(tokens);
  if (plan.fraction) return general(value);
  std::string digits;
  if (plan.exponent) digits = printed("%.*E", plan.decimals, std::abs(value));
  else if (plan.any) digits = digits_of(std::abs(value), plan);
  const bool shows_zero = digits.find_first_of("123456789") == std::string::npos;
  return (with_sign && value < 0 && !shows_zero ? "-" : "") + filled(tokens, digits);
}

}  // namespace

std::string_view built_in_format(int id) {
  struct Row { int id; std::string_view code; };
  static constexpr Row rows[] = {
      {1, "0"}, {2, "0.00"}, {3, "#,##0"}, {4, "#,##0.00"}, {5, "£#,##0;-£#,##0"}, {6, "£#,##0;-£#,##0"}, {7, "£#,##0.00;-£#,##0.00"},
      {8, "£#,##0.00;-£#,##0.00"}, {9, "0%"}, {10, "0.00%"}, {11, "0.00E+00"}, {12, "# ?/?"}, {13, "# ?/?"}, {14, "dd/mm/yyyy"},
      {15, "d-mmm-yy"}, {16, "d-mmm"}, {17, "mmm-yy"}, {18, "h:mm AM/PM"}, {19, "h:mm:ss AM/PM"}, {20, "h:mm"}, {21, "h:mm:ss"},
      {22, "dd/mm/yyyy hh:mm"}, {37, "#,##0;-#,##0"}, {38, "#,##0;-#,##0"}, {39, "#,##0.00;-#,##0.00"}, {40, "#,##0.00;-#,##0.00"},
      {41, "#,##0;-#,##0;\"-\";@"}, {42, "£#,##0;-£#,##0;£\"-\";@"}, {43, "#,##0.00;-#,##0.00;\"-\";@"},
      {44, "£#,##0.00;-£#,##0.00;£\"-\";@"}, {45, "mm:ss"}, {46, "[h]:mm:ss"}, {47, "mm:ss.0"}, {48, "##0.0E+0"}, {49, "@"}};
  const auto found = std::ranges::find(rows, id, &Row::id);
  return found == std::end(rows) ? "General" : found->code;
}

std::string shown_number(double value, std::string_view format, bool since_1904) {
  if (!std::isfinite(value)) return {};
  const std::vector<std::string_view> sections = format_sections(format);
  if (has_condition(format) || sections.empty()) return general(value);
  const size_t numeric = std::min<size_t>(sections.size(), 3);
  if (value < 0 && numeric >= 2) return in_section(value, false, sections[1], since_1904);
  if (value == 0 && numeric >= 3) return in_section(value, false, sections[2], since_1904);
  return in_section(value, true, sections[0], since_1904);
}

std::string shown_text(std::string_view text, std::string_view format) {
  const std::vector<std::string_view> sections = format_sections(format);
  if (sections.size() < 4) return std::string(text);
  std::string out;
  for (const FormatToken& token : format_tokens(sections[3]))
    out += token.kind == FormatToken::Kind::text ? std::string(text) : token.kind == FormatToken::Kind::literal ? token.text : "";
  return out;
}

}  // namespace muster
