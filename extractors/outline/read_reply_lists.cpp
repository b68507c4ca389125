// Lists that stand for answers whose numbers the reply leaves out.
#include <algorithm>

#include "extractors/outline/reply_reader.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t fewest_lists = 2;  // one list under an answer may belong to it

// What names the item: "2020/21" of "2020/21 - 14".
std::string lead_of(std::string_view item) {
  size_t end = item.size();
  for (const std::string_view separator : {":", " - ", " \u2013 ", " \u2014 ", " = ", "- "})
    end = std::min(end, item.find(separator));
  return end >= item.size() ? std::string() : folded(item.substr(0, end));
}

}  // namespace

// The open questions before the next key; parts of one number stand together.
std::vector<std::vector<int>> ReplyReader::open_numbers(int next) const {
  std::vector<std::vector<int>> out;
  for (const int index : open_before(next)) {
    if (index <= last_ || d_.questions[static_cast<size_t>(index)].path.empty()) continue;
    const std::string& number = d_.questions[static_cast<size_t>(index)].path[0];
    if (out.empty() || d_.questions[static_cast<size_t>(out.back()[0])].path[0] != number) out.emplace_back();
    if (out.back().size() == 1 && out.back()[0] == d_.questions[static_cast<size_t>(index)].parent) out.back().clear();
    out.back().push_back(index);
  }
  return out;
}

// "5. None.", two lists of the same years, then "8. 14": when lists that repeat the same labels end the answer before a
// gap, and are as many as the numbers that the reply left out, each is the answer to one of them.
void ReplyReader::deal_lists(int next) {
  const std::vector<std::vector<int>> open = open_numbers(next);
  if (group_ < 0 || open.size() < fewest_lists) return;
  size_t begin = d_.passages.size();
  while (begin > 0 && d_.passages[begin - 1].answer == group_ && d_.passages[begin - 1].kind == PassageKind::list_item) --begin;
  const size_t items = d_.passages.size() - begin, each = items / open.size();
  const bool says_more = begin > 0 && d_.passages[begin - 1].answer == group_;
  if (!says_more || each == 0 || items % open.size() != 0) return;
  for (size_t i = 0; i < items; ++i) {
    const std::string lead = lead_of(d_.passages[begin + i].text);
    if (lead.empty() || lead != lead_of(d_.passages[begin + i % each].text)) return;
  }
  for (size_t i = 0; i < items; ++i) {
    if (i % each == 0) open_group(open[i / each]);
    d_.passages[begin + i].answer = group_;
  }
}

}  // namespace muster
