// The same letter in many forms (corpus/mini/forms, made by tools/make-letter-forms) says the same.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "extractors/mail/mail_message.h"
#include "extractors/ocr/scan_reader.h"
#include "schemas/csv.h"
#include "tests/run_program.h"

using namespace muster;
namespace fs = std::filesystem;

namespace {

const char* const compared[] = {"measure", "unit", "value", "value_upper", "status", "period", "service", "team", "role", "area_code", "worker_category", "breakdown", "question_number"};
// What a scan must keep, and how often a figure called certain may be wrong.
constexpr double least_right_share = 0.97, sure_confidence = 0.9;

struct Row {
  std::string facts, value;
  double confidence = 0;
};

struct Forms {
  std::map<std::string, std::vector<Row>> rows;  // by source: "table-letter/letter.docx"
  std::map<std::string, std::string> text_source;

  Forms() {
    const fs::path out = test_root() / "forms";
    run_program("build '" MUSTER_SOURCE_DIR "/corpus/mini/forms' -o '" + out.string() + "' --timeout 300");
    std::map<std::string, std::string> source;
    const CsvTable documents = read_csv((out / "documents.csv").string()), observations = read_csv((out / "observations.csv").string());
    for (size_t i = 0; i < documents.rows.size(); ++i) {
      source[documents.at(i, "document_id")] = documents.at(i, "source");
      text_source[documents.at(i, "source")] = documents.at(i, "text_source");
    }
    for (size_t i = 0; i < observations.rows.size(); ++i) {
      Row row{.value = observations.at(i, "value"), .confidence = std::stod(observations.at(i, "confidence"))};
      for (const char* name : compared) row.facts += observations.at(i, name) + " | ";
      rows[source[observations.at(i, "document_id")]].push_back(row);
    }
  }

  std::vector<std::string> facts(const std::string& document) const {
    std::vector<std::string> out;
    if (const auto found = rows.find(document); found != rows.end())
      for (const Row& row : found->second) out.push_back(row.facts);
    std::sort(out.begin(), out.end());
    return out;
  }
};

const Forms& forms() {
  static const Forms read;
  return read;
}

std::string listed(const std::vector<std::string>& rows) {
  std::string out;
  for (const std::string& row : rows) out += "\n  " + row;
  return out;
}

// Rows of `all` that `found` lacks, each as often as it stands there.
std::vector<std::string> missing_from(const std::vector<std::string>& found, const std::vector<std::string>& all) {
  std::vector<std::string> out;
  std::set_difference(all.begin(), all.end(), found.begin(), found.end(), std::back_inserter(out));
  return out;
}

const char* const letters[] = {"keyed-letter", "table-letter", "committee-pack"};

}  // namespace

TEST_CASE("forms: every form of a letter gives the observations of its web page") {
  std::vector<std::string> names = {"letter.txt", "letter.docx", "letter.odt", "letter.doc", "letter.rtf", "tagged.pdf", "untagged.pdf"};
  if (missing_mail_parser().empty()) names.push_back("attached.eml!/letter.docx");
  for (const std::string letter : letters) {
    const std::vector<std::string> page = forms().facts(letter + "/letter.html");
    CHECK_MESSAGE(page.size() >= 5, letter);
    for (const std::string& name : names) {
      const std::vector<std::string> other = forms().facts(letter + '/' + name);
      CHECK_MESSAGE(other == page, letter << '/' << name << "\nonly here:" << listed(missing_from(page, other)) << "\nonly in the page:" << listed(missing_from(other, page)));
    }
  }
}

TEST_CASE("forms: a scan keeps nearly all values, and is seldom sure of a wrong one") {
  if (!ScanReader().missing().empty()) return;
  size_t all = 0, found = 0, sure = 0, sure_and_wrong = 0;
  for (const std::string letter : letters) {
    const std::vector<std::string> page = forms().facts(letter + "/letter.html"), scan = forms().facts(letter + "/scan.pdf");
    CHECK(forms().text_source.at(letter + "/scan.pdf") == "ocr");
    all += page.size();
    found += page.size() - missing_from(scan, page).size();
    const auto rows = forms().rows.find(letter + "/scan.pdf");
    if (rows == forms().rows.end()) continue;
    for (const Row& row : rows->second) {
      if (row.confidence < sure_confidence) continue;
      ++sure;
      sure_and_wrong += std::ranges::find(page, row.facts) == page.end();
    }
    INFO(letter << listed(missing_from(scan, page)));
    CHECK(missing_from(scan, page).size() <= 1);
  }
  MESSAGE("scans: " << found << " of " << all << " right; " << sure << " at " << sure_confidence << " or above, " << sure_and_wrong << " of them wrong");
  CHECK(static_cast<double>(found) >= least_right_share * static_cast<double>(all));
  CHECK(sure_and_wrong * 100 <= sure);
}
