#include "normalizers/propose_text.h"

#include <algorithm>

#include "normalizers/pattern.h"
#include "normalizers/text_reading.h"
#include "normalizers/sentences.h"
#include "normalizers/statements.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Patterns of this weight stand for a measure in running prose; lighter ones only in headers and bare answers.
constexpr int prose_weight = 2;

bool names_measure(const TextReading& reading) {
  return std::any_of(reading.mentions.begin(), reading.mentions.end(),
                     [](const Mention& m) { return m.kind == MentionKind::measure && m.weight >= prose_weight; });
}

bool is_aside(const TextReading& reading) { return reading.has(MentionKind::marker, "aside"); }

bool lead_in_names_measure(const std::vector<Context>& around, const Vocabulary& vocabulary) {
  return std::any_of(around.begin(), around.end(), [&](const Context& c) {
    return c.kind == ContextKind::previous_text && c.distance == 0 && names_measure(read_words(c.text, vocabulary));
  });
}

Candidate candidate_at(const Outline& outline, int node, Span quote, const Mention& mention) {
  Candidate c;
  c.span = {quote.begin + static_cast<uint32_t>(mention.begin), quote.begin + static_cast<uint32_t>(mention.end)};
  c.raw = outline.slice(c.span);
  c.quote = quote;
  c.place = outline.nodes[static_cast<size_t>(node)].place;
  c.node = node;
  return c;
}

// "Then come Ashby (20%), Barnham (19%)": a sentence of places and figures in brackets reads on from the one before.
bool lists_places(const TextReading& reading) {
  constexpr long fewest_places = 3;
  const long places = std::count_if(reading.mentions.begin(), reading.mentions.end(), [](const Mention& m) { return m.kind == MentionKind::area; });
  return places >= fewest_places && static_cast<long>(reading.quantities.size()) >= fewest_places &&
         std::all_of(reading.quantities.begin(), reading.quantities.end(), [](const QuantityMatch& q) { return q.bracketed; });
}

// Of several wordings in one sentence ("cannot be given … not held") the one that names a ground.
const Mention* leading_absence(const TextReading& reading) {
  const Mention* first = nullptr;
  for (const Mention& m : reading.mentions) {
    if (m.kind != MentionKind::absence) continue;
    if (!first || (first->code == "not_available" && m.code != "not_available")) first = &m;
  }
  return first;
}

// "Section 12 applies, since this would take 40 hours": time and money are reasons beside the law, no figures of staff.
bool only_argues(const TextReading& reading) {
  return std::all_of(reading.quantities.begin(), reading.quantities.end(), [](const QuantityMatch& q) {
    static const Pattern work("^(?:hours?|minutes?|days?|weeks?|files?|records?|cases?|documents?|staff hours|working)\\b");
    return q.unit == "hours" || q.unit == "days" || q.unit == "weeks" || q.unit.starts_with("gbp") || work.in(q.following);
  });
}

// "The policy is attached": a paper and no figures.
bool attaches_other_paper(std::string_view sentence) {
  static const Pattern paper("\\b(?:polic(?:y|ies)|procedures?|guidance|strateg(?:y|ies)|leaflets?|job descriptions?|structure charts?)\\b[^.;]{0,80}\\b(?:is|are) (?:attached|enclosed|appended)\\b");
  static const Pattern figures("\\b(?:figures?|data|information|numbers?|answers?|response|spreadsheet|table)\\b[^.;]{0,80}\\b(?:is|are) (?:attached|enclosed|appended)\\b");
  return paper.in(sentence) && !figures.in(sentence);
}

// "Numbers of 5 or less have been taken out", "an exact number cannot be given, few people are concerned": why some figures of a
// reply are hidden that gives or encloses the others, and no refusal of what was asked.
bool explains_hidden_counts(std::string_view answer) {
  static const Pattern exact("\\b(?:an? |the )?(?:exact|precise) (?:numbers?|figures?) (?:cannot|can ?not|can't|could not|(?:is|are) not|has not|have not|will not)\\b");
  static const Pattern hidden("\\b(?:numbers?|figures?|values?|counts?|cells?|totals?|data|groups?|responses)\\b[^.;]{0,30}\\b(?:(?:of|at|below|under|less than|fewer than|smaller than|lower than|up to) (?:5|five|6|six|10|ten)|(?:5|five|10|ten) or (?:less|fewer|under|below))\\b[^.;]{0,60}\\b(?:taken out|removed|suppressed|hidden|redacted|withheld|replaced|masked|not (?:been )?(?:shown|given|disclosed|provided|included)|left out|omitted)\\b");
  static const Pattern given("\\battached\\b|\\benclosed\\b|\\bspreadsheet\\b|\\btable\\b|\\bas follows\\b|\\bbelow\\b");
  return exact.in(answer) || (hidden.in(answer) && given.in(answer));
}

// Words of absence stand for a figure only where no figure is given, and in prose only where a measure is named.
bool is_proposed(const Mention& mention, const TextReading& reading, bool in_answer) {
  if (mention.kind == MentionKind::quantity) return true;
  if (mention.code == "in_attachment" && attaches_other_paper(reading.text)) return false;
  if (&mention != leading_absence(reading) || !(reading.quantities.empty() || (mention.code == "refused" && only_argues(reading)))) return false;
  return in_answer || (mention.scope == "within" && mention.code == "not_held" && names_measure(reading));
}

bool of_another_question(const Context& context, const Exchange& exchange) {
  if (context.kind == ContextKind::question) return context.text != exchange.question;
  return context.kind == ContextKind::parent_question && !context.text.ends_with(exchange.question);
}

// Keeps of a shared answer's candidate only what its own question says.
void give_to_question(const Outline& outline, int exchange, Candidate& c) {
  c.exchange = exchange;
  std::erase_if(c.context, [&](const Context& context) { return of_another_question(context, outline.exchanges[static_cast<size_t>(exchange)]); });
}

// One refusal may answer several questions, each about its own measure.
void propose_for_each_question(const Candidate& candidate, const Outline& outline, const std::vector<int>& exchanges,
                               std::vector<Candidate>& out) {
  for (int e : exchanges) {
    Candidate c = candidate;
    give_to_question(outline, e, c);
    out.push_back(std::move(c));
  }
}

// "N/A: not coded before 2016", "* means fewer than five": words about a sign of a table, not about a figure.
bool is_legend(std::string_view sentence) {
  static const Pattern pattern("^\\W{0,2}(?:n ?/ ?a|n\\.a\\.?|tbc|\\*+|\u2020|\u2021|-|\u2013|\\[?[a-z]\\]?|an? (?:dash|hyphen|star|asterisk|blank)) ?(?::|=|\u2013|-|means?|shows?|denotes?|indicates?|stands? for) ?\\w");
  return pattern.in(sentence);
}

// "You asked how many of the 14 posts …": the request in the words of the reply.
bool restates_request(std::string_view sentence) {
  static const Pattern pattern("^\\W*(?:in your (?:request|e-?mail|letter),? )?(?:you (?:have |had |also )?(?:asked|requested|enquired|wanted)|your (?:questions?|request|enquiry)(?: to us)? (?:was|were|is|are|asked|reads?))\\b");
  static const Pattern question("^\\W*(?:\\d{1,2} ?[-.):]* ?)?(?:how (?:many|much|long|often)|what (?:is|are|was|were|has|have|had|did|does|do|would|will)|please (?:provide|state|confirm|supply|give|tell|send)|(?:can|could) you (?:please )?(?:provide|tell|confirm|state))\\b");
  return pattern.in(sentence) || question.in(sentence) || sentence.ends_with('?');
}

// "14, 9 and none respectively" in answer to three questions: one figure for each, in their order.
bool answers_in_order(const TextReading& reading, size_t questions) {
  static const Pattern zero("\\b(?:none|nil|zero)\\b");
  if (questions < 2) return false;
  size_t figures = reading.quantities.size();
  for (const Pattern::Match& match : zero.all(reading.text))
    figures += std::none_of(reading.quantities.begin(), reading.quantities.end(), [&](const QuantityMatch& q) { return q.begin < match.end && match.begin < q.end; });
  return figures == questions && reading.quantities.front().begin <= reading.text.find_first_not_of(' ');
}

// "Agency (FTE): 24.6": the label of a line that ends with its only figure; empty for other sentences.
std::string_view label_of_line(const TextReading& reading) {
  constexpr size_t longest_label_bytes = 90;
  static const Pattern joint("(?::|=| [\u2013-]) ?(?:\u00A3)?$"), rest("^[.)*\\s]*$");
  if (reading.quantities.size() != 1) return {};
  const QuantityMatch& figure = reading.quantities[0];
  const std::string_view text = reading.text, before = text.substr(0, figure.begin);
  const std::vector<Pattern::Match> found = joint.all(before);
  if (found.empty() || found.back().begin > longest_label_bytes || !rest.in(text.substr(figure.end))) return {};
  return trimmed(before.substr(0, found.back().begin));
}

bool label_names_measure(std::string_view label, const Vocabulary& vocabulary) {
  return !label.empty() && read_words(label, vocabulary).has(MentionKind::measure);
}

}  // namespace

void propose_text(const Outline& outline, int node, const Surroundings& surroundings, const Vocabulary& vocabulary,
                  std::vector<Candidate>& out) {
  const Span whole = outline.nodes[static_cast<size_t>(node)].span;
  const std::string_view text = outline.slice(whole);
  const std::vector<int>& exchanges = surroundings.exchanges(node);
  const bool in_answer = !exchanges.empty();
  const std::vector<Context> around = surroundings.around(node);
  std::vector<Context> statements = statements_in_answer(outline, surroundings, node);
  statements.insert(statements.end(), surroundings.statements_throughout().begin(), surroundings.statements_throughout().end());
  Context before, label = surroundings.label_above(node);
  bool before_names_measure = is_item(outline, outline.nodes[static_cast<size_t>(node)]) && lead_in_names_measure(around, vocabulary);
  bool paragraph_names_measure = false;
  const bool hides_counts = in_answer && explains_hidden_counts(outline.exchanges[static_cast<size_t>(exchanges.front())].answer);
  for (const Span& sentence : find_sentences(text)) {
    const Span quote{whole.begin + sentence.begin, whole.begin + sentence.end};
    if (restates_request(outline.slice(quote)) || is_legend(outline.slice(quote))) continue;
    if (is_label_line(outline.slice(quote))) label = {ContextKind::label_above, std::string(outline.slice(quote)), quote, 0};
    const TextReading reading = read_words(outline.slice(quote), vocabulary);
    const bool named = names_measure(reading);
    const std::string_view line_label = in_answer ? std::string_view() : label_of_line(reading);
    const bool read = in_answer || named || before_names_measure || label_names_measure(line_label, vocabulary) || (paragraph_names_measure && lists_places(reading)) ||
                      (pairs_years(reading) && lead_in_names_measure(around, vocabulary)),
               aside = is_aside(reading);
    for (const Mention& mention : reading.mentions) {
      if (mention.kind == MentionKind::absence && hides_counts && mention.code != "in_attachment") continue;
      if (!read || !is_proposed(mention, reading, in_answer) || (aside && mention.kind == MentionKind::quantity)) continue;
      Candidate c = candidate_at(outline, node, quote, mention);
      c.basis = in_answer ? Basis::answer : Basis::narrative;
      if (in_answer) c.exchange = exchanges.front();
      c.context.push_back({ContextKind::sentence, reading.text, quote, 0});
      if (!line_label.empty()) c.context.push_back({ContextKind::label_above, std::string(line_label), quote, 0});
      if (!label.text.empty()) c.context.push_back(label);
      if (!before.text.empty()) c.context.push_back(before);
      if (sentence.begin > 0) c.context.push_back({ContextKind::previous_text, std::string(text.substr(0, sentence.begin)), whole, 2});
      c.context.insert(c.context.end(), around.begin(), around.end());
      c.context.insert(c.context.end(), statements.begin(), statements.end());
      if (mention.kind == MentionKind::absence && in_answer) {
        propose_for_each_question(c, outline, exchanges, out);
        continue;
      }
      if (mention.kind == MentionKind::quantity && answers_in_order(reading, exchanges.size())) give_to_question(outline, exchanges[static_cast<size_t>(mention.index)], c);
      out.push_back(std::move(c));
    }
    before = {ContextKind::previous_text, reading.text, quote, 0};
    before_names_measure = named;
    paragraph_names_measure |= named;
  }
}

}  // namespace muster
