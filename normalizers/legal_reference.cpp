// Sections, regulations and articles of the laws on information.
#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "normalizers/refusal.h"
#include "normalizers/refusal_table.h"
#include "normalizers/vocabulary_tables.h"
#include "schemas/text.h"

namespace muster {
namespace {

re2::StringPiece piece_of(std::string_view text) { return {text.data(), text.size()}; }

struct NamedRegime {
  const char *regime, *pattern;
};

// More particular names first: the Scottish Act contains the words of the other.
const NamedRegime regime_names[] = {
    {"FOISA", R"((?i)freedom of information \(scotland\)|\bfoisa\b|\bfoi ?\(s\) ?a?\b|\bfoi\(scotland\))"},
    {"EISR", R"((?i)environmental information \(scotland\)|\beisrs?\b|\bei ?\(s\) ?rs?\b)"},
    {"JERSEY", R"((?i)freedom of information \(jersey\)|\bjersey\) law)"},
    {"EIR", R"((?i)environmental information regulations|\beirs?\b)"},
    {"FOIA", R"((?i)freedom of information act|\bfoia\b|\bfoi act\b)"},
};

// Other laws whose sections social work speaks of.
const RE2& other_law() {
  static const RE2 pattern(
      R"((?i)^[^.;]{0,40}\b(?:of|in|to|under)\s+the\s+(?:[\w' ]{0,50}\b(?:children|care|mental health|mental capacity|social services|social work|local government|)"
      R"(education|equality|employment|housing|immigration|adoption|well-being|capacity)\b[\w' ]{0,40}\bact|19\d\d act))");
  return pattern;
}

// The law that the words nearest to the reference name: after it in the sentence, else before it.
std::string regime_near(std::string_view text, size_t begin, size_t end, std::string_view usual) {
  constexpr size_t reach_bytes = 120;
  const std::string_view after = text.substr(end, reach_bytes), before = text.substr(begin > reach_bytes ? begin - reach_bytes : 0, std::min(begin, reach_bytes));
  for (const std::string_view side : {after.substr(0, after.find_first_of(".;\n")), before})
    for (const NamedRegime& name : regime_names)
      if (RE2::PartialMatch(piece_of(side), name.pattern)) return name.regime;
  return std::string(usual);
}

bool speaks_of_information_law(std::string_view text) {
  static const RE2 words(R"((?i)\bfoi|freedom of information|exempt|\brefus(?:al|e|es|ed|ing)\b|withh(?:e|o)ld|environmental information|\bact 200[02]\b|not held|information held|kept back|qualified|disclos|appl(?:y|ies|ied) s|)"
      R"(\b(?:sections?|s\.?|ss\.?|article|regulation) ?\d{1,2}[a-z]?(?: ?\(\w{1,3}\))* (?:of (?:the|that) (?:act|law|regulations|foi)\b|(?:therefore |also )?appl(?:y|ies|ied)|(?:is|are) engaged|(?:refusal )?notice)|)"
      R"((?:does|do|did) not hold|(?:appl(?:y|ies)|rel(?:y|ies)|relied|engaged?s?) (?:on |upon )?(?:section|s\.? ?\d)|)"
      R"(intended for future publication|\bs(?:ections?|\.)? ?(?:40 ?\([2-5]\)|43 ?\([12]\)|3[38] ?\(1\) ?\(b\)))");
  return RE2::PartialMatch(piece_of(text), words);
}

// A full stop that ends a sentence, unlike those of "s. 40" and "e.g.".
bool sentence_ends_at(std::string_view text, size_t at) {
  if (text[at] == '\n') return true;
  const bool capital_follows = at + 2 < text.size() && text[at + 1] == ' ' && text[at + 2] >= 'A' && text[at + 2] <= 'Z';
  return text[at] == '.' && (at + 1 == text.size() || capital_follows);
}

// Whether the sentence rests on the reference rather than naming it.
bool rests_on(std::string_view sentence) {
  static const RE2 aside(R"((?i)\b(?:right to (?:complain|appeal|request|ask)|internal review|code of practice|publication scheme|if you are (?:not satisfied|dissatisfied|unhappy)|copyright|re-?use)\b)");
  return !RE2::PartialMatch(piece_of(sentence), aside);
}

// "s.40(2)" of the parts as printed: "40", "(2)" or ".1".
std::string canonical(const std::string& prefix, const std::string& number, const std::string& rest) {
  std::string out = prefix + number, part;
  for (char c : rest) {
    if (c == '.' || c == '(' || c == ')' || c == ' ') {
      if (!part.empty()) out += "(" + part + ")";
      part.clear();
    } else {
      part += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  return part.empty() ? out : out + "(" + part + ")";
}

// The table's row for the reference: the longest part of it that the table has.
const LegalReference* row_of(const RefusalTable& table, const std::string& regime, std::string reference) {
  for (;;) {
    const auto found = table.references.find(regime + " " + reference);
    if (found != table.references.end()) return &found->second;
    const size_t open = reference.rfind('(');
    if (open == std::string::npos) return nullptr;
    reference.erase(open);
  }
}

struct Printed {
  std::string prefix, number, rest;
  size_t begin = 0, end = 0;
};

std::string prefix_of(std::string_view word) {
  const std::string w = ascii_lower(word);
  return w[0] == 'r' ? "reg." : w[0] == 'a' ? "art." : "s.";
}

// Every printed reference; "sections 40(2) and 43" gives two.
std::vector<Printed> printed_references(std::string_view text) {
  static const RE2 first(R"((?i)(\b(?:sections?|sec|ss?|regulations?|regs?|articles?|art)\b?\.?\s?)(\d{1,2}[a-z]?\b|\d{1,2}[a-z]?)((?:\.\d\b)?(?:\s?\((?:\d{1,2}|[a-z]{1,4})\))*))");
  static const RE2 further(R"((?i)((?:\s?,|\s?&|\s+and|\s+or|\s+with)\s+)(\d{1,2}[a-z]?\b)((?:\.\d\b)?(?:\s?\((?:\d{1,2}|[a-z]{1,4})\))*))");
  std::vector<Printed> out;
  std::array<re2::StringPiece, 4> part;
  std::string prefix;
  for (size_t at = 0; at < text.size();) {
    const bool continues = !prefix.empty() && further.Match(piece_of(text), at, text.size(), RE2::ANCHOR_START, part.data(), 4);
    if (!continues && !first.Match(piece_of(text), at, text.size(), RE2::UNANCHORED, part.data(), 4)) break;
    if (!continues) prefix = prefix_of(std::string_view(part[1].data(), part[1].size()));
    const auto begin = static_cast<size_t>(part[0].data() - text.data());
    const bool inside_word = !continues && begin > 0 && (is_letter(text[begin - 1]) || is_digit(text[begin - 1]));
    if (!inside_word) out.push_back({prefix, part[2].as_string(), part[3].as_string(), begin, begin + part[0].size()});
    at = begin + part[0].size();
  }
  return out;
}

// The right of access is named beside the notice that denies it ("… section 17, as under section 1 nothing is held"): it comes
// after every notice.
int rank_of(const LegalMatch& match) {
  const std::array<std::string_view, 6> order = {"exemption", "cost", "vexatious", "not_held_notice", "refusal_notice", "advice"};
  const bool right_of_access = match.ground.role == "not_held_notice" && match.status.empty();
  return static_cast<int>(right_of_access ? order.size() : std::find(order.begin(), order.end(), match.ground.role) - order.begin());
}

}  // namespace

std::string_view sentence_around(std::string_view text, size_t begin, size_t end) {
  constexpr size_t reach_bytes = 600;  // longer than sentences are; keeps hostile texts linear
  size_t from = begin, to = end;
  while (from > 0 && begin - from < reach_bytes && !sentence_ends_at(text, from - 1)) --from;
  while (to < text.size() && to - end < reach_bytes && !sentence_ends_at(text, to)) ++to;
  return text.substr(from, to - from);
}

std::vector<LegalMatch> find_legal_references(std::string_view text, std::string_view usual_regime, const Vocabulary& vocabulary) {
  std::vector<LegalMatch> out;
  if (!speaks_of_information_law(text)) return out;
  const RefusalTable& table = vocabulary.tables().refusals;
  for (const Printed& p : printed_references(text)) {
    if (RE2::PartialMatch(piece_of(text.substr(p.end)), other_law())) continue;
    const std::string reference = canonical(p.prefix, ascii_lower(p.number), p.rest);
    std::string regime = regime_near(text, p.begin, p.end, usual_regime);
    if (p.prefix == "reg." && !regime.starts_with("EI")) regime = usual_regime == "FOISA" ? "EISR" : "EIR";
    if (p.prefix == "art.") regime = "JERSEY";
    const LegalReference* row = row_of(table, regime, reference);
    if (!row) continue;
    LegalMatch m{{regime, reference, row->role}, row->status, p.begin, p.end};
    if (!rests_on(sentence_around(text, p.begin, p.end))) m = {{regime, reference, "mention_only"}, "", p.begin, p.end};
    out.push_back(m);
  }
  return out;
}

const LegalMatch* ground_of(const std::vector<LegalMatch>& references) {
  const LegalMatch* best = nullptr;
  for (const LegalMatch& m : references) {
    if (m.ground.role == "mention_only") continue;
    if (!best || rank_of(m) < rank_of(*best)) best = &m;
  }
  return best;
}

std::string usual_regime_of(std::string_view nation) {
  return nation == "Scotland" ? "FOISA" : nation == "Jersey" ? "JERSEY" : "FOIA";
}

}  // namespace muster
