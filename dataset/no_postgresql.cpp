// Stands in for dataset/postgresql/ in a program that is built without libpq.
#include <stdexcept>

#include "dataset/write_postgresql.h"

namespace muster {

std::string postgresql_library() { return {}; }

void write_postgresql(const Database&, const PostgresqlTarget&) {
  throw std::runtime_error("this program was built without PostgreSQL; install libpq-dev and build it again");
}

}  // namespace muster
