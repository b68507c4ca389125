#include "extractors/outline/dateline.h"

#include <re2/re2.h>

#include "schemas/text.h"

namespace muster {
namespace {

bool matches(std::string_view text, const RE2& pattern) { return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern); }

}  // namespace

bool is_dateline(std::string_view line, std::string_view date) {
  static const RE2 before(
      R"((?i)(?:(?:first |last |originally )?(?:published|posted|updated|modified|reviewed|released|added)(?: on| at| date)?:? *|(?:by|words|reporter:?) [\pL .'’\-]{2,60}(?:,| on| \||[–\-]) *|(?-i:[A-Z][\pL&'’]+(?: (?:[A-Z&][\pL'’]*|of|the|and))*)(?:,| \|| [–\-]) *|volume \d+: *|debated on *)*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? *)?)");
  static const RE2 after(
      R"((?i)(?:[,|·•–\- ]*(?:at )?\d{1,2}[:.]\d{2} ?(?:am|pm|bst|gmt)*)?(?:[,|·•–\- ]*\d{1,2} ?min(?:ute)?s?(?: read)?)?(?:,? (?-i:in [A-Z][\pL&'’\- ]*(?:, ?[A-Z][\pL&'’\- ]*)*))?\.?(?: *[|·•–\-]? *(?:story |last )?(?:updated|modified|reviewed)[^.]{0,40})?[ .]*)");
  const auto at = static_cast<size_t>(date.data() - line.data());
  return matches(trimmed(line.substr(0, at)), before) && matches(line.substr(at + date.size()), after);
}

}  // namespace muster
