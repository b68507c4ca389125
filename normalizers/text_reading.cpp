#include "normalizers/text_reading.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "normalizers/area_words.h"
#include "normalizers/refusal.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/text.h"

namespace muster {
namespace {

// How far round a match its `unless` looks: about a dozen words, so that a long sentence does not veto itself.
constexpr size_t unless_reach_bytes = 60;

std::string_view near_match(std::string_view text, const Pattern::Match& match) {
  static const Pattern clause("[.;] |, (?:and|but|while|whilst|whereas|although) (?:the|an?|there|it|they|we|its|their)\\b");
  const size_t reach = match.begin > unless_reach_bytes ? match.begin - unless_reach_bytes : 0;
  const std::vector<Pattern::Match> before = clause.all(text.substr(reach, match.begin - reach));
  const size_t from = before.empty() ? reach : reach + before.back().end;
  const std::vector<Pattern::Match> next = clause.all(text.substr(match.end, unless_reach_bytes));
  const size_t end = next.empty() ? match.end + unless_reach_bytes : match.end + next.front().begin;
  return text.substr(from, end - from);
}

bool overlaps(const Mention& a, const Mention& b) { return a.begin < b.end && b.begin < a.end; }

// Heavier first, then longer, then earlier; of those that overlap the first stays.
std::vector<Mention> without_overlaps(std::vector<Mention> found) {
  std::stable_sort(found.begin(), found.end(), [](const Mention& a, const Mention& b) {
    if (a.weight != b.weight) return a.weight > b.weight;
    if (a.end - a.begin != b.end - b.begin) return a.end - a.begin > b.end - b.begin;
    return a.begin < b.begin;
  });
  std::vector<Mention> kept;
  for (Mention& m : found)
    if (std::none_of(kept.begin(), kept.end(), [&](const Mention& k) { return overlaps(k, m); })) kept.push_back(std::move(m));
  return kept;
}

// The value of a breakdown or grade: \1 stands for the first bracket that caught something, \2 for the second; an empty
// template is the words as printed.
std::string filled_in(const std::string& value, const Pattern::Match& match, std::string_view text) {
  if (value.empty()) return single_spaced(text.substr(match.begin, match.end - match.begin));
  std::vector<std::string> caught;
  for (const std::string& group : match.groups)
    if (!group.empty()) caught.push_back(group);
  std::string out;
  for (size_t i = 0; i < value.size(); ++i) {
    const bool place = value[i] == '\\' && i + 1 < value.size() && is_digit(value[i + 1]);
    if (!place) out += value[i];
    else if (const size_t n = static_cast<size_t>(value[++i] - '1'); n < caught.size()) out += caught[n];
  }
  return out;
}

std::vector<Mention> matches_of(MentionKind kind, const std::vector<WordRule>& rules, std::string_view text) {
  std::vector<Mention> found;
  for (const WordRule& rule : rules)
    for (const Pattern::Match& match : rule.pattern.all(text)) {
      if (match.end == match.begin || (!rule.unless.empty() && rule.unless.in(near_match(text, match)))) continue;
      if (kind == MentionKind::marker && rule.scope != "any" && rule.scope != "header") continue;  // of places, not of words
      Mention m{kind, match.begin, match.end, rule.code, rule.detail, rule.scope, rule.weight};
      if (kind == MentionKind::breakdown || kind == MentionKind::grade) m.detail = filled_in(rule.detail, match, text);
      found.push_back(std::move(m));
    }
  return found;
}

std::vector<Mention> mentions_of(MentionKind kind, const std::vector<WordRule>& rules, std::string_view text) {
  return without_overlaps(matches_of(kind, rules, text));
}

std::vector<Mention> subjects_of(const std::vector<Mention>& all, std::string_view code) {
  std::vector<Mention> out;
  std::copy_if(all.begin(), all.end(), std::back_inserter(out), [&](const Mention& m) { return m.code == code; });
  return out;
}

// "Care leavers" are no leavers: words of a measure that belong to a homonym do not name it.
std::vector<Mention> measures_in(const WorkforceWords& words, const std::vector<Mention>& homonyms, std::string_view text) {
  std::vector<Mention> found = matches_of(MentionKind::measure, words.measure_patterns, text);
  std::erase_if(found, [&](const Mention& m) {
    return std::any_of(homonyms.begin(), homonyms.end(), [&](const Mention& h) { return overlaps(m, h); });
  });
  return without_overlaps(std::move(found));
}

// "None", "Nil vacancies".
bool says_none(std::string_view text, const Vocabulary& vocabulary) {
  static const Pattern none_there("^\\W*(?:none|nil|zero)\\b,? (?:in|for|at|across|during|over|within) [^\\d.;]{1,120}\\.?\\W*$");  // "None, in either service"
  if (stated_zero(text) || none_there.in(text)) return true;
  const auto& markers = vocabulary.tables().workforce.markers;
  return std::any_of(markers.begin(), markers.end(), [&](const WordRule& r) { return r.code == "zero" && r.pattern.is(text); });
}

// Labels are short; what follows a dash in a longer text is a clause.
constexpr size_t longest_label_bytes = 40;

// Where the text goes on after a label and its dash or colon; 0 when it has none.
size_t after_label(std::string_view text) {
  for (std::string_view mark : {" - ", " \u2013 ", ": ", " = "}) {
    const size_t at = text.find(mark);
    if (at != std::string_view::npos && at > 0 && at <= longest_label_bytes) return at + mark.size();
  }
  return 0;
}

// Words that say why there is no figure, said zeros, and the letters and dashes of tables.
std::vector<Mention> absences_in(std::string_view text, const Vocabulary& vocabulary) {
  std::string_view whole = trimmed(text);
  const size_t begin = whole.empty() ? 0 : static_cast<size_t>(whole.data() - text.data());
  const auto of_whole = [&](const std::string& status) {
    return std::vector<Mention>{{MentionKind::absence, begin, begin + whole.size(), status, "", "cell", 3}};
  };
  if (says_none(text, vocabulary)) return of_whole("zero");
  if (const std::string status = whole_status(text, vocabulary); !status.empty()) return of_whole(status);
  for (const WordRule& rule : vocabulary.tables().workforce.markers)
    if (rule.code == "symbol" && rule.pattern.is(text)) return of_whole("unexplained");
  if (const size_t rest = after_label(text); rest > 0) {  // "Community Care – Nil"
    const std::string_view said = trimmed(text.substr(rest));
    const auto at = static_cast<size_t>(said.data() - text.data());
    const std::string status = says_none(said, vocabulary) ? "zero" : whole_status(said, vocabulary);
    if (!status.empty()) return {{MentionKind::absence, at, at + said.size(), status, "", "cell", 3}};
  }
  std::vector<Mention> out;
  for (const StatusMatch& match : find_statuses(text, vocabulary))
    out.push_back({MentionKind::absence, match.begin, match.end, match.status, "", "within", 2});
  return out;
}

// "8.1 (n/a)": the second value of a cell is absent.
std::vector<Mention> bracketed_absence_in(std::string_view text, const Vocabulary& vocabulary) {
  const size_t open = text.find('('), close = text.find(')', open == std::string_view::npos ? 0 : open);
  if (open == 0 || open == std::string_view::npos || close == std::string_view::npos) return {};
  const std::string status = whole_status(text.substr(open + 1, close - open - 1), vocabulary);
  if (status.empty()) return {};
  return {{MentionKind::absence, open + 1, close, status, "", "bracket", 3}};
}

void append(std::vector<Mention>& all, std::vector<Mention> more) {
  all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// A number inside a grade ("Grade 9"), a role, a place or a length of service is not a figure of its own.
bool inside_other_words(const QuantityMatch& quantity, const std::vector<Mention>& mentions) {
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) {
    const bool covers = m.begin <= quantity.begin && m.end >= quantity.end;
    return covers && (m.kind == MentionKind::grade || m.kind == MentionKind::role || m.kind == MentionKind::area ||
                      m.kind == MentionKind::period || m.kind == MentionKind::breakdown || m.code == "year_before" || m.code == "year_after");
  });
}

std::vector<QuantityMatch> quantities_in(const std::string& text, TextKind kind) {
  if (kind == TextKind::cell)
    if (const std::optional<QuantityMatch> whole = whole_quantity(text)) return {*whole};
  return find_quantities(text);
}

// "Nationally, 2021 vacancies came to 7900": four bare digits beside another figure are a year.
bool looks_like_year(const QuantityMatch& q, const std::string& text) {
  const Decimal& value = q.quantity.value;
  return q.unit.empty() && q.end - q.begin == 4 && q.quantity.value_upper.empty() && value.size() == 4 &&
         std::all_of(value.begin(), value.end(), is_digit) &&
         (text.compare(q.begin, 2, "19") == 0 || text.compare(q.begin, 2, "20") == 0);
}

// "(DfE, 2024)", "(Skills for Care, 2022a)": the year of a source that is cited, not of a figure.
bool is_source(std::string_view before_year) {
  static const Pattern source("\\((?:[^()]*; ?)?(?:DfE|DfES|DHSC|DH|ONS|NAO|LGA|ADCS|ADASS|BASW|Ofsted|CQC|NHS (?:Digital|England)|Skills for Care|Social Work England|Department (?:for|of) [\\w ]+|[\\w ]+ et al\\.?|\\w+ (?:and|&) \\w+),? $");
  return source.in(before_year);
}

void turn_years_into_periods(TextReading& reading, std::vector<QuantityMatch>& quantities) {
  const bool other_figure = std::any_of(quantities.begin(), quantities.end(),
                                        [&](const QuantityMatch& q) { return !looks_like_year(q, reading.text); });
  if (!other_figure) return;
  std::erase_if(quantities, [&](const QuantityMatch& q) {
    if (!looks_like_year(q, reading.text)) return false;
    if (is_source(std::string_view(reading.text).substr(0, q.begin))) return true;
    PeriodMatch match;
    match.period.iso = q.quantity.value;
    match.begin = q.begin;
    match.end = q.end;
    match.bare_year = true;
    Mention m{MentionKind::period, q.begin, q.end, match.period.iso};
    m.index = static_cast<int>(reading.periods.size());
    reading.periods.push_back(std::move(match));
    reading.mentions.push_back(m);
    return true;
  });
}

// "£2,000 per month[1]".
bool is_footnote_mark(const QuantityMatch& q, const std::string& text) {
  return q.begin > 0 && text[q.begin - 1] == '[' && q.end < text.size() && text[q.end] == ']';
}

// "There were no vacancies", "no social workers have left": the first word counts none.
void add_said_zeros(const TextReading& reading, std::vector<QuantityMatch>& quantities) {
  const bool absent = std::any_of(reading.mentions.begin(), reading.mentions.end(), [](const Mention& m) { return m.kind == MentionKind::absence; });
  if (absent) return;
  static const Pattern condition("\\b(?:where(?:ver)?|if|when(?:ever)?|unless|whether) (?:there|we|it|they|a council|the (?:council|authority)) (?:is|are|was|were|has|have|had|holds?) $");
  for (const Mention& m : reading.mentions) {
    if (m.kind != MentionKind::marker || m.code != "none_of" || condition.in(std::string_view(reading.text).substr(0, m.begin))) continue;
    QuantityMatch zero;
    zero.quantity = {"0", "", "exact", "reported"};
    zero.begin = m.begin;
    zero.end = std::min(reading.text.find(' ', m.begin), m.end);
    for (const Mention& counted : reading.mentions)  // "no current" of "no current vacant posts"
      if (counted.kind == MentionKind::measure && counted.begin > zero.end && counted.begin < m.end) zero.end = std::max(zero.end, counted.begin - 1);
    zero.spelled = true;
    quantities.push_back(zero);
  }
  std::stable_sort(quantities.begin(), quantities.end(), [](const QuantityMatch& a, const QuantityMatch& b) { return a.begin < b.begin; });
}

void add_quantities(TextReading& reading, TextKind kind) {
  std::vector<QuantityMatch> quantities = quantities_in(reading.text, kind);
  if (kind == TextKind::words) add_said_zeros(reading, quantities);
  if (kind == TextKind::words) turn_years_into_periods(reading, quantities);
  for (QuantityMatch& quantity : quantities) {
    if (inside_other_words(quantity, reading.mentions) || is_footnote_mark(quantity, reading.text)) continue;
    Mention m{MentionKind::quantity, quantity.begin, quantity.end};
    m.index = static_cast<int>(reading.quantities.size());
    reading.quantities.push_back(std::move(quantity));
    reading.mentions.push_back(m);
  }
}

// "A quarter more than in 2014": a time of comparison without a figure of its own; "than in 2009, when it was 45" has one.
bool is_only_compared_with(const PeriodMatch& period, const std::string& text) {
  static const Pattern than("\\b(?:than|compared (?:with|to)) (?:in|at|on|for|that of|those of) (?:the (?:year|years) )?$");
  static const Pattern figure("^,? ?(?:when|\\(|of \\d)"), first_since("\\b(?:first time|highest|lowest|most|fewest|best|worst|peak|low|high) (?:level |point |rate |figure |number )?(?:since )?$");
  const std::string_view said = std::string_view(text).substr(period.begin, period.end - period.begin);
  if (first_since.in(std::string_view(text).substr(0, period.begin)) && (ascii_lower(said).starts_with("since") || ascii_lower(text.substr(0, period.begin)).ends_with("since ")) && !figure.in(std::string_view(text).substr(period.end))) return true;
  return than.in(std::string_view(text).substr(0, period.begin)) && !figure.in(std::string_view(text).substr(period.end));
}

void add_periods(TextReading& reading, TextKind kind) {
  if (kind == TextKind::cell && whole_quantity(reading.text)) return;
  for (PeriodMatch& period : find_periods(reading.text)) {
    if ((period.bare_year && is_source(std::string_view(reading.text).substr(0, period.begin))) || is_only_compared_with(period, reading.text)) continue;
    Mention m{MentionKind::period, period.begin, period.end, period.period.iso};
    m.index = static_cast<int>(reading.periods.size());
    reading.periods.push_back(std::move(period));
    reading.mentions.push_back(m);
  }
}

// "Leaving out agency workers, there are 42", "(vacancies left out)": what is not counted names neither measure nor workers. The
// text with blanks in its place.
std::string without_left_out(const std::string& text, std::vector<Mention>& mentions) {
  static const Pattern left_out("\\b(?:exclud(?:es?|ed|ing)|excl\\.?|not (?:including|counting)|leaving out|setting aside|apart from|other than|except(?:ing)?(?: for)?|exclusive of) [^,;:.()\\d]{2,60}"
                                "|[^,;:.()\\d]{3,40} (?:left out|excluded|not included|not counted)\\b");
  std::string out = text;
  for (const Pattern::Match& match : left_out.all(text)) {
    std::fill(out.begin() + static_cast<long>(match.begin), out.begin() + static_cast<long>(match.end), ' ');
    mentions.push_back({MentionKind::marker, match.begin, match.end, "left_out", "", "any"});
  }
  return out;
}

// "The Children Act 1989", "Adults with Incapacity (Scotland) Act": a law is called after those it protects and names no service.
bool in_name_of_act(std::string_view text, const Mention& m) {
  static const Pattern act("^(?-i:[A-Z])[\\w'\u2019]*(?: (?:and|with|of|the|for|&|\\(?(?-i:[A-Z])[\\w'\u2019]*\\)?)){0,8} (?-i:Act|Measure|Regulations|Order)\\b");
  return act.in(text.substr(m.begin));
}

void add_words(TextReading& reading, const Vocabulary& vocabulary) {
  const WorkforceWords& words = vocabulary.tables().workforce;
  const std::string counted = without_left_out(reading.text, reading.mentions);
  const std::pair<MentionKind, const std::vector<WordRule>*> lists[] = {
      {MentionKind::service, &words.services}, {MentionKind::category, &words.worker_categories},
      {MentionKind::role, &words.roles},       {MentionKind::grade, &words.grades},
      {MentionKind::unit, &words.units},       {MentionKind::breakdown, &words.breakdowns},
      {MentionKind::marker, &words.markers}};
  const std::vector<Mention> subjects = matches_of(MentionKind::subject, words.subjects, reading.text);
  append(reading.mentions, measures_in(words, subjects_of(subjects, "homonym"), counted));
  append(reading.mentions, subjects_of(subjects, "workforce"));
  append(reading.mentions, subjects_of(subjects, "other_workforce"));
  for (const auto& [kind, rules] : lists) append(reading.mentions, mentions_of(kind, *rules, kind == MentionKind::category ? counted : reading.text));
  append(reading.mentions, areas_in(reading.text, vocabulary));
  std::erase_if(reading.mentions, [&](const Mention& m) { return m.kind == MentionKind::service && in_name_of_act(reading.text, m); });
}

}  // namespace

bool TextReading::has(MentionKind kind) const {
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.kind == kind; });
}

bool TextReading::has(MentionKind kind, std::string_view code) const {
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& m) { return m.kind == kind && m.code == code; });
}

const Mention* TextReading::best(MentionKind kind) const {
  const Mention* best = nullptr;
  for (const Mention& m : mentions)
    if (m.kind == kind && (!best || m.weight > best->weight)) best = &m;
  return best;
}

TextReading read_words(std::string_view text, const Vocabulary& vocabulary, TextKind kind) {
  TextReading reading;
  reading.text = without_revision_marks(text);
  const bool figure_only = kind == TextKind::cell && std::none_of(text.begin(), text.end(), is_letter);  // most cells of most tables
  if (!figure_only) add_words(reading, vocabulary);
  append(reading.mentions, absences_in(reading.text, vocabulary));
  if (kind == TextKind::cell) append(reading.mentions, bracketed_absence_in(text, vocabulary));
  add_periods(reading, kind);
  add_quantities(reading, kind);
  std::stable_sort(reading.mentions.begin(), reading.mentions.end(),
                   [](const Mention& a, const Mention& b) { return a.begin < b.begin; });
  return reading;
}

bool pairs_years(const TextReading& reading) {
  constexpr size_t fewest_pairs = 3;
  return reading.quantities.size() >= fewest_pairs && reading.periods.size() + 1 >= reading.quantities.size();
}

const PeriodMatch* only_period(const TextReading& reading) {
  const PeriodMatch* found = nullptr;
  for (const PeriodMatch& p : reading.periods) {
    if (found && found->period.iso != p.period.iso) return nullptr;
    if (!found) found = &p;
  }
  return found;
}

bool is_paired_with_year(const TextReading& reading, const Mention& figure) {
  return std::any_of(reading.mentions.begin(), reading.mentions.end(), [&](const Mention& m) {
    return m.kind == MentionKind::period && m.end <= figure.begin && trimmed(std::string_view(reading.text).substr(m.end, figure.begin - m.end)).empty();
  });
}

std::string unknown_words(const TextReading& reading, const Vocabulary& vocabulary) {
  std::string text = reading.text;
  for (const Mention& m : reading.mentions)
    if (m.kind != MentionKind::subject)
      std::fill(text.begin() + static_cast<long>(m.begin), text.begin() + static_cast<long>(m.end), ' ');
  const std::string left = folded(text);
  std::string out;
  for (std::string_view word : split(left, ' ')) {
    const bool number = std::all_of(word.begin(), word.end(), is_digit);
    if (word.size() < 2 || number) continue;
    vocabulary.record().note_name(name_of_neutral_word(word));
    if (vocabulary.tables().workforce.neutral_words.count(word)) continue;
    (out += out.empty() ? "" : " ") += word;
  }
  return out;
}

}  // namespace muster
