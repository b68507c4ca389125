#include "normalizers/sentences.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace muster;

TEST_CASE("sentences: ends at full stops and line breaks, not at short forms, initials or decimals") {
  struct Case { const char* text; std::vector<std::string> sentences; };
  const Case cases[] = {
      {"Turnover was 12.5 per cent. It fell.", {"Turnover was 12.5 per cent.", "It fell."}},
      {"There are approx. 20 posts. None is vacant.", {"There are approx. 20 posts.", "None is vacant."}},
      {"2019: 4\n2020: 5", {"2019: 4", "2020: 5"}},
      {"Was it (see A. Smith)? Yes", {"Was it (see A. Smith)?", "Yes"}},
      {"The rate is 7 per cent. in all.", {"The rate is 7 per cent. in all."}},
      {"", {}},
  };
  for (const Case& c : cases) {
    std::vector<std::string> found;
    for (const Span& s : find_sentences(c.text)) found.push_back(std::string(c.text).substr(s.begin, s.size()));
    CHECK_MESSAGE(found == c.sentences, c.text);
  }
}
