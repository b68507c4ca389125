#include "dataset/export_package.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "dataset/export_csvw.h"
#include "dataset/schema.h"
#include "dataset/stored_rows.h"
#include "tests/run_program.h"
#include "tests/written_dataset.h"

using namespace muster;
using nlohmann::json;
using samples::figure;
namespace fs = std::filesystem;

namespace {

fs::path dataset(const std::string& name) {
  Observation own = figure("secondments", "fte", "2");  // a measure of a user's vocabulary
  return samples::written(name, {figure("vacancy", "fte", "12.5"), own});
}

json descriptor(const fs::path& directory) { return json::parse(file_text(directory / "datapackage.json")); }

const json& named(const json& list, const std::string& name) {
  for (const json& item : list)
    if (item["name"] == name) return item;
  throw std::runtime_error("there is no " + name);
}

fs::path exported(const std::string& name, const std::string& licence = {}) {
  const fs::path directory = dataset(name);
  export_package(open_stored(directory.string()), built_in_codebook(), licence, (directory / "package").string());
  return directory / "package";
}

}  // namespace

TEST_CASE("package: every table of the dataset, with its keys") {
  const json package = descriptor(exported("package-keys"));
  CHECK(package["resources"].size() == dataset_schema().size() + 1);  // and the codebook
  const json& observations = named(package["resources"], "observations")["schema"];
  CHECK(observations["primaryKey"] == json{"observation_id"});
  CHECK(observations["foreignKeys"].size() == 4);
  CHECK(observations["foreignKeys"][0] == json::parse(R"({"fields": ["document_id"], "reference": {"resource": "documents", "fields": ["document_id"]}})"));
  CHECK(observations["foreignKeys"][2] == json::parse(R"({"fields": ["repeats"], "reference": {"fields": ["observation_id"]}})"));
  CHECK(observations["foreignKeys"][3]["fields"] == json::parse(R"(["document_id", "table_id"])"));
  CHECK(named(package["resources"], "cells")["schema"]["primaryKey"].size() == 4);
}

TEST_CASE("package: a build's own descriptor has no key to a table that it has no file of") {
  const json package = descriptor(dataset("package-build"));
  for (const json& key : named(package["resources"], "observations")["schema"]["foreignKeys"])
    CHECK(key["reference"].value("resource", "documents") == "documents");
  CHECK(named(package["resources"], "workforce")["format"] == "sqlite");
  CHECK(named(package["resources"], "codebook")["schema"]["primaryKey"].size() == 3);
}

TEST_CASE("package: missing values have labels, codes have theirs, a user's own code is among them") {
  const json fields = named(descriptor(exported("package-fields"))["resources"], "observations")["schema"]["fields"];
  CHECK(named(fields, "value")["missingValues"] == json::parse(R"([{"value": "", "label": "where status says why there is none"}])"));
  CHECK(named(fields, "value")["type"] == "number");
  CHECK_FALSE(named(fields, "observation_id").contains("missingValues"));
  const json& measures = named(fields, "measure")["categories"];
  CHECK(measures.front() == json::parse(R"({"value": "inpost", "label": "Staff in post"})"));
  CHECK(measures.back() == json::parse(R"({"value": "secondments", "label": "secondments"})"));
  CHECK(named(fields, "status")["categories"].size() == 15);
  CHECK_FALSE(named(fields, "team").contains("categories"));
  for (const json& field : fields) CHECK(!field["description"].get<std::string>().empty());
}

TEST_CASE("package: sources are the bodies; a licence is only what the user says") {
  CHECK_FALSE(descriptor(exported("package-unsaid")).contains("licenses"));
  const json package = descriptor(exported("package-said", "OGL-UK-3.0"));
  CHECK(package["licenses"][0]["title"] == "Open Government Licence v3.0");
  CHECK(package["sources"] == json::parse(R"([{"title": "Bury Metropolitan Borough Council (E08000002): 1 document"}])"));
  CHECK(licence_named("https://example.org/terms").address == "https://example.org/terms");
  CHECK(licence_named("ODbL-1.0").name == "ODbL-1.0");
  CHECK_THROWS_WITH(licence_named("as you like"), doctest::Contains("OGL-UK-3.0"));
}

TEST_CASE("csvw: the same files with W3C metadata") {
  const fs::path directory = dataset("csvw");
  const Database database = open_stored(directory.string());
  export_csvw(database, built_in_codebook(), "CC-BY-4.0", (directory / "csvw").string());
  export_package(database, built_in_codebook(), "", (directory / "package").string());
  const json metadata = json::parse(file_text(directory / "csvw" / "csv-metadata.json"));
  CHECK(metadata["@context"][0] == "http://www.w3.org/ns/csvw");
  CHECK(metadata["dc:license"]["@id"] == "https://creativecommons.org/licenses/by/4.0/");
  for (const json& table : metadata["tables"]) {
    const std::string file = table["url"];
    CHECK_MESSAGE(file_text(directory / "csvw" / file) == file_text(directory / "package" / file), file);
    std::vector<std::string> names;
    for (const json& column : table["tableSchema"]["columns"]) names.push_back(column["name"]);
    CHECK_MESSAGE(read_csv((directory / "csvw" / file).string()).header == names, file);
  }
  const json& observations = metadata["tables"][6];
  REQUIRE(observations["url"] == "observations.csv");
  CHECK(named(observations["tableSchema"]["columns"], "confidence")["datatype"] == "decimal");
  CHECK(named(observations["tableSchema"]["columns"], "basis")["datatype"]["format"] == "^(table|answer|narrative|derived)$");
  CHECK(named(observations["tableSchema"]["columns"], "obs_status")["propertyUrl"] == "http://purl.org/linked-data/sdmx/2009/attribute#obsStatus");
  CHECK(observations["tableSchema"]["foreignKeys"].size() == 3);  // not that to tables, of which one part alone may be null
}
