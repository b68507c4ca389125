// The words of the workforce, as data: schemas/vocabulary/*.csv, one file for each kind of thing to be told. A user's own
// directory is laid over the shipped one: a row with the same key replaces, a new key adds.
#pragma once

#include <memory>
#include <string>

namespace muster {

class ConsultationRecord;

// Loaded once for each process and handed to every normalizer. Its tables are private to normalizers/ (vocabulary_tables.h).
class Vocabulary {
 public:
  // Throws std::runtime_error "FILE:LINE: what is wrong and what is expected".
  static Vocabulary load(const std::string& vocabulary_directory, const std::string& overlay_directory = {});

  struct Tables;
  explicit Vocabulary(std::unique_ptr<Tables> tables);
  ~Vocabulary();
  Vocabulary(Vocabulary&&) noexcept;
  Vocabulary& operator=(Vocabulary&&) noexcept;
  const Tables& tables() const { return *tables_; }

  // SHA-256 over all files, in order of name: part of what a build's rows depend on.
  const std::string& version() const;

  // What it is asked, from begin to end. Belongs to one thread; patterns note nothing outside of that.
  ConsultationRecord& record() const;

 private:
  std::unique_ptr<Tables> tables_;
};

}  // namespace muster
