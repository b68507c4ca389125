// A written dataset as a folder that Datasette (https://datasette.io) serves with names, facets and search:
//   datasette serve workforce.sqlite -m metadata.json
#pragma once

#include <string>


namespace muster {

// What Datasette shows about the tables, views and columns of workforce.sqlite, which values to count beside them, how a row is called
// where another points to it, where the full-text indexes are, and some queries to begin with. `licence`: as in export_package.
std::string datasette_metadata(const std::string& licence);

// workforce.sqlite as it is (its full-text indexes go by row numbers, which only a copy keeps) and metadata.json.
void export_datasette(const std::string& dataset_directory, const std::string& licence, const std::string& directory);

}  // namespace muster
