#include "normalizers/measure_in_unit.h"

#include <algorithm>
#include <cstdlib>

#include "normalizers/asked_number.h"
#include "normalizers/pattern.h"
#include "normalizers/spent_money.h"
#include "normalizers/surroundings.h"
#include "normalizers/table_measure.h"
#include "normalizers/tell.h"
#include "normalizers/vocabulary_tables.h"
#include "normalizers/whole_of_part.h"
#include "schemas/text.h"

namespace muster {
namespace {

// "Vacancies covered by agency (FTE)": a header that counts people makes no rate.
bool under_header_of_people(const Scene& scene) {
  return scene.in_table() && std::any_of(scene.around.begin(), scene.around.end(), [](const Around& a) {
    return (a.kind == ContextKind::column_header || a.kind == ContextKind::row_header || a.kind == ContextKind::table_title) &&
           (a.words->has(MentionKind::unit, "fte") || a.words->has(MentionKind::unit, "headcount")) && !a.words->has(MentionKind::unit, "percent");
  });
}

// The words of a rate with a count: a figure printed as one, or a bare one beside its own percentage ("19 = 13%").
bool is_count_of_rate(const Scene& scene, const Measure& measure, const std::string& deciding_unit) {
  if (!scene.quantity || measure.count_measure.empty()) return false;
  const std::string& unit = scene.quantity->unit;
  if (unit.empty() && scene.in_prose() && scene.quantity->following.starts_with("of")) return true;  // "9 of the vacancies are covered"
  if (unit == "fte" || unit == "headcount" || unit == "hours") return true;
  const Measure& counted = scene.vocabulary->tables().workforce.measures.at(measure.count_measure);
  if ((unit == "days" && counted.counts_in("days")) || (counted.counts_in("people") && counts_people(scene))) return true;
  if (unit.empty() && measure.code.ends_with("cover_rate") && deciding_unit.empty() && under_header_of_people(scene)) return true;
  const auto& all = scene.own->quantities;
  return unit.empty() && all.size() > 1 &&
         std::any_of(all.begin(), all.end(), [](const QuantityMatch& q) { return q.unit == "percent"; });
}

// "148, or 31%" in answer to the share with so many years of service: the bare figure counts those in post.
bool is_count_of_share(const Scene& scene, const Measure& measure) {
  if (scene.in_table() || !scene.quantity || !scene.quantity->unit.empty() || !measure.code.starts_with("service_length")) return false;
  return std::any_of(scene.own->quantities.begin(), scene.own->quantities.end(), [](const QuantityMatch& q) { return q.unit == "percent"; });
}

// "What number of temporary social workers …?" in a request about agency labour.
bool asks_for_agency_workers(const Scene& scene, const Measure& measure) {
  static const Pattern temporary("\\btemporary (?:\\w+ ){0,2}(?:workers?|staff|therapists?|psychologists?|practitioners?|officers?|professionals?)\\b");
  if (measure.code != "inpost") return false;
  bool asked = false, agency = false;
  for (const Around& a : scene.around) {
    asked |= a.kind == ContextKind::question && temporary.in(a.words->text);
    agency |= (is_question(a.kind) || a.kind == ContextKind::heading || a.kind == ContextKind::document_title) && a.words->has(MentionKind::category, "agency");
  }
  if (!asked || agency || scene.candidate->exchange < 0) return asked && agency;
  const int request = scene.outline->exchanges[static_cast<size_t>(scene.candidate->exchange)].request;
  return std::any_of(scene.outline->exchanges.begin(), scene.outline->exchanges.end(), [&](const Exchange& e) {
    return e.request == request && read_words(e.question, *scene.vocabulary).has(MentionKind::category, "agency");
  });
}

// "251 permanent and 108 agency" in answer to how many work here: those of an agency are counted as such.
bool counts_agency_workers(const Scene& scene, const Measure& measure, bool own_words) {
  if (measure.code != "inpost" || !scene.bound) return false;
  const bool only_agency = scene.own->has(MentionKind::category, "agency") && !scene.own->has(MentionKind::category, "employed");
  if (!own_words && scene.in_prose() && only_agency) return true;  // "Agency use stayed low: 13 workers" after a sentence on those in post
  const Mention* own = scene.own_mention(scene.bound->category);
  return own && own->code == "agency";
}

// A month or a team of its own may lose few days.
bool names_part_of_body(const Scene& scene) {
  return std::any_of(scene.around.begin(), scene.around.end(), [](const Around& a) {
    const bool label = a.kind == ContextKind::row_header || a.kind == ContextKind::column_header || a.kind == ContextKind::section_row;
    return label && !a.words->has(MentionKind::area) && (!a.unknown.empty() || a.words->has(MentionKind::period)) && !a.words->has(MentionKind::measure);
  });
}

// "Permanent 120; fixed term 5" in answer to how many are agency staff and others: those of the council are in post.
bool counts_employed_workers(const Scene& scene, const Measure& measure) {
  if (measure.code != "agency" || !scene.bound || scene.in_table() || scene.in_prose() || scene.bound->measure >= 0) return false;
  if (const Mention* own = scene.own_mention(scene.bound->category)) return own->code == "employed";
  size_t from = 0;
  for (const QuantityMatch& q : scene.own->quantities)
    if (q.end <= scene.figure->begin) from = q.end;
  return std::any_of(scene.own->mentions.begin(), scene.own->mentions.end(), [&](const Mention& m) {
    return m.kind == MentionKind::breakdown && m.code == "contract" && m.begin >= from && m.end <= scene.figure->begin;
  });
}

// "Days lost" beside a table whose text says that sickness is the average for each worker; so few days are no whole council's.
bool is_average_of_days(const Scene& scene, std::string_view measure) {
  constexpr double fewest_days_of_a_council = 60;
  if (measure != "working_days_lost" || !scene.in_table()) return false;
  const bool few = scene.quantity && std::strtod(scene.quantity->quantity.value.c_str(), nullptr) < fewest_days_of_a_council;
  if (few && std::any_of(scene.around.begin(), scene.around.end(), [](const Around& a) {
        return (a.kind == ContextKind::column_header || a.kind == ContextKind::row_header) && a.words->has(MentionKind::area);
      }))
    return true;
  // "Sickness days 5.2": so few days, and a part of one, are no body's total.
  constexpr double most_days_of_a_worker = 30;
  const std::string value = scene.quantity ? scene.quantity->quantity.value : "";
  if (value.find('.') != std::string::npos && std::strtod(value.c_str(), nullptr) < most_days_of_a_worker && !names_part_of_body(scene)) return true;
  return std::any_of(scene.statements.begin(), scene.statements.end(), [](const Around& a) {
    const Mention* m = a.words->best(MentionKind::measure);
    return m && m->code == "days_lost_per_worker";
  });
}

// "spent £770k on 11 staff members", "£1.4m on employing 12": a small bare number beside money counts those who were paid.
bool counts_workers(const Scene& scene) {
  constexpr size_t most_digits = 4;
  static const Pattern workers("^(?:(?:agency|locum|interim|temporary|such|full-time|social|care|family|support) )*(?:workers?|staff|people|professionals?|locums?|managers?)\\b");
  static const Pattern employing("\\b(?:employing|hiring|engaging|taking on) $");
  if (scene.in_table() || !scene.quantity || !scene.quantity->unit.empty() || scene.quantity->quantity.value.size() > most_digits) return false;
  const std::string_view text = scene.own->text;
  return workers.in(trimmed(text.substr(scene.figure->end))) || employing.in(text.substr(0, scene.figure->begin));
}

}  // namespace

std::string measure_in_unit(const Scene& scene, const Measure& measure, const std::string& unit, bool own_words) {
  if (unit == "percent" && !measure.counts_in("percent")) return measure.percent_measure;
  if (measure.code.find("vacancy") != std::string::npos && is_whole_of_posts(scene)) return "establishment";
  if (is_count_of_rate(scene, measure, unit)) return measure.count_measure;
  if (unit.empty() && scene.in_table() && measure.kind == "year_rate" && scene.facts->columns_of_sums.contains(scene.candidate->col)) return measure.count_measure;
  if (is_count_of_share(scene, measure)) return "inpost";
  if (measure.worker_category == "agency" && unit == "gbp" && !measure.counts_in("money")) return "agency_spend";
  static const Pattern spent("\\b(?:was|were|been|has|have|we|council|it|in total) spent\\b|\\bspen[dt](?:ing)? (?:of|on|was|came|in)\\b");
  if (measure.code == "agency_pay_rate" && unit == "gbp" && !scene.in_table() && spent.in(scene.own->text)) return "agency_spend";
  if (unit == "gbp" && tells_what_was_spent(scene, measure.code)) return "agency_spend";
  if (measure.code == "agency_spend" && counts_workers(scene)) return "agency";
  if (counts_agency_workers(scene, measure, own_words) || asks_for_agency_workers(scene, measure)) return "agency";
  if (counts_employed_workers(scene, measure)) return "inpost";
  return is_average_of_days(scene, measure.code) ? "days_lost_per_worker" : measure.code;
}

}  // namespace muster
