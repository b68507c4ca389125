#include "normalizers/discourse.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/outline_of_paragraphs.h"
#include "tests/shipped_vocabulary.h"

using namespace muster;

namespace {

// Paragraphs are parted by '|'; the place that the '#' in the last of them is about.
std::string place_of(const std::string& text, const DocumentRecord& record = {}) {
  const Outline outline = outline_of_paragraphs(text);
  const NamedPlace* place = Discourse(outline, record, shipped()).place_at(static_cast<uint32_t>(text.find('#')));
  return place ? place->code : "";
}

}  // namespace

TEST_CASE("discourse: the place named last before a figure") {
  struct Case { const char *text, *code; };
  const Case cases[] = {
      {"Fife is short of staff.|The head of service said that # posts are vacant.", "S12000047"},
      {"Turnover in Wales is high, but in England it stood at #.", "E92000001"},
      {"Councillors in Sunderland met on Monday.|The rate had gone from 12% to #.", "E08000024"},
      {"Cardiff and Swansea both replied.|Together they had # vacancies.", ""},
      {"Cardiff replied first.|Swansea's answer: # vacancies.", "W06000011"},
      {"A survey of care providers found # vacancies.", ""},
      {"Figures for Scotland follow.|Care at home|It employed # people.", "S92000003"},
      {"Under the Freedom of Information (Scotland) Act we hold # posts.", ""},
  };
  for (const Case& c : cases) CHECK_MESSAGE(place_of(c.text) == c.code, c.text);
}

TEST_CASE("discourse: a document with a publisher speaks of its publisher") {
  DocumentRecord record;
  record.publisher_code = "E08000024";
  CHECK(place_of("In England turnover is high.|We had # leavers.", record) == "");
}
