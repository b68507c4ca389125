#include "normalizers/vocabulary_edit.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <random>

#include "schemas/csv.h"
#include "schemas/serialise.h"
#include "tests/run_program.h"
#include "tools/inputs.h"
#include "tools/pipeline.h"

using namespace muster;
namespace fs = std::filesystem;

namespace {

const char* const shipped = MUSTER_SOURCE_DIR "/schemas/vocabulary";

using Edit = std::function<void(CsvTable&)>;

size_t column_of(const CsvTable& table, const char* name) { return static_cast<size_t>(table.column(name)); }

// The shipped vocabulary with one file edited, in a directory of its own.
fs::path edited(const std::string& name, const std::string& file, const Edit& edit) {
  const fs::path directory = test_directory(name);
  for (const auto& entry : fs::directory_iterator(shipped)) fs::copy_file(entry.path(), directory / entry.path().filename());
  CsvTable table = read_csv((directory / file).string());
  edit(table);
  std::string text;
  const auto line = [&](const std::vector<std::string>& cells) {
    for (size_t i = 0; i < cells.size(); ++i) text += (i ? "," : "") + csv_cell(cells[i], false);
    text += '\n';
  };
  line(table.header);
  for (const auto& row : table.rows) line(row);
  put_file(directory / file, text);
  return directory;
}

Edit add_row(std::vector<std::pair<const char*, const char*>> cells) {
  return [cells](CsvTable& table) {
    std::vector<std::string> row(table.header.size());
    for (const auto& [name, value] : cells) row[column_of(table, name)] = value;
    table.rows.push_back(row);
  };
}

Edit append(size_t row, const char* column, const char* text) {
  return [=](CsvTable& table) { table.rows[row][column_of(table, column)] += text; };
}

Edit drop(size_t row) {
  return [=](CsvTable& table) { table.rows.erase(table.rows.begin() + static_cast<long>(row)); };
}

struct Read {
  Source source;
  Extraction extraction;
};

DocumentResult interpreted(const Read& document, const Knowledge& knowledge) {
  Source bare = document.source;
  bare.bytes.clear();
  return interpret_extraction(bare, document.extraction, knowledge, {});
}

// Some documents of the corpus, none of them a scan.
std::vector<Read> documents_of_corpus(const Knowledge& knowledge) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(MUSTER_SOURCE_DIR "/corpus"))
    if (entry.is_regular_file() && entry.path().parent_path().filename() == "source" && entry.path().string().find("scan") == std::string::npos && entry.file_size() < 200'000)
      files.push_back(entry.path());
  std::ranges::sort(files);
  std::vector<Read> out;
  for (size_t i = 0; i < files.size(); i += 8) {
    const Source source = load_source({files[i].string(), files[i].filename().string(), "", fs::file_size(files[i])}, knowledge.limits.source_bytes);
    out.push_back({source, extract(source, knowledge)});
  }
  return out;
}

}  // namespace

TEST_CASE("an edit of the vocabulary that touches no answer given changes nothing in the document") {
  Knowledge knowledge = load_knowledge(shipped, "");
  const std::string described = description_of(knowledge.vocabulary);
  const std::vector<Read> documents = documents_of_corpus(knowledge);
  REQUIRE(documents.size() >= 8);
  std::vector<Consulted> consulted;
  std::vector<std::string> bytes;
  for (const Read& d : documents) {
    knowledge.vocabulary.record().begin();
    DocumentResult result = interpreted(d, knowledge);
    consulted.push_back(knowledge.vocabulary.record().end());
    bytes.push_back(serialise(result));
  }
  struct Case { const char* file; Edit edit; bool touches_few; };
  const Case cases[] = {
      {"authorities.csv", append(0, "aliases", ";Borough of Somewhere Else"), true},
      {"authorities.csv", append(40, "domains", ";somewhere-else.gov.uk"), true},
      {"authorities.csv", append(40, "aliases", ";Council"), false},
      {"authorities.csv", append(40, "name", "shire"), false},
      {"measure_patterns.csv", add_row({{"measure", "vacancy"}, {"weight", "2"}, {"pattern", "\\bchairs without a sitter\\b"}}), true},
      {"measure_patterns.csv", add_row({{"measure", "vacancy"}, {"weight", "2"}, {"pattern", "\\bposts?\\b"}}), false},
      {"measure_patterns.csv", append(0, "pattern", "|\\bcoming and going of desks\\b"), true},
      {"measure_patterns.csv", append(0, "unless", "|year"), true},
      {"measure_patterns.csv", drop(3), false},
      {"word_groups.csv", append(3, "pattern", "|quite unheard of"), true},
      {"roles.csv", add_row({{"role", "ferryman"}, {"org_role", "5"}, {"pattern", "\\bferrymen\\b"}}), true},
      {"markers.csv", add_row({{"marker", "kind of its own"}, {"pattern", "\\bunheard of\\b"}}), false},  // asked of texts that no row was asked of
      {"services.csv", append(0, "pattern", "|\\btoddlery\\b"), true},
      {"subjects.csv", append(5, "pattern", "|\\bstaff\\b"), false},
      {"markers.csv", [](CsvTable& t) { std::swap(t.rows[0], t.rows[1]); }, false},
      {"refusals.csv", append(0, "pattern", "|we would rather not tell"), true},
      {"refusals.csv", append(1, "pattern", "|information"), false},
      {"team_words.csv", append(0, "pattern", "|\\bcrewlet\\b"), false},
      {"team_words.csv", add_row({{"kind", "label"}, {"pattern", "\\bcrewlets of all\\b"}}), true},
      {"neutral_words.csv", append(0, "words", " staff"), false},
      {"neutral_words.csv", append(0, "words", " lighthouse"), true},
      {"measures.csv", append(0, "label", " of all"), false},
      {"equations.csv", drop(0), false},
  };
  for (const Case& c : cases) {
    knowledge.vocabulary = Vocabulary::load(edited("edited", c.file, c.edit).string());
    const VocabularyEdit edit(described, description_of(knowledge.vocabulary));
    size_t touched = 0, changed = 0;
    for (size_t i = 0; i < documents.size(); ++i) {
      DocumentResult result = interpreted(documents[i], knowledge);
      const bool differs = serialise(result) != bytes[i];
      const bool touches = edit.touches(consulted[i]);
      touched += touches;
      changed += differs;
      CHECK_MESSAGE((touches || !differs), c.file << ": " << documents[i].source.name << " changed untold");
    }
    if (c.touches_few) CHECK_MESSAGE(touched <= documents.size() / 3, c.file << ": " << touched << " of " << documents.size() << ", " << changed << " changed");
  }
}

TEST_CASE("rows taken out, doubled, moved or widened at random: no document changes untold") {
  Knowledge knowledge = load_knowledge(shipped, "");
  const std::string described = description_of(knowledge.vocabulary);
  const std::vector<Read> all = documents_of_corpus(knowledge);
  std::mt19937 random(7);
  const std::vector<std::string> files = files_compared_by_row();
  for (int round = 0; round < 24; ++round) {
    const Read& document = all[random() % all.size()];
    knowledge.vocabulary = Vocabulary::load(shipped);
    knowledge.vocabulary.record().begin();
    DocumentResult first = interpreted(document, knowledge);
    const Consulted consulted = knowledge.vocabulary.record().end();
    const std::string& file = files[random() % files.size()];
    if (file == "word_groups.csv") continue;
    const fs::path directory = edited("random", file, [&](CsvTable& t) {
      const size_t row = random() % t.rows.size(), other = random() % t.rows.size();
      const int pattern = t.column("pattern");
      switch (random() % 4) {
        case 0: t.rows.erase(t.rows.begin() + static_cast<long>(row)); break;
        case 1: std::swap(t.rows[row], t.rows[other]); break;
        case 2: if (pattern >= 0) t.rows[row][static_cast<size_t>(pattern)] = t.rows[other][static_cast<size_t>(pattern)]; break;
        default: if (pattern >= 0) t.rows[row][static_cast<size_t>(pattern)] += "|\\bsocial work\\b"; else t.rows[row].back() += ";London";
      }
    });
    knowledge.vocabulary = Vocabulary::load(directory.string());
    DocumentResult second = interpreted(document, knowledge);
    const bool touches = VocabularyEdit(described, description_of(knowledge.vocabulary)).touches(consulted);
    CHECK_MESSAGE((touches || serialise(first) == serialise(second)), file << ": " << document.source.name << " changed untold");
  }
}

TEST_CASE("a vocabulary records nothing that it was not asked to record") {
  const Knowledge knowledge = load_knowledge(shipped, "");
  CHECK(knowledge.vocabulary.record().end().texts.empty());
  ConsultationRecord record;
  record.note_text("before");
  record.begin();
  record.note_text("");
  record.note_text("words");
  record.note_text("words");
  record.note_name("newtown");
  const Consulted consulted = record.end();
  CHECK(consulted.texts == std::vector<std::string>{"", "words"});
  CHECK(consulted.has_name("newtown"));
  CHECK_FALSE(consulted.has_name("oldtown"));
}
