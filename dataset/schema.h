// What schemas/dataset.sql says: its tables and columns with their meanings.
#pragma once

#include <string>
#include <vector>

namespace muster {

struct ColumnSchema {
  std::string name, type, meaning;  // type: TEXT, INTEGER or REAL
  bool nullable = false;
  bool primary_key = false;
  std::string references;  // table that it points to, else empty
};

// Cells of a row that name a row of a table by its primary key. An empty cell among them points nowhere.
struct ForeignKey {
  std::vector<std::string> columns;
  std::string table;
};

struct TableSchema {
  std::string name, meaning;
  std::vector<ColumnSchema> columns;
  std::vector<std::string> primary_key;
  std::vector<ForeignKey> foreign_keys;

  const ColumnSchema* column(const std::string& column_name) const;  // null when there is none
};

// The tables (not views, not indexes) in the order in which they must be filled.
const std::vector<TableSchema>& dataset_schema();

// The statements that make the indexes, and the views ("CREATE VIEW …", without the closing semicolon), in the order in which they
// must be run. PostgreSQL reads them too.
std::vector<std::string> dataset_indexes();
std::vector<std::string> dataset_views();

// Throws std::logic_error when there is none.
const TableSchema& table_schema(const std::string& name);

}  // namespace muster
