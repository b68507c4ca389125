#include "dataset/personal_data.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <set>
#include <type_traits>

#include "dataset/whole_documents.h"
#include "schemas/serialise.h"
#include "schemas/text.h"

namespace muster {
namespace {

// One capitalised word of a name, or an initial.
const std::string name_word = R"((?:[A-Z][A-Za-z\x{00C0}-\x{024F}'\x{2019}-]+|[A-Z]\.?))";

struct Rule {
  const char* kind;
  const RE2* pattern;  // group 1 is the personal part
};

const std::array<Rule, 5>& rules() {
  static const RE2 email(R"(\b([\w.%+'-]+@[\w-]+(?:\.[\w-]+)+))");
  static const RE2 telephone(R"((?:^|[^\d.,/£-])((?:\+44 ?\(?0?\)? ?|\(?0)\d{2,5}\)?[ -]?\d{3,4}[ -]?\d{3,4}(?: ?(?:ext\.?|x) ?\d{1,5})?)\b)");
  static const RE2 titled(R"(\b((?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Professor|Sir|Dame)\.? )" + name_word + "(?: " + name_word + "){0,3})");
  // A role's words, then a dash, colon or bracket, then two or three capitalised words that are no role themselves.
  static const RE2 behind_role(R"((?i:\b(?:head|director|manager|lead|officer|leader|coordinator|chief executive|contact|author|owner|responsible)\b)(?-i:[\w&,' ]{0,60}?))"
                               R"((?: ?[\x{2013}\x{2014}:(-] ?| is )((?-i:[A-Z][a-z'\x{2019}]+(?:[ -][A-Z]\.?)?(?: [A-Z][a-z'\x{2019}-]+){1,2}))(?:[\s.,;)]|$))");
  static const RE2 signed_off(R"((?i:yours (?:sincerely|faithfully|truly)|kind(?:est)? regards|best wishes|regards),?\s+()" + name_word + "(?: " + name_word +
                              R"(){1,3})\s*(?:\n|$|\S+@))");  // an address may go on in the line
  static const std::array<Rule, 5> all = {{{"email", &email}, {"telephone", &telephone}, {"name", &titled}, {"name", &behind_role}, {"name", &signed_off}}};
  return all;
}

// Words of roles, bodies and places look like names: "Head of Service – Adult Care", "Yours sincerely Information Governance".
bool is_no_name(std::string_view text) {
  static const RE2 words(R"((?i)\b(?:team|service|services|care|council|officer|manager|head|director|department|information|governance|freedom|children|adults?|social|work|human|)"
                         R"(resources|office|unit|city|county|borough|support|health|education|finance|corporate|legal|request|act|hall|house|street|road|north|south|east|west|data|)"
                         R"(protection|compliance|customer|relations|complaints|rights|strategy|safeguarding|operations|commissioning|january|february|march|april|may|june|july|august|)"
                         R"(september|october|november|december|not|the|and|yes|none)\b)");
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), words);
}

// Calls `change` on every string of a result, whatever its type holds.
template <class Change>
class Strings {
 public:
  explicit Strings(Change change) : change_(change) {}

  template <class... T>
  void operator()(T&... members) { (visit(members), ...); }

 private:
  template <class T>
  void visit(T& value) {
    if constexpr (!std::is_enum_v<T> && !std::is_arithmetic_v<T>) value.fields(*this);
  }
  void visit(std::string& text) { change_(text); }
  template <class A, class B>
  void visit(std::pair<A, B>& p) { (*this)(p.first, p.second); }
  template <class T, size_t n>
  void visit(std::array<T, n>& items) {
    for (T& item : items) visit(item);
  }
  template <class T>
  void visit(std::vector<T>& items) {
    for (T& item : items) visit(item);
  }

  Change change_;
};

void cover(std::string& text, const std::string& secret) {
  for (size_t at = text.find(secret); at != std::string::npos; at = text.find(secret, at + secret.size())) text.replace(at, secret.size(), secret.size(), '*');
}

}  // namespace

std::vector<PersonalData> find_personal_data(std::string_view text) {
  std::vector<PersonalData> found;
  for (const Rule& rule : rules()) {
    re2::StringPiece rest(text.data(), text.size()), match;
    while (RE2::FindAndConsume(&rest, *rule.pattern, &match)) {
      const auto begin = static_cast<size_t>(match.data() - text.data());
      const bool taken = std::ranges::any_of(found, [&](const PersonalData& p) { return begin < p.begin + p.text.size() && p.begin < begin + match.size(); });
      const std::string words = match.as_string();
      if (!taken && !(std::string_view(rule.kind) == "name" && is_no_name(words))) found.push_back({rule.kind, words, begin});
    }
  }
  std::ranges::stable_sort(found, {}, &PersonalData::begin);
  return found;
}

void take_personal_data(const DocumentResult& document, uint32_t index, SortedRows& found) {
  std::vector<std::string> kinds;
  for (const PersonalData& p : find_personal_data(document.outline.text)) kinds.push_back(p.kind);
  if (!kinds.empty()) found.add(sortable(index), serialise(std::pair(index, kinds)));
}

void mark_personal_data(Dataset& dataset, SortedRows& found) {
  found.for_each([&](const SortedRows::Row& row) {
    const auto [index, kinds] = deserialise<std::pair<uint32_t, std::vector<std::string>>>(row.value);
    Addition marks;
    for (const std::string& kind : kinds)
      marks.diagnostics.push_back({.stage = "store", .code = "personal_data", .severity = Severity::info, .place = {}, .raw = {},
                                   .message = kind + " in the text; --redact leaves it out of every export"});
    add_to_document(dataset, index, marks);
  });
}

// "J. Grey, Elm Council" -> "*****, Elm Council": whoever writes for a body is one person of it.
static void cover_sender(DocumentRecord& record) {
  const size_t body = record.sender.rfind(", ");
  const size_t person = body == std::string::npos ? record.sender.size() : body;
  record.sender.replace(0, person, person, '*');
}

void cover_personal_data(DocumentResult& document) {
  cover_sender(document.interpretation.record);
  std::set<std::string> secrets;
  for (const PersonalData& p : find_personal_data(document.outline.text)) secrets.insert(p.text);
  if (secrets.empty()) return;
  Strings visitor([&](std::string& text) {
    for (const std::string& secret : secrets) cover(text, secret);
  });
  document.fields(visitor);
}

void redact_personal_data(Dataset& dataset) {
  dataset.is_redacted = true;
  std::ranges::for_each(dataset.documents, cover_personal_data);
}

}  // namespace muster
