#include "dataset/coverage.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "dataset/export.h"
#include "schemas/text.h"

namespace muster {
namespace {

struct State {
  const char *status, *state;
  char letter;
};

// Statuses of answers and of figures, told together.
constexpr std::array<State, 23> states = {{{"answered", "value", 'V'},
                                           {"answered_yes", "value", 'V'},
                                           {"answered_no", "value", 'V'},
                                           {"reported", "value", 'V'},
                                           {"nil", "value", 'V'},
                                           {"low", "value", 'V'},
                                           {"planned", "value", 'V'},
                                           {"partly_answered", "part", 'P'},
                                           {"suppressed", "part", 'P'},
                                           {"unreliable", "part", 'P'},
                                           {"refused", "refused", 'R'},
                                           {"not_held", "not_held", 'H'},
                                           {"not_applicable", "not_applicable", 'N'},
                                           {"published_elsewhere", "elsewhere", 'E'},
                                           {"attached", "attached", 'A'},
                                           {"in_attachment", "attached", 'A'},
                                           {"not_yet_available", "not_yet", 'Y'},
                                           {"not_available", "unanswered", '-'},
                                           {"unexplained", "unanswered", '-'},
                                           {"unanswered", "unanswered", '-'},
                                           {"", "unanswered", '-'},
                                           {"no_reply", "no_reply", '!'},
                                           {"part", "part", 'P'}}};

// What weighs most among answers without a value.
constexpr std::array<std::string_view, 7> by_weight = {"refused", "not_held", "not_yet", "elsewhere", "attached", "not_applicable", "unanswered"};

std::string state_of(std::string_view status) {
  const auto found = std::ranges::find(states, status, [](const State& s) { return std::string_view(s.status); });
  return found == states.end() ? "unanswered" : found->state;
}

char letter_of(std::string_view state) {
  const auto found = std::ranges::find(states, state, [](const State& s) { return std::string_view(s.state); });
  return found == states.end() ? '?' : found->letter;
}

// Of several parts of one question.
std::string combined(const std::set<std::string>& found) {
  if (found.size() == 1) return *found.begin();
  if (found.contains("value") || found.contains("part")) return "part";
  for (const std::string_view state : by_weight)
    if (found.contains(std::string(state))) return std::string(state);
  return "unanswered";
}

void append_to(std::string& list, const std::string& item) {
  if (item.empty()) return;
  if (!list.empty()) list += ';';
  list += item;
}

// 2 before 10.
std::vector<std::pair<int, std::string>> natural(const std::string& text) {
  std::vector<std::pair<int, std::string>> out;
  for (size_t i = 0; i < text.size();) {
    size_t end = i;
    while (end < text.size() && is_digit(text[end]) == is_digit(text[i])) ++end;
    const std::string piece = text.substr(i, end - i);
    out.push_back(is_digit(text[i]) && piece.size() < 9 ? std::pair(std::stoi(piece), std::string()) : std::pair(0, piece));
    i = end;
  }
  return out;
}

struct Cell {
  std::set<std::string> states;
  std::map<std::string, std::set<std::string>> by_period;
  std::map<std::string, std::string> observations_of_period;
  std::string document_id, answer_ids, observation_ids, legal_reference;
};

class CoverageTable {
 public:
  CoverageTable(const CsvTable& documents, const CsvTable& answers, const CsvTable& observations, const std::vector<AskedBody>& asked)
      : answers_(answers), observations_(observations), asked_(asked) {
    for (size_t i = 0; i < documents.rows.size(); ++i) {
      document_row_[documents.at(i, "document_id")] = i;
      if (!documents.at(i, "publisher_name").empty()) names_[documents.at(i, "publisher_code")] = documents.at(i, "publisher_name");
    }
    for (size_t i = 0; i < observations.rows.size(); ++i)
      observations_by_[observations.at(i, "document_id") + '\x1f' + observations.at(i, "question_number")].push_back(i);
    for (const AskedBody& a : asked) names_.emplace(a.publisher_code, a.publisher_name);
    for (size_t i = 0; i < answers.rows.size(); ++i) take(i, documents);
  }

  std::vector<CoverageRow> rows() const {
    std::vector<CoverageRow> out;
    for (const auto& [request, bodies] : bodies_)
      for (const std::string& question : ordered_questions(request)) add_question(request, question, bodies, out);
    for (const AskedBody& a : asked_)  // nobody has replied yet
      if (!bodies_.contains(a.request))
        out.push_back({.request_cluster = a.request, .question_cluster = a.request, .publisher_code = a.publisher_code,
                       .publisher_name = a.publisher_name, .state = "no_reply", .sent = a.sent, .due = a.due});
    return out;
  }

 private:
  void take(size_t i, const CsvTable& documents) {
    const std::string& request = answers_.at(i, "request_cluster");
    if (request.empty()) return;
    const std::string& document = answers_.at(i, "document_id");
    // A body that cannot be told stands for itself.
    const std::string body = answers_.at(i, "publisher_code").empty() ? document : answers_.at(i, "publisher_code");
    bodies_[request].insert(body);
    if (const auto row = document_row_.find(document); row != document_row_.end()) replied_[request + '\x1f' + body] = documents.at(row->second, "response_date");
    for (const std::string_view question : split(answers_.at(i, "question_cluster"), ';')) {
      wordings_[request].emplace(std::string(question), answers_.at(i, "question"));
      fill(i, cells_[request + '\x1f' + std::string(question) + '\x1f' + body]);
    }
  }

  void fill(size_t i, Cell& cell) const {
    cell.states.insert(state_of(answers_.at(i, "status")));
    cell.document_id = answers_.at(i, "document_id");
    append_to(cell.answer_ids, answers_.at(i, "answer_id"));
    if (cell.legal_reference.empty()) cell.legal_reference = answers_.at(i, "legal_reference");
    const auto found = observations_by_.find(cell.document_id + '\x1f' + answers_.at(i, "question_number"));
    if (found == observations_by_.end() || answers_.at(i, "question_number").empty()) return;
    for (const size_t o : found->second) {
      const std::string& id = observations_.at(o, "observation_id");
      append_to(cell.observation_ids, id);
      const std::string& period = observations_.at(o, "period");
      if (period.empty()) continue;
      cell.by_period[period].insert(state_of(observations_.at(o, "status")));
      append_to(cell.observations_of_period[period], id);
    }
  }

  std::vector<std::string> ordered_questions(const std::string& request) const {
    std::vector<std::string> out;
    if (const auto found = wordings_.find(request); found != wordings_.end())
      for (const auto& [question, wording] : found->second) out.push_back(question);
    std::ranges::sort(out, {}, natural);
    return out;
  }

  void add_question(const std::string& request, const std::string& question, const std::set<std::string>& bodies, std::vector<CoverageRow>& out) const {
    std::set<std::string> all = bodies;
    for (const AskedBody& a : asked_)
      if (a.request == request) all.insert(a.publisher_code);
    for (const std::string& body : all) {
      const auto cell = cells_.find(request + '\x1f' + question + '\x1f' + body);
      CoverageRow row;
      row.request_cluster = request;
      row.question_cluster = question;
      row.question = wordings_.at(request).at(question);
      row.publisher_code = names_.contains(body) ? body : std::string();
      row.publisher_name = names_.contains(body) ? names_.at(body) : body;
      for (const AskedBody& a : asked_)
        if (a.request == request && a.publisher_code == body) row.sent = a.sent, row.due = a.due;
      if (const auto replied = replied_.find(request + '\x1f' + body); replied != replied_.end()) row.replied = replied->second;
      row.state = bodies.contains(body) ? "unanswered" : "no_reply";
      if (cell == cells_.end()) out.push_back(row);
      else add_cell(cell->second, row, out);
    }
  }

  static void add_cell(const Cell& cell, CoverageRow row, std::vector<CoverageRow>& out) {
    row.state = combined(cell.states);
    row.document_id = cell.document_id;
    row.answer_ids = cell.answer_ids;
    row.observation_ids = cell.observation_ids;
    row.legal_reference = cell.legal_reference;
    out.push_back(row);
    for (const auto& [period, found] : cell.by_period) {
      row.period = period;
      row.state = combined(found);
      row.observation_ids = cell.observations_of_period.at(period);
      out.push_back(row);
    }
  }

  const CsvTable &answers_, &observations_;
  const std::vector<AskedBody>& asked_;
  std::map<std::string, size_t> document_row_;
  std::map<std::string, std::string> names_, replied_;
  std::map<std::string, std::vector<size_t>> observations_by_;  // document and question number
  std::map<std::string, std::set<std::string>> bodies_;
  std::map<std::string, std::map<std::string, std::string>> wordings_;  // request, question
  std::map<std::string, Cell> cells_;
};

constexpr size_t widest_name_columns = 44;

std::string padded(std::string text, size_t width) {
  const size_t length = code_points(text);
  return text.append(length < width ? width - length : 1, ' ');
}

// The label of a question within its request: what stands after the request's name.
std::string label_of(const CoverageRow& row) {
  const std::string& name = row.question_cluster;
  return name.size() > row.request_cluster.size() + 1 && name.starts_with(row.request_cluster) ? name.substr(row.request_cluster.size() + 1) : name;
}

}  // namespace

std::vector<CoverageRow> coverage(const CsvTable& documents, const CsvTable& answers, const CsvTable& observations, const std::vector<AskedBody>& asked) {
  return CoverageTable(documents, answers, observations, asked).rows();
}

std::string coverage_csv(const std::vector<CoverageRow>& rows) {
  RowTable table{.name = "coverage",
                 .columns = {"request_cluster", "question_cluster", "question", "publisher_code", "publisher_name", "period", "state",
                             "legal_reference", "sent", "due", "replied", "document_id", "answer_ids", "observation_ids"},
                 .rows = {}};
  for (const CoverageRow& r : rows)
    table.rows.push_back({r.request_cluster, r.question_cluster, r.question, r.publisher_code, r.publisher_name, r.period, r.state, r.legal_reference,
                          r.sent, r.due, r.replied, r.document_id, r.answer_ids, r.observation_ids});
  return csv_text(table);
}

std::string coverage_matrix(const std::vector<CoverageRow>& rows) {
  std::string out;
  for (size_t i = 0; i < rows.size();) {
    std::vector<std::string> labels;
    std::map<std::string, std::map<std::string, char>> letters;
    const std::string request = rows[i].request_cluster;
    for (; i < rows.size() && rows[i].request_cluster == request; ++i) {
      if (!rows[i].period.empty()) continue;
      if (labels.empty() || labels.back() != label_of(rows[i])) labels.push_back(label_of(rows[i]));
      letters[rows[i].publisher_name][labels.back()] = letter_of(rows[i].state);
    }
    size_t width = code_points(request);
    for (const auto& [name, cells] : letters) width = std::max(width, code_points(name));
    width = std::min(width, widest_name_columns) + 2;
    out += padded(request, width);
    for (const std::string& label : labels) out += label + ' ';
    out += '\n';
    for (const auto& [name, cells] : letters) {
      out += padded(name, width);
      for (const std::string& label : labels) out += padded(std::string(1, cells.contains(label) ? cells.at(label) : ' '), code_points(label) + 1);
      out += '\n';
    }
    out += '\n';
  }
  return out + "V value, P part, R refused, H not held, N not applicable, E published elsewhere, A attached, Y not yet, - unanswered, ! no reply\n";
}

}  // namespace muster
