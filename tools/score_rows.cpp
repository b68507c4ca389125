#include "tools/score_rows.h"

#include <algorithm>
#include <filesystem>

#include "schemas/csv.h"
#include "schemas/text.h"

namespace muster {
namespace {

constexpr size_t longest_abbreviation = 8;  // "(HP)", "(NE/B)": a short form in brackets does not tell teams apart

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

std::string without_abbreviations(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const size_t close = text[at] == '(' ? text.find(')', at) : std::string_view::npos;
    const std::string_view inside = close == std::string_view::npos ? std::string_view() : text.substr(at + 1, close - at - 1);
    const bool short_form = !inside.empty() && inside.size() <= longest_abbreviation &&
                            std::ranges::all_of(inside, [](char c) { return is_upper(c) || c == '/' || c == '&' || c == '.' || c == ' '; });
    if (!short_form) out += text[at];
    else {
      out += ' ';
      at = close;
    }
  }
  return out;
}

// Lower case; everything but letters, digits and "/+." as one blank; "&" as "and".
std::string folded_name(std::string_view text) {
  std::string out;
  for (char c : without_abbreviations(text)) {
    if (c == '&') {
      out += " and ";
      continue;
    }
    const char lower = is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    out += is_digit(lower) || is_letter(lower) || lower == '/' || lower == '+' || lower == '.' ? lower : ' ';
  }
  return single_spaced(out);
}

// "1,250.50" as "1250.5"; what is no plain decimal stays as it is.
std::string plain_number(std::string_view text) {
  std::string digits(text);
  std::erase(digits, ',');
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.erase(0, 1);
  if (digits.find_first_not_of("0123456789.") != std::string::npos || std::ranges::count(digits, '.') > 1 ||
      digits.find_first_of("0123456789") == std::string::npos)
    return std::string(text);
  if (digits.find('.') != std::string::npos) digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) digits.pop_back();
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.empty() || digits[0] == '.') digits.insert(0, "0");
  return (negative ? "-" : "") + digits;
}

std::string comparable_breakdown(std::string_view text) {
  std::vector<std::string> values;
  for (std::string_view part : split(text, ';')) {
    if (trimmed(part).empty()) continue;
    const size_t equals = part.find('=');
    values.push_back(folded_name(equals == std::string_view::npos ? part : part.substr(equals + 1)));
  }
  std::ranges::sort(values);
  return joined(values, ";");
}

std::string comparable_grade(std::string_view text) {
  std::string grade = folded_name(text);
  for (const char* word : {"grade ", "level "})
    if (grade.starts_with(word)) return grade.substr(std::string_view(word).size());
  return grade;
}

bool any_when_empty(const std::string& key) {
  return key == "worker_category" || key == "role" || key == "basis" || key == "service" || key == "unit";
}

bool agrees_in(const ScoreRow& truth, const ScoreRow& row, const std::string& key) {
  const std::string& want = truth.at(key);
  if (want.empty() && any_when_empty(key)) return true;
  const std::string have = comparable(key, row.at(key));
  return std::ranges::any_of(alternatives(want), [&](std::string_view one) { return comparable(key, one) == have; });
}

}  // namespace

const std::string& ScoreRow::at(const std::string& column) const {
  static const std::string none;
  const auto found = cells_.find(column);
  return found == cells_.end() ? none : found->second;
}

std::vector<ScoreRow> read_rows(const std::string& path) {
  if (!std::filesystem::exists(path)) return {};
  const CsvTable table = read_csv(path);
  std::vector<ScoreRow> rows;
  for (const std::vector<std::string>& cells : table.rows) {
    std::map<std::string, std::string> named;
    for (size_t i = 0; i < cells.size(); ++i) named[table.header[i]] = cells[i];
    rows.emplace_back(std::move(named));
  }
  return rows;
}

std::string comparable(const std::string& key, std::string_view text) {
  text = trimmed(text);
  if (key == "value" || key == "value_upper") return text.empty() ? std::string() : plain_number(text);
  if (key == "period") return std::string(text.ends_with("/..") ? text.substr(0, text.size() - 2) : text);
  if (key == "breakdown") return comparable_breakdown(text);
  if (key == "team") return folded_name(text);
  if (key == "grade") return comparable_grade(text);
  return std::string(text);
}

std::vector<std::string_view> alternatives(std::string_view truth_cell) {
  return truth_cell.empty() ? std::vector<std::string_view>{truth_cell} : split(truth_cell, '|');
}

bool agrees(const ScoreRow& truth, const ScoreRow& row, std::span<const std::string> keys) {
  return std::ranges::all_of(keys, [&](const std::string& key) { return agrees_in(truth, row, key); });
}

Matching match(const std::vector<ScoreRow>& truths, const std::vector<ScoreRow>& rows, std::span<const std::string> keys) {
  std::map<std::string, std::vector<size_t>> rows_of;
  for (size_t r = 0; r < rows.size(); ++r) rows_of[rows[r].document].push_back(r);
  Matching matching;
  for (size_t t = 0; t < truths.size(); ++t)
    for (const size_t r : rows_of[truths[t].document])
      if (!matching.used.contains(r) && agrees(truths[t], rows[r], keys)) {
        matching.used.insert(r);
        matching.row_of_truth[t] = r;
        break;
      }
  for (size_t r = 0; r < rows.size(); ++r) {
    const auto repeats = [&](const auto& matched) {
      return truths[matched.first].document == rows[r].document && agrees(truths[matched.first], rows[r], keys);
    };
    if (!matching.used.contains(r) && std::ranges::any_of(matching.row_of_truth, repeats)) matching.repeats.insert(r);
  }
  return matching;
}

}  // namespace muster
