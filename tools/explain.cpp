#include "tools/explain.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "schemas/text.h"
#include "tools/dataset_rows.h"
#include "tools/explanation.h"
#include "tools/review/desk_data.h"
#include "tools/review/originals.h"

namespace muster {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t name_width = 13;  // the longest name of a step and a blank

// Whether the bytes are still at hand: the end of the chain that the dataset alone cannot show.
void add_original(const std::map<std::string, std::string>& originals, Explanation& explanation) {
  const auto found = originals.find(explanation.content_sha256);
  auto& evidence = explanation.steps.front().evidence;
  if (found != originals.end()) evidence.emplace_back("original", found->second + " has these very bytes");
  else evidence.emplace_back("original", "no file with these bytes was found; name where the originals are: muster explain DATASET ID --originals DIR");
}

void print_words(const Explanation& explanation, std::ostream& out) {
  out << explanation.observation_id << "\n" << explanation.headline << "\n";
  for (const ExplanationStep& step : explanation.steps) {
    std::string name = step.name;
    name.resize(name_width, ' ');
    out << '\n' << name << step.words << '\n';
    for (const auto& [what, is] : step.evidence) out << std::string(name_width, ' ') << "\u2022 " << what << ": " << single_spaced(is) << '\n';
  }
}

Json json_of(const Explanation& explanation) {
  Json steps = Json::array();
  for (const ExplanationStep& step : explanation.steps) {
    Json evidence = Json::array();
    for (const auto& [what, is] : step.evidence) evidence.push_back({{"what", what}, {"is", is}});
    steps.push_back({{"step", step.name}, {"words", step.words}, {"evidence", evidence}});
  }
  return {{"observation_id", explanation.observation_id}, {"headline", explanation.headline}, {"steps", steps}};
}

}  // namespace

int explain(const ExplainOptions& options, std::ostream& out) {
  const Database database = open_dataset(options.dataset);
  const auto originals = find_originals(options.dataset, options.originals, document_sizes(database));
  Json all = Json::array();
  for (const std::string& id : options.ids) {
    Explanation explanation = explain_observation(database, find_observation(database, id));
    add_original(originals, explanation);
    if (options.json) all.push_back(json_of(explanation));
    else print_words(explanation, out << (id == options.ids.front() ? "" : "\n\n"));
  }
  if (options.json) out << (all.size() == 1 ? all[0] : all).dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
  return 0;
}

}  // namespace muster
