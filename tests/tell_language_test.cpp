#include "extractors/outline/tell_language.h"

#include <doctest/doctest.h>

#include "tests/letter_notation.h"

using namespace muster;

TEST_CASE("language_of_text: English, Welsh, too few words to tell") {
  struct Case { const char *text, *language; };
  const Case cases[] = {
      {"How many social workers were there in the team?", "en"},
      {"Faint o weithwyr cymdeithasol oedd yn y t\u00EEm ar 31 Mawrth?", "cy"},
      {"Nid yw'r Cyngor yn cadw'r wybodaeth hon.", "cy"},
      {"Cyngor Sir Ceredigion County Council", ""},
      {"14", ""}, {"", ""}, {"Vacancies 12 FTE", ""},
  };
  for (const Case& c : cases) CHECK_MESSAGE(language_of_text(c.text, notation::words()) == c.language, std::string(c.text) << " gave " << language_of_text(c.text, notation::words()));
}

TEST_CASE("find_structure: the English half of a bilingual letter is read, the Welsh half is a diagnostic") {
  Diagnostics diagnostics;
  const Outline outline = find_structure(Document{}, notation::blocks_of("Cais rhyddid gwybodaeth i'r Cyngor\n1. Faint o weithwyr cymdeithasol oedd yn y t\u00EEm?\nRoedd 14 yn y t\u00EEm.\n"
                                                                         "Freedom of information request to the council\n1. How many social workers were there in the team?\nThere were 14 of them."),
                                         notation::words(), diagnostics);
  CHECK(outline.language == "en+cy");
  CHECK(notation::answers_of(outline) == "1=There were 14 of them.");
  CHECK(diagnostics.list().size() == 3);
  CHECK(diagnostics.list()[0].code == "welsh_not_read");
}
