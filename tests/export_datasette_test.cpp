// What Datasette does with the folder, by the same SQL: it opens the file read-only, counts, shows and facets tables and views, follows
// labels, and searches by the full-text indexes.
#include "dataset/export_datasette.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "dataset/schema.h"
#include "dataset/stored_rows.h"
#include "tests/run_program.h"
#include "tests/stored_sample.h"

using namespace muster;
using Json = nlohmann::json;

namespace {

std::string one(const Database& database, const std::string& sql) {
  std::string found;
  for_each_result(database, sql, [&](const StoredRow& row) { found = row.at(0); });
  return found;
}

std::string quoted(const std::string& name) { return '[' + name + ']'; }

void check_columns(const Database& database, const std::string& table, const Json& settings) {
  std::vector<std::string> named;
  for (const auto& [column, meaning] : settings["columns"].items()) named.push_back(column);
  const Json facets = settings.value("facets", Json::array()), units = settings.value("units", Json::object());
  for (const Json& facet : facets) named.push_back(facet);
  if (settings.contains("label_column")) named.push_back(settings["label_column"]);
  for (const auto& [column, unit] : units.items()) named.push_back(column);
  for (const std::string& column : named)
    CHECK_MESSAGE(one(database, "SELECT count(*) FROM pragma_table_info('" + table + "') WHERE name = '" + column + "'") == "1", table << '.' << column);
}

void check_facets(const Database& database, const std::string& table, const Json& settings) {
  const Json facets = settings.value("facets", Json::array());
  for (const Json& facet : facets) {
    const std::string column = quoted(facet);
    CHECK_NOTHROW(one(database, "SELECT " + column + " AS value, count(*) AS count FROM (SELECT * FROM " + quoted(table) + ") WHERE " + column +
                                    " IS NOT NULL GROUP BY " + column + " ORDER BY count DESC, value LIMIT 31"));
  }
}

}  // namespace

TEST_CASE("datasette: every table and view of metadata.json opens, has the columns it names, and can be counted and faceted") {
  const std::string directory = test_directory("datasette").string();
  export_datasette(samples::stored_dataset("datasette-dataset"), "OGL-UK-3.0", directory);
  const Database database(directory + "/workforce.sqlite", Database::Mode::read_only);
  const Json metadata = Json::parse(file_text(directory + "/metadata.json"));
  CHECK(metadata["license"] == "OGL-UK-3.0");
  const Json& tables = metadata["databases"]["workforce"]["tables"];
  for (const auto& [table, settings] : tables.items()) {
    CAPTURE(table);
    CHECK(one(database, "SELECT count(*) FROM sqlite_master WHERE name = '" + table + "'") == "1");
    CHECK_NOTHROW(one(database, "SELECT count(*) FROM " + quoted(table)));
    CHECK_FALSE(settings["description"].get<std::string>().empty());
    check_columns(database, table, settings);
    check_facets(database, table, settings);
  }
  for (const TableSchema& table : dataset_schema()) CHECK_MESSAGE(tables.contains(table.name), table.name);
  for_each_result(database, "SELECT name FROM sqlite_master WHERE type = 'view'", [&](const StoredRow& row) { CHECK_MESSAGE(tables.contains(row[0]), row[0]); });
}

TEST_CASE("datasette: full-text search finds by the indexes that metadata.json names, and the prepared queries run") {
  const std::string directory = test_directory("datasette-search").string();
  export_datasette(samples::stored_dataset("datasette-search-dataset"), "", directory);
  const Database database(directory + "/workforce.sqlite", Database::Mode::read_only);
  const Json metadata = Json::parse(file_text(directory + "/metadata.json"));
  CHECK_FALSE(metadata.contains("license"));
  for (const auto& [table, settings] : metadata["databases"]["workforce"]["tables"].items()) {
    if (!settings.contains("fts_table")) continue;
    const std::string fts = settings["fts_table"], key = settings["fts_pk"];
    CHECK(one(database, "SELECT count(*) FROM " + quoted(table) + " WHERE " + key + " IN (SELECT rowid FROM " + quoted(fts) + " WHERE " + quoted(fts) +
                            " MATCH '\"semicolon\"')") == "1");
  }
  for (const auto& [name, query] : metadata["databases"]["workforce"]["queries"].items()) {
    Statement statement(database, query["sql"]);
    statement.bind_text(0, name == "figures_of_a_measure" ? "vacancy" : "semicolon");
    CHECK_NOTHROW(statement.step());
    if (name != "figures_of_a_measure") CHECK_FALSE(statement.text(0).empty());
  }
}
