// A written dataset read back row by row, so that an export needs no more memory for a million figures than for ten.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dataset/schema.h"
#include "dataset/sqlite.h"

namespace muster {

// Cells in the order of the table's columns, as text; empty: no value. Numbers have a point, no exponent and no more decimals
// than they need ("89.06", "12"); the figure as printed stands in the column raw.
using StoredRow = std::vector<std::string>;

// Throws std::runtime_error, saying what to do, when the directory holds no workforce.sqlite.
Database open_stored(const std::string& dataset_directory);

// The query for them, for those who take the values with their types.
std::string select_rows(const TableSchema& table);

// Every row of a table in the order in which the CSV files have them.
void for_each_row(const Database& database, const TableSchema& table, const std::function<void(const StoredRow&)>& take);

// One cell of a statement's row, as text in the same way.
std::string stored_cell(const Statement& statement, int column);

// What a query yields, its columns as text in the same way.
void for_each_result(const Database& database, const std::string& sql, const std::function<void(const StoredRow&)>& take);

}  // namespace muster
