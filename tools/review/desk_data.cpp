#include "tools/review/desk_data.h"

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <span>
#include <vector>

#include "schemas/csv.h"

namespace muster {
namespace {

using Json = nlohmann::json;

// A column is written as codes into a list of its contents, or plain: every cell as it is. Numbers are written as numbers, "" as null.
struct DeskColumn {
  const char* name;
  const char* sql;
  enum class As { codes, plain } as = As::codes;
  bool is_number = false;
};

constexpr auto plain = DeskColumn::As::plain;
constexpr auto codes = DeskColumn::As::codes;

// What the grid, the facets and the charts need: the first view waits for these.
constexpr DeskColumn desk_columns[] = {
    {"id", "observation_id", plain},
    {"document", "document_id"},
    {"publisher", "publisher_code"},
    {"area_code", "area_code"},
    {"area", "area_name"},
    {"service", "service"},
    {"team", "team"},
    {"role_code", "role_code"},
    {"role", "role"},
    {"grade", "grade"},
    {"worker_category", "worker_category"},
    {"measure", "measure"},
    {"unit", "unit"},
    {"breakdown", "breakdown"},
    {"asked_period", "asked_period"},
    {"period", "period"},
    {"value", "value", plain, true},
    {"value_upper", "value_upper", codes, true},
    {"qualifier", "qualifier"},
    {"status", "status"},
    {"legal_reference", "legal_reference"},
    {"definition", "definition"},
    {"basis", "basis"},
    {"confidence", "confidence", codes, true},
    {"review", "review"},
    {"value_extracted", "value_extracted"},
    {"repeats", "repeats IS NOT NULL", codes, true},
    {"page", "page", codes, true},
    {"question", "question_number"},
};

// What the place of one figure and the search need.
constexpr DeskColumn place_columns[] = {
    {"box", "box", plain},
    {"table", "table_id"},
    {"row", "row", codes, true},
    {"column", "\"column\"", codes, true},
    {"raw", "raw", plain},
    {"quote", "quote", plain},
    {"quote_start", "quote_start", plain, true},
    {"quote_end", "quote_end", plain, true},
};

std::string cell_json(const DeskColumn& column, const std::string& content) {
  if (!column.is_number) return script_string(content);
  return content.empty() ? "null" : content;
}

std::string list_json(const std::vector<std::string>& list) {
  std::string out = "[";
  for (const std::string& item : list) out += (out.size() > 1 ? "," : "") + script_string(item);
  return out + "]";
}

// One column on its way to JSON.
class ColumnText {
 public:
  explicit ColumnText(const DeskColumn& column) : column_(column) {}

  void add(const std::string& content) {
    if (column_.as == plain) return append(cells_, cell_json(column_, content));
    const auto [at, is_new] = code_.emplace(content, code_.size());
    if (is_new) append(list_, cell_json(column_, content));
    append(cells_, std::to_string(at->second));
    if (run_length_ > 0 && at->second != run_code_) end_run();
    run_code_ = at->second;
    ++run_length_;
  }

  // [cell, …], or {"list": [content, …]} with "codes": [code, …] or, where that is shorter, "runs": [code, how often, code, how often, …].
  std::string json() {
    if (column_.as == plain) return "[" + cells_ + "]";
    if (run_length_ > 0) end_run();
    return "{\"list\":[" + list_ + "]," + (runs_.size() < cells_.size() ? "\"runs\":[" + runs_ : "\"codes\":[" + cells_) + "]}";
  }

 private:
  static void append(std::string& list, const std::string& item) {
    if (!list.empty()) list += ',';
    list += item;
  }

  void end_run() {
    append(runs_, std::to_string(run_code_) + ',' + std::to_string(run_length_));
    run_length_ = 0;
  }

  const DeskColumn& column_;
  std::map<std::string, size_t> code_;
  std::string list_, cells_, runs_;
  size_t run_code_ = 0, run_length_ = 0;
};

// {"count": rows, "columns": {name: column}} of all observations, in the dataset's order.
std::string columns_json(const Database& database, std::span<const DeskColumn> wanted) {
  std::string names;
  for (const DeskColumn& c : wanted) names += (names.empty() ? "" : ", ") + std::string(c.sql);
  Statement rows(database, "SELECT " + names + " FROM observations ORDER BY rowid");
  std::vector<ColumnText> columns(wanted.begin(), wanted.end());
  size_t count = 0;
  for (; rows.step(); ++count)
    for (size_t i = 0; i < columns.size(); ++i) columns[i].add(rows.text(static_cast<int>(i)));
  std::string out = "{\"count\":" + std::to_string(count) + ",\"columns\":{";
  for (size_t i = 0; i < columns.size(); ++i) out += (i ? ",\"" : "\"") + std::string(wanted[i].name) + "\":" + columns[i].json();
  return out + "}}";
}

// The rows of a query as an array of arrays.
std::string rows_json(const Database& database, const std::string& sql, int columns) {
  Statement rows(database, sql);
  std::string out = "[";
  while (rows.step()) {
    out += out.size() > 1 ? ",[" : "[";
    for (int i = 0; i < columns; ++i) out += (i ? "," : "") + script_string(rows.text(i));
    out += "]";
  }
  return out + "]";
}

// Code and label of each entry of a vocabulary file, each code once, for the desk's forms and headings.
std::string vocabulary_json(const std::string& directory) {
  constexpr std::pair<const char*, const char*> files[] = {{"measures", "label"}, {"units", "unit"}, {"services", "service"},
                                                           {"worker_categories", "category"}, {"statuses", "meaning"}};
  std::string out = "{";
  for (const auto& [name, label] : files) {
    const CsvTable table = read_csv(directory + "/" + name + ".csv");
    out += (out.size() > 1 ? ",\"" : "\"") + std::string(name) + "\":[";
    std::set<std::string> seen;
    for (size_t row = 0; row < table.rows.size(); ++row)
      if (const std::string& code = table.rows[row][0]; seen.insert(code).second)
        out += (seen.size() > 1 ? ",[" : "[") + script_string(code) + "," + script_string(table.at(row, label)) + "]";
    out += "]";
  }
  return out + "}";
}

std::string loaded(const std::string& name, const std::string& json) { return "musterLoad(" + script_string(name) + "," + json + ");\n"; }

// The same for much data: browsers parse a string of JSON in about half the time that they take for the same as a script.
std::string loaded_parsed(const std::string& name, const std::string& json) { return loaded(name, "JSON.parse(" + script_string(json) + ")"); }

std::string text_of(const Database& database, const std::string& document_id) {
  Statement text(database, "SELECT text FROM texts WHERE document_id = ?");
  text.bind_text(0, document_id);
  return text.step() ? text.text(0) : std::string();
}

// The cells of a document's tables: table, row, column, rowspan, colspan, kind, page, box, text.
std::string cells_json(const Database& database, const std::string& document_id) {
  Statement rows(database, "SELECT table_id, \"row\", \"column\", rowspan, colspan, kind, ifnull(page, ''), box, text FROM cells WHERE document_id = ? "
                           "ORDER BY table_id, \"row\", \"column\"");
  rows.bind_text(0, document_id);
  std::string out = "[";
  while (rows.step()) {
    out += out.size() > 1 ? ",[" : "[";
    for (int i = 0; i < 9; ++i) out += (i ? "," : "") + (i >= 1 && i <= 4 ? rows.text(i) : script_string(rows.text(i)));
    out += "]";
  }
  return out + "]";
}

}  // namespace

std::string script_json(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  for (size_t i = 0; i < json.size(); ++i) {
    if (json[i] == '<') out += "\\u003c";
    else if (json.compare(i, 3, "\u2028") == 0) out += "\\u2028", i += 2;
    else if (json.compare(i, 3, "\u2029") == 0) out += "\\u2029", i += 2;
    else out += json[i];
  }
  return out;
}

std::string script_string(const std::string& text) { return script_json(Json(text).dump(-1, ' ', false, Json::error_handler_t::replace)); }

std::string desk_script(const std::string& reviewer, const std::string& states_json) {
  return loaded("desk", "{\"reviewer\":" + script_string(reviewer) + ",\"decisions\":" + script_json(states_json) + "}");
}

std::map<std::string, long long> document_sizes(const Database& database) {
  Statement rows(database, "SELECT content_sha256, bytes FROM documents WHERE content_sha256 <> ''");
  std::map<std::string, long long> out;
  while (rows.step()) out[rows.text(0)] = rows.integer(1);
  return out;
}

std::string observations_script(const Database& database, const std::string& vocabulary_directory, const std::string& sample_csv) {
  const std::string documents = rows_json(
      database, "SELECT document_id, source, publisher_name, document_type, reference, response_date, title, media_type, ifnull(pages, '') FROM documents", 9);
  const std::string findings = rows_json(database,
                                         "SELECT finding_id, document_id, kind, severity, message, explanation, observation_ids, expected, "
                                         "found, ifnull(page, ''), ifnull(table_id, '') FROM findings", 11);
  std::vector<std::string> sample;
  if (!sample_csv.empty())
    for (const auto& row : parse_csv(sample_csv, "sample.csv").rows) sample.push_back(row[0]);
  return loaded("sample", list_json(sample)) + loaded("vocabulary", vocabulary_json(vocabulary_directory)) + loaded("documents", documents) + loaded("findings", findings) +
         loaded_parsed("observations", columns_json(database, desk_columns));
}

std::string texts_script(const Database& database) {
  const std::string answers = rows_json(database,
                                        "SELECT answer_id, document_id, question_number, question, answer, status, legal_reference, "
                                        "request_cluster, question_cluster FROM answers", 9);
  return loaded("answers", answers) + loaded_parsed("places", columns_json(database, place_columns));
}

std::string document_script(const Database& database, const std::string& document_id) {
  Statement known(database, "SELECT 1 FROM documents WHERE document_id = ?");
  known.bind_text(0, document_id);
  if (!known.step()) return {};
  return loaded("document:" + document_id,
                "{\"text\":" + script_string(text_of(database, document_id)) + ",\"cells\":" + cells_json(database, document_id) + "}");
}

}  // namespace muster
