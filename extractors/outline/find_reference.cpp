#include "extractors/outline/find_reference.h"

#include <re2/re2.h>

#include <algorithm>

#include "schemas/text.h"

namespace muster {
namespace {

constexpr long fewest_digits = 3;  // "Part 2a", "A4" and "Q12" are no references

bool is_reference(std::string_view code) {
  static const RE2 other(
      R"((?i)(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|0\d{9,10}|\d+(?:st|nd|rd|th)|\d{1,2}[.:]\d\d(?:am|pm)?|[A-Z]{1,2}\d[A-Z\d]?)");
  const bool enough = std::count_if(code.begin(), code.end(), [](char c) { return is_digit(c); }) >= fewest_digits;
  return enough && !RE2::FullMatch(re2::StringPiece(code.data(), code.size()), other);
}

std::string_view first_match(std::string_view line, const RE2& pattern) {
  re2::StringPiece rest(line.data(), line.size()), found;
  while (RE2::FindAndConsume(&rest, pattern, &found)) {
    const std::string_view value(found.data(), found.size());
    if (is_reference(value)) return value;
  }
  return {};
}

std::string_view after_request_words(std::string_view line) {
  static const RE2 glued(R"((?i)\b((?:FOI(?:SA|A|R)?|EIR|RFI|IR|IAT|SAR)[-/._](?:[A-Z0-9]+[-/._−‐‑])*[A-Z0-9]+))");
  static const RE2 parted(R"((?i)\b(?:FOI(?:SA|A|R)?|EIR|RFI|IAT|IRN|request|freedom of information|information request|enquiry|case|reference|ref)\.?)"
                          R"((?: (?:no|number|id|ref|reference|request))?[.:#]? ?([A-Z]{0,6}\d)" R"([A-Za-z0-9]*(?:[-/._−‐‑][A-Za-z0-9]+)*|[A-Z]{2,6}[-/]\d[A-Za-z0-9]*(?:[-/._−‐‑][A-Za-z0-9]+)*))");
  if (const std::string_view whole = first_match(line, glued); !whole.empty()) return whole;
  return first_match(line, parted);
}

// "ECC8834112 03 17", "WHC-8812": capitals and digits, and further groups of digits.
std::string_view whole_code(std::string_view part) {
  static const RE2 code(R"([A-Z]{1,8}[-/._]?\d[A-Z0-9]{3,}(?:[-/. ]\d{2,})*|[A-Z]{2,8}(?:[-/._][A-Z0-9]+)*[-/._]\d{3,}(?:[-/._][A-Z0-9]+)*)");
  part = trimmed(part);
  return RE2::FullMatch(re2::StringPiece(part.data(), part.size()), code) && is_reference(part) ? part : std::string_view();
}

}  // namespace

PrintedReference find_reference(std::string_view line) {
  if (const std::string_view value = after_request_words(line); !value.empty()) return {ReferenceForm::request, value};
  static const RE2 part_pattern(R"(([^|,;\t•·—–]+))");
  re2::StringPiece rest(line.data(), line.size()), part;
  while (RE2::FindAndConsume(&rest, part_pattern, &part))
    if (const std::string_view value = whole_code({part.data(), part.size()}); !value.empty()) return {ReferenceForm::code, value};
  return {};
}

std::string_view glued_reference(std::string_view line) {
  static const RE2 pattern(R"(^\s*([A-Z]{2,8}[-/._](?:[A-Za-z0-9]+[-/._])*[A-Za-z0-9]*\d[A-Za-z0-9]*)(?:[\s:|,;].*)?$)");
  re2::StringPiece found;
  if (!RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), pattern, &found)) return {};
  const std::string_view value(found.data(), found.size());
  return is_reference(value) ? value : std::string_view();
}

}  // namespace muster
