#include <algorithm>

#include "normalizers/label_kinds.h"
#include "normalizers/part_of_year.h"
#include "normalizers/relative_period.h"
#include "normalizers/tell.h"
#include "normalizers/vocabulary_tables.h"
#include "normalizers/year_end.h"
#include "schemas/text.h"

namespace muster {
namespace {

// A name of a team has at most this many words of its own.
constexpr long most_name_words = 3;

// Abbreviations in brackets and footnote marks are no part of a team's name.
std::string cleaned(const Scene& scene, const std::string& label) {
  std::string text = label;
  for (const WordRule& rule : scene.vocabulary->tables().workforce.team_words) {
    if (rule.code != "remove") continue;
    const std::vector<Pattern::Match> found = rule.pattern.all(text);
    for (auto m = found.rbegin(); m != found.rend(); ++m) text.erase(m->begin, m->end - m->begin);
  }
  static const Pattern letter("^\\(?(?:[a-z]|[ivx]{2,4})[.)] ");
  if (const std::vector<Pattern::Match> found = letter.all(text); !found.empty()) text.erase(0, found.front().end);
  return single_spaced(text);
}

bool names_something_else(const Scene& scene, const Around& label) {
  const bool place_in_name = is_team_named_after_place(scene, label);
  for (const Mention& m : label.words->mentions)
    if ((m.kind == MentionKind::area && !place_in_name) || m.kind == MentionKind::breakdown || (m.kind == MentionKind::measure && m.weight > 1)) return true;
  return false;
}

bool marks_statistic(const Around& label) {
  return std::any_of(label.words->mentions.begin(), label.words->mentions.end(), [](const Mention& m) {
    return m.kind == MentionKind::marker && (m.code == "change" || m.code == "average");
  });
}

bool only_counts(const Around& label) {
  return label.unknown.empty() && (label.words->has(MentionKind::unit) || label.words->has(MentionKind::marker) || label.words->has(MentionKind::period));
}

// Rows of words of their own under columns that say what is counted: names, whatever header they lack.
bool is_name_beside_measures(const Scene& scene, const Around& label) {
  const bool headed = std::any_of(scene.around.begin(), scene.around.end(), [](const Around& a) { return a.kind == ContextKind::stub_header; });
  return !headed && label.kind == ContextKind::row_header && !label.unknown.empty() && scene.facts && scene.facts->columns_name_measures &&
         !scene.facts->rows_name_measures && !label.words->has(MentionKind::role) && !label.words->has(MentionKind::grade) &&
         !label.words->has(MentionKind::period) && !label.words->has(MentionKind::marker);
}

// Without a header over the row labels: most of the rows bear the names of services or teams, so the others are teams too.
bool rows_are_teams(const Scene& scene) {
  constexpr int fewest_rows = 3, most_rows = 60;  // longer tables name what they list
  const bool headed = std::any_of(scene.around.begin(), scene.around.end(), [](const Around& a) { return a.kind == ContextKind::stub_header; });
  if (headed) return false;
  int rows = 0, teams = 0;
  for (const Cell& c : scene.outline->tables[static_cast<size_t>(scene.candidate->table)].cells) {
    if (c.kind != CellKind::row_header || c.col != 0 || is_team_word(scene, "total", c.text)) continue;
    if (++rows > most_rows) return false;
    const TextReading words = read_words(c.text, *scene.vocabulary);
    if (words.has(MentionKind::measure) || words.has(MentionKind::period) || words.has(MentionKind::quantity)) return false;
    teams += words.has(MentionKind::service) || is_team_word(scene, "label", c.text);
  }
  return rows >= fewest_rows && 2 * teams > rows;
}

// Words over a column of a table whose rows say what is counted: no measure, date, place, worker, unit or sign among them.
bool is_name_over_column(const Scene& scene, const Around& label) {
  if (label.kind != ContextKind::column_header || !scene.facts || !scene.facts->rows_name_measures || scene.facts->columns_name_measures) return false;
  for (const MentionKind kind : {MentionKind::measure, MentionKind::period, MentionKind::area, MentionKind::role, MentionKind::grade, MentionKind::marker,
                                 MentionKind::unit, MentionKind::breakdown, MentionKind::category, MentionKind::quantity})
    if (label.words->has(kind)) return false;
  return !is_team_word(scene, "statistic", label.words->text) && !is_part_of_year(label.words->text) && !is_relative_period(label.words->text);
}

// "Riverside" beside "Leaving Care": another column bears the name of a team.
bool in_company_of_teams(const Scene& scene, const Around& label) {
  const auto& cells = scene.outline->tables[static_cast<size_t>(scene.candidate->table)].cells;
  return std::any_of(cells.begin(), cells.end(), [&](const Cell& c) {
    return c.kind == CellKind::column_header && c.text != label.words->text && is_team_word(scene, "label", c.text) && !is_team_word(scene, "total", c.text) &&
           !is_team_word(scene, "statistic", c.text) && !read_words(c.text, *scene.vocabulary).has(MentionKind::measure);
  });
}

// "HCS" under "Department".
bool is_short_name_of_department(const Scene& scene, const Around& label, const std::string& text) {
  static const Pattern department("^\\W*(?:department|directorate)s?\\W*$");
  constexpr size_t longest_short_name = 6;
  if (label.kind != ContextKind::row_header || text.size() > longest_short_name || !std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return false;
  return std::any_of(scene.around.begin(), scene.around.end(), [](const Around& a) { return a.kind == ContextKind::stub_header && department.in(a.words->text); });
}

// "Adult Care Services Support Workers": a service and its workers, and no team of either.
bool names_service_and_role(const Around& label) {
  const std::string& text = label.words->text;
  const auto ends = [&](const Mention& m) { return trimmed(std::string_view(text).substr(m.end)).empty(); };
  return label.words->has(MentionKind::service) &&
         std::any_of(label.words->mentions.begin(), label.words->mentions.end(), [&](const Mention& m) { return m.kind == MentionKind::role && ends(m); });
}

// "EDU Community Care" under "Staff group": the rows name services and nobody who works there.
bool rows_name_no_roles(const Scene& scene, const Around& label) {
  if (label.kind != ContextKind::row_header || label.unknown.empty()) return false;
  int teams = 0;
  for (const Cell& c : scene.outline->tables[static_cast<size_t>(scene.candidate->table)].cells) {
    if (c.kind != CellKind::row_header || c.col != 0) continue;
    const TextReading words = read_words(c.text, *scene.vocabulary);
    if (words.has(MentionKind::role) || words.has(MentionKind::grade) || words.has(MentionKind::measure) || words.has(MentionKind::quantity)) return false;
    teams += is_team_word(scene, "label", c.text);
  }
  constexpr int fewest_teams = 2;
  return teams >= fewest_teams;
}

// "Northstar Care" under "Agency provider": the header over the labels parts the figures by something else.
bool is_headed_by_split(const Scene& scene, const Around& label) {
  if (label.kind != ContextKind::row_header) return false;
  return std::any_of(scene.around.begin(), scene.around.end(), [&](const Around& a) {
    return a.kind == ContextKind::stub_header && a.distance == label.distance + 1 &&
           std::any_of(a.words->mentions.begin(), a.words->mentions.end(), [](const Mention& m) { return m.kind == MentionKind::breakdown && m.scope == "stub"; });
  });
}

// "Children's" under "Service": the service, and no team of it.
bool names_whole_service(std::string_view text) {
  static const Pattern pattern("^\\W*(?:children|adults?)(?:['\u2019]?s?['\u2019]?)\\W*$");
  return pattern.in(text);
}

// A label that is a name: words of its own, or known words under a header that promises teams.
bool is_team_label(const Scene& scene, const Around& label) {
  const std::string text = cleaned(scene, label.words->text);
  if (find_year_end(text)) return false;  // "30 September" over years
  if (text.empty() || is_team_word(scene, "total", text) || is_team_word(scene, "unit", text)) return false;
  if (is_part_of_authority(scene, label)) return true;
  if (names_service_and_role(label)) return false;
  if (is_headed_by_split(scene, label)) return false;
  LabelKind kind = kind_of_label(scene, label);
  if (kind == LabelKind::role && rows_name_no_roles(scene, label)) kind = LabelKind::team;
  if (kind == LabelKind::role || kind == LabelKind::place || is_short_for_region(scene, text) || names_something_else(scene, label)) return false;
  if (only_counts(label) && !is_team_word(scene, "label", text)) return false;
  if (label.unknown.empty() && names_whole_service(text)) return false;
  if (kind == LabelKind::team) return is_letter(text[0]) || !label.unknown.empty();
  if (is_short_name_of_department(scene, label, text)) return true;
  if (kind == LabelKind::unsaid && is_name_over_column(scene, label) && in_company_of_teams(scene, label)) return true;
  return (is_team_word(scene, "label", text) && !label.unknown.empty()) || (kind == LabelKind::unsaid && (is_name_beside_measures(scene, label) || (label.kind == ContextKind::row_header && !label.unknown.empty() && rows_are_teams(scene))));
}

// "SW CWD (ASYE)": the team without the worker.
std::string team_of_label(const Scene& scene) {
  std::string text(scene.label);
  const TextReading words = read_words(text, *scene.vocabulary);
  for (auto m = words.mentions.rbegin(); m != words.mentions.rend(); ++m)
    if (m->kind == MentionKind::role) text.erase(m->begin, m->end - m->begin);
  return cleaned(scene, text);
}

// "Social workers in the Duty and Intake Team?": a name in capitals that ends in Team.
std::string team_asked_for(const Scene& scene) {
  static const Pattern pattern("\\b(?:in|within|at|for) (?:the |your )?((?:[\\w'\u2019&-]+ ){1,6})team\\b");
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::question) continue;
    const std::vector<Pattern::Match> found = pattern.all(a.words->text);
    if (found.size() != 1) return {};
    const std::string name(trimmed(found.front().groups[0]));
    const bool capitals = std::all_of(name.begin(), name.end(), [&](const char& c) {
      const bool opens = &c == name.data() || *(&c - 1) == ' ';
      return !opens || (c >= 'A' && c <= 'Z') || std::string_view(&c).starts_with("and ") || std::string_view(&c).starts_with("of ") || c == '&';
    });
    return capitals && !is_team_word(scene, "statistic", name) ? cleaned(scene, name) : std::string();
  }
  return {};
}

// "Most were in Ambervale (6 FTE)", "45 vacancies in its assessment and intervention teams": the part of the body that a
// sentence's figure is of.
std::string team_in_sentence(const Scene& scene) {
  static const Pattern place_before("\\b(?:in|at|across|within) (?:the )?((?-i:[A-Z])[\\w'\u2019-]+ (?:(?:and |& |of )?(?-i:[A-Z])[\\w'\u2019-]+ ){0,4})\\($");
  static const Pattern teams_after("^(?: (?:[\\w-]+ ){0,4}?)(?:in|within|across|for) (?:its |the |our |their )?((?:[\\w'\u2019-]+,? ){1,5})teams?\\b");
  static const Pattern any("^(?:all|each|one|two|three|an?|any|every|both|these|those|other|some|many|most|different|various|its|their|our|the|front ?-?line|social work|\\d+)\\b");
  const std::string_view text = scene.own->text;
  const std::vector<Pattern::Match> before = place_before.all(text.substr(0, scene.figure->begin));
  const std::vector<Pattern::Match> after = teams_after.all(text.substr(scene.figure->end));
  const bool bracketed = !before.empty();
  if (!bracketed && after.empty()) return {};
  const std::string name(trimmed(bracketed ? before.back().groups[0] : after.front().groups[0]));
  const TextReading words = read_words(name, *scene.vocabulary);
  if (any.in(name) || is_team_word(scene, "total", name) || (unknown_words(words, *scene.vocabulary).empty() && !is_team_word(scene, "label", name)) || words.has(MentionKind::quantity) || words.has(MentionKind::period) || words.has(MentionKind::measure)) return {};
  if (bracketed && (words.has(MentionKind::area) || words.has(MentionKind::role) || words.has(MentionKind::service))) return {};
  return cleaned(scene, name);
}

// "Starters" under "Movement in the year".
bool names_measure_within(const Scene& scene, const Around& outer) {
  return std::any_of(scene.around.begin(), scene.around.end(), [&](const Around& a) {
    return a.kind == outer.kind && a.distance < outer.distance && a.words->has(MentionKind::measure);
  });
}

// "England" under "Comparators".
bool names_area_within(const Scene& scene, const Around& outer) {
  return std::any_of(scene.around.begin(), scene.around.end(), [&](const Around& a) {
    return a.kind == outer.kind && a.distance < outer.distance && a.words->has(MentionKind::area);
  });
}

Rejection tell_team_of_row(const Scene& scene, Observation& observation) {
  for (const Around& a : scene.around) {
    if (a.kind != ContextKind::row_header) continue;
    if (is_comparator(scene, a)) return {"row_is_comparator", "The row holds many bodies together, which no area code names."};
    if (is_team_label(scene, a)) {
      observation.team = cleaned(scene, a.words->text);
      add_evidence(observation, "team", "row header");
      return {};
    }
    if (marks_statistic(a) && !a.unknown.empty() && !a.words->has(MentionKind::measure) && !names_measure_within(scene, a))
      return {"row_is_statistic", "The row holds an average or difference of other rows."};
  }
  return {};
}

Rejection tell_team_of_column(const Scene& scene, Observation& observation) {
  for (const Around& a : scene.around) {
    if (a.kind == ContextKind::column_header && is_comparator(scene, a) && !names_area_within(scene, a))
      return {"row_is_comparator", "The column holds many bodies together, which no area code names."};
    if (a.kind == ContextKind::column_header && observation.team.empty() && is_team_label(scene, a)) {
      observation.team = cleaned(scene, a.words->text);
      add_evidence(observation, "team", "column header");
    } else if (a.kind == ContextKind::column_header && observation.team.empty() && !a.unknown.empty() && is_name_over_column(scene, a)) {
      add_evidence(observation, "column", "not understood");
    }
  }
  return {};
}

}  // namespace

bool labels_a_team(const Scene& scene) {
  if (scene.in_table() || scene.in_prose() || scene.label.empty() || is_team_word(scene, "total", scene.label)) return false;
  const TextReading words = read_words(scene.label, *scene.vocabulary);
  const std::string unknown = unknown_words(words, *scene.vocabulary);
  if (is_team_word(scene, "statistic", scene.label)) return false;
  const bool short_name = !unknown.empty() && std::count(unknown.begin(), unknown.end(), ' ') < most_name_words;
  if (!is_team_word(scene, "label", scene.label) && !short_name) return false;
  return std::none_of(words.mentions.begin(), words.mentions.end(), [](const Mention& m) {
    return m.kind == MentionKind::period || m.kind == MentionKind::area || m.kind == MentionKind::breakdown || (m.kind == MentionKind::measure && m.weight > 1);
  });
}

Rejection tell_team(const Scene& scene, Observation& observation) {
  if (!scene.in_table()) {
    if (labels_a_team(scene)) observation.team = team_of_label(scene);
    else observation.team = scene.in_prose() ? team_in_sentence(scene) : team_asked_for(scene);
    return {};
  }
  if (Rejection refusal = tell_team_of_row(scene, observation); !refusal.code.empty()) return refusal;
  return tell_team_of_column(scene, observation);
}

}  // namespace muster
