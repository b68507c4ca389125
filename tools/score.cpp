#include "tools/score.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "schemas/text.h"
#include "tools/score_rows.h"

namespace muster {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> strict_keys = {"area_code", "service", "team", "grade", "worker_category", "measure", "unit",
                                              "period", "breakdown", "status", "value", "value_upper"};
const std::vector<std::string> core_keys = {"area_code", "measure", "period", "status", "value", "value_upper"};
constexpr size_t shown_letters = 12;  // of a document's name in the table

template <class... Parts>
std::string formatted(const char* format, Parts... parts) {
  char buffer[512];
  std::snprintf(buffer, sizeof buffer, format, parts...);
  return buffer;
}

std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

// The truth's and the dataset's rows of one kind, named by their documents.
struct Sides {
  std::vector<ScoreRow> truths, rows;
};

Sides read_sides(const ScoreOptions& options, const std::string& file) {
  Sides sides;
  for (const std::string& truth : options.truths)
    for (ScoreRow& row : read_rows((fs::path(truth) / file).string())) {
      row.document = row.at("document");
      sides.truths.push_back(std::move(row));
    }
  std::map<std::string, std::string> source_of;
  for (const ScoreRow& row : read_rows((fs::path(options.dataset) / "documents.csv").string()))
    source_of[row.at("document_id")] = row.at("source");
  sides.rows = read_rows((fs::path(options.dataset) / file).string());
  for (ScoreRow& row : sides.rows) {
    const auto found = source_of.find(row.at("document_id"));
    row.document = base_name(found == source_of.end() ? row.at("document_id") : found->second);
  }
  return sides;
}

double f1_of(double precision, double recall) { return 2 * precision * recall / std::max(1e-9, precision + recall); }

double share(size_t part, size_t whole) { return static_cast<double>(part) / static_cast<double>(std::max<size_t>(1, whole)); }

// The documents that the truth covers, those with nothing to find included.
std::set<std::string> covered_documents(const ScoreOptions& options, const Sides& sides) {
  std::set<std::string> documents;
  for (const ScoreRow& truth : sides.truths) documents.insert(truth.document);
  for (const ScoreRow& document : read_sides(options, "documents.csv").truths) documents.insert(document.document);
  return documents;
}

// Rows about documents and measures that the truth does not cover are not judged, nor are those computed by the program.
void drop_unjudged(Sides& sides, const std::set<std::string>& documents) {
  std::set<std::string> measures;
  for (const ScoreRow& truth : sides.truths)
    for (std::string_view measure : alternatives(truth.at("measure"))) measures.insert(std::string(measure));
  std::erase_if(sides.rows, [&](const ScoreRow& row) {
    return !documents.contains(row.document) || !measures.contains(row.at("measure")) || row.at("basis") == "derived";
  });
}

// Which truth rows are needed and which dataset rows are wrong under one set of keys.
struct Judgement {
  Matching matching;
  std::vector<size_t> needed, wrong;
};

Judgement judge(const Sides& sides, const std::vector<std::string>& keys) {
  Judgement out{match(sides.truths, sides.rows, keys), {}, {}};
  for (size_t t = 0; t < sides.truths.size(); ++t)
    if (sides.truths[t].at("optional") != "1") out.needed.push_back(t);
  for (size_t r = 0; r < sides.rows.size(); ++r)
    if (!out.matching.used.contains(r) && !out.matching.repeats.contains(r) && sides.rows[r].at("status") != "planned")
      out.wrong.push_back(r);
  return out;
}

double score_of_document(const std::string& document, const Sides& sides, const Judgement& judgement) {
  size_t needed = 0, found = 0, used = 0, wrong = 0;
  for (const size_t t : judgement.needed) {
    if (sides.truths[t].document != document) continue;
    ++needed;
    found += judgement.matching.row_of_truth.contains(t);
  }
  for (const size_t r : judgement.wrong) wrong += sides.rows[r].document == document;
  for (const size_t r : judgement.matching.used) used += sides.rows[r].document == document;
  if (needed == 0) return wrong == 0 ? 1 : 0;
  return f1_of(share(used, used + wrong), share(found, needed));
}

ObservationScore summarised(const Sides& sides, const Judgement& judgement, const std::set<std::string>& documents) {
  ObservationScore out{.truth = judgement.needed.size(), .wrong = judgement.wrong.size()};
  for (const size_t t : judgement.needed) out.found += judgement.matching.row_of_truth.contains(t);
  const size_t used = judgement.matching.used.size();
  out.recall = share(out.found, out.truth);
  out.precision = share(used, used + out.wrong);
  out.f1 = f1_of(out.precision, out.recall);
  for (const std::string& document : documents) out.mean_of_documents += score_of_document(document, sides, judgement);
  out.mean_of_documents /= static_cast<double>(std::max<size_t>(1, documents.size()));
  return out;
}

std::string table_by_measure(const Sides& sides, const Judgement& judgement) {
  struct Line { int truth = 0, found = 0, wrong = 0; };
  std::map<std::pair<std::string, std::string>, Line> lines;
  const auto line_of = [&](const ScoreRow& row) -> Line& { return lines[{row.document.substr(0, shown_letters), row.at("measure")}]; };
  for (const size_t t : judgement.needed) {
    ++line_of(sides.truths[t]).truth;
    line_of(sides.truths[t]).found += judgement.matching.row_of_truth.contains(t);
  }
  for (const size_t r : judgement.wrong) ++line_of(sides.rows[r]).wrong;
  std::string out = formatted("%-14s%-32s%6s%7s%7s\n", "document", "measure", "truth", "found", "wrong");
  for (const auto& [key, line] : lines)
    out += formatted("%-14s%-32s%6d%7d%7d\n", key.first.c_str(), key.second.c_str(), line.truth, line.found, line.wrong);
  return out;
}

std::string described(const ScoreRow& row, bool of_dataset) {
  std::string out = row.document;
  std::vector<std::string> keys = strict_keys;
  if (of_dataset) keys.insert(keys.end(), {"page", "quote"});
  for (const std::string& key : keys)
    if (!row.at(key).empty()) out += "  " + key + '=' + single_spaced(row.at(key));
  return out + '\n';
}

std::string misses(const Sides& sides, const Judgement& judgement) {
  std::string out;
  for (const size_t t : judgement.needed)
    if (!judgement.matching.row_of_truth.contains(t)) out += "missed: " + described(sides.truths[t], false);
  for (const size_t r : judgement.wrong) out += "wrong:  " + described(sides.rows[r], true);
  return out;
}

void score_observations(const ScoreOptions& options, Score& out) {
  Sides sides = read_sides(options, "observations.csv");
  if (sides.truths.empty()) return;
  const std::set<std::string> documents = covered_documents(options, sides);
  drop_unjudged(sides, documents);
  const Judgement strict = judge(sides, strict_keys);
  out.strict = summarised(sides, strict, documents);
  out.core = summarised(sides, judge(sides, core_keys), documents);
  out.details += table_by_measure(sides, strict);
  if (options.verbose) out.details += misses(sides, strict);
}

std::string flat(const std::string& text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool apostrophe = text.compare(at, 3, "\u2019") == 0;
    out += apostrophe ? '\'' : text[at];
    if (apostrophe) at += 2;
  }
  return ascii_lower(single_spaced(out));
}

// "s.40(2)" and "s. 40 (2)" are one ground; "s.17.1" is a way to write s.17(1).
std::string comparable_reference(std::string_view text) {
  std::string out;
  for (const char c : single_spaced(text))
    if (c != '(' && c != ')' && c != ' ') out += c;
  const size_t at = out.find("s.17.1");
  return at == std::string::npos ? out : out.replace(at, 6, "s.171");
}

bool is_one_of(const std::string& text, const std::string& truth_cell) {
  return std::ranges::any_of(alternatives(truth_cell), [&](std::string_view one) { return one == text; });
}

bool answers_rightly(const ScoreRow& truth, const ScoreRow& row) {
  const std::string text = single_spaced(row.at("answer"));
  if (!is_one_of(row.at("status"), truth.at("status")) || !text.starts_with(truth.at("answer_starts_with")) ||
      text.find(truth.at("answer_contains")) == std::string::npos)
    return false;
  if (truth.at("legal_reference").empty()) return true;
  const std::string have = comparable_reference(row.at("legal_reference"));
  return std::ranges::any_of(alternatives(truth.at("legal_reference")), [&](std::string_view one) { return comparable_reference(one) == have; });
}

std::string comparable_label(std::string_view label) {
  std::string out = ascii_lower(trimmed(label));
  while (out.ends_with('.')) out.pop_back();
  return out;
}

void score_answers(const ScoreOptions& options, Score& out) {
  const Sides sides = read_sides(options, "answers.csv");
  for (const ScoreRow& truth : sides.truths) {
    const std::string labels = ascii_lower(truth.at("question_number"));
    const bool right = std::ranges::any_of(sides.rows, [&](const ScoreRow& row) {
      return row.document == truth.document && is_one_of(comparable_label(row.at("question_number")), labels) && answers_rightly(truth, row);
    });
    ++out.answers.truth;
    out.answers.right += right;
    if (!right && options.verbose)
      out.details += "answer: " + truth.document + "  " + truth.at("question_number") + "  " + truth.at("status") + "  " +
                     truth.at("answer_starts_with") + "  " + truth.at("answer_contains") + '\n';
  }
}

void score_actions(const ScoreOptions& options, Score& out) {
  const Sides sides = read_sides(options, "actions.csv");
  for (const ScoreRow& truth : sides.truths) {
    const auto holds = [&](const ScoreRow& row, const char* column, const char* wanted) {
      return flat(row.at(column)).find(flat(truth.at(wanted))) != std::string::npos;
    };
    const bool right = std::ranges::any_of(sides.rows, [&](const ScoreRow& row) {
      return row.document == truth.document && holds(row, "recommendation", "recommendation_contains") &&
             holds(row, "action", "action_contains") && holds(row, "responsibility", "responsibility") &&
             holds(row, "timescale", "timescale");
    });
    ++out.actions.truth;
    out.actions.right += right;
    if (!right && options.verbose) out.details += "action: " + truth.document + "  " + truth.at("item") + '\n';
  }
}

void score_documents(const ScoreOptions& options, Score& out) {
  const Sides sides = read_sides(options, "documents.csv");
  std::map<std::string, const ScoreRow*> have;
  for (const ScoreRow& row : sides.rows) have[base_name(row.at("source"))] = &row;
  static const ScoreRow none;
  for (const char* field : {"publisher_code", "document_type", "reference", "response_date"})
    for (const ScoreRow& truth : sides.truths) {
      const auto found = have.find(truth.document);
      ++out.documents[field].truth;
      out.documents[field].right += is_one_of((found == have.end() ? none : *found->second).at(field), truth.at(field));
    }
}

std::string headline(const Score& s) {
  std::vector<std::string> parts;
  if (s.strict.truth > 0)
    parts.push_back(formatted("observations strict F1 %.3f (recall %.3f, precision %.3f), core F1 %.3f, mean of documents %.3f", s.strict.f1,
                              s.strict.recall, s.strict.precision, s.core.f1, s.strict.mean_of_documents));
  if (s.answers.truth > 0) parts.push_back(formatted("answers %zu/%zu", s.answers.right, s.answers.truth));
  if (s.actions.truth > 0) parts.push_back(formatted("actions %zu/%zu", s.actions.right, s.actions.truth));
  return joined(parts, "; ");
}

std::string documents_line(const Score& s) {
  std::vector<std::string> parts;
  for (const char* field : {"publisher_code", "document_type", "reference", "response_date"})
    if (const auto found = s.documents.find(field); found != s.documents.end())
      parts.push_back(formatted("%s %zu/%zu", field, found->second.right, found->second.truth));
  return parts.empty() ? std::string() : "documents: " + joined(parts, ", ") + '\n';
}

nlohmann::ordered_json json_of(const ObservationScore& s) {
  return {{"truth", s.truth}, {"found", s.found}, {"wrong", s.wrong}, {"recall", s.recall}, {"precision", s.precision}, {"f1", s.f1},
          {"mean_of_documents", s.mean_of_documents}};
}

std::string json_of(const Score& s) {
  nlohmann::ordered_json out = {{"observations", {{"strict", json_of(s.strict)}, {"core", json_of(s.core)}}},
                                {"answers", {{"truth", s.answers.truth}, {"right", s.answers.right}}},
                                {"actions", {{"truth", s.actions.truth}, {"right", s.actions.right}}}};
  for (const auto& [field, share_of] : s.documents) out["documents"][field] = {{"truth", share_of.truth}, {"right", share_of.right}};
  return out.dump(1) + '\n';
}

// What the other dataset does better, for a person; empty when nothing.
std::string falls_below(const Score& score, const Score& other) {
  constexpr double rounding = 1e-9;
  std::vector<std::string> falls;
  const auto compare = [&](const std::string& what, double now, double before) {
    if (now < before - rounding) falls.push_back(what + formatted(" %.3f, before %.3f", now, before));
  };
  compare("observations", score.strict.f1, other.strict.f1);
  compare("mean of documents", score.strict.mean_of_documents, other.strict.mean_of_documents);
  compare("answers", static_cast<double>(score.answers.right), static_cast<double>(other.answers.right));
  compare("actions", static_cast<double>(score.actions.right), static_cast<double>(other.actions.right));
  for (const auto& [field, share_of] : other.documents)
    compare(field, static_cast<double>(score.documents.at(field).right), static_cast<double>(share_of.right));
  return joined(falls, "; ");
}

double confidence_of(const ScoreRow& row) {
  const std::string& text = row.at("confidence");
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

std::vector<JudgedRow> judged_rows(const ScoreOptions& options) {
  Sides sides = read_sides(options, "observations.csv");
  drop_unjudged(sides, covered_documents(options, sides));
  const Matching matching = match(sides.truths, sides.rows, strict_keys);
  std::vector<JudgedRow> out;
  for (size_t r = 0; r < sides.rows.size(); ++r) {
    const bool right = matching.used.contains(r) || matching.repeats.contains(r);
    if (right || sides.rows[r].at("status") != "planned")
      out.push_back({confidence_of(sides.rows[r]), right, reasons_in(sides.rows[r].at("evidence"))});
  }
  return out;
}

Score score_dataset(const ScoreOptions& options) {
  if (!fs::exists(fs::path(options.dataset) / "documents.csv"))
    throw std::runtime_error(options.dataset + ": there is no dataset here (documents.csv is missing)");
  Score out;
  score_observations(options, out);
  score_answers(options, out);
  score_actions(options, out);
  score_documents(options, out);
  if (out.strict.truth + out.answers.truth + out.actions.truth + out.documents.size() == 0)
    throw std::runtime_error(options.truths.front() + ": there is no truth here (observations.csv, answers.csv, actions.csv or documents.csv)");
  return out;
}

int score(const ScoreOptions& options) {
  if (options.reliability) {
    std::cout << reliability_text(judged_rows(options));
    return 0;
  }
  const Score result = score_dataset(options);
  if (options.json) std::cout << json_of(result);
  else std::cout << result.details << documents_line(result) << headline(result) << '\n';
  if (options.not_below.empty()) return 0;
  ScoreOptions other = options;
  other.dataset = options.not_below;
  const std::string falls = falls_below(result, score_dataset(other));
  if (falls.empty()) return 0;
  std::cout << "below " << options.not_below << ": " << falls << '\n';
  return 1;
}

}  // namespace muster
