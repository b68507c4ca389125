#include "tools/export_engines.h"

#include <doctest/doctest.h>

#include "dataset/stored_rows.h"
#include "dataset/write_parquet.h"
#include "tests/run_program.h"
#include "tests/stored_sample.h"

using namespace muster;

TEST_CASE("without_password: an address is shown without what is secret in it") {
  const struct {
    const char *address, *shown;
  } rows[] = {
      {"postgresql://localhost/research", "postgresql://localhost/research"},
      {"postgresql://ann@db:5433/research", "postgresql://ann@db:5433/research"},
      {"postgresql://ann:secret@db:5433/research", "postgresql://ann@db:5433/research"},
      {"postgresql://ann:se:cr@db/research?sslmode=require&password=secret", "postgresql://ann@db/research"},
      {"postgresql:///research?host=/run/postgresql", "postgresql:///research"},
  };
  for (const auto& row : rows) CHECK(without_password(row.address) == row.shown);
}

TEST_CASE("export: a spreadsheet links to the originals that it finds, by a path from where it stands") {
  const std::filesystem::path directory = test_directory("export-links");
  put_file(directory / "in" / "a letter #1.txt", "Westshire Council\n\nWe have 12 vacancies for social workers.\n");
  REQUIRE(run_program("build '" + (directory / "in").string() + "' -o '" + (directory / "dataset").string() + "'").exit_code == 0);
  const ProgramRun run = run_program("export '" + (directory / "dataset").string() + "' --to xlsx -o '" + (directory / "out" / "figures.xlsx").string() + "'");
  if (run.err.find("built without spreadsheets") != std::string::npos) return;
  CHECK(run.exit_code == 0);
  CHECK(run.err.find("no links") == std::string::npos);
  if (std::system(("unzip -p '" + (directory / "out" / "figures.xlsx").string() + "' xl/worksheets/_rels/sheet2.xml.rels > '" + (directory / "rels").string() + "' 2>/dev/null").c_str()) != 0) return;
  CHECK(file_text(directory / "rels").find("Target=\"../in/a%20letter%20%231.txt\"") != std::string::npos);
}

TEST_CASE("export: without DuckDB's library the words say what to install") {
  const Database dataset = open_stored(samples::stored_dataset("parquet-dataset"));
  try {
    write_parquet(dataset, {.directory = test_directory("parquet").string(), .library = "/nonexistent/libduckdb.so"});
    FAIL_CHECK("wrote without a library");
  } catch (const std::runtime_error& fault) {
    CHECK_MESSAGE(std::string(fault.what()).find("MUSTER_PARQUET=ON") != std::string::npos, std::string(fault.what()));
  }
}
