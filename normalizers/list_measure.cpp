#include "normalizers/list_measure.h"

#include "normalizers/surroundings.h"
#include "normalizers/text_reading.h"

namespace muster {

// "Grade 9 – £4,000" under the lead-in that names the payment.
bool in_list_item(const Scene& scene) {
  return scene.in_prose() && is_item(*scene.outline, scene.outline->nodes[static_cast<size_t>(scene.candidate->node)]);
}

// "Experienced worker (points 9 to 14): £37,000": the label before the colon may have words of its own.
bool in_bare_list_item(const Scene& scene) {
  if (!in_list_item(scene)) return false;
  const size_t colon = scene.figure ? scene.own->text.rfind(':', scene.figure->begin) : std::string::npos;
  return scene.own_unknown.empty() ||
         (colon != std::string::npos && unknown_words(read_words(std::string_view(scene.own->text).substr(colon), *scene.vocabulary), *scene.vocabulary).empty());
}

Choice from_lead_in(const Scene& scene, const std::string& unit) {
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::previous_text || a.distance != 0 || !a.words->text.ends_with(':')) continue;
    const Choice here = best_in(scene, *a.words, unit, prose_weight);
    if (here.mention && !here.ambiguous) return {here.mention, &a};
  }
  return {};
}

// "Team manager: £4,000 per annum" in a list under "Market supplement": the heading names what is paid.
Choice from_heading_of_list(const Scene& scene, const Choice& own, const std::string& unit) {
  if (!in_list_item(scene) || !unit.starts_with("gbp") || (own.mention && own.mention->weight > prose_weight)) return {};
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::heading || a.distance != 0) continue;
    const Choice here = best_in(scene, *a.words, unit, prose_weight);
    if (here.mention && !here.ambiguous && (!own.mention || here.mention->weight > own.mention->weight)) return {here.mention, &a};
  }
  return {};
}

// "Agency (FTE)" over or before a figure of running text says what it counts, as a header does.
Choice from_label_of_line(const Scene& scene, const std::string& unit) {
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::label_above || !scene.in_prose()) continue;
    const Choice here = best_in(scene, *a.words, unit, light_weight);
    if (here.mention && !here.ambiguous) return {here.mention, &a};
  }
  return {};
}

// "Team manager: £4,000 a year": a role and its money, which is pay unless the list is of something else.
bool is_price_beside_role(const Scene& scene, const Choice& own) {
  return own.mention && in_list_item(scene) && scene.quantity && scene.quantity->unit.starts_with("gbp") && own.mention->code == "salary" &&
         own.mention->begin < scene.figure->begin && own.mention->end >= scene.figure->end;
}

Choice from_lead_in_or_heading(const Scene& scene, const std::string& unit) {
  if (const Choice lead_in = from_lead_in(scene, unit); lead_in.mention) return lead_in;
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::heading) continue;
    const Choice here = best_in(scene, *a.words, unit, prose_weight);
    return here.mention && !here.ambiguous ? Choice{here.mention, &a} : Choice{};
  }
  return {};
}

}  // namespace muster
