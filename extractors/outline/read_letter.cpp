#include "extractors/outline/read_letter.h"

#include <algorithm>
#include <numeric>

#include "extractors/outline/read_reply.h"
#include "extractors/outline/read_request.h"
#include "extractors/outline/share_answers.h"
#include "schemas/text.h"

namespace muster {
namespace {

using Relation = Numbering::Relation;

constexpr size_t most_compared = 2000;     // passages compared with one another; a letter has fewer
constexpr size_t least_quoted_bytes = 20;   // shorter lines repeat by chance
constexpr int fewest_quoted = 2;          // lines of the request without numbers that the reply repeats further down
constexpr int fewest_lone_labels = 2;     // one number alone on its line may be a page's
constexpr double least_answered = 0.34;   // of a request's questions; below it the text after them is the requester's own

bool is_spoken(const Passage& p) { return p.is_main() && !p.marker && p.voice != Voice::boilerplate && p.zone != Zone::record; }

// The line above that is spoken too; `index` itself where there is none.
size_t spoken_above(const std::vector<Passage>& passages, size_t index) {
  for (size_t i = index; i-- > 0;)
    if (is_spoken(passages[i])) return i;
  return index;
}

// Where a line comes again further down; 0 when it does not.
size_t quoted_again(const std::vector<Passage>& passages, size_t index) {
  const std::string key = folded(passages[index].text);
  if (key.size() < least_quoted_bytes) return 0;
  for (size_t i = index + 1; i < passages.size(); ++i)
    if (folded(passages[i].text).find(key) != std::string::npos) return i;
  return 0;
}

// "a. Adults?" under a question and again under the next one: parts repeat, while the words over them do not.
bool is_part_of_other(const std::vector<Passage>& passages, size_t index, size_t again, const DocumentWords& words) {
  const auto is_lettered = [&](size_t i) {
    const auto label = label_of(passages[i], words);
    return label && label->numbers[0].size() == 1 && label->numbers[0][0].decimal == 0;
  };
  if (!is_lettered(index)) return false;
  while (is_lettered(index) && is_lettered(again) && folded(passages[index].text) == folded(passages[again].text)) {
    const size_t above = spoken_above(passages, index), over = spoken_above(passages, again);
    if (above == index || over == again) return false;
    index = above, again = over;
  }
  return folded(passages[index].text) != folded(passages[again].text);
}

struct Stretch {
  size_t begin = 0, end = 0;
};

// "1. How many posts were there in:" over "a. Adults' services?": where parts come again and the number over them does not, the
// next number asks for the same parts.
bool leaves_out_its_number(const std::vector<Passage>& passages, size_t first, const DocumentWords& words) {
  const auto part = label_of(passages[first], words);
  if (!part || part->numbers[0].size() > 1 || part->numbers[0][0].decimal > 0 || first == 0) return false;
  const auto over = label_of(passages[first - 1], words);
  return over && over->numbers[0][0].decimal > 0 && quoted_again(passages, first - 1) == 0;
}

// Lines that all come again below the last of them are the request. Where one comes again among them, questions and answers
// take turns instead ("a. How many were agency staff?" under every number).
Stretch quoted_lines(const std::vector<Passage>& passages, const DocumentWords& words) {
  if (passages.size() > most_compared) return {};
  int asking = 0;
  size_t nearest_repeat = passages.size();
  Stretch found;
  for (size_t i = 0; i < passages.size(); ++i) {
    if (!is_spoken(passages[i]) || passages[i].kind == PassageKind::table) continue;
    const size_t again = quoted_again(passages, i);
    const bool asks_here = passages[i].text.find('?') != std::string::npos;
    if (again == 0 || (asking == 0 && !asks_here) || is_part_of_other(passages, i, again, words)) continue;
    if (asking == 0) found.begin = i;
    asking += asks_here;
    found.end = i + 1;
    nearest_repeat = std::min(nearest_repeat, again);
  }
  const bool whole = asking >= fewest_quoted && nearest_repeat >= found.end && !leaves_out_its_number(passages, found.begin, words);
  return whole ? found : Stretch{};
}

// "Q: …" and "A: …" take turns: those letters are no numbers.
bool asks_in_turn(const std::vector<Passage>& passages, const DocumentWords& words) {
  return std::any_of(passages.begin(), passages.end(), [&](const Passage& p) {
    const auto label = scan_label(p.text, words);  // "Q: …" looks like the letter q
    return is_spoken(p) && words.prefix("question_mark", p.text) > 0 && (!label || label->prefix == LabelPrefix::none);
  });
}

// Where the numbers begin anew at 1 after a whole series, and what stands there does not ask: the reply begins.
size_t restart_of_numbers(const std::vector<Passage>& passages, const DocumentWords& words) {
  if (asks_in_turn(passages, words)) return 0;
  Numbering numbering;
  int seen = 0;
  for (size_t i = 0; i < passages.size(); ++i) {
    if (!is_spoken(passages[i])) continue;
    const auto label = label_of(passages[i], words);
    if (!label || label->form == LabelForm::alone || label->form == LabelForm::attached) continue;
    const Numbering::Place place = numbering.place(label->numbers[0], label->form);
    const std::string_view body = std::string_view(passages[i].text).substr(label->length);
    const bool first_again = place.relation == Relation::restart && place.levels.size() <= 2 && place.levels[0].ordinal == 1;
    if (first_again && place.levels.size() == label->numbers[0].size() && seen >= 1 && !body.ends_with('?')) return i;
    if (place.relation == Relation::skip && place.levels[0].style != Numbering::Style::decimal) continue;
    numbering.take(place);
    ++seen;
  }
  return 0;
}

// Whether nothing from here on is numbered or asks: what one says to all that was asked.
bool says_one_thing(const std::vector<Passage>& passages, size_t from, const DocumentWords& words) {
  return std::all_of(passages.begin() + static_cast<long>(from), passages.end(), [&](const Passage& p) {
    return !is_spoken(p) || p.zone == Zone::closing || (p.kind != PassageKind::table && !p.text.ends_with('?') && !label_of(p, words));
  });
}

// Questions that follow one another without a word between them, and below them a sentence that opens a reply, or text without
// any number.
size_t end_of_questions(const std::vector<Passage>& passages, const DocumentWords& words) {
  int asked = 0;
  for (size_t i = 0; i < passages.size(); ++i) {
    const Passage& p = passages[i];
    if (!is_spoken(p)) continue;
    const auto label = label_of(p, words);
    const bool stem = asked > 0 && p.text.ends_with(':') && i + 1 < passages.size() && label_of(passages[i + 1], words) && passages[i + 1].text.ends_with('?');
    if (stem) continue;  // "If so, for each:"
    if (label && p.text.ends_with('?')) ++asked;
    else if (asked > 0) return asked >= fewest_quoted && !label && (words.prefix("reply_opening", p.text) > 0 || says_one_thing(passages, i, words)) ? i : 0;
  }
  return 0;
}

bool opens_reply(const Passage& p, const DocumentWords& words) {
  return p.is_main() && (words.prefix("reply_opening", p.text) > 0 || words.is("acknowledgement", p.text) || words.is("salutation", p.text));
}

// The requester's letter to its "Yours faithfully", and under it the reply, which asks nothing. "Please send the following:"
// stands in a letter that asks; a reply that quotes questions has none.
size_t end_of_request_letter(const std::vector<Passage>& passages, const DocumentWords& words) {
  bool demands = false;
  size_t numbered = 0;
  for (size_t i = 0; i < passages.size(); ++i) {
    const Passage& p = passages[i];
    if (!p.is_main()) continue;
    const bool closes = words.is("closing", p.text);
    if (!closes) {
      const bool labelled = is_spoken(p) && label_of(p, words).has_value();
      demands |= is_spoken(p) && !labelled && p.text.ends_with(':') && numbered == 0 && words.prefix("asks", p.text) > 0;
      numbered += labelled;
      continue;
    }
    if (!demands || numbered == 0) return 0;
    const auto opening = std::find_if(passages.begin() + static_cast<long>(i), passages.end(), [&](const Passage& later) { return opens_reply(later, words); });
    const auto at = static_cast<size_t>(opening - passages.begin());
    return at + 1 < passages.size() && says_one_thing(passages, at, words) ? at : 0;
  }
  return 0;
}

// A letter without headings: the request first, then the reply, told by what is said twice.
void zone_unmarked(std::vector<Passage>& passages, const DocumentWords& words) {
  const bool marked = std::any_of(passages.begin(), passages.end(), [](const Passage& p) {
    return p.is_main() && (p.zone == Zone::request || p.zone == Zone::reply);
  });
  if (marked) return;
  Stretch request = quoted_lines(passages, words);
  if (request.end == 0) request.end = end_of_request_letter(passages, words);
  if (request.end == 0) request.end = restart_of_numbers(passages, words);
  if (request.end == 0) request.end = end_of_questions(passages, words);
  if (request.end == 0) return;
  for (size_t i = request.begin; i < passages.size(); ++i)
    if (passages[i].is_main() && passages[i].zone == Zone::none) passages[i].zone = i < request.end ? Zone::request : Zone::reply;
}

struct Run {
  Zone zone = Zone::none;
  size_t begin = 0, end = 0;
};

// Stretches of one zone; markers, furniture, record values and set phrases go with what stands before them.
std::vector<Run> runs_of(const std::vector<Passage>& passages, size_t begin, size_t end) {
  std::vector<Run> out;
  for (size_t i = begin; i < end; ++i) {
    const Passage& p = passages[i];
    const bool speaks = is_spoken(p) && p.zone != Zone::closing;
    if (out.empty() || (speaks && p.zone != out.back().zone && out.back().zone != Zone::none) ||
        (speaks && p.zone != Zone::none && out.back().zone == Zone::none))
      out.push_back({speaks ? p.zone : Zone::none, i, i});
    out.back().end = i + 1;
  }
  return out;
}

void pass_through(const std::vector<Passage>& run, Dialogue& dialogue) {
  dialogue.passages.insert(dialogue.passages.end(), run.begin(), run.end());
}

size_t answered_count(const Dialogue& dialogue, size_t from) {
  size_t count = 0;
  for (size_t i = from; i < dialogue.questions.size(); ++i) count += dialogue.answered(static_cast<int>(i));
  return count;
}

// A request that stands alone either quotes questions with their answers or is only a request.
void read_alone(const std::vector<Passage>& run, int request, const DocumentWords& words, Dialogue& dialogue) {
  const Dialogue before = dialogue;
  read_reply(run, request, words, dialogue);
  const size_t from = before.questions.size();
  share_only_answers(from, true, dialogue);
  const auto asked = static_cast<double>(dialogue.questions.size() - from);
  const bool only_asked = asked > 0 && static_cast<double>(answered_count(dialogue, from)) < least_answered * asked;
  const bool headed = std::any_of(run.begin(), run.end(), [](const Passage& p) { return p.zone == Zone::request; });
  if (!only_asked && !(headed && asked == 0)) return share_only_answers(from, false, dialogue);
  dialogue = before;
  read_request(run, request, words, dialogue);
}

// "A", "B" on lines of their own over what is asked for.
bool is_lone_label(const Passage& p, const DocumentWords& words) {
  const auto label = is_spoken(p) && p.kind != PassageKind::table ? label_of(p, words) : std::nullopt;
  return label && label->form == LabelForm::alone;
}

// The first number of a run; 0 where it has none.
int first_number(const std::vector<Passage>& passages, size_t begin, size_t end, const DocumentWords& words) {
  for (size_t i = begin; i < end; ++i) {
    const auto label = is_spoken(passages[i]) && passages[i].kind != PassageKind::table ? label_of(passages[i], words) : std::nullopt;
    if (label && label->form != LabelForm::attached) return label->numbers[0][0].decimal;
  }
  return 0;
}

// Numbers from 1 over a headed reply whose own begin at 1 again: "1. The payscale for …", "Response", "1. It has none of its own."
bool is_numbered_anew(const std::vector<Passage>& passages, const std::vector<Run>& runs, size_t at, const DocumentWords& words) {
  return at + 1 < runs.size() && runs[at + 1].zone == Zone::reply && first_number(passages, runs[at].begin, runs[at].end, words) == 1 &&
         first_number(passages, runs[at + 1].begin, runs[at + 1].end, words) == 1;
}

// Text before a headed reply that asks, or that has numbers, is the request without its heading.
bool has_questions(const std::vector<Passage>& run, const DocumentWords& words) {
  if (std::count_if(run.begin(), run.end(), [&](const Passage& p) { return is_lone_label(p, words); }) >= fewest_lone_labels) return true;
  return std::any_of(run.begin(), run.end(), [&](const Passage& p) {
    if (!is_spoken(p) || p.kind == PassageKind::table) return false;
    const auto label = label_of(p, words);
    return p.text.ends_with('?') || (label && asks(std::string_view(p.text).substr(label->length), words));
  });
}

// Whether the headed replies count through numbers of this text as well: then they answer it, though it does not ask in so many words.
bool is_answered_by_number(const std::vector<Passage>& run, const std::vector<Passage>& passages, size_t end, const DocumentWords& words) {
  auto has_one = [&](const Passage& p) {
    const auto label = is_spoken(p) && p.kind != PassageKind::table ? label_of(p, words) : std::nullopt;
    return label && label->form != LabelForm::alone && label->form != LabelForm::attached && label->numbers[0][0].decimal == 1;
  };
  const bool answered = std::any_of(passages.begin(), passages.begin() + static_cast<long>(end),
                                    [&](const Passage& p) { return p.zone == Zone::reply && p.request == run.front().request && has_one(p); });
  return answered && std::any_of(run.begin(), run.end(), has_one);
}

// A page that shows its reply over the request: the runs with the request first; empty where it stands first anyway.
std::vector<Run> request_first(const std::vector<Run>& runs) {
  const auto asked = std::find_if(runs.begin(), runs.end(), [](const Run& r) { return r.zone == Zone::request; });
  const auto replied = std::find_if(runs.begin(), runs.end(), [](const Run& r) { return r.zone == Zone::reply; });
  const bool one = asked != runs.end() && std::none_of(asked + 1, runs.end(), [](const Run& r) { return r.zone == Zone::reply || r.zone == Zone::request; });
  if (!one || replied > asked) return {};
  std::vector<Run> out(asked, asked + 1);
  out.insert(out.end(), runs.begin(), asked);
  out.insert(out.end(), asked + 1, runs.end());
  return out;
}

// A run as it was read: where its passages stand in the dialogue.
struct ReadRun {
  size_t in_letter = 0;
  size_t begin = 0, end = 0;
};

// Puts runs that were read in another order back into reading order; whatever points at their passages follows.
void restore_order(std::vector<ReadRun> runs, Dialogue& dialogue, size_t questions, size_t notes) {
  std::vector<size_t> order(runs.front().begin);
  std::iota(order.begin(), order.end(), size_t{0});
  std::ranges::sort(runs, {}, &ReadRun::in_letter);
  for (const ReadRun& run : runs)
    for (size_t i = run.begin; i < run.end; ++i) order.push_back(i);
  std::vector<Passage> sorted;
  std::vector<int> moved(order.size());
  for (size_t i = 0; i < order.size(); ++i) {
    moved[order[i]] = static_cast<int>(i);
    sorted.push_back(dialogue.passages[order[i]]);
  }
  dialogue.passages = std::move(sorted);
  for (size_t i = questions; i < dialogue.questions.size(); ++i)
    if (const size_t place = static_cast<size_t>(dialogue.questions[i].place); place < moved.size()) dialogue.questions[i].place = moved[place];
  for (size_t i = notes; i < dialogue.notes.size(); ++i) dialogue.notes[i].passage = moved[static_cast<size_t>(dialogue.notes[i].passage)];
}

void read_turned(const std::vector<Passage>& passages, const std::vector<Run>& runs, int request, const DocumentWords& words, Dialogue& dialogue) {
  const size_t questions = dialogue.questions.size(), notes = dialogue.notes.size();
  std::vector<ReadRun> read;
  for (const Run& r : runs) {
    const size_t from = dialogue.passages.size();
    const std::vector<Passage> run(passages.begin() + static_cast<long>(r.begin), passages.begin() + static_cast<long>(r.end));
    if (r.zone == Zone::request) read_request(run, request, words, dialogue);
    else if (r.zone == Zone::reply) read_reply(run, request, words, dialogue);
    else pass_through(run, dialogue);
    read.push_back({r.begin, from, dialogue.passages.size()});
  }
  restore_order(std::move(read), dialogue, questions, notes);
}

// A later message of a correspondence that asks nothing new ("Please review this").
bool asks_nothing_new(const std::vector<Passage>& passages, size_t begin, size_t end, const DocumentWords& words) {
  return passages[begin].message > 0 && std::none_of(passages.begin() + static_cast<long>(begin), passages.begin() + static_cast<long>(end), [&](const Passage& p) {
           return is_spoken(p) && p.zone == Zone::request && (p.text.ends_with('?') || label_of(p, words));
         });
}

// The questions of the request before, asked once more: the next reply answers some of them anew.
void ask_again(int request, Dialogue& dialogue) {
  const size_t known = dialogue.questions.size();
  const auto offset = static_cast<int>(known) - static_cast<int>(std::ranges::find(dialogue.questions, request - 1, &Question::request) - dialogue.questions.begin());
  for (size_t i = 0; i < known; ++i) {
    Question q = dialogue.questions[i];
    if (q.request != request - 1 || q.absorbed) continue;
    q.request = request;
    q.parent += q.parent >= 0 ? offset : 0;
    q.place = static_cast<int>(dialogue.passages.size());
    q.from_request = true;
    dialogue.questions.push_back(std::move(q));
  }
}

void read_review(const std::vector<Passage>& passages, const std::vector<Run>& runs, int request, const DocumentWords& words, Dialogue& dialogue) {
  const size_t first = dialogue.questions.size();
  ask_again(request, dialogue);
  for (const Run& r : runs) {
    std::vector<Passage> run(passages.begin() + static_cast<long>(r.begin), passages.begin() + static_cast<long>(r.end));
    if (r.zone == Zone::reply) {
      const auto first_label = std::ranges::find_if(run, [&](const Passage& p) { return is_spoken(p) && label_of(p, words).has_value(); });
      const auto lead = first_label == run.end() ? run.begin() : first_label;  // what stands over the numbers introduces them
      pass_through({run.begin(), lead}, dialogue);
      read_reply({lead, run.end()}, request, words, dialogue);
      continue;
    }
    for (Passage& p : run)
      if (p.voice == Voice::unknown) p.voice = Voice::requester;
    pass_through(run, dialogue);
  }
  for (size_t i = first; i < dialogue.questions.size(); ++i)
    dialogue.questions[i].absorbed |= !dialogue.answered(static_cast<int>(i));
}

void read_one_request(const std::vector<Passage>& passages, size_t begin, size_t end, int request, const DocumentWords& words,
                      Dialogue& dialogue) {
  const std::vector<Run> runs = runs_of(passages, begin, end);
  auto has = [&](Zone zone) { return std::any_of(runs.begin(), runs.end(), [&](const Run& r) { return r.zone == zone; }); };
  const bool asked = has(Zone::request), replied = has(Zone::reply);
  if (request > 1 && asks_nothing_new(passages, begin, end, words)) return read_review(passages, runs, request, words, dialogue);
  if (const std::vector<Run> turned = request_first(runs); !turned.empty()) return read_turned(passages, turned, request, words, dialogue);
  bool request_read = false;
  for (size_t i = 0; i < runs.size(); ++i) {
    Run r = runs[i];
    const std::vector<Passage> run(passages.begin() + static_cast<long>(r.begin), passages.begin() + static_cast<long>(r.end));
    const bool open = r.zone == Zone::none && !asked && replied && !request_read;
    if (open && (has_questions(run, words) || is_answered_by_number(run, passages, end, words) || is_numbered_anew(passages, runs, i, words))) r.zone = Zone::request;
    const bool loose = r.zone == Zone::none;
    const bool reply_follows = replied || std::any_of(runs.begin(), runs.end(), [&](const Run& o) { return o.zone == Zone::none && o.begin > r.begin; });
    if (r.zone == Zone::request && reply_follows) read_request(run, request, words, dialogue);
    else if (r.zone == Zone::request) read_alone(run, request, words, dialogue);
    else if (loose && !replied && !asked && runs.size() == 1) read_alone(run, request, words, dialogue);
    else if (r.zone == Zone::reply || (loose && !replied && (request_read || !asked))) read_reply(run, request, words, dialogue);
    else pass_through(run, dialogue);
    request_read |= r.zone == Zone::request;
  }
}

}  // namespace

Dialogue read_letter(std::vector<Passage> passages, const DocumentWords& words) {
  zone_unmarked(passages, words);
  Dialogue dialogue;
  for (size_t begin = 0; begin < passages.size();) {
    size_t end = begin;
    while (end < passages.size() && passages[end].request == passages[begin].request) ++end;
    const size_t first = dialogue.questions.size();
    read_one_request(passages, begin, end, passages[begin].request, words, dialogue);
    keep_to_the_last(first, dialogue, words);
    begin = end;
  }
  return dialogue;
}

}  // namespace muster
