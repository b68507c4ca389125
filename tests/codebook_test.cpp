#include "dataset/codebook.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "dataset/schema.h"
#include "dataset/statuses.h"
#include "schemas/text.h"
#include "tests/run_program.h"

using namespace muster;

TEST_CASE("codebook: docs/codebook.md is that of the vocabularies") {
  CHECK_MESSAGE(file_text(MUSTER_SOURCE_DIR "/docs/codebook.md") == codebook_markdown(built_in_codebook()), "run: muster codebook > docs/codebook.md");
  CHECK(run_program("codebook").out == codebook_markdown(built_in_codebook()));
}

TEST_CASE("codebook: every code has a meaning, every measure its units and synonyms, no code stands twice") {
  std::set<std::string> seen;
  for (const CodebookRow& row : built_in_codebook()) {
    CHECK_MESSAGE(seen.insert(row.tables + '.' + row.column + '.' + row.code).second, row.code);
    CHECK_MESSAGE(!row.label.empty(), row.code);
    CHECK_MESSAGE(!row.definition.empty(), row.code);
    if (row.column != "measure") continue;
    CHECK_MESSAGE(!row.unit.empty(), row.code);
    CHECK_MESSAGE(!row.synonyms.empty(), row.code);
  }
}

TEST_CASE("codebook: its tables and columns are those of the dataset") {
  for (const CodebookRow& row : built_in_codebook())
    for (const std::string_view table : split(row.tables, ' '))
      CHECK_MESSAGE(table_schema(std::string(table)).column(row.column) != nullptr, (std::string(table) + '.' + row.column));
}

TEST_CASE("codebook: the codes that a column's meaning lists are in it") {
  const auto& rows = built_in_codebook();
  for (const auto& [table, column] : {std::pair{"observations", "service"}, {"observations", "worker_category"}, {"observations", "qualifier"},
                                      {"observations", "review"}, {"observations", "legal_role"}, {"documents", "document_type"},
                                      {"documents", "text_source"}, {"documents", "outcome"}, {"cells", "kind"}, {"corrections", "fate"}}) {
    const std::string meaning = table_schema(table).column(column)->meaning;
    const std::string list = meaning.substr(0, meaning.find(';'));
    for (const std::string_view code : split(list, ',')) {
      const auto is_it = [&](const CodebookRow& r) { return r.column == column && r.code == trimmed(code); };
      CHECK_MESSAGE(std::ranges::any_of(rows, is_it), (std::string(column) + ": " + std::string(code)));
    }
  }
}

TEST_CASE("codebook: a user's own measure is in it") {
  const CsvTable measures = parse_csv("measure,label,kind,units,description\nsecondments,Secondments,stock,people,Workers lent to another body\n", "measures.csv");
  const auto rows = codebook(measures, parse_csv("status,shorthand,obs_status,answer,meaning\n", "s"), parse_csv("tables,column,code,label,meaning,standard\n", "c"));
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].definition == "Workers lent to another body; counted on a day");
  CHECK(rows[0].unit == "fte, headcount, hours, unstated");
}

TEST_CASE("statuses: every one has a code of SDMX CL_OBS_STATUS, and of GSS where it is no figure as stated") {
  const std::set<std::string> cl_obs_status = {"A", "B", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "S", "U", "V", "W"};
  const std::set<std::string> gss = {"z", "x", "c", "low", "u", "e", "f", "p", "r"};
  for (const Status& status : statuses()) {
    CHECK_MESSAGE(cl_obs_status.contains(status.obs_status), status.code);
    CHECK_MESSAGE((status.code == "reported" ? status.shorthand.empty() : gss.contains(status.shorthand)), status.code);
  }
}

TEST_CASE("statuses: the mapping to SDMX obsStatus that docs/publish.md shows is the one used") {
  const std::string docs = file_text(MUSTER_SOURCE_DIR "/docs/publish.md");
  for (const Status& status : statuses()) {
    const std::string shorthand = status.shorthand.empty() ? "" : '`' + status.shorthand + '`';
    CHECK_MESSAGE(docs.find("| `" + status.code + "` | " + shorthand + " | `" + status.obs_status + "` |") != std::string::npos, status.code);
  }
}
