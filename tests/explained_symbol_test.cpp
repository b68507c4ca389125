#include "normalizers/explained_symbol.h"

#include <doctest/doctest.h>

#include "normalizers/vocabulary.h"
#include "normalizers/vocabulary_tables.h"

using namespace muster;

TEST_CASE("a note says what a sign of its table stands for") {
  static const Vocabulary vocabulary = Vocabulary::load(MUSTER_SOURCE_DIR "/schemas/vocabulary");
  struct Row {
    const char *note, *symbol, *told;  // status, with the bounds of a hidden number
  };
  const Row rows[] = {
      {"* between 1 and 4 people; they count in the total.", "*", "suppressed 1 4"},
      {"* one to five persons.", "*", "suppressed 1 5"},
      {"[c] withheld to protect individuals", "c", "suppressed  "},
      {"* fewer than 5", "*", "suppressed 0 4"},
      {"Key: n/a new post; - none", "-", "nil  "},
      {"– means nil.", "–", "nil  "},
      {"In these tables a dash shows that there were none.", "-", "nil  "},
      {"An asterisk stands for under six people.", "*", "suppressed 0 5"},
      {"A dash is used for the years 2019 to 2022.", "-", ""},
      {"\u2018low\u2019 stands for a number above nil that rounds to 0.0", "low", "low  "},
      {"\u201C\u2013\u201D no such post exists", "\u2013", "not_applicable  "},
      {"* revised in 2021", "*", ""},
      {"The part-time staff - two to four of them - are left out.", "-", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.note);
    const std::optional<Quantity> q = explained_symbol(row.note, row.symbol, vocabulary.tables().workforce);
    CHECK((q ? q->status + " " + q->value + " " + q->value_upper : "") == row.told);
  }
}
