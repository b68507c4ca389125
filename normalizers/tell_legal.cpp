#include "normalizers/authority.h"
#include "normalizers/refusal.h"
#include "normalizers/tell.h"

namespace muster {
namespace {

std::string regime_of(const Scene& scene) {
  const Authority* publisher = authority_with(scene.record->publisher_code, *scene.vocabulary);
  return usual_regime_of(publisher ? publisher->nation : "");
}

bool set_ground(const Scene& scene, std::string_view text, Observation& observation) {
  const std::vector<LegalMatch> references = find_legal_references(text, regime_of(scene), *scene.vocabulary);
  const LegalMatch* ground = ground_of(references);
  if (ground) observation.legal = ground->ground;
  return ground != nullptr;
}

}  // namespace

void tell_legal(const Scene& scene, Observation& observation) {
  const std::string& status = observation.quantity.status;
  if (status == "reported" || status == "planned" || status == "nil" || status == "low" || status == "unexplained") return;
  if (set_ground(scene, scene.own->text, observation) || scene.candidate->exchange < 0) return;
  const Exchange& exchange = scene.outline->exchanges[static_cast<size_t>(scene.candidate->exchange)];
  if (!scene.in_table() && set_ground(scene, exchange.answer, observation)) return;
  for (int note : exchange.note_nodes)
    if (set_ground(scene, scene.outline->slice(scene.outline->nodes[static_cast<size_t>(note)].span), observation)) return;
}

}  // namespace muster
