#include "tools/register.h"

#include <algorithm>
#include <stdexcept>

#include "normalizers/authority.h"
#include "normalizers/working_days.h"
#include "schemas/csv.h"
#include "schemas/text.h"

namespace muster {
namespace {

StatedRequest& request_called(const std::string& name, Register& record) {
  const auto found = std::ranges::find(record.requests, name, &StatedRequest::name);
  if (found != record.requests.end()) return *found;
  record.requests.push_back({name, {}});
  return record.requests.back();
}

AskedBody asked_body(const std::string& request, const std::string& council, const std::string& sent, const std::string& place,
                     const Vocabulary& vocabulary) {
  const std::vector<std::string> codes = authority_named(council, vocabulary);
  if (codes.empty()) throw std::runtime_error(place + "no council is called \"" + council + "\" (a GSS code is understood too)");
  AskedBody out;
  out.request = request;
  out.publisher_code = code_at(codes, sent, vocabulary);
  out.publisher_name = council;
  out.sent = sent;
  if (sent.empty()) return out;
  const Authority* authority = authority_with(out.publisher_code, vocabulary);
  out.nation = authority ? authority->nation : "";
  out.due = working_days_after(sent, days_to_reply, out.nation, vocabulary);
  if (out.due.empty()) throw std::runtime_error(place + "sent is a day like 2019-04-30, not \"" + sent + '"');
  return out;
}

// The one request of the register that was sent to this body; null where several were, or none.
const StatedRequest* only_request_to(const std::string& publisher, const Register& record) {
  const StatedRequest* found = nullptr;
  for (const AskedBody& asked : record.asked) {
    if (asked.publisher_code != publisher) continue;
    const auto request = std::ranges::find(record.requests, asked.request, &StatedRequest::name);
    if (found && found != &*request) return nullptr;
    found = &*request;
  }
  return found;
}

// "1a" of "1".
bool is_part_of(std::string_view number, std::string_view whole) {
  return !whole.empty() && number.size() > whole.size() && number.starts_with(whole) && !is_digit(number[whole.size()]);
}

// Questions of the register whose numbers the letter passes over have no answer. Words that only lead to parts ask nothing.
void add_passed_over(const StatedRequest& request, Outline& outline) {
  std::vector<Exchange> all;
  for (const StatedRequest::Question& q : request.questions) {
    const auto said = std::ranges::find(outline.exchanges, q.number, &Exchange::number);
    const bool leads = !q.wording.ends_with('?') && std::ranges::any_of(request.questions, [&](const auto& other) { return is_part_of(other.number, q.number); });
    if (said == outline.exchanges.end() && leads) continue;
    all.push_back(said == outline.exchanges.end() ? Exchange{.number = q.number, .question = q.wording} : *said);
    all.back().position = static_cast<int>(all.size());
  }
  outline.exchanges = std::move(all);
}

}  // namespace

Register parse_register(std::string_view text, const std::string& file, const Vocabulary& vocabulary) {
  const CsvTable table = parse_csv(text, file);
  for (const char* column : {"request", "council", "sent", "question", "wording"})
    if (table.column(column) < 0) throw std::runtime_error(file + ":1: the register has no column \"" + column + '"');
  Register out;
  for (size_t i = 0; i < table.rows.size(); ++i) {
    const std::string place = file + ':' + std::to_string(table.lines[i]) + ": ";
    const auto cell = [&](const char* column) { return std::string(trimmed(table.at(i, column))); };
    if (cell("request").empty()) throw std::runtime_error(place + "the row names no request");
    StatedRequest& request = request_called(cell("request"), out);
    if (!cell("question").empty() || !cell("wording").empty()) request.questions.push_back({ascii_lower(cell("question")), cell("wording")});
    if (!cell("council").empty()) out.asked.push_back(asked_body(cell("request"), cell("council"), cell("sent"), place, vocabulary));
  }
  return out;
}

bool state_wordings(const Register& record, const std::string& publisher_code, Outline& outline) {
  const bool worded = std::ranges::any_of(outline.exchanges, [](const Exchange& e) { return !e.question.empty(); });
  const StatedRequest* request = worded || publisher_code.empty() ? nullptr : only_request_to(publisher_code, record);
  if (!request) return false;
  size_t stated = 0;
  for (Exchange& e : outline.exchanges)
    for (const StatedRequest::Question& q : request->questions) {
      if (q.number == e.number) e.question = q.wording, ++stated;
      else if (is_part_of(e.number, q.number)) e.parent_question = q.wording;
    }
  if (stated > 0 && stated == outline.exchanges.size()) add_passed_over(*request, outline);
  return stated > 0;
}

}  // namespace muster
