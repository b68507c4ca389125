#include "normalizers/spent_money.h"

#include "normalizers/pattern.h"

namespace muster {

bool tells_what_was_spent(const Scene& scene, std::string_view measure) {
  static const Pattern after("^,? (?:was|were|has been|had been|is|being)? ?(?:spent|the (?:total )?(?:spend|cost|expenditure)|the total)\\b");
  static const Pattern before("\\b(?:spent|total (?:spend|cost|expenditure|of)|(?:spend|expenditure) (?:of|was|came to|is))(?: a total of| about| around| just over| some)? $");
  if (measure != "agency_pay_rate" || scene.in_table() || !scene.quantity) return false;
  const std::string_view text = scene.own->text;
  return after.in(text.substr(scene.figure->end)) || before.in(text.substr(0, scene.figure->begin));
}

}  // namespace muster
