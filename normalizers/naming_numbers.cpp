#include "normalizers/naming_numbers.h"

#include <algorithm>

#include "normalizers/period.h"
#include "normalizers/stretch.h"

namespace muster {
namespace {

// References and telephone numbers run to this many digits without a separator; counts and sums of money are printed with them.
constexpr size_t shortest_reference_digits = 9;
// A number that begins with 0 and has this many digits is dialled or is a code.
constexpr size_t shortest_code_digits = 3;
constexpr size_t longest_telephone_digits = 13;
// List labels have at most two digits.
constexpr size_t longest_label_digits = 2;
constexpr int last_day_of_month = 31;

// A bracket is looked for this far back; an aside is shorter, and a hostile line must not make the search quadratic.
constexpr size_t bracket_reach_tokens = 80;

using Flags = std::vector<bool>;

void mark(Flags& flags, size_t from, size_t to) {
  for (size_t i = from; i < to && i < flags.size(); ++i) flags[i] = true;
}

void mark_calendar(const Tokens& t, bool whole, Flags& flags) {
  for (size_t i = 0; i < t.size(); ++i) {
    const std::optional<Stretch> s = stretch_at(t, i);
    if (!s || (whole && s->bare_year)) continue;
    mark(flags, i, s->next);
    // "20 to 25 March 2019": the first day stands apart from its month
    const bool joined = i >= 2 && s->grain == Grain::day && t.before(i).is_any({"to", "-", "and", "&"}) && t.at(i).number();
    if (joined && t.at(i - 2).number() && t.at(i - 2).value() <= last_day_of_month) flags[i - 2] = true;
  }
  size_t i = 0;
  for (const PeriodMatch& m : find_periods(t.text())) {
    if (whole && m.bare_year) continue;
    while (i < t.size() && t.at(i).begin < m.begin) ++i;
    for (; i < t.size() && t.at(i).end <= m.end; ++i) flags[i] = true;
  }
}

// What stands without blanks around an address of the web or of mail.
void mark_addresses(const Tokens& t, Flags& flags) {
  for (size_t i = 0; i < t.size();) {
    size_t end = i + 1;
    while (t.at(end).glued) ++end;
    bool address = false;
    for (size_t k = i; k < end; ++k)
      address = address || (t.at(k).is("@") && k > i && k + 1 < end) || (t.at(k).is("www") && end > k + 2) || t.at(k).is_any({"http", "https"});
    if (address) mark(flags, i, end);
    i = end;
  }
}

// Words whose number names one of them: "Grade 9", "section 40", "page 3".
bool takes_a_number(const Token& t) {
  return t.is_any({"grade", "grades", "level", "levels", "band", "bands", "scale", "scp", "scps", "point", "points", "tier",
                   "stage", "phase", "section", "sections", "s", "ss", "regulation", "regulations", "exemption", "exception", "reg", "regs", "article",
                   "articles", "art", "paragraph", "paragraphs", "para", "paras", "clause", "schedule", "page", "pages", "pp",
                   "appendix", "appendices", "annex", "attachment", "attachments", "enclosure", "enclosures", "document", "documents", "slide", "sheet", "indicator", "indicators", "theme", "strand", "table", "tables", "figure", "fig", "chart", "question", "questions", "q", "query", "queries",
                   "item", "items", "option", "version", "v", "ward", "room", "floor", "ks", "note", "notes", "row", "column",
                   "line", "lines", "step", "steps", "objective", "priority", "recommendation", "recommendations", "chapter",
                   "volume", "vol", "issue", "form", "box", "ext", "extension", "tel", "telephone", "phone", "fax", "mobile", "call",
                   "category", "act", "law", "order", "id", "code", "part", "parts", "age", "aged", "ages", "ref", "reference", "foi",
                   "foia", "rfi", "eir", "graded", "soulbury", "njc", "jnc", "quarter"});
}

// Words that may stand between such a word and its number: "Ref. No: 10150", "Section: 40".
bool between_name_and_number(const Token& t) { return t.is_any({".", ":", "#", "no", "number", "num", "nos", "numbers", "("}); }

bool named_before(const Tokens& t, size_t i) {
  if (i >= 2 && t.at(i - 1).is(".") && t.at(i - 2).is("no")) return true;
  size_t at = i;
  for (int steps = 0; steps < 3 && at > 0 && between_name_and_number(t.at(at - 1)); ++steps) --at;
  if (at == 0) return false;
  const Token& name = t.at(at - 1);
  if (name.is("s") && at >= 2 && t.at(at - 2).is_any({"'", "\u2019"})) return false;  // "Children's 11%" is no section 11
  const bool reference = name.is_any({"ref", "reference", "foi", "foia", "rfi", "eir", "tel", "telephone", "phone", "fax", "mobile"});
  const bool straight = at == i || (t.at(i - 1).is(".") && at + 1 == i);
  if (name.is_any({"request", "case", "complaint", "enquiry"}) && at < i && t.at(i - 1).is_any({":", ".", "no", "number"}))
    return t.at(at).is_any({"no", "number", "ref", "reference", "id"});
  if (name.is_any({"year", "years", "month", "week", "day"})) return straight && name.capital && t.at(i).text.size() < 3 && t.at(i).is(std::to_string(t.at(i).value()));
  return takes_a_number(name) && (straight || reference);
}

// Numbers joined to a naming one: "Grades 9 and 10", "sections 40(2), 41", "Grade 9-11".
size_t after_joined_names(const Tokens& t, size_t i) {
  const bool of_law = t.before(i).is_any({"section", "sections", "s", "regulation", "regulations", "exemption", "article", "art"});
  for (;;) {
    const Token& joint = t.at(i + 1);
    if (!t.at(i + 2).number()) return i + 1;
    const bool subsection = of_law && joint.is("(") && t.at(i + 2).glued && t.at(i + 3).is(")");  // "section 40 (2)"
    const bool tight = subsection || (joint.is_any({"-", "/", ".", "("}) && joint.glued && t.at(i + 2).glued);
    if (!tight && !joint.is_any({"and", "to", "&", "or"})) return i + 1;
    i += 2;
  }
}

void mark_named(const Tokens& t, Flags& flags) {
  for (size_t i = 0; i < t.size(); ++i)
    if (t.at(i).number() && !flags[i] && named_before(t, i)) mark(flags, i, after_joined_names(t, i));
}

bool unit_letters(const Token& t) {
  return t.is_any({"fte", "ffte", "ftes", "wte", "wtes", "k", "m", "bn", "mn", "p", "pa", "pw", "ph", "pcm", "hrs", "hr", "hours",
                   "hour", "days", "day", "weeks", "week", "wks", "months", "month", "years", "year", "yrs", "yr", "headcount",
                   "million", "thousand", "to", "and", "staff", "posts", "x", "per", "h", "social", "workers", "people"});
}

// A code's prefix: "FOI-123", "AB/123"; units in capitals are none ("FTE-12").
bool code_prefix(const Token& t) {
  constexpr size_t longest_prefix_letters = 4;
  return t.is("covid") || (t.all_capitals && t.text.size() <= longest_prefix_letters && !unit_letters(t));
}

// "10:30", "1:15"; but "2017:68" is a year and its figure.
bool in_clock_or_ratio(const Tokens& t, size_t i) {
  const auto short_number = [](const Token& n) { return n.number() && n.text.size() <= 2; };
  const bool first = t.at(i + 1).is(":") && t.at(i + 1).glued && t.at(i + 2).glued && short_number(t.at(i + 2));
  const bool second = t.before(i).is(":") && t.before(i).glued && t.at(i).glued && i >= 2 && short_number(t.at(i - 2));
  return short_number(t.at(i)) && (first || second);
}

// Digits among letters or strokes are a code: "E06000015", "DE1 2FS", "1b", "10150/2019", "1.2.3", "COVID-19", "10:30", "3rd".
bool in_code(const Tokens& t, size_t i) {
  const Token &before = t.before(i), &number = t.at(i), &after = t.at(i + 1);
  if (number.glued && before.word() && !before.is_any({"gbp", "c", "x", "fte", "wte"})) return true;
  if (after.glued && after.word() && !unit_letters(after)) return true;
  if (number.digits(4) && before.is("a") && before.all_capitals && before.glued) return true;  // "FOI(S)A 2002"
  if (before.is("#") || (number.digits(4) && after.is_any({"act", "regulations"}))) return true;
  if (in_clock_or_ratio(t, i)) return true;
  const bool stroke_before = number.glued && before.is_any({"/", "_"}) && before.glued;
  const bool stroke_after = after.is_any({"/", "_"}) && after.glued && t.at(i + 2).glued && t.at(i + 2).number();
  if (stroke_after || (stroke_before && (t.before(i - 1).number() || before.is("_") || code_prefix(t.before(i - 1))))) return true;
  return number.glued && before.is("-") && before.glued && code_prefix(t.before(i - 1));
}

bool dotted_before(const Tokens& t, size_t i) {
  return i >= 2 && t.at(i).glued && t.at(i - 1).is(".") && t.at(i - 1).glued && t.at(i - 2).number();
}

// "1.2.3", "2-1-4", "020-7946-0000": three numbers in a row are no decimal and no range.
void mark_chains(const Tokens& t, Flags& flags) {
  for (size_t i = 0; i + 4 < t.size(); ++i) {
    const Token& joint = t.at(i + 1);
    const bool chain = t.at(i).number() && joint.is_any({".", "-"}) && t.at(i + 2).number() && t.at(i + 3).is(joint.text) &&
                       t.at(i + 4).number() && joint.glued && t.at(i + 2).glued && t.at(i + 3).glued && t.at(i + 4).glued;
    const bool thousands = joint.is("-") && (dotted_before(t, i));
    if (chain && !thousands) mark(flags, i, i + 5);
  }
}

// "01332 640000", "(0300) 123 4567", "+44 1332 640000"
void mark_telephones(const Tokens& t, Flags& flags) {
  for (size_t i = 0; i < t.size(); ++i) {
    const Token& n = t.at(i);
    const bool international = n.is("44") && t.before(i).is("+");
    const bool code = n.number() && n.text[0] == '0' && n.text.size() >= shortest_code_digits && !dotted_before(t, i) && !(n.glued && t.before(i).is(","));
    if (!international && !code) continue;
    size_t digits = 0, at = i;
    while (t.at(at).number() || t.at(at).is_any({")", "(", "-"})) {
      if (t.at(at).number() && (digits += t.at(at).text.size()) > longest_telephone_digits) break;
      ++at;
    }
    mark(flags, i, at);
  }
}

bool long_number(const Tokens& t, size_t i) {
  return t.at(i).text.size() >= shortest_reference_digits && !t.before(i).is_any({"\u00A3", "\u20AC", "$"});
}

// "aged 55", "aged over 55", "aged between 30 and 49", "ages 16 to 24"
bool after_aged(const Tokens& t, size_t i) {
  size_t at = i;
  if (at >= 2 && t.before(at).is_any({"and", "to", "-"}) && t.at(at - 2).number()) at -= 2;
  while (at > 0 && t.before(at).is_any({"between", "over", "under", "from", "or", "about"})) --at;
  return t.before(at).is_any({"aged", "ages"});
}

// "18 year olds", "18-25 year-olds", "5 years old", "under 18s", "children under 5", "adults over 65"
bool is_age(const Tokens& t, size_t i) {
  size_t at = i + 1;
  if (t.at(at).is_any({"-", "to"}) && t.at(at + 1).number()) at += 2;
  at = t.after_any(at, {"-"});
  if (t.at(at).is_any({"year", "years", "yr", "yrs"})) {
    const size_t next = t.after_any(at + 1, {"-"});
    if (t.at(next).is_any({"old", "olds"}) || t.after(next, {"of", "age"}) != next) return true;
  }
  if (after_aged(t, i)) return true;
  if (t.at(i + 1).is("+") && t.at(i + 1).glued && t.before(i).is_any({"adults", "adult", "people", "those", "persons", "residents", "children", "clients", "users", "ages", "over"})) return true;
  if (!t.before(i).is_any({"under", "over", "below", "above"})) return false;
  return i >= 2 && t.at(i - 2).is_any({"children", "adults", "people", "those", "pupils", "students", "clients", "users", "persons"});
}

// "last 12 months", "over the past 5-years"
bool relative_period(const Tokens& t, size_t i) {
  return t.before(i).is_any({"last", "past", "previous", "next", "preceding", "first", "coming", "following"}) &&
         t.at(t.after_any(i + 1, {"-"})).is_any({"year", "years", "months", "month", "weeks", "days", "quarters", "calendar", "financial", "full", "working"});
}

// "the SEN 0-25 team", "an 18-25 service", "the 16+ pathway": the ages that a team is for are its name.
bool names_a_team(const Tokens& t, size_t i) {
  const bool second = t.before(i).is("-") && i >= 2 && t.at(i - 2).number();
  const bool range = t.at(i + 1).is("-") && t.at(i + 2).number();
  const size_t at = range ? i + 3 : i + 1;
  const bool ages = range || second || (t.at(i).digits(2) && t.at(i + 1).is("+"));
  if (!ages || t.at(i).text.size() > 2) return false;
  const size_t noun = t.after_any(t.after_any(at, {"+", "years", "year"}), {"healthy", "send", "disability", "disabled", "public", "transitions", "transition", "social", "leaving", "children", "family"});
  const bool of_people = t.at(noun + 1).is_any({"managers", "manager", "leaders", "leader", "members", "member", "users", "user", "leads"});
  return (t.at(noun).is_any({"team", "service", "services", "hub", "pathway", "programme", "provision", "cohort"}) && !of_people) ||
         (t.at(noun).is_any({"care", "child", "health", "work", "children", "s"}) && t.at(noun + 1).is_any({"team", "service", "services", "programme", "nursing", "hub"}));
}

// "On February 1 this year": the day of a month whose year is not printed.
bool day_after_month(const Tokens& t, size_t i) {
  const Token &day = t.at(i), &month = t.before(i), &next = t.at(i + 1);
  if (!day.number() || day.text.size() > 2 || !month.capital || month_named(month.text) == 0) return false;
  return next.is_any({"this", "last", ",", ".", "to", "and", "we", "the", "there"}) || next.kind == TokenKind::end;
}

// "31-40: 13", "0-5 years: 33", "65+: 2": the band before a line's figure is its label. The end of the band; `i` when there is none.
size_t after_band(const Tokens& t, size_t i) {
  constexpr size_t longest_band_digits = 3;
  if (!t.at(i).number() || t.at(i).text.size() > longest_band_digits) return i;
  size_t at = i + 1;
  if (t.at(at).is_any({"-", "to"}) && t.at(at + 1).number() && t.at(at + 1).text.size() <= longest_band_digits) at += 2;
  else if (t.at(at).is("+")) ++at;
  else return i;
  at = t.after_any(at, {"years", "year", "yrs", "months"});
  return t.at(at).is(":") && t.at(at + 1).number() && t.at(at + 1).begin > t.at(at).end ? at : i;
}

// "115 Charles Street", "2nd floor, 14-16 High Road"
bool street_number(const Tokens& t, size_t i) {
  size_t at = i + 1;
  if (t.at(at).is("-") && t.at(at).glued && t.at(at + 1).number()) at += 2;
  constexpr size_t longest_street_words = 3;
  for (size_t words = 0; words <= longest_street_words && t.at(at).capital; ++words, ++at)
    if (words > 0 && t.at(at).is_any({"street", "road", "avenue", "lane", "square", "drive", "terrace", "crescent", "parade", "quay", "gardens", "row"}))
      return true;
  return false;
}

// "DE1 2FS": the inward half is a digit and two capitals, the outward half before it ends with a digit or a letter after one.
void mark_postcodes(const Tokens& t, Flags& flags) {
  for (size_t i = 2; i + 1 < t.size(); ++i) {
    const Token &digit = t.at(i), &letters = t.at(i + 1);
    if (!digit.digits(1) || !letters.glued || !letters.all_capitals || letters.text.size() != 2) continue;
    const size_t district = t.at(i - 1).number() ? i - 1 : i - 2;
    if (district == 0 || !t.at(district).number() || !t.at(district).glued || !t.at(district - 1).all_capitals) continue;
    mark(flags, district - 1, i + 2);
  }
}

// "1803-2005": years beyond those that periods know of.
bool in_old_years(const Tokens& t, size_t i) {
  const auto year = [](const Token& n) { return n.digits(4) && (n.text[0] == '1' || n.text.starts_with("20")); };
  const auto pair = [&](size_t dash) {
    return dash > 0 && t.at(dash).is("-") && t.at(dash).glued && t.at(dash + 1).glued && year(t.at(dash - 1)) && year(t.at(dash + 1)) &&
           !t.before(dash - 1).is("\u00A3");
  };
  return pair(i + 1) || (i > 0 && pair(i - 1));
}

bool clock_time(const Tokens& t, size_t i) {
  const bool minutes = t.at(i + 1).is(".") && t.at(i + 2).digits(2);
  const Token& after = t.at(minutes ? i + 3 : i + 1);
  return after.is_any({"am", "pm", "noon"}) || (dotted_before(t, i) && t.at(i + 1).is_any({"am", "pm"}));
}

// "2) How many": a bracket that nothing on the line has opened closes a label, wherever the label stands.
bool closes_label(const Tokens& t, size_t i) {
  if (t.at(i).text.size() > longest_label_digits || !t.at(i + 1).is(")") || dotted_before(t, i)) return false;
  const size_t farthest = i > bracket_reach_tokens ? i - bracket_reach_tokens : 0;
  for (size_t at = i; !t.at(at).starts_line && at > farthest; --at) {
    if (t.at(at - 1).is("(")) return false;
    if (t.at(at - 1).is(")")) break;
  }
  return true;
}

// "1- How many …", "2 - Please list": the number of a question, while "12 - Children's" is a count with its label.
bool opens_question(const Token& t) {
  return t.capital && t.is_any({"how", "what", "which", "who", "when", "where", "why", "do", "does", "did", "is", "are", "was", "were", "has", "have",
                                "can", "could", "would", "will", "please", "for", "of", "if"});
}

bool dot_joins_two(const Tokens& t, size_t at) {
  return t.at(at + 1).is(".") && t.at(at + 1).glued && t.at(at + 2).glued && t.at(at + 2).number() && t.at(at + 2).text.size() <= longest_label_digits;
}

// "2.1 Caseloads are counted": a capital after a number of two levels, and a verb soon after it.
bool opens_clause(const Tokens& t, size_t at) {
  constexpr size_t longest_subject_words = 4;
  if (!t.at(at).capital || t.at(at).all_capitals) return false;
  for (size_t k = at + 1; k <= at + longest_subject_words; ++k)
    if (t.at(k).is_any({"is", "are", "was", "were", "has", "have", "had"})) return true;
  return false;
}

// "6.2 The Director notes": a number of two levels that opens a sentence numbers its paragraph.
bool opens_sentence(const Token& t) {
  return t.capital && t.is_any({"the", "this", "that", "these", "it", "there", "in", "on", "at", "as", "a", "an", "for", "to", "we", "our", "members", "officers", "if", "when", "while",
                                "where", "following", "since", "all", "each", "no", "during", "by", "from", "with", "under", "council", "committee", "cabinet"});
}

// The end of the label "1.", "2)", "(3)", "1 and 2)", "1- How" that begins a line and has text after it; `i` when there is none.
size_t after_label(const Tokens& t, size_t i) {
  size_t at = t.after_any(i, {"("});
  if (!t.at(at).number() || t.at(at).text.size() > longest_label_digits) return i;
  while (t.at(at + 1).is_any({"and", "&", "-", ","}) && t.at(at + 2).number() && t.at(at + 2).text.size() <= longest_label_digits) at += 2;
  const Token &mark = t.at(at + 1), &beyond = t.at(at + 2);
  const bool bracket = mark.is(")"), dot = mark.is(".") && mark.glued && !beyond.glued;
  if (dot_joins_two(t, at) && (opens_sentence(t.at(at + 3)) || opens_clause(t, at + 3))) return at + 3;
  const bool text_follows = beyond.kind != TokenKind::end && !beyond.starts_line;
  if (mark.is("-") && opens_question(beyond)) return at + 2;
  return (bracket || (dot && !t.at(i).is("("))) && text_follows && (!t.at(i).is("(") || !beyond.is_any({",", "."})) ? at + 2 : i;
}

}  // namespace

std::vector<bool> naming_numbers(const Tokens& t, bool whole) {
  Flags flags(t.size(), false);
  mark_calendar(t, whole, flags);
  mark_addresses(t, flags);
  mark_chains(t, flags);
  mark_telephones(t, flags);
  mark_postcodes(t, flags);
  mark_named(t, flags);
  for (size_t i = 0; i < t.size(); ++i) {
    if (!whole && t.at(i).starts_line) mark(flags, i, std::max(after_label(t, i), after_band(t, i)));
    if (!whole && t.at(i).number() && closes_label(t, i)) flags[i] = true;
    if (relative_period(t, i)) flags[i] = true;
    if (!t.at(i).number()) continue;
    if (in_code(t, i) || long_number(t, i) || (!whole && in_old_years(t, i)) || is_age(t, i) || day_after_month(t, i) || names_a_team(t, i) || street_number(t, i) || clock_time(t, i)) flags[i] = true;
  }
  return flags;
}

}  // namespace muster
