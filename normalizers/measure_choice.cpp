#include "normalizers/measure_choice.h"

#include <algorithm>

#include "normalizers/pattern.h"
#include "normalizers/vocabulary_tables.h"
#include "normalizers/measure_fits.h"

namespace muster {
namespace {

bool in_brackets(const TextReading& words, const Mention& m) {
  const size_t open = words.text.rfind('(', m.begin);
  const size_t close = open == std::string::npos ? open : words.text.find(')', open);
  return close != std::string::npos && close >= m.end;
}

}  // namespace

Choice best_in(const Scene& scene, const TextReading& words, const std::string& unit, int least_weight) {
  const auto fitting = [&](const Mention& m) {
    return m.kind == MentionKind::measure && m.weight >= least_weight && fits(*scene.vocabulary, m.code, unit);
  };
  const bool some_outside = std::any_of(words.mentions.begin(), words.mentions.end(),
                                        [&](const Mention& m) { return fitting(m) && !in_brackets(words, m); });
  Choice choice;
  for (const Mention& m : words.mentions) {
    if (!fitting(m) || (some_outside && in_brackets(words, m))) continue;
    if (!choice.mention || m.weight > choice.mention->weight) choice = {&m};
    else if (m.weight == choice.mention->weight && m.code != choice.mention->code) choice.ambiguous = true;
  }
  return choice;
}

// "Agency workers as a percentage of all social workers in post": what a share is taken of is no measure of its own.
static bool is_denominator(const Scene& scene, const TextReading& words, const Mention& share, const Mention& m) {
  static const Pattern of("\\b(?:percentage|per ?cent|%|proportion|share|rate)\\b[^,;:.]{0,12}\\bof [^,;:.]{0,60}$");
  return m.begin >= share.end && scene.vocabulary->tables().workforce.measures.at(share.code).counts_in("percent") &&
         of.in(std::string_view(words.text).substr(share.begin, m.begin - share.begin));
}

bool names_another(const Scene& scene, const TextReading& words, const Mention& chosen, const std::string& unit) {
  return std::any_of(words.mentions.begin(), words.mentions.end(), [&](const Mention& m) {
    const bool apart = m.end <= chosen.begin || chosen.end <= m.begin;
    return m.kind == MentionKind::measure && m.weight >= prose_weight && m.code != chosen.code && apart && !is_denominator(scene, words, chosen, m) && fits(*scene.vocabulary, m.code, unit);
  });
}

bool is_band_of_service(const TextReading& label) {
  return std::any_of(label.mentions.begin(), label.mentions.end(),
                     [](const Mention& m) { return m.kind == MentionKind::breakdown && m.code == "length_of_service"; });
}

}  // namespace muster
