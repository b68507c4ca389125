#include "normalizers/table_measure.h"

#include <algorithm>
#include <cstdlib>

#include "normalizers/label_kinds.h"
#include "normalizers/money_multiples.h"
#include "normalizers/vocabulary_tables.h"

namespace muster {
namespace {

bool has_unit(const TextReading& words, std::string_view unit) { return words.has(MentionKind::unit, unit); }

bool is_cell_header(ContextKind kind) { return kind == ContextKind::column_header || kind == ContextKind::row_header; }

// A title in pounds holds for columns that do not count otherwise ("No. of staff").
bool under_title_in_pounds(const Scene& scene) {
  static const Pattern counted("\\b(?:number|no\\.|nos?|count|posts|staff|people|hours|days)\\b");
  bool titled = false;
  for (const Around& a : scene.around) {
    if (a.kind == ContextKind::column_header && (a.words->has(MentionKind::unit) || counted.in(a.words->text))) return false;
    titled |= a.kind == ContextKind::table_title && counts_money(*a.words);
  }
  return titled;
}

// Labels that say who works, where a header over them promises no more: "Newly qualified" under "Grade".
bool only_says_who(const Scene& scene, const Mention& m, const Around& label) {
  return (m.code == "newly_qualified" || m.code == "inpost" || m.code == "early_career") && kind_of_label(scene, label) == LabelKind::role;
}

// "Workforce" over "Agency", "Caseload" over "Cases" with more of them than one worker holds: the outer header names the theme, the
// inner one what is counted.
bool is_theme_over(const Scene& scene, const Mention& outer, const Mention& inner) {
  if (outer.code == "inpost") return inner.code != "inpost";
  if (outer.code != "caseload" || (inner.code != "cases" && inner.code != "case_holders")) return false;
  const double most = scene.vocabulary->tables().workforce.measures.at(outer.code).most;
  return inner.code == "case_holders" || (scene.quantity && std::strtod(scene.quantity->quantity.value.c_str(), nullptr) > most);
}

// The innermost header of a kind that names a measure; bare role words give way to a header further out, but "Agency" under
// "Workforce" names its own.
Choice from_headers_of(const Scene& scene, ContextKind kind, const std::string& unit) {
  Choice best;
  for (const Around& a : scene.around) {
    if (a.kind != kind || (best.mention && best.mention->weight >= prose_weight)) continue;
    Choice here = best_in(scene, *a.words, unit, light_weight);
    const bool theme = best.mention && here.mention && is_theme_over(scene, *here.mention, *best.mention);
    if (here.mention && !theme && (!best.mention || here.mention->weight > best.mention->weight)) best = {here.mention, &a};
  }
  return best;
}

// Headers of several levels read as one: "Agency workers" over "% cover".
Choice from_column(const Scene& scene, const std::string& unit) {
  const Choice apart = from_headers_of(scene, ContextKind::column_header, unit);
  if (!scene.column_words) return apart;
  const Choice together = best_in(scene, *scene.column_words->words, unit, light_weight);
  const bool in_outer = together.mention && apart.where && apart.where->distance == 0 && together.mention->end + apart.where->words->text.size() < scene.column_words->words->text.size() + 1;
  const bool theme = in_outer && apart.mention && is_theme_over(scene, *together.mention, *apart.mention);
  if (!together.mention || together.ambiguous || theme || (apart.mention && together.mention->weight <= apart.mention->weight)) return apart;
  return {together.mention, &*scene.column_words};
}

// A section that only says who works ("AMHPs") makes no count of a row with words of its own ("Assessments made").
Choice from_section(const Scene& scene, const std::string& unit) {
  const Choice section = from_headers_of(scene, ContextKind::section_row, unit);
  const bool own_subject = std::any_of(scene.around.begin(), scene.around.end(),
                                       [](const Around& a) { return a.kind == ContextKind::row_header && !a.unknown.empty(); });
  return section.mention && section.mention->weight < prose_weight && own_subject ? Choice{} : section;
}

bool may_be_title(ContextKind kind) {
  return kind == ContextKind::table_title || kind == ContextKind::heading || kind == ContextKind::stub_header;
}

// "Agency workers; agency rate (%)" beside columns of FTE, headcount and per cent.
bool row_names_count_and_rate(const Scene& scene) {
  return std::any_of(scene.around.begin(), scene.around.end(), [&](const Around& a) {
    if (a.kind != ContextKind::row_header) return false;
    bool people = false, rate = false;
    for (const Mention& m : a.words->mentions) {
      if (m.kind != MentionKind::measure) continue;
      const Measure& measure = scene.vocabulary->tables().workforce.measures.at(m.code);
      people |= measure.counts_in("people");
      rate |= measure.counts_in("percent") && !measure.counts_in("people");
    }
    return people && rate;
  });
}

std::string people_unit_of_column(const Scene& scene) {
  for (const Around& a : scene.around)
    if (a.kind == ContextKind::column_header)
      for (const Mention& m : a.words->mentions)
        if (m.kind == MentionKind::unit && (m.code == "fte" || m.code == "headcount")) return m.code;
  return {};
}

// "All" beside bands of service.
bool is_total_of_bands(const Scene& scene, const Around& label) {
  const bool bands = label.kind == ContextKind::column_header ? scene.facts->columns_have_bands
                                                              : label.kind == ContextKind::row_header && scene.facts->rows_have_bands;
  return bands && is_total_label(scene, label);
}

}  // namespace

std::string unit_of_headers(const Scene& scene) {
  if (scene.facts->columns_of_shares.contains(scene.candidate->col)) return "percent";
  if (row_names_count_and_rate(scene))
    if (const std::string people = people_unit_of_column(scene); !people.empty()) return people;
  for (const ContextKind kind : {ContextKind::column_header, ContextKind::row_header}) {
    bool measured = false;  // "Starters" under "Annual turnover rate": the rate is another measure's
    for (const Around& a : scene.around) {
      if (a.kind != kind) continue;
      const bool names_measure = a.words->has(MentionKind::measure);
      if (measured && names_measure) break;
      if (has_unit(*a.words, "percent")) return "percent";
      if (counts_money(*a.words)) return "gbp";
      if (a.words->has(MentionKind::unit)) break;
      measured |= names_measure;
    }
  }
  for (const Around& a : scene.around) {
    if (a.kind == ContextKind::stub_header && counts_money(*a.words)) return "gbp";
    if (a.kind == ContextKind::section_row && has_unit(*a.words, "percent")) return "percent";  // "Rates (per cent)" over rows
  }
  return under_title_in_pounds(scene) ? "gbp" : "";
}

Choice from_headers(const Scene& scene, const std::string& unit) {
  const Choice column = from_column(scene, unit);
  Choice row = from_headers_of(scene, ContextKind::row_header, unit);
  if (row.mention && only_says_who(scene, *row.mention, *row.where) && (column.mention || from_titles(scene, unit).mention)) row = {};
  if (!column.mention && !row.mention) return from_section(scene, unit);
  if (!column.mention || (row.mention && row.mention->weight > column.mention->weight)) return row;
  return column;
}

Choice from_titles(const Scene& scene, const std::string& unit) {
  for (const Around& a : scene.around) {
    if (!may_be_title(a.kind)) continue;
    Choice here = best_in(scene, *a.words, unit, prose_weight);
    if (here.mention && !here.ambiguous && !names_another(scene, *a.words, *here.mention, unit)) return {here.mention, &a};
  }
  return {};
}

bool gives_way(const Scene& scene, const Choice& header, const Choice& asked) {
  if (header.mention->weight > light_weight || !asked.mention || asked.mention->weight <= light_weight) return false;
  const Measure& measure = scene.vocabulary->tables().workforce.measures.at(asked.mention->code);
  const bool who_under_title = header.mention->code == "inpost" && may_be_title(asked.where->kind);
  return !measure.counts_in("people") || who_under_title;
}

bool has_other_subject(const Scene& scene) {
  return std::any_of(scene.around.begin(), scene.around.end(), [&](const Around& a) {
    if (!is_cell_header(a.kind) || a.unknown.empty() || a.words->has(MentionKind::measure)) return false;
    if (a.kind == ContextKind::row_header) return scene.facts->rows_name_measures && kind_of_label(scene, a) != LabelKind::team;
    return !is_name_of_team(scene, a);
  });
}

std::string money_for_agency(const Scene& scene) {
  bool agency = false, rate = false;
  for (const Around& a : scene.around) {
    if (!is_cell_header(a.kind) && !may_be_title(a.kind) && a.kind != ContextKind::section_row) continue;
    agency |= is_cell_header(a.kind) && a.words->has(MentionKind::category, "agency");
    rate |= has_unit(*a.words, "gbp_per_hour") || has_unit(*a.words, "gbp_per_day") || has_unit(*a.words, "gbp_per_week");
  }
  return !agency ? "" : rate ? "agency_pay_rate" : "agency_spend";
}

Choice staff_of_title(const Scene& scene) {
  const auto header = std::find_if(scene.around.begin(), scene.around.end(), [](const Around& a) { return a.kind == ContextKind::column_header; });
  const auto counts_staff = [](const Around& a) { return has_unit(*a.words, "fte") || has_unit(*a.words, "headcount"); };
  const bool titled = std::any_of(scene.around.begin(), scene.around.end(), [&](const Around& a) { return a.kind == ContextKind::table_title && counts_staff(a); });
  const bool bare = header != scene.around.end() && header->unknown.empty() && !header->words->has(MentionKind::measure) && !has_unit(*header->words, "percent") &&
                    (counts_staff(*header) || titled);
  if (!bare) return {};
  for (const Around& a : scene.around) {
    if (!may_be_title(a.kind) && a.kind != ContextKind::previous_text) continue;
    const Choice here = best_in(scene, *a.words, "", light_weight);
    if (here.mention) return here.mention->code == "inpost" ? Choice{here.mention, &a} : Choice{};
  }
  return {};
}

std::string measure_of_band(const Scene& scene, const std::string& unit) {
  bool band = false, people = false, percent = unit == "percent";
  for (const Around& a : scene.around) {
    band |= is_cell_header(a.kind) && is_band_of_service(*a.words);
    band |= a.distance == 0 && is_total_of_bands(scene, a);
    if (!is_cell_header(a.kind) && (!may_be_title(a.kind) || a.kind == ContextKind::heading)) continue;
    percent |= unit.empty() && has_unit(*a.words, "percent");
    people |= has_unit(*a.words, "fte") || has_unit(*a.words, "headcount") || a.words->has(MentionKind::role);
  }
  if (!band) return {};
  return percent ? "service_length_share" : people ? "inpost" : "";
}

}  // namespace muster
