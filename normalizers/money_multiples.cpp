#include "normalizers/money_multiples.h"

#include <algorithm>

#include "normalizers/pattern.h"

namespace muster {
namespace {

bool bears_own_multiple(const std::string& raw) {
  static const Pattern pattern("\\d ?(?:k|m|mn|bn|million|thousand)\\b");
  return pattern.in(raw);
}

}  // namespace

bool counts_money(const TextReading& words) { return words.text.find("\u00A3") != std::string::npos; }

int places_of_pounds(const std::string& text) {
  static const Pattern in_thousands("\u00A3 ?'?(?:000'?s?|k|thousands?)(?:[^a-z0-9]|$)|\\b(?:thousands of pounds|in thousands|000s)\\b");
  static const Pattern in_millions("\u00A3 ?(?:m|mn|millions?)(?:[^a-z0-9]|$)|\\bmillions of pounds\\b|\\bin millions\\b");
  return in_thousands.in(text) ? thousands : in_millions.in(text) ? millions : 0;
}

Multiple multiple_of_pounds(const Scene& scene) {
  if (!scene.quantity || bears_own_multiple(scene.candidate->raw)) return {};
  for (const Around& a : scene.around) {
    if (!belongs_to_table(a.kind)) continue;
    if (const int places = places_of_pounds(a.words->text)) return {places, std::string(name_of(a.kind))};
    if (a.kind == ContextKind::column_header && a.words->text.find("\u00A3") != std::string::npos) return {};  // "£": pounds as they are
  }
  return {};
}

Decimal with_places(const Decimal& value, int places) {
  const size_t point = value.find('.');
  std::string whole = value.substr(0, point), part = point == std::string::npos ? "" : value.substr(point + 1);
  for (int i = 0; i < places; ++i) {
    whole += part.empty() ? '0' : part.front();
    if (!part.empty()) part.erase(0, 1);
  }
  whole.erase(0, std::min(whole.find_first_not_of('0'), whole.size() - 1));
  return part.empty() ? whole : whole + "." + part;
}

}  // namespace muster
