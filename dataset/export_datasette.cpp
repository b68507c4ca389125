#include "dataset/export_datasette.h"

#include <filesystem>
#include <nlohmann/json.hpp>

#include "dataset/schema.h"
#include "dataset/write_file.h"

namespace muster {
namespace {

using Json = nlohmann::ordered_json;

const Json figure_facets = {"measure", "area_name", "service", "unit", "status", "period"};

// What the tables' own schema does not say.
const Json& table_settings() {
  static const Json settings = {
      {"observations", {{"facets", figure_facets}, {"label_column", "quote"}, {"fts_table", "observations_fts"}, {"fts_pk", "rowid"}}},
      {"documents", {{"facets", {"document_type", "publisher_name", "outcome", "language"}}, {"label_column", "source"}, {"units", {{"bytes", "B"}}}}},
      {"answers", {{"facets", {"status", "legal_reference"}}, {"label_column", "question"}, {"fts_table", "answers_fts"}, {"fts_pk", "rowid"}}},
      {"actions", {{"facets", {"status", "responsibility"}}, {"label_column", "action"}}},
      {"findings", {{"facets", {"kind", "severity"}}, {"label_column", "message"}}},
      {"diagnostics", {{"facets", {"code", "severity", "stage"}}, {"label_column", "message"}}},
      {"tables", {{"facets", {"method"}}, {"label_column", "title"}}},
      {"cells", {{"facets", {"kind"}}}},
      {"statuses", {{"label_column", "status"}}},
      {"corrections", {{"facets", {"fate"}}, {"label_column", "explanation"}}},
  };
  return settings;
}

Json column_descriptions(const TableSchema& table) {
  Json columns = Json::object();
  for (const ColumnSchema& column : table.columns) columns[column.name] = column.meaning;
  return columns;
}

Json table_json(const TableSchema& table) {
  Json out = {{"description", table.meaning}, {"columns", column_descriptions(table)}};
  if (table_settings().contains(table.name)) out.update(table_settings()[table.name]);
  return out;
}

Json view_json(const char* description) {
  return {{"description", description}, {"facets", figure_facets}, {"columns", column_descriptions(table_schema("observations"))}};
}

Json tables_json() {
  Json tables = Json::object();
  for (const TableSchema& table : dataset_schema()) tables[table.name] = table_json(table);
  tables["facts"] = view_json("every figure once: no second statement of the same fact, nothing that another form of the same reply repeats");
  tables["ranked_figures"] = view_json("reported figures of whole bodies, ranked among those for one area, service, measure and period");
  tables["best_figures"] = view_json("one figure for each area, service, measure and period: the first of ranked_figures");
  return tables;
}

Json query(const char* title, const char* sql) { return {{"title", title}, {"sql", sql}}; }

Json queries_json() {
  return {
      {"figures_of_a_measure",
       query("Figures of a measure, one for each body and period",
             "SELECT area_name, period, service, unit, value, status, quote, document_id FROM best_figures WHERE measure = :measure ORDER BY area_name, period")},
      {"figures_in_words",
       query("Figures whose words hold",
             "SELECT o.observation_id, o.area_name, o.measure, o.period, o.value, o.unit, o.quote FROM observations o "
             "WHERE o.rowid IN (SELECT rowid FROM observations_fts WHERE observations_fts MATCH :words)")},
      {"answers_in_words",
       query("Answers whose words hold",
             "SELECT a.document_id, a.question_number, a.question, a.answer, a.status FROM answers a "
             "WHERE a.rowid IN (SELECT rowid FROM answers_fts WHERE answers_fts MATCH :words)")},
  };
}

}  // namespace

std::string datasette_metadata(const std::string& licence) {
  Json metadata = {{"title", "Social-care workforce figures"},
                   {"description", "From freedom-of-information replies and committee papers; every figure with the words and the page that say so"}};
  if (!licence.empty()) metadata["license"] = licence;
  metadata["databases"]["workforce"] = {{"tables", tables_json()}, {"queries", queries_json()}};
  return metadata.dump(1) + '\n';
}

void export_datasette(const std::string& dataset_directory, const std::string& licence, const std::string& directory) {
  namespace fs = std::filesystem;
  fs::create_directories(directory);
  const std::string database = (fs::path(directory) / "workforce.sqlite").string();
  const std::string temporary = fresh_temporary(database);
  fs::copy_file(fs::path(dataset_directory) / "workforce.sqlite", temporary, fs::copy_options::overwrite_existing);
  put_in_place(temporary, database);
  write_file((fs::path(directory) / "metadata.json").string(), datasette_metadata(licence));
}

}  // namespace muster
