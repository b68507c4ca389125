// A connection to SQLite, and a statement of it. Errors throw std::runtime_error "FILE: what SQLite says".
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace muster {

class Database {
 public:
  enum class Mode { create, read_only };
  // create: made when missing (":memory:" for none).
  Database(const std::string& path, Mode mode);
  ~Database();
  Database(Database&&) noexcept;

  void run(const std::string& sql);

  struct Handle;
  Handle& handle() const { return *handle_; }

 private:
  std::unique_ptr<Handle> handle_;
};

// Prepared once, run for many rows. Parameters and columns count from 0.
class Statement {
 public:
  Statement(const Database& database, const std::string& sql);
  ~Statement();
  std::vector<std::string> column_names() const;

  void bind_text(int parameter, std::string_view text);
  void bind_blob(int parameter, std::string_view bytes);
  void bind_null(int parameter);
  // True while there is a row; after the last one the statement can be bound and run again.
  bool step();
  void reset();  // makes it ready again before its last row has come
  int columns() const;
  std::string text(int column) const;
  long long integer(int column) const;
  bool is_null(int column) const;
  bool is_real(int column) const;
  double real(int column) const;

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace muster
