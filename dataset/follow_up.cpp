#include "dataset/follow_up.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "schemas/text.h"

namespace muster {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

const std::set<std::string, std::less<>> placeholders = {"council", "reference", "request_date", "response_date", "number", "question",
                                                         "law", "message", "sent", "due", "items"};

void check_placeholders(std::string_view line, const std::string& place) {
  for (size_t open = line.find('{'); open != std::string_view::npos; open = line.find('{', open + 1)) {
    const size_t close = line.find('}', open);
    const std::string_view name = close == std::string_view::npos ? line.substr(open) : line.substr(open + 1, close - open - 1);
    if (!placeholders.contains(name)) throw std::runtime_error(place + "there is no placeholder {" + std::string(name) + '}');
  }
}

// Values that are not known leave a gap to fill in by hand.
std::string filled(std::string_view text, const Values& values) {
  std::string out;
  while (!text.empty()) {
    const size_t open = text.find('{'), close = text.find('}', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    out += text.substr(0, open);
    const auto value = values.find(text.substr(open + 1, close - open - 1));
    out += value == values.end() || value->second.empty() ? "______" : value->second;
    text.remove_prefix(close + 1);
  }
  return out += text;
}

std::string section(const FollowUpTemplate& sections, std::string_view name) {
  const auto found = sections.find(name);
  return found == sections.end() ? std::string() : found->second;
}

std::string law_of(const CsvTable& answers, size_t i) {
  static const Values names = {{"FOIA", "Freedom of Information Act 2000"},
                               {"FOISA", "Freedom of Information (Scotland) Act 2002"},
                               {"EIR", "Environmental Information Regulations 2004"},
                               {"EISR", "Environmental Information (Scotland) Regulations 2004"},
                               {"JERSEY", "Freedom of Information (Jersey) Law 2011"}};
  const std::string& reference = answers.at(i, "legal_reference");
  if (reference.empty()) return "an exemption that the reply does not name";
  const auto name = names.find(answers.at(i, "legal_regime"));
  return reference + (name == names.end() ? std::string() : " of the " + name->second);
}

std::string letter_items(const CsvTable& answers, const CsvTable& findings, const std::string& document, const FollowUpTemplate& sections) {
  std::string out;
  const auto put = [&](const std::string& text) {
    if (!text.empty()) out += (out.empty() ? "" : "\n") + text;
  };
  for (size_t i = 0; i < answers.rows.size(); ++i) {
    if (answers.at(i, "document_id") != document) continue;
    const Values values = {{"number", answers.at(i, "question_number")}, {"question", single_spaced(answers.at(i, "question"))}, {"law", law_of(answers, i)}};
    put(filled(section(sections, answers.at(i, "status")), values));
  }
  for (size_t i = 0; i < findings.rows.size(); ++i)
    if (findings.at(i, "document_id") == document && findings.at(i, "severity") == "error")
      put(filled(section(sections, "failed_sum"), {{"message", single_spaced(findings.at(i, "message"))}}));
  return out;
}

class Names {
 public:
  std::string next(const std::string& body) {
    const std::string name = body.empty() ? "unknown" : body;
    return name + '-' + std::to_string(++count_[name]) + ".txt";
  }

 private:
  std::map<std::string, int> count_;
};

}  // namespace

FollowUpTemplate parse_follow_up_template(std::string_view text, const std::string& file) {
  FollowUpTemplate out;
  std::string* current = nullptr;
  int number = 0;
  for (const std::string_view line : split(text, '\n')) {
    const std::string place = file + ':' + std::to_string(++number) + ": ";
    const std::string_view words = trimmed(line);
    if (words.starts_with('#')) continue;
    if (words.size() > 2 && words.starts_with('[') && words.ends_with(']')) {
      current = &out[std::string(words.substr(1, words.size() - 2))];
      continue;
    }
    if (!current && !words.empty()) throw std::runtime_error(place + "the text stands in no section; begin one with [letter]");
    check_placeholders(line, place);
    if (current) (*current += line) += '\n';
  }
  for (auto& [name, body] : out) body = body.empty() ? body : std::string(trimmed(body)) + '\n';
  return out;
}

std::vector<Draft> draft_follow_ups(const CsvTable& documents, const CsvTable& answers, const CsvTable& findings,
                                    const std::vector<CoverageRow>& rows, const FollowUpTemplate& sections) {
  std::vector<Draft> out;
  Names names;
  for (size_t i = 0; i < documents.rows.size(); ++i) {
    if (documents.at(i, "document_type") != "foi_response") continue;
    const std::string items = letter_items(answers, findings, documents.at(i, "document_id"), sections);
    if (items.empty()) continue;
    const Values values = {{"council", documents.at(i, "publisher_name")}, {"reference", documents.at(i, "reference")},
                           {"request_date", documents.at(i, "request_date")}, {"response_date", documents.at(i, "response_date")}, {"items", items}};
    out.push_back({names.next(documents.at(i, "publisher_code")), filled(section(sections, "letter"), values)});
  }
  std::set<std::string> written;
  for (const CoverageRow& row : rows) {
    if (row.state != "no_reply" || !written.insert(row.request_cluster + '\x1f' + row.publisher_code).second) continue;
    const Values values = {{"council", row.publisher_name}, {"sent", row.sent}, {"due", row.due}};
    out.push_back({names.next(row.publisher_code), filled(section(sections, "no_reply"), values)});
  }
  return out;
}

}  // namespace muster
