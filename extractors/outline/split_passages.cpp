#include "extractors/outline/split_passages.h"

#include <re2/re2.h>

#include <algorithm>

#include "extractors/outline/numbering.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t most_parts = 500;  // of one passage: a hostile line is not taken apart for ever
constexpr int fewest_answer_marks = 2;
constexpr size_t shortest_leader = 5;  // dots; an ellipsis has three, and a fourth ends its sentence
constexpr size_t longest_heading_bytes = 60;  // before the colon of "Your request: …"

// Where the text after a leading heading word begins; 0 when there is none.
size_t heading_length(const Passage& p, const DocumentWords& words) {
  if (const size_t stop = p.text.find(". "); stop != std::string::npos && p.text.find(' ') > stop) {  // "Response. We have …"
    const std::string_view word = std::string_view(p.text).substr(0, stop);
    if (words.is("request_side", word) || words.is("reply_heading", word)) return stop + 1;
  }
  const size_t colon = p.text.find(':');
  if (colon == std::string::npos || colon == 0 || colon > longest_heading_bytes) return 0;
  if (trimmed(std::string_view(p.text).substr(colon + 1)).empty()) return 0;
  const std::string_view head = std::string_view(p.text).substr(0, colon + 1);
  for (const char* kind : {"request_side", "reply_heading", "record_label", "reference_label"})
    if (words.is(kind, head)) return colon + 1;
  return 0;
}

bool is_strong(const Label& label) {
  return label.form == LabelForm::dot || label.form == LabelForm::bracket || label.prefix != LabelPrefix::none;
}

// A printed line that is a heading of one side ("Response 13-10-2025") or follows one. The last line of a passage may only be the
// rest of a title that wraps ("Freedom of Information / Response").
bool parts_at_heading(const Passage& p, size_t previous, size_t line, size_t next, const DocumentWords& words) {
  auto is_heading = [&](size_t begin, size_t end) {
    const std::string_view text = std::string_view(p.text).substr(begin, end - begin);
    const bool capital = !text.empty() && text[0] >= 'A' && text[0] <= 'Z';  // "… the / response." is the end of a sentence
    return capital && text.size() < longest_heading_bytes && (words.is("reply_heading", text) || words.is("request_side", text));
  };
  const std::string_view before = trimmed(std::string_view(p.text).substr(previous, line - previous));
  const bool runs_on = next == p.text.size() && !before.empty() && std::string_view(".?!:;)").find(before.back()) == std::string_view::npos;
  return is_heading(previous, line) || (is_heading(line, next) && !runs_on);
}

// "Response: 2010/11: 129 FTE" on a line of its own below the request.
bool opens_with_heading(const Passage& p, size_t line, const DocumentWords& words) {
  const std::string_view text = std::string_view(p.text).substr(line);
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon > longest_heading_bytes || text[0] < 'A' || text[0] > 'Z') return false;
  const std::string_view head = text.substr(0, colon + 1);
  return words.is("reply_heading", head) || words.is("request_side", head);
}

// A printed line that begins with a label which continues or opens a series is a passage of its own.
size_t next_line_label(const Passage& p, const DocumentWords& words) {
  for (size_t i = 0; i < p.line_starts.size(); ++i) {
    const size_t line = p.line_starts[i];
    const size_t next = i + 1 < p.line_starts.size() ? p.line_starts[i + 1] : p.text.size();
    if (parts_at_heading(p, i == 0 ? 0 : p.line_starts[i - 1], line, next, words) || opens_with_heading(p, line, words)) return line;
    const auto label = scan_label(std::string_view(p.text).substr(line), words);
    if (!label || !is_strong(*label)) continue;
    const LabelUnit& unit = label->numbers[0][0];
    if (unit.decimal > 0 || unit.letter > 0 || unit.roman > 0) return line;
  }
  return 0;
}

// "(b)" after "(a)", "(ii)" after "(i)".
std::vector<std::string> bracketed_successors(const LabelUnit& unit) {
  static const char* const romans[] = {"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
  std::vector<std::string> out;
  if (unit.upper) return out;
  if (unit.roman > 0 && unit.roman < static_cast<int>(std::size(romans))) out.push_back("(" + std::string(romans[unit.roman]) + ")");
  if (unit.letter > 0 && unit.letter < 26) out.push_back("(" + std::string(1, static_cast<char>('a' + unit.letter)) + ")");
  return out;
}

// "… hold cases 2) how many of these 3) how many more": numbers in brackets that run on without a mark between the sentences.
bool runs_on(std::string_view text, size_t at, const std::string& next, const DocumentWords& words) {
  if (next.back() != ')' || text[at - 1] != ' ') return false;
  const std::string_view after = text.substr(at + next.size());
  if (after.empty() || after[0] != ' ') return false;
  if (words.prefix("asks", trimmed(after)) > 0) return true;
  const size_t first = next[0] == '(' ? 1 : 0;
  if (!is_digit(next[first])) return false;
  const std::string further = next.substr(0, first) + std::to_string(std::stoi(next.substr(first)) + 1) + ")";
  return after.find(' ' + further + ' ') != std::string_view::npos;
}

// Labels that may come next in mid-line, with the dot or bracket of the leading one.
std::vector<std::string> successors(std::string_view text, const DocumentWords& words) {
  const auto label = scan_label(text, words);
  if (!label || label->numbers.size() != 1 || (label->form != LabelForm::dot && label->form != LabelForm::bracket)) return {};
  const std::string closer = label->form == LabelForm::dot ? "." : ")";
  const LabelUnit& unit = label->numbers[0].back();
  if (unit.decimal > 0 && text.starts_with('(')) return {"(" + std::to_string(unit.decimal + 1) + ")"};
  if (text.starts_with('(')) return bracketed_successors(unit);
  if (unit.decimal > 0) return {std::to_string(unit.decimal + 1) + closer, "a.", "a)"};
  if (unit.letter > 0 && unit.letter < 26) return {std::string(1, static_cast<char>((unit.upper ? 'A' : 'a') + unit.letter)) + closer};
  return {};
}

// Where the successor of the leading number stands after the end of a sentence: "… months. 2. How", "… contracts?2) How",
// "… workers. a. Have you". A letter needs a sentence of its own after it, since initials look alike.
size_t mid_line_label(const Passage& p, const DocumentWords& words) {
  for (const std::string& next : successors(p.text, words)) {
    for (size_t at = p.text.find(next, 1); at != std::string::npos; at = p.text.find(next, at + 1)) {
      const std::string_view before = trimmed(std::string_view(p.text).substr(0, at));
      const std::string_view after = std::string_view(p.text).substr(at + next.size());
      const std::string_view word = trimmed(after);
      // "… and 2022-232) What was spent": the breaks between the lines were lost.
      const bool glued = is_digit(p.text[at - 1]) && next.back() == ')' && !word.empty() && word[0] >= 'A' && word[0] <= 'Z' && words.prefix("asks", word) > 0;
      const bool ends = glued || runs_on(p.text, at, next, words) || (!before.empty() && std::string_view(".?!:;").find(before.back()) != std::string_view::npos);
      const bool spaced = !is_letter(next[0]) || (p.text[at - 1] == ' ' && (words.prefix("asks", word) > 0 || before.ends_with('?')));
      const bool opens = !word.empty() && !is_digit(word[0]) && (next.back() == ')' || after[0] == ' ');
      if (ends && spaced && opens && at > 3) return at;
    }
  }
  return 0;
}

// "Your questions were: (1) the number of …; (2) …", "I request: 1. How many …": where the first of them stands.
size_t opening_of_series(const Passage& p, const DocumentWords& words) {
  for (const std::string_view opening : {": 1. ", ": 1) "}) {
    const size_t at = p.text.find(opening);
    if (at != std::string::npos && words.prefix("asks", std::string_view(p.text).substr(at + opening.size())) > 0) return at + 2;
  }
  if (const size_t glued = p.text.find(":1) "); glued != std::string::npos && p.text.find("2) ", glued) != std::string::npos) return glued + 1;
  static const RE2 glued(R"([:.] ?(1[.)]) ?[A-Z])"), second(R"(2[.)] ?[A-Z])");  // "Please send me:1) How many …2) What …"
  if (re2::StringPiece one; RE2::PartialMatch(p.text, glued, &one)) {
    const size_t at = static_cast<size_t>(one.data() - p.text.data());
    const std::string_view rest = std::string_view(p.text).substr(at);
    if (words.prefix("asks", trimmed(rest.substr(2))) > 0 && RE2::PartialMatch(re2::StringPiece(rest.data(), rest.size()), second)) return at;
  }
  for (const auto& [one, two] : {std::pair{"(1) ", "(2) "}, {"(a) ", "(b) "}, {"(i) ", "(ii) "}}) {
    const size_t first = p.text.find(one);
    if (first == std::string::npos || first == 0 || p.text.find(two, first) == std::string::npos) continue;
    if (trimmed(std::string_view(p.text).substr(0, first)).ends_with(':')) return first;
  }
  return 0;
}

// "… as above. Response to Q4:": an answer named by its question in mid-line.
size_t named_answer(std::string_view text) {
  static const RE2 name(R"([.;:)\d] ((?:Response|Answer|Reply|Answer given) to (?:Q|[Qq]uestion ?)\d{1,2}[a-z]?\)?[:.]))");
  re2::StringPiece found;
  if (!RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), name, &found)) return 0;
  return static_cast<size_t>(found.data() - text.data());
}

size_t split_offset(const Passage& p, bool answers_are_marked, const DocumentWords& words) {
  if (!p.is_main() || p.kind == PassageKind::table) return 0;
  const bool marked = answers_are_marked && words.prefix("answer_mark", p.text) > 0;
  if (const size_t at = p.kind == PassageKind::heading || marked ? 0 : heading_length(p, words)) return at;
  if (const size_t at = next_line_label(p, words)) return at;
  if (const size_t at = opening_of_series(p, words)) return at;
  if (const size_t at = named_answer(p.text)) return at;
  return mid_line_label(p, words);
}

// "4. Vacant posts ........ 4": the dots that lead from a numbered line to its value.
struct Leader {
  size_t begin = 0, end = 0;
};

Leader leader_of(const Passage& p, const DocumentWords& words) {
  if (!p.is_main() || p.kind == PassageKind::table || (p.label.empty() && !scan_label(p.text, words))) return {};
  for (size_t at = p.text.find("...."); at != std::string::npos; at = p.text.find("....", at + 1)) {
    const size_t end = std::min(p.text.find_first_not_of(". ", at), p.text.size());
    if (end - at >= shortest_leader && at > 0) return {at, end};
  }
  return {};
}

void add_without_leader(const Passage& p, const DocumentWords& words, std::vector<Passage>& out) {
  const Leader leader = leader_of(p, words);
  out.push_back(leader.end > 0 ? part_of(p, 0, leader.begin) : p);
  if (leader.end == 0 || leader.end >= p.text.size()) return;
  out.push_back(part_of(p, leader.end, p.text.size()));
  out.back().value = true;
}

}  // namespace

bool answers_are_marked(const std::vector<Passage>& passages, const DocumentWords& words) {
  return std::ranges::count_if(passages, [&](const Passage& p) {
           const size_t mark = p.is_main() ? words.prefix("answer_mark", p.text) : 0;
           return mark > 0 && mark < p.text.size();
         }) >= fewest_answer_marks;
}

std::vector<Passage> split_passages(const std::vector<Passage>& passages, const DocumentWords& words) {
  std::vector<Passage> out;
  const bool marked = answers_are_marked(passages, words);
  for (const Passage& passage : passages) {
    Passage rest = passage;
    size_t parts = 0;
    for (size_t at; ++parts < most_parts && (at = split_offset(rest, marked, words)) > 0;) {
      add_without_leader(part_of(rest, 0, at), words, out);
      rest = part_of(rest, at, rest.text.size());
    }
    add_without_leader(rest, words, out);
  }
  return out;
}

}  // namespace muster
