#include "normalizers/whole_of_part.h"

#include "normalizers/pattern.h"

namespace muster {

bool is_whole_of_posts(const Scene& scene) {
  static const Pattern of("^[^.;,\\d]{0,40}?\\b(?:out )?of (?:a total of |an establishment of |(?:the|its|our|their|all|some|about|around) ){0,2}$");
  static const Pattern posts("^ (?:[a-z'\u2019/-]+ ){0,5}?(?:posts|positions|roles|jobs|establishment)\\b");
  if (scene.in_table() || !scene.quantity || scene.ordinal == 0 || scene.quantity->unit == "percent") return false;
  const QuantityMatch& part = scene.own->quantities[static_cast<size_t>(scene.ordinal) - 1];
  const std::string_view text = scene.own->text;
  return part.unit != "percent" && of.in(text.substr(part.end, scene.figure->begin - part.end)) && posts.in(text.substr(scene.figure->end));
}

bool is_total_beside_agency(const Scene& scene) {
  static const Pattern out_of("\\bout of (?:a total of |a (?:social work )?workforce of |(?:all|the|its|our|their|some|about) ){0,2}$");
  if (scene.in_table() || !scene.quantity || scene.ordinal == 0 || scene.quantity->unit == "percent") return false;
  const QuantityMatch& part = scene.own->quantities[static_cast<size_t>(scene.ordinal) - 1];
  return out_of.in(std::string_view(scene.own->text).substr(part.end, scene.figure->begin - part.end));
}

bool counts_people(const Scene& scene) {
  static const Pattern people("^ (?:(?:of|our|the|these|council|social|care|agency|permanent|qualified|different|individual) ){0,4}(?:employees|workers|staff|people|individuals|persons|officers|posts|social workers|members of staff)\\b");
  if (!scene.quantity || !scene.quantity->unit.empty()) return false;
  return people.in(std::string_view(scene.own->text).substr(scene.figure->end));
}

}  // namespace muster
