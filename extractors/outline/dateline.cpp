#include "extractors/outline/dateline.h"

#include <re2/re2.h>

#include "schemas/text.h"

namespace muster {
namespace {

bool matches(std::string_view text, const RE2& pattern) { return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern); }

}  // namespace

bool is_dateline(std::string_view line, std::string_view date) {
  constexpr size_t longest_beside_date_bytes = 80;
  static const RE2 before(
      R"((?i)(?:(?:first |last |originally )?(?:published|posted|updated|modified|reviewed|released|added)(?: on| at| date)?:? *|(?:by|words|reporter:?) [^\d,|:]+(?:,| on| \||-) *|(?-i:[A-Z][^\d\s,|:]*(?: (?:[A-Z&][^\d\s,|:]*|of|the|and))*)(?:,| \||-) *|volume \d+: *|debated on *)*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? *)?)",
      RE2::Latin1);
  static const RE2 after(
      R"((?i)(?:[,| -]*(?:at )?\d\d?[:.]\d\d ?(?:am|pm|bst|gmt)*)?(?:[,| -]*\d\d? ?min(?:ute)?s?(?: read)?)?(?:,? (?-i:in [A-Z][^\d.|:]*))?\.?(?: *[|-]? *(?:story |last )?(?:updated|modified|reviewed)[^.]*)?[ .]*)",
      RE2::Latin1);
  const auto at = static_cast<size_t>(date.data() - line.data());
  const std::string_view head = trimmed(line.substr(0, at)), tail = line.substr(at + date.size());
  return head.size() + tail.size() <= longest_beside_date_bytes && matches(head, before) && matches(tail, after);
}

}  // namespace muster
