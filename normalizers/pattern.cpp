#include "normalizers/pattern.h"

#include <re2/re2.h>

#include <stdexcept>
#include <utility>

#include "normalizers/consulted.h"
#include "schemas/text.h"

namespace muster {
namespace {

// The reliefs of the vocabulary's notation turned into plain RE2. Inside square brackets all stays as written.
std::string plain_expression(const std::string& expression) {
  std::string out;
  bool in_class = false;
  for (size_t i = 0; i < expression.size(); ++i) {
    const char c = expression[i];
    if (c == '\\' && i + 1 < expression.size()) {
      out.append(expression, i++, 2);
      continue;
    }
    if (c == '[') in_class = true;
    if (c == ']') in_class = false;
    if (!in_class && c == ' ') out += "(?:\\s+)";
    else if (!in_class && c == '\'') out += "['\u2019]";
    else out += c;
  }
  return out;
}

}  // namespace

struct Pattern::Compiled {
  Compiled(const std::string& as_given, std::shared_ptr<ConsultationRecord> told)
      : expression(as_given), record(std::move(told)), whole(plain_expression(as_given), options()) {
    if (!whole.ok()) throw std::invalid_argument("the pattern is not a regular expression: " + whole.error());
  }
  static RE2::Options options() {
    RE2::Options o;
    o.set_case_sensitive(false);
    o.set_log_errors(false);
    return o;
  }
  void note(std::string_view text) const {
    if (record) record->note_text(text);
  }
  std::string expression;
  std::shared_ptr<ConsultationRecord> record;
  RE2 whole;
};

Pattern::Pattern() = default;
Pattern::Pattern(const std::string& expression, std::shared_ptr<ConsultationRecord> record)
    : compiled_(std::make_shared<Compiled>(expression, std::move(record))) {}

const std::string& Pattern::expression() const {
  static const std::string none;
  return compiled_ ? compiled_->expression : none;
}

bool Pattern::in(std::string_view text) const {
  if (!compiled_) return false;
  compiled_->note(text);
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), compiled_->whole);
}

bool Pattern::is(std::string_view text) const {
  if (!compiled_) return false;
  compiled_->note(text);
  const std::string_view t = trimmed(text);
  return RE2::FullMatch(re2::StringPiece(t.data(), t.size()), compiled_->whole);
}

std::vector<Pattern::Match> Pattern::all(std::string_view text) const {
  std::vector<Match> out;
  if (!compiled_) return out;
  compiled_->note(text);
  const re2::StringPiece input(text.data(), text.size());
  const int groups = 1 + compiled_->whole.NumberOfCapturingGroups();
  std::vector<re2::StringPiece> found(groups);
  size_t from = 0;
  while (from <= text.size() &&
         compiled_->whole.Match(input, from, text.size(), RE2::UNANCHORED, found.data(), groups)) {
    Match match;
    match.begin = found[0].data() - text.data();
    match.end = match.begin + found[0].size();
    for (int g = 1; g < groups; ++g) match.groups.emplace_back(found[g].data() ? std::string(found[g]) : std::string());
    from = match.end > match.begin ? match.end : match.end + 1;
    out.push_back(std::move(match));
  }
  return out;
}

std::string WordGroups::expanded(std::string_view expression) const {
  std::string out;
  for (size_t i = 0; i < expression.size();) {
    const size_t close = expression[i] == '{' ? expression.find('}', i) : std::string_view::npos;
    if (close == std::string_view::npos || i + 1 >= expression.size() || !is_letter(expression[i + 1]) ||
        (i > 1 && expression[i - 2] == '\\' && (expression[i - 1] == 'p' || expression[i - 1] == 'P'))) {  // \p{...} and counts {2,3} are RE2's own
      out += expression[i++];
      continue;
    }
    const std::string_view name = expression.substr(i + 1, close - i - 1);
    const auto group = groups_.find(name);
    if (group == groups_.end()) throw std::invalid_argument("no word group is called {" + std::string(name) + "}");
    out += "(?:" + group->second + ")";
    i = close + 1;
  }
  return out;
}

}  // namespace muster
