#include "normalizers/bind_respectively.h"

#include <algorithm>
#include <set>
#include <string>

#include "normalizers/pattern.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Words that may stand between the members of a row.
bool joins_row(std::string_view between) {
  static const std::set<std::string, std::less<>> joints = {"and", "or", "in", "for", "the", "to", "of", "at", "during", "on", "by", "fte", "wte", "year", "years", "per", "cent"};
  if (between.find_first_of(";.\n") != std::string_view::npos) return false;
  const std::string plain = folded(between);
  for (std::string_view word : split(plain, ' '))
    if (!word.empty() && !joints.count(word)) return false;
  return true;
}

// Neighbours joined into one row that ends with the last of them before `end`.
std::vector<int> last_row(const TextReading& reading, MentionKind kind, size_t begin, size_t end) {
  std::vector<int> row;
  for (size_t k = 0; k < reading.mentions.size(); ++k) {
    const Mention& m = reading.mentions[k];
    if (m.kind != kind || m.begin < begin || m.end > end) continue;
    if (!row.empty()) {
      const size_t from = reading.mentions[static_cast<size_t>(row.back())].end;
      if (m.begin < from || !joins_row(std::string_view(reading.text).substr(from, m.begin - from))) row.clear();
    }
    row.push_back(static_cast<int>(k));
  }
  return row;
}

struct Words {
  MentionKind kind;
  int Bound::* field;
};

constexpr Words kinds[] = {{MentionKind::period, &Bound::period},   {MentionKind::area, &Bound::area},   {MentionKind::service, &Bound::service},
                           {MentionKind::grade, &Bound::grade},     {MentionKind::category, &Bound::category}, {MentionKind::measure, &Bound::measure}};

bool differ(const TextReading& reading, const std::vector<int>& row) {
  std::set<std::string> codes;
  for (int k : row) codes.insert(reading.mentions[static_cast<size_t>(k)].code + reading.mentions[static_cast<size_t>(k)].detail);
  return codes.size() == row.size();
}

void pair_row(const TextReading& reading, size_t begin, size_t end, std::vector<Bound>& all) {
  const std::vector<int> figures = last_row(reading, MentionKind::quantity, begin, end);
  if (figures.size() < 2) return;
  const auto bound_of = [&](int figure) { return std::find_if(all.begin(), all.end(), [&](const Bound& b) { return b.figure == figure; }); };
  for (const Words& words : kinds) {
    const std::vector<int> row = last_row(reading, words.kind, begin, end);
    const bool pairs = row.size() == figures.size() && differ(reading, row);
    const bool another_place = words.kind == MentionKind::area && !row.empty() && reading.mentions[static_cast<size_t>(row.front())].begin > reading.mentions[static_cast<size_t>(figures.front())].begin;
    for (size_t i = 0; i < figures.size(); ++i) {
      const auto bound = bound_of(figures[i]);
      if (bound == all.end()) continue;
      if (pairs) (*bound).*words.field = row[i], bound->area_with = words.kind == MentionKind::area ? -1 : bound->area_with;
      else if (another_place) bound->area = -1, bound->place_unclear = true;
    }
  }
}

}  // namespace

void pair_respectively(const TextReading& reading, std::vector<Bound>& all) {
  static const Pattern respectively("\\brespectively\\b");
  size_t begin = 0;
  for (const Pattern::Match& match : respectively.all(reading.text)) {
    pair_row(reading, begin, match.begin, all);
    begin = match.end;
  }
}

}  // namespace muster
