#include "extractors/outline/echo.h"

#include <doctest/doctest.h>

#include <string>

using namespace muster;

TEST_CASE("find_echo: where the repeat of a question ends and the answer begins") {
  struct Case { const char *reply, *question, *answer; };
  const char* const none = "(no echo)";
  const Case cases[] = {
      {"How many posts were vacant? 131", "How many posts were vacant?", "131"},
      {"Adults' services roles \u2013 Fewer than 5", "Adults\u2019 Services roles", "Fewer than 5"},
      {"Requests that came in last year. There were 159", "How many requests came in last year.", "There were 159"},
      {"Housing 1", "Housing", "1"},
      {"Housing officers keep no record", "Housing", none},
      {"In a year the council employed this number of social workers through an agency: 4",
       "In a year, the number of social workers whom the council employed through an agency.", none},
      {"131", "How many posts were vacant?", none},
      {"", "How many?", none},
      {"How many posts were vacant?", "How many posts were vacant?", ""},
  };
  for (const Case& c : cases) {
    const Echo echo = find_echo(c.reply, c.question);
    const std::string answer = echo.length == 0 ? none : std::string(c.reply).substr(echo.length);
    CHECK_MESSAGE(answer == c.answer, c.reply << " -> " << answer);
    CHECK(echo.whole == (answer.empty() && echo.length > 0));
  }
}
