#include "dataset/export.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "dataset/reconcile.h"
#include "dataset/schema.h"
#include "dataset/sqlite.h"
#include "dataset/statuses.h"
#include "schemas/csv.h"
#include "tests/dataset_samples.h"
#include "tests/test_directory.h"

using namespace muster;
namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

Dataset two_letters(bool turned = false) {
  std::vector<DocumentResult> results = {samples::letter("first"), samples::letter("second")};
  std::vector<Occurrence> occurrences;
  for (const DocumentResult& r : results)
    occurrences.push_back({r.interpretation.record.document_id, r.interpretation.record.source});
  if (turned) std::swap(results[0], results[1]);
  return reconcile({results, occurrences});
}

fs::path fresh_directory(const std::string& name) {
  return test_directory(name);
}

long long number(const Database& database, const std::string& sql) {
  Statement statement(database, sql);
  return statement.step() ? statement.integer(0) : -1;
}

}  // namespace

TEST_CASE("export: the same results in another order give the same bytes in every file") {
  const fs::path a = fresh_directory("a"), b = fresh_directory("b");
  export_dataset(two_letters(), a.string());
  export_dataset(two_letters(true), b.string());
  export_dataset(two_letters(true), b.string());  // again over what is there
  for (const auto& entry : fs::directory_iterator(a)) {
    const fs::path name = entry.path().filename();
    CHECK_MESSAGE(content(a / name) == content(b / name), name.string());
    CHECK(entry.path().extension() != ".part");
  }
}

TEST_CASE("export: SQLite has every row of the CSV files, its keys hold and its text can be searched") {
  const fs::path directory = fresh_directory("sqlite");
  export_dataset(two_letters(), directory.string());
  const Database database((directory / "workforce.sqlite").string(), Database::Mode::read_only);
  for (const char* table : {"documents", "occurrences", "observations", "answers", "actions", "findings", "diagnostics"}) {
    const CsvTable csv = read_csv((directory / (std::string(table) + ".csv")).string());
    CHECK_MESSAGE(number(database, std::string("SELECT count(*) FROM ") + table) == static_cast<long long>(csv.rows.size()), table);
    CHECK(csv.rows.size() == 2);
  }
  Statement violations(database, "PRAGMA foreign_key_check");
  CHECK_FALSE(violations.step());
  CHECK(number(database, "SELECT count(*) FROM answers_fts WHERE answers_fts MATCH 'many'") == 2);
}

TEST_CASE("export: SQLite compares values as numbers, quotes are cut by code points, parts find their whole") {
  const fs::path directory = fresh_directory("values");
  export_dataset(two_letters(), directory.string());
  const Database database((directory / "workforce.sqlite").string(), Database::Mode::read_only);
  CHECK(number(database, "SELECT count(*) FROM facts WHERE value > 9") == 2);
  CHECK(number(database, "SELECT count(*) FROM observations JOIN texts USING (document_id) "
                         "WHERE substr(text, quote_start + 1, quote_end - quote_start) = quote") == 2);
  CHECK(number(database, "SELECT count(*) FROM cells JOIN observations USING (document_id, table_id, \"row\", \"column\")") == 2);
  CHECK(number(database, "SELECT count(*) FROM finding_observations") == 2);
}

TEST_CASE("export: a status of a user's own vocabulary is taken in without symbols") {
  DocumentResult r = samples::letter("x");
  r.interpretation.observations[0].quantity.status = "on_hold";
  const fs::path directory = fresh_directory("status");
  export_dataset(reconcile({{r}, {{r.interpretation.record.document_id, "x.pdf"}}}), directory.string());
  const Database database((directory / "workforce.sqlite").string(), Database::Mode::read_only);
  CHECK(number(database, "SELECT count(*) FROM observations JOIN statuses USING (status) WHERE status = 'on_hold'") == 1);
}

TEST_CASE("export: a question that a spreadsheet would run is written as text") {
  const fs::path directory = fresh_directory("formula");
  export_dataset(two_letters(), directory.string());
  CHECK(read_csv((directory / "answers.csv").string()).at(0, "question") == "'=How many?");
}

TEST_CASE("datapackage: every CSV file is described, field by field, in the file's own order") {
  const fs::path directory = fresh_directory("package");
  export_dataset(two_letters(), directory.string());
  const auto package = nlohmann::json::parse(content(directory / "datapackage.json"));
  size_t described = 0;
  for (const auto& resource : package["resources"]) {
    if (resource["format"] != "csv") continue;
    ++described;
    const CsvTable csv = read_csv((directory / resource["path"].get<std::string>()).string());
    std::vector<std::string> fields;
    for (const auto& field : resource["schema"]["fields"]) {
      fields.push_back(field["name"]);
      CHECK_MESSAGE(!field["description"].get<std::string>().empty(), fields.back());
    }
    CHECK_MESSAGE(fields == csv.header, resource["path"].get<std::string>());
  }
  CHECK(described == 8);
}

TEST_CASE("schema: rows and schemas/dataset.sql name the same columns") {
  const Dataset none;
  std::vector<RowTable> tables = tabulate(none);
  for (RowTable& table : tabulate_background(none)) tables.push_back(table);
  CHECK(tables.size() == dataset_schema().size());
  for (const RowTable& table : tables) {
    std::vector<std::string> columns;
    for (const ColumnSchema& column : table_schema(table.name).columns) columns.push_back(column.name);
    CHECK_MESSAGE(columns == table.columns, table.name);
  }
}

TEST_CASE("statuses: symbols of GSS and SDMX; an approximate figure is an estimate") {
  struct Case { Quantity quantity; const char *shorthand, *obs_status; };
  const Case cases[] = {
      {{.status = "reported"}, "", "A"},
      {{.qualifier = "approximate", .status = "reported"}, "e", "E"},
      {{.status = "not_held"}, "x", "O"},
      {{.status = "suppressed"}, "c", "Q"},
      {{.status = "planned"}, "f", "F"},
      {{.status = "nil"}, "z", "A"},
  };
  for (const Case& c : cases) {
    CHECK_MESSAGE(shorthand(c.quantity) == c.shorthand, c.quantity.status);
    CHECK_MESSAGE(obs_status(c.quantity) == c.obs_status, c.quantity.status);
  }
}
