#include "dataset/codebook.h"

#include <algorithm>

#include "dataset/built_in.h"
#include "schemas/text.h"

namespace muster {
namespace {

// Which units a family of measures.csv stands for.
std::string units_of_family(std::string_view family) {
  if (family == "people") return "fte, headcount, hours, unstated";
  if (family == "money") return "gbp, gbp_per_year, gbp_per_month, gbp_per_week, gbp_per_day, gbp_per_hour";
  return std::string(family);
}

std::string units_of_families(const std::string& families) {
  std::string out;
  for (const std::string_view family : split(families, ',')) out += (out.empty() ? "" : ", ") + units_of_family(trimmed(family));
  return out;
}

// How a figure of this kind stands in time, said after the definition.
std::string counted_when(const std::string& kind) {
  if (kind == "stock") return "; counted on a day";
  if (kind == "flow") return "; counted over a period";
  if (kind == "year_rate") return "; a rate over a period";
  return kind == "price" ? "; an amount in force" : "";
}

CodebookRow measure_row(const CsvTable& t, size_t row) {
  return {.tables = "observations", .column = "measure", .code = t.at(row, "measure"), .label = t.at(row, "label"),
          .definition = t.at(row, "description") + counted_when(t.at(row, "kind")), .unit = units_of_families(t.at(row, "units")),
          .standard = t.at(row, "standard"), .synonyms = t.at(row, "synonyms")};
}

// "not_held" as words.
std::string with_blanks(std::string code) {
  std::ranges::replace(code, '_', ' ');
  return code;
}

CodebookRow status_row(const CsvTable& t, size_t row) {
  return {.tables = "observations", .column = "status", .code = t.at(row, "status"), .label = with_blanks(t.at(row, "status")),
          .definition = t.at(row, "meaning"), .standard = "GSS symbols; SDMX CL_OBS_STATUS", .shorthand = t.at(row, "shorthand"),
          .obs_status = t.at(row, "obs_status")};
}

CodebookRow code_row(const CsvTable& t, size_t row) {
  return {.tables = t.at(row, "tables"), .column = t.at(row, "column"), .code = t.at(row, "code"), .label = t.at(row, "label"),
          .definition = t.at(row, "meaning"), .standard = t.at(row, "standard")};
}

// A cell of a markdown table: one line, and no bar that would part it.
std::string markdown_cell(const std::string& text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c == '\n' ? ' ' : c);
  return out;
}

std::string code_cell(const std::string& code) { return code.empty() ? std::string() : '`' + code + '`'; }

std::string markdown_line(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells) out += ' ' + markdown_cell(cell) + " |";
  return out + '\n';
}

struct Section {
  std::string head;
  std::vector<std::string> columns;
  std::vector<std::string> (*cells)(const CodebookRow&);
};

Section section_of(const CodebookRow& row) {
  if (row.column == "measure")
    return {"## Measures\n", {"measure", "label", "definition", "unit", "standard", "synonyms"}, [](const CodebookRow& r) {
              return std::vector<std::string>{code_cell(r.code), r.label, r.definition, r.unit, r.standard, r.synonyms};
            }};
  if (!row.obs_status.empty())
    return {"## Statuses of figures\n", {"status", "definition", "GSS", "SDMX obsStatus"}, [](const CodebookRow& r) {
              return std::vector<std::string>{code_cell(r.code), r.definition, code_cell(r.shorthand), code_cell(r.obs_status)};
            }};
  return {"## `" + row.column + "` of " + row.tables + "\n", {"code", "label", "definition", "standard"}, [](const CodebookRow& r) {
            return std::vector<std::string>{code_cell(r.code), r.label, r.definition, r.standard};
          }};
}

}  // namespace

const std::vector<CodebookColumn>& codebook_columns() {
  static const std::vector<CodebookColumn> columns = {
      {"tables", "the tables whose column it is, joined by a blank", true},
      {"column", "the column", true},
      {"code", "as it stands in the cell", true},
      {"label", "for people"},
      {"definition", "what it means"},
      {"unit", "of a measure: the units that it can have"},
      {"standard", "who defined it; empty: defined by this project"},
      {"synonyms", "of a measure: other names for it in documents, joined by semicolons"},
      {"shorthand", "of a status: symbol of the Government Statistical Service"},
      {"obs_status", "of a status: code of SDMX CL_OBS_STATUS"},
  };
  return columns;
}

std::vector<std::string> codebook_cells(const CodebookRow& r) {
  return {r.tables, r.column, r.code, r.label, r.definition, r.unit, r.standard, r.synonyms, r.shorthand, r.obs_status};
}

std::vector<CodebookRow> codebook(const CsvTable& measures, const CsvTable& statuses, const CsvTable& codes) {
  std::vector<CodebookRow> out;
  for (size_t row = 0; row < measures.rows.size(); ++row) out.push_back(measure_row(measures, row));
  for (size_t row = 0; row < statuses.rows.size(); ++row) out.push_back(status_row(statuses, row));
  for (size_t row = 0; row < codes.rows.size(); ++row) out.push_back(code_row(codes, row));
  return out;
}

const std::vector<CodebookRow>& built_in_codebook() {
  static const std::vector<CodebookRow> rows = codebook(parse_csv(measures_csv(), "measures.csv"), parse_csv(statuses_csv(), "statuses.csv"),
                                                        parse_csv(codes_csv(), "codes.csv"));
  return rows;
}

std::string codebook_csv(const std::vector<CodebookRow>& rows) {
  std::vector<std::string> names;
  for (const CodebookColumn& column : codebook_columns()) names.emplace_back(column.name);
  std::string out = csv_line(names);
  for (const CodebookRow& row : rows) out += csv_line(codebook_cells(row));
  return out;
}

std::string codebook_markdown(const std::vector<CodebookRow>& rows) {
  std::string out = "# Codebook\n\nEvery code that a dataset's columns can hold. Made from `schemas/vocabulary` by `muster codebook`; do not edit it here.\n";
  std::string column, tables;
  for (const CodebookRow& row : rows) {
    const Section section = section_of(row);
    if (row.column != column || row.tables != tables)
      out += '\n' + section.head + '\n' + markdown_line(section.columns) + markdown_line(std::vector<std::string>(section.columns.size(), "---"));
    column = row.column;
    tables = row.tables;
    out += markdown_line(section.cells(row));
  }
  return out;
}

}  // namespace muster
