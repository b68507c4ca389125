#include "extractors/tables/line_words.h"

#include <doctest/doctest.h>

#include <string>

using namespace muster;

TEST_CASE("words_without_leader: dots that lead from a label to its figures") {
  struct Case { const char *line, *words; };
  const Case cases[] = {
      {"North \u2026 157 170", "North|157|170"},        {"North \u2026 \u2026 157", "North|157"},     {"North . . . . 157", "North|157"},
      {"North West...... 157 170", "North West|157|170"}, {"North\u2026 \u2014 2", "North|\u2014|2"}, {"North 157 170", "North|157|170"},
      {"North .. 170", "North|..|170"},                  {"And so on \u2026 of 12", "And so on \u2026 of|12"}, {"\u2026 12 13", "\u2026|12|13"},
  };
  for (const Case& c : cases) {
    const Words words = words_without_leader(c.line);
    std::string out;
    for (size_t i = 0; i < words.size(); ++i) out += (i == 0 ? "" : std::string("0123456789.\xE2").find(words[i][0]) != std::string::npos ? "|" : " ") + std::string(words[i]);
    std::string expected = c.words;
    for (size_t at = expected.find(" \u2026"); at != std::string::npos; at = expected.find(" \u2026")) expected[at] = '|';
    CHECK_MESSAGE(out == expected, c.line);
  }
}
