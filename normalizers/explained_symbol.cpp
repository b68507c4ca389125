#include "normalizers/explained_symbol.h"

#include <cstdlib>
#include <map>
#include <vector>

#include "normalizers/quantity.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Numbers that are hidden are small; larger ones in a note are of something else.
constexpr int most_hidden_number = 10;

// Whether nothing but a mark of punctuation stands before the place.
bool opens_clause(std::string_view text, size_t at) {
  while (at > 0 && std::string_view(" \"'[(").find(text[at - 1]) != std::string_view::npos) --at;
  return at == 0 || std::string_view(".;,:\n").find(text[at - 1]) != std::string_view::npos;
}

// "-" may be called a dash, "*" a star.
const Pattern* name_of_symbol(const std::string& symbol) {
  static const Pattern dash("\\b(?:dash(?:es)?|hyphens?)\\b"), star("\\b(?:asterisks?|stars?)\\b");
  if (symbol.starts_with("-") || symbol == "\u2013" || symbol == "\u2014") return &dash;
  return symbol.starts_with("*") ? &star : nullptr;
}

// What is said after each place where the note opens a clause with the symbol or calls it by its name.
std::vector<std::string> clauses_about(const std::string& note, const std::string& symbol) {
  std::vector<std::string> out;
  const auto add = [&](size_t after) { out.push_back(note.substr(after, note.find_first_of(".;\n", after) - after)); };
  const std::string lower = ascii_lower(note);
  for (size_t at = lower.find(symbol); at != std::string::npos; at = lower.find(symbol, at + 1)) {
    const size_t after = at + symbol.size();
    if (after < lower.size() && !is_letter(lower[after]) && !is_digit(lower[after]) && opens_clause(lower, at)) add(after);
  }
  if (const Pattern* name = name_of_symbol(symbol))
    for (const Pattern::Match& match : name->all(note)) add(match.end);
  return out;
}

int small_number(const std::string& word) {
  static const std::map<std::string, int> words = {{"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10}};
  const auto found = words.find(ascii_lower(word));
  return found == words.end() ? std::atoi(word.c_str()) : found->second;
}

// "between 1 and 4", "one to four", "fewer than 5".
std::optional<Quantity> bounds_in(const std::string& clause) {
  static const std::string number = "(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)";
  static const Pattern both("\\b" + number + "\\s?(?:to|and|-|–)\\s?" + number + "\\b");
  for (const Pattern::Match& m : both.all(clause)) {
    const int low = small_number(m.groups[0]), high = small_number(m.groups[1]);
    if (low < high && high <= most_hidden_number) return Quantity{std::to_string(low), std::to_string(high), "range", "suppressed"};
  }
  for (const QuantityMatch& q : find_quantities(clause))
    if (q.quantity.status == "suppressed") return q.quantity;
  return std::nullopt;
}

// “low” and ‘low’ as "low".
std::string with_plain_quotes(std::string text) {
  for (const std::string_view quote : {"\u2018", "\u2019", "\u201C", "\u201D"})
    for (size_t at = text.find(quote); at != std::string::npos; at = text.find(quote, at)) text.replace(at, quote.size(), "\"");
  return text;
}

}  // namespace

std::optional<Quantity> explained_symbol(const std::string& note, const std::string& symbol, const WorkforceWords& words) {
  if (symbol.empty()) return std::nullopt;
  for (const std::string& clause : clauses_about(with_plain_quotes(note), symbol)) {
    const std::optional<Quantity> bounds = bounds_in(clause);
    for (const WordRule& rule : words.symbol_meanings)
      if (rule.pattern.in(clause)) return bounds && rule.code == "suppressed" ? *bounds : Quantity{"", "", "", rule.code};
    if (bounds) return bounds;
  }
  return std::nullopt;
}

}  // namespace muster
