#include "normalizers/course.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/shipped_vocabulary.h"

using namespace muster;

TEST_CASE("course_end: which end of a course a figure is") {
  struct Case { const char *text, *ends; };
  const Case cases[] = {
      {"It rose from 24 to 28.", "first last "},         {"From about 24 to almost 28 posts", "first last "},
      {"Posts: 28, up from 24.", "last earlier "},        {"It stood at 28, down from 31, with 4 frozen.", "last earlier none "},
      {"There were 24 posts and 28 people.", "none none "}, {"It fell from a high of 31 to 28.", "first last "},
      {"28 posts from 24 teams", "none none "},
  };
  for (const Case& c : cases) {
    const TextReading reading = read_words(c.text, shipped());
    std::string ends;
    for (size_t i = 0; i < reading.quantities.size(); ++i) {
      const CourseEnd end = course_end(reading, i);
      ends += end == CourseEnd::first ? "first " : end == CourseEnd::last ? "last " : end == CourseEnd::earlier ? "earlier " : "none ";
    }
    CHECK_MESSAGE(ends == c.ends, c.text);
  }
}
