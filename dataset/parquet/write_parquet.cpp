// The only place of DuckDB. Its library is opened when it is needed: it is large, and nothing else uses it.
#include "dataset/write_parquet.h"

#include <dlfcn.h>
#include <duckdb.h>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "dataset/schema.h"
#include "dataset/stored_rows.h"
#include "dataset/write_file.h"

namespace muster {
namespace {

// Groups of rows are what a reader takes at once, and what is in memory while writing; whichever is reached first.
constexpr const char* group_limits = "ROW_GROUP_SIZE 100000, ROW_GROUP_SIZE_BYTES '16MB'";

// The functions of duckdb.h, by the names that they have there without "duckdb_".
struct DuckDb {
  explicit DuckDb(const std::string& file) : library(open(file), dlclose) {}

  static void* open(const std::string& file) {
    void* opened = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!opened)
      throw std::runtime_error("Parquet needs DuckDB's library, which cannot be opened: " + std::string(dlerror()) +
                               "; build muster again with -DMUSTER_PARQUET=ON, or install it with: cmake --install BUILD");
    return opened;
  }

  template <class Function>
  Function* function(const char* name) const {
    void* found = dlsym(library.get(), name);
    if (!found) throw std::runtime_error(std::string("DuckDB's library has no ") + name + "; another version than the program was built for");
    return reinterpret_cast<Function*>(found);
  }

  std::unique_ptr<void, int (*)(void*)> library;
#define MUSTER_DUCKDB(name) decltype(duckdb_##name)* name = function<decltype(duckdb_##name)>("duckdb_" #name)
  MUSTER_DUCKDB(library_version);
  MUSTER_DUCKDB(create_config);
  MUSTER_DUCKDB(set_config);
  MUSTER_DUCKDB(destroy_config);
  MUSTER_DUCKDB(open_ext);
  MUSTER_DUCKDB(close);
  MUSTER_DUCKDB(connect);
  MUSTER_DUCKDB(disconnect);
  MUSTER_DUCKDB(query);
  MUSTER_DUCKDB(result_error);
  MUSTER_DUCKDB(destroy_result);
  MUSTER_DUCKDB(create_logical_type);
  MUSTER_DUCKDB(destroy_logical_type);
  MUSTER_DUCKDB(create_table_function);
  MUSTER_DUCKDB(destroy_table_function);
  MUSTER_DUCKDB(table_function_set_name);
  MUSTER_DUCKDB(table_function_set_extra_info);
  MUSTER_DUCKDB(table_function_set_bind);
  MUSTER_DUCKDB(table_function_set_init);
  MUSTER_DUCKDB(table_function_set_function);
  MUSTER_DUCKDB(register_table_function);
  MUSTER_DUCKDB(bind_get_extra_info);
  MUSTER_DUCKDB(bind_add_result_column);
  MUSTER_DUCKDB(init_set_max_threads);
  MUSTER_DUCKDB(function_get_extra_info);
  MUSTER_DUCKDB(function_set_error);
  MUSTER_DUCKDB(vector_size);
  MUSTER_DUCKDB(data_chunk_get_vector);
  MUSTER_DUCKDB(data_chunk_set_size);
  MUSTER_DUCKDB(vector_get_data);
  MUSTER_DUCKDB(vector_get_validity);
  MUSTER_DUCKDB(vector_ensure_validity_writable);
  MUSTER_DUCKDB(vector_assign_string_element_len);
  MUSTER_DUCKDB(validity_set_row_invalid);
#undef MUSTER_DUCKDB
};

// Opened once; DuckDB's callbacks have no other way to its functions.
std::unique_ptr<const DuckDb> opened;

const DuckDb& duckdb() { return *opened; }

void open_library(const std::string& file) {
  if (!opened) opened = std::make_unique<const DuckDb>(file);
}

// A database in memory, which loads nothing from anywhere.
class Connection {
 public:
  Connection() {
    duckdb_config config = nullptr;
    duckdb().create_config(&config);
    const std::pair<const char*, const char*> settings[] = {
        {"threads", "1"},                       // one thread keeps the rows in their order
        {"preserve_insertion_order", "false"},  // which several would do by holding whole files back
        {"autoinstall_known_extensions", "false"},
        {"autoload_known_extensions", "false"}};
    for (const auto& [name, value] : settings) duckdb().set_config(config, name, value);
    char* fault = nullptr;
    const duckdb_state state = duckdb().open_ext(nullptr, &database_, config, &fault);
    duckdb().destroy_config(&config);
    if (state != DuckDBSuccess) throw std::runtime_error("DuckDB does not start: " + std::string(fault ? fault : "no reason given"));
    duckdb().connect(database_, &connection_);
  }
  ~Connection() {
    duckdb().disconnect(&connection_);
    duckdb().close(&database_);
  }
  Connection(const Connection&) = delete;

  void run(const std::string& sql) const {
    duckdb_result result;
    const duckdb_state state = duckdb().query(connection_, sql.c_str(), &result);
    const char* said = state == DuckDBSuccess ? nullptr : duckdb().result_error(&result);
    const std::string fault = said ? said : "";
    duckdb().destroy_result(&result);
    if (state != DuckDBSuccess) throw std::runtime_error("DuckDB: " + fault);
  }

  duckdb_connection get() const { return connection_; }

 private:
  duckdb_database database_ = nullptr;
  duckdb_connection connection_ = nullptr;
};

// A table on its way out of SQLite, as DuckDB's callbacks get it.
struct Reading {
  const TableSchema& table;
  Statement rows;
  bool ended = false;
};

duckdb_type type_of(const ColumnSchema& column) {
  if (column.type == "INTEGER") return DUCKDB_TYPE_BIGINT;
  return column.type == "REAL" ? DUCKDB_TYPE_DOUBLE : DUCKDB_TYPE_VARCHAR;
}

void declare_columns(duckdb_bind_info info) {
  for (const ColumnSchema& column : static_cast<Reading*>(duckdb().bind_get_extra_info(info))->table.columns) {
    duckdb_logical_type type = duckdb().create_logical_type(type_of(column));
    duckdb().bind_add_result_column(info, column.name.c_str(), type);
    duckdb().destroy_logical_type(&type);
  }
}

// A block's column, where values go.
struct Vector {
  duckdb_vector vector;
  duckdb_type type;
  void* values;
  uint64_t* validity;
};

std::vector<Vector> columns_of(duckdb_data_chunk block, const TableSchema& table) {
  std::vector<Vector> out;
  for (const ColumnSchema& column : table.columns) {
    duckdb_vector vector = duckdb().data_chunk_get_vector(block, out.size());
    duckdb().vector_ensure_validity_writable(vector);
    out.push_back({vector, type_of(column), duckdb().vector_get_data(vector), duckdb().vector_get_validity(vector)});
  }
  return out;
}

void put(const Vector& column, idx_t row, const Statement& from, int index) {
  if (from.is_null(index)) return duckdb().validity_set_row_invalid(column.validity, row);
  if (column.type == DUCKDB_TYPE_BIGINT) static_cast<int64_t*>(column.values)[row] = from.integer(index);
  else if (column.type == DUCKDB_TYPE_DOUBLE) static_cast<double*>(column.values)[row] = from.real(index);
  else {
    const std::string text = from.text(index);
    duckdb().vector_assign_string_element_len(column.vector, row, text.data(), text.size());
  }
}

idx_t fill(duckdb_data_chunk block, Reading& reading) {
  const std::vector<Vector> columns = columns_of(block, reading.table);
  idx_t row = 0;
  while (row < duckdb().vector_size() && !(reading.ended = !reading.rows.step())) {
    for (size_t i = 0; i < columns.size(); ++i) put(columns[i], row, reading.rows, static_cast<int>(i));
    ++row;
  }
  return row;
}

// The next block of rows; an empty one ends the table. No exception may pass through DuckDB.
void give_block(duckdb_function_info info, duckdb_data_chunk block) {
  auto& reading = *static_cast<Reading*>(duckdb().function_get_extra_info(info));
  try {
    duckdb().data_chunk_set_size(block, reading.ended ? 0 : fill(block, reading));
  } catch (const std::exception& fault) {
    duckdb().function_set_error(info, fault.what());
  }
}

// Makes the reading a function of DuckDB's SQL: SELECT * FROM muster_rows().
void offer(const Connection& connection, Reading& reading) {
  duckdb_table_function function = duckdb().create_table_function();
  duckdb().table_function_set_name(function, "muster_rows");
  duckdb().table_function_set_extra_info(function, &reading, nullptr);
  duckdb().table_function_set_bind(function, declare_columns);
  duckdb().table_function_set_init(function, [](duckdb_init_info info) { duckdb().init_set_max_threads(info, 1); });
  duckdb().table_function_set_function(function, give_block);
  const duckdb_state state = duckdb().register_table_function(connection.get(), function);
  duckdb().destroy_table_function(&function);
  if (state != DuckDBSuccess) throw std::runtime_error("DuckDB does not take the rows of " + reading.table.name);
}

std::string literal(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

// {description: what the table is, columns: {"name": "meaning", …}}
std::string metadata(const TableSchema& table) {
  nlohmann::ordered_json columns;
  for (const ColumnSchema& column : table.columns) columns[column.name] = column.meaning;
  return "{description: " + literal(table.meaning) + ", columns: " + literal(columns.dump()) + "}";
}

void write_table(const Database& dataset, const TableSchema& table, const std::string& path) {
  const Connection connection;
  Reading reading{table, Statement(dataset, select_rows(table))};
  offer(connection, reading);
  const std::string temporary = fresh_temporary(path);
  connection.run("COPY (SELECT * FROM muster_rows()) TO " + literal(temporary) + " (FORMAT parquet, COMPRESSION snappy, " + group_limits +
                 ", KV_METADATA " + metadata(table) + ")");
  put_in_place(temporary, path);
}

}  // namespace

bool has_parquet() { return true; }

std::string parquet_library(const std::string& library) {
  open_library(library);
  return std::string("DuckDB ") + duckdb().library_version();
}

std::vector<std::string> write_parquet(const Database& dataset, const ParquetTarget& target) {
  open_library(target.library);
  std::filesystem::create_directories(target.directory);
  std::vector<std::string> files;
  for (const TableSchema& table : dataset_schema()) {
    files.push_back(table.name + ".parquet");
    write_table(dataset, table, (std::filesystem::path(target.directory) / files.back()).string());
  }
  return files;
}

}  // namespace muster
