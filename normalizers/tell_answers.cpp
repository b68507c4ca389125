#include "normalizers/tell_answers.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>

#include "normalizers/authority.h"
#include "normalizers/quantity.h"
#include "normalizers/refusal.h"
#include "schemas/identity.h"
#include "schemas/text.h"

namespace muster {
namespace {

// A status told within this many bytes of an answer's start is what the answer mainly says.
constexpr size_t opening_bytes = 60;

// What an exchange's words hold, before they are weighed.
struct Told {
  std::string question, answer, notes;
  std::vector<StatusMatch> statuses;  // of the answer
  std::vector<LegalMatch> law;        // of the answer
  std::vector<LegalMatch> note_law;

  // The reference that the answer rests on; what it says itself goes before the notes. Null without one.
  const LegalMatch* ground() const {
    const LegalMatch* own = ground_of(law);
    return own ? own : ground_of(note_law);
  }
  bool figures = false;               // a value stands in the answer
  bool hidden_figures = false;        // "fewer than 5"
};

std::string text_of_notes(const Exchange& exchange, const Outline& outline) {
  std::string out;
  for (int node : exchange.note_nodes) {
    if (node < 0 || static_cast<size_t>(node) >= outline.nodes.size()) continue;
    out += std::string(outline.slice(outline.nodes[static_cast<size_t>(node)].span)) + "\n";
  }
  return out;
}

bool argues_from_cost(const Told& told) {
  const LegalMatch* ground = told.ground();
  if (ground && ground->ground.role == "cost") return true;
  return std::any_of(told.statuses.begin(), told.statuses.end(), [&](const StatusMatch& m) {
    const std::string words = folded(std::string_view(told.answer).substr(m.begin, m.end - m.begin));
    return m.status == "refused" && (words.find("limit") != std::string::npos || words.find("cost") != std::string::npos);
  });
}

// The figure begins its line or its cell, or stands after a colon: given, not argued with.
bool stated_plainly(std::string_view text, size_t begin) {
  const std::string_view before = trimmed(text.substr(0, begin));
  const bool first_of_line = text.substr(before.size(), begin - before.size()).find_first_of("\n\t") != std::string_view::npos;
  return before.empty() || first_of_line || before.ends_with(':') || before.ends_with('=');
}

// Whether the reply begins by keeping something back: what it counts afterwards in passing answers no question of money.
bool refuses_sum_of_money(const Told& told) {
  static const RE2 money(R"((?i)\b(?:costs?|spen[dt]|expenditure|paid|pay|fees?|(?:hourly|daily|weekly|charge) rates?|charged?|salar(?:y|ies)|budget)\b)");
  const bool opens = !told.statuses.empty() && told.statuses.front().status == "refused" && told.statuses.front().begin < opening_bytes;
  return opens && RE2::PartialMatch(told.question, money);
}

// "Published within 12 weeks" tells when, not how many.
bool is_time_to_wait(std::string_view answer, const QuantityMatch& m) {
  const bool time = m.unit == "days" || m.unit == "weeks" || m.unit == "months" || m.unit == "years";
  const std::string before = ascii_lower(trimmed(answer.substr(0, m.begin)));
  return time && (before.ends_with(" within") || before.ends_with(" within the next") || before.ends_with(" in the next"));
}

// "The first 3 tiers", "the last 12 months": how far something reaches, no figure that was asked for.
bool is_reach(std::string_view answer, size_t begin) {
  static const RE2 words(R"((?i)\b(?:first|last|past|previous|next|top) $)");
  return RE2::PartialMatch(re2::StringPiece(answer.data(), begin), words);
}

// "Article 33", "the Law 2011", "FOI(S)A 2002": numbers of laws and their sections count nothing.
bool is_of_law(const Told& told, const QuantityMatch& m) {
  static const RE2 law(R"((?i)\b(?:act|law|regulations?|foi\(?s?\)?a|eirs?|dpa)(?: \([a-z ]+\))? ?$)");
  const bool in_reference = std::ranges::any_of(told.law, [&](const LegalMatch& l) { return m.begin < l.end && l.begin < m.end; });
  return in_reference || RE2::PartialMatch(re2::StringPiece(told.answer.data(), m.begin), law);
}

// "One" and the like in running words count nothing that was asked for, nor do the hours and files of an argument on cost.
void look_for_figures(Told& told) {
  const bool cost = argues_from_cost(told), money = refuses_sum_of_money(told);
  for (const QuantityMatch& m : find_quantities(told.answer)) {
    if (cost && !stated_plainly(told.answer, m.begin)) continue;
    if (is_time_to_wait(told.answer, m) || is_reach(told.answer, m.begin) || is_of_law(told, m)) continue;
    if (money && !m.unit.starts_with("gbp") && !stated_plainly(told.answer, m.begin)) continue;
    if (m.quantity.status == "suppressed") told.hidden_figures = true;
    else if (!m.spelled) told.figures = true;
  }
}

// A gap in one cell of a table is told where its figures are; it makes no part answer of a table that has figures.
void leave_out_gaps_in_cells(Told& told) {
  if (!told.figures) return;
  std::erase_if(told.statuses, [&](const StatusMatch& m) {
    const size_t before = told.answer.rfind('\n', m.begin), after = told.answer.find('\n', m.begin);
    const size_t begin = before == std::string::npos ? 0 : before + 1;
    return told.answer.substr(begin, after == std::string::npos ? after : after - begin).find('\t') != std::string::npos;
  });
}

// "Numbers under 5 are not given, …" says nothing about an answer that hides none.
bool only_about_small_numbers(std::string_view notes) {
  static const RE2 words(R"((?i)^\s*(?:\*|note:?)?\s*(?:where |any |all )?(?:the )?(?:numbers?|figures?|values?|counts?|cells?)(?: of| which are| that are| are)? (?:under|below|less than|fewer than|lower than|smaller than|between) )");
  return RE2::PartialMatch(re2::StringPiece(notes.data(), notes.size()), words) && notes.find('\n') == notes.size() - 1;
}

// Nothing is kept back and nothing is pointed at: notes on the law at the end of the letter are about other answers.
bool says_all(const Told& told) {
  static const RE2 points(R"((?i)\*|\bsee (?:the )?(?:below|above|note|notes|comment|explanation|footnote)|\bbelow\b)");
  return told.figures && told.statuses.empty() && !RE2::PartialMatch(told.answer, points);
}

// A table whose cells give a reason and no figure at all.
void take_gaps_of_cells(const Vocabulary& vocabulary, Told& told) {
  if (told.figures || !told.statuses.empty()) return;
  for (const std::string_view line : split(told.answer, '\n')) {
    const std::vector<std::string_view> cells = split(line, '\t');
    for (size_t i = 1; i < cells.size(); ++i) {
      const std::string status = whole_status(cells[i], vocabulary);
      const auto begin = static_cast<size_t>(cells[i].data() - told.answer.data());
      if (!status.empty()) told.statuses.push_back({status, begin, begin + cells[i].size()});
    }
  }
}

Told told_by(const Exchange& exchange, const Outline& outline, std::string_view usual_regime, const Vocabulary& vocabulary) {
  Told told;
  told.question = exchange.question;
  told.answer = exchange.answer;
  told.notes = text_of_notes(exchange, outline);
  told.statuses = find_statuses(told.answer, vocabulary);
  told.law = find_legal_references(told.answer, usual_regime, vocabulary);
  look_for_figures(told);
  if (!told.hidden_figures && (only_about_small_numbers(told.notes) || says_all(told))) told.notes.clear();
  told.note_law = find_legal_references(told.notes, usual_regime, vocabulary);
  leave_out_gaps_in_cells(told);
  take_gaps_of_cells(vocabulary, told);
  return told;
}

// The first word of an answer to a question that can be answered so: "Yes, …", "No."; but "No vacancies" and "No. 5" say how many.
std::string yes_or_no(std::string_view answer) {
  const std::string words = folded(answer.substr(0, opening_bytes));
  const auto begins = [&](std::string_view word) { return words == word || words.starts_with(std::string(word) + " "); };
  if (begins("yes") || begins("ydy") || begins("oes")) return "answered_yes";
  if (!begins("no") && !begins("nac oes")) return "";
  const std::string_view rest = trimmed(trimmed(answer).substr(2));
  const bool ends = rest.empty() || rest.find_first_of(".,;:-\n") == 0 || rest.starts_with("\u2013") || rest.starts_with("\u2014");
  return ends ? "answered_no" : "";
}

// The status of the words that weigh most: a refusal before a gap, a gap before a hint where to look.
const StatusMatch* main_status(const Told& told) {
  static const std::map<std::string, int, std::less<>> weight = {
      {"refused", 6}, {"not_held", 5}, {"not_applicable", 4}, {"not_yet_available", 3}, {"published_elsewhere", 3}, {"in_attachment", 2}, {"suppressed", 2}, {"not_available", 1}};
  const StatusMatch* best = nullptr;
  for (const StatusMatch& m : told.statuses) {
    if (m.begin == 0) return &m;
    const auto w = weight.find(m.status), b = best ? weight.find(best->status) : weight.end();
    if (!best || (w != weight.end() && (b == weight.end() || w->second > b->second))) best = &m;
  }
  return best;
}

bool says(const Told& told, std::string_view status) {
  return std::any_of(told.statuses.begin(), told.statuses.end(), [&](const StatusMatch& m) { return m.status == status; });
}

// What the law alone makes of an answer whose words name no status.
std::string status_by_law(const Told& told) {
  const LegalMatch* ground = told.ground();
  return ground ? ground->status : "";
}

bool keeps_back(std::string_view status) {
  return status == "refused" || status == "not_held" || status == "not_available" || status == "not_yet_available" || status == "suppressed";
}

std::string status_of(const Told& told, const Vocabulary& vocabulary) {
  if (trimmed(told.answer).empty() && trimmed(told.notes).empty()) return "unanswered";
  const std::string word = yes_or_no(told.answer);
  const LegalMatch* ground = told.ground();
  const StatusMatch* main = main_status(told);
  std::string status = main ? main->status : status_by_law(told);
  if (status == "not_available" && ground && !ground->status.empty()) status = ground->status;
  if (ground && ground->ground.role == "exemption" && ground->status == "published_elsewhere") status = ground->status;
  if (status.empty()) return !word.empty() ? word : told.hidden_figures && !(told.law.empty() && told.note_law.empty()) ? "partly_answered" : "answered";
  if ((told.figures || told.hidden_figures) && keeps_back(status)) return "partly_answered";
  if (told.figures && (status == "in_attachment" || status == "published_elsewhere")) return status == "published_elsewhere" && ground ? "published_elsewhere" : "answered";
  if (!word.empty() && !keeps_back(status)) return word;
  if (status == "refused" && says(told, "in_attachment")) return "partly_answered";
  if (status == "not_applicable" && told.figures) return "answered";
  return answer_status_of(status, vocabulary);
}

Answer answer_of(const Exchange& exchange, const Told& told, const Vocabulary& vocabulary) {
  Answer a;
  a.request = exchange.request;
  a.position = exchange.position;
  a.question_number = exchange.number;
  a.question = exchange.question;
  a.answer = exchange.answer;
  a.quote_span = exchange.answer_span;
  a.status = status_of(told, vocabulary);
  const LegalMatch* ground = told.ground();
  if (ground) a.legal = ground->ground;
  else if (!told.law.empty()) a.legal = told.law.front().ground;
  else if (!told.note_law.empty()) a.legal = told.note_law.front().ground;
  return a;
}

Locator place_of(const Exchange& exchange, const Outline& outline) {
  const int node = exchange.answer_nodes.empty() ? exchange.question_node : exchange.answer_nodes.front();
  return node >= 0 && static_cast<size_t>(node) < outline.nodes.size() ? outline.nodes[static_cast<size_t>(node)].place : Locator{};
}

}  // namespace

std::vector<Answer> tell_answers(const std::string& document_id, const Outline& outline, const DocumentRecord& record,
                                 const Vocabulary& vocabulary) {
  const Authority* publisher = authority_with(record.publisher_code, vocabulary);
  const std::string regime = usual_regime_of(publisher ? publisher->nation : "");
  std::vector<Answer> out;
  std::map<std::string, int> equal_keys;
  for (const Exchange& exchange : outline.exchanges) {
    Answer a = answer_of(exchange, told_by(exchange, outline, regime, vocabulary), vocabulary);
    const std::string key = std::to_string(a.request) + "/" + std::to_string(a.position) + "/" + a.question_number;
    a.answer_id = row_id("a", document_id, equal_keys[key]++, key);
    a.publisher_code = record.publisher_code;
    a.place = place_of(exchange, outline);
    out.push_back(std::move(a));
  }
  return out;
}

}  // namespace muster
