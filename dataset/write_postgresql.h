// A written dataset into a PostgreSQL database: its tables and views in a schema of their own, with keys, indexes and comments.
#pragma once

#include <string>

#include "dataset/sqlite.h"

namespace muster {

struct PostgresqlTarget {
  std::string uri;     // postgresql://user@host/database, as libpq takes it; what it leaves out comes from PGHOST, ~/.pgpass and so on
  std::string schema;  // where the tables go
};

// The library's version ("libpq 15"); empty in a program that was built without it.
std::string postgresql_library();

// Everything happens in one transaction: afterwards the schema holds this dataset whole, or what it held before. An earlier dataset of
// this program is replaced; a schema of somebody else's is refused. Throws std::runtime_error, never with the URI in its words, since
// that may hold a password.
void write_postgresql(const Database& dataset, const PostgresqlTarget& target);

}  // namespace muster
